import type { Condition } from '../../ir/condition.ts';
import type { ValueLanguage } from '../../match/operators/operator.ts';
import { languageOfTest } from '../../match/operators/operators.ts';
import { compilePattern } from '../../match/pattern.ts';
import type { Profile } from '../../profile/profile.ts';
import { PatternAutomaton } from './pattern-automaton.ts';

/** The context of patterns: the profile that they are read under. */
interface PatternSource {
  readonly space: { readonly profile: Profile };
}

/** The automata of the patterns of some conditions. */
export interface Automata {
  readonly automata: readonly PatternAutomaton[];
  /** The patterns of the automata, by anchor and text. */
  readonly keys: readonly string[];
  /** True if there are patterns. */
  readonly some: boolean;
  /** True if RE2 refuses a pattern. It never holds, so all together never hold. */
  readonly refused: boolean;
  /** True if all patterns have an automaton. */
  readonly complete: boolean;
}

type PatternLanguage = Extract<ValueLanguage, { readonly kind: 'pattern' }>;

/** Returns the sets of the values that satisfy each of some conditions. */
export function languagesOf(
  conditions: readonly Condition[],
  { space }: PatternSource,
): readonly ValueLanguage[] {
  return conditions.map((each) => languageOfTest(each, space.profile));
}

/** Returns the distinct patterns that some conditions require. Those that they exclude are left out. */
export function patternsOf(
  conditions: readonly Condition[],
  source: PatternSource,
): ReadonlyMap<string, PatternLanguage> {
  return patternsIn(languagesOf(conditions, source).filter((each) => !('negated' in each)));
}

function patternsIn(languages: readonly ValueLanguage[]): ReadonlyMap<string, PatternLanguage> {
  const patterns = new Map<string, PatternLanguage>();
  for (const language of languages) {
    if (language.kind === 'pattern') patterns.set(`${language.anchor}:${language.text}`, language);
  }
  return patterns;
}

/** Returns the automata of the patterns of some conditions. */
export function automataOf(conditions: readonly Condition[], source: PatternSource): Automata {
  const automata: PatternAutomaton[] = [];
  const keys: string[] = [];
  let refused = false;
  let complete = true;
  const wanted = patternsOf(conditions, source);
  const patterns = patternsIn(languagesOf(conditions, source));
  for (const [key, pattern] of patterns) {
    const automaton = automatonOf(pattern, source.space.profile);
    // A refused pattern that is excluded excludes nothing.
    if (automaton === 'refused') refused ||= wanted.has(key);
    else if (automaton === null) complete = false;
    else {
      automata.push(automaton);
      keys.push(key);
    }
  }
  return { automata, keys, some: patterns.size > 0, refused, complete };
}

const automata = new Map<string, PatternAutomaton | 'refused' | null>();
const MOST_KNOWN = 2000;

/** Returns the automaton of a pattern. Returns null if there is none (look-behind, folding beyond ASCII). */
function automatonOf(
  { text, anchor }: PatternLanguage,
  { patternUnit: unit }: Profile,
): PatternAutomaton | 'refused' | null {
  const key = `${anchor}:${unit}:${text}`;
  const known = automata.get(key);
  if (known !== undefined) return known;
  const pattern = compilePattern(text, anchor, unit);
  const program = pattern.ok ? pattern.program() : null;
  const made = !pattern.ok
    ? 'refused'
    : program === null
      ? null
      : new PatternAutomaton(program, anchor === 'search');
  if (automata.size >= MOST_KNOWN) automata.clear();
  automata.set(key, made);
  return made;
}
