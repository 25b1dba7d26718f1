// The benchmarks: bench/main.ts, bundled like the command line. Run it with `node --expose-gc`.
import { launch } from './launch.mjs';

await launch({ name: 'bench', entry: 'bench/main.ts', sources: ['src', 'bench'] });
