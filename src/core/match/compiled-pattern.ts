import type { Profile } from '../profile/profile.ts';
import { fromBytes } from '../text/from-bytes.ts';
import { toBytes } from '../text/utf8.ts';
import type { CompilePattern, Pattern } from './pattern.ts';
import { RE2_ENGINE } from './re2-engine.ts';

/**
 * The maximum length of a pattern. Longer patterns are refused: compiling takes linear time, but no real
 * route has a pattern of a megabyte.
 */
const LONGEST = 8192;

const known = new Map<string, Pattern>();
const MOST_KNOWN = 5000;

/** Returns a compiled pattern of RE2 syntax, from a memory of the last ones. See pattern.ts. */
export const compileWithRE2: CompilePattern = (source, anchor, unit) => {
  const key = `${anchor}:${unit}:${source}`;
  const cached = known.get(key);
  if (cached) return cached;
  const pattern = compile(source, anchor, unit);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, pattern);
  return pattern;
};

function compile(source: string, anchor: Profile['regexAnchor'], unit: Profile['patternUnit']): Pattern {
  if (source.length > LONGEST) return { ok: false, reason: `longer than ${LONGEST} characters` };
  try {
    const compiled = RE2_ENGINE.compile(unit === 'bytes' ? toBytes(source) : source, unit);
    const matches =
      anchor === 'full'
        ? (value: string) => compiled.matchesWhole(value)
        : (value: string) => compiled.matchesWithin(value);
    return {
      ok: true,
      matches: unit === 'bytes' ? (value) => matches(toBytes(value)) : matches,
      replaceAll: (value, replacement) =>
        unit === 'bytes'
          ? (fromBytes(compiled.replaceAll(toBytes(value), toBytes(replacement))) ?? value)
          : compiled.replaceAll(value, replacement),
      program: () => compiled.program(),
    };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
