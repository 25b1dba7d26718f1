import { provideEngines } from '../src/core/engines.ts';

// Loads all engines, because any test can use patterns and broken documents.
provideEngines();
