import { RE2JS } from 're2js';
import type { PatternEngine } from './pattern.ts';

/** RE2 syntax in linear time, by re2js. */
export const RE2_ENGINE: PatternEngine = {
  compile(source) {
    const compiled = RE2JS.compile(source);
    return {
      matchesWhole: (value) => compiled.testExact(value),
      matchesWithin: (value) => compiled.test(value),
    };
  },
};
