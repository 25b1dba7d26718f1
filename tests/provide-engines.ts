import { provideEngines } from '../src/core/engines.ts';

// Every test may meet patterns and broken documents.
provideEngines();
