#!/usr/bin/env node
// The command line: src/cli/main.ts, bundled on first use and after changes.
import { launch } from './launch.mjs';

await launch({ name: 'gammascope', entry: 'src/cli/main.ts', sources: ['src/core', 'src/cli'] });
