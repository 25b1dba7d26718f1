import type { Language } from './language.ts';
import type { AutomatonState, PatternAutomaton } from './pattern-automaton.ts';

/**
 * The remaining work, in characters tried. It is counted, not timed, so that results do not depend on the
 * machine.
 */
export interface Budget {
  left: number;
}

/** The input of `exploreValues`. */
export interface Exploration {
  readonly language: Language;
  /** Texts that values are compared with: as a whole, or as path prefixes. */
  readonly literals: readonly string[];
  readonly automata: readonly PatternAutomaton[];
  /** For each automaton, in order: true if only values that it accepts are wanted. */
  readonly required: readonly boolean[];
}

interface Node {
  readonly id: number;
  readonly below: Map<number, Node>;
  /** True if a literal ends here. */
  ends: boolean;
}

interface State {
  readonly language: number;
  /** The place in the tree of literals. Null if no literal continues with this value. */
  readonly node: Node | null;
  /** The deepest literal that covers the value as a path prefix. 0 for none. */
  readonly cover: number;
  readonly automata: readonly AutomatonState[];
  readonly parent: State | null;
  readonly code: number;
}

/**
 * Yields one value for each combination of states that automata, literals and the language can end in
 * together, shortest first. Two values with the same states satisfy the same conditions. Returns true if it
 * examined every combination before the budget ended.
 */
export function* exploreValues(what: Exploration, budget: Budget): Generator<string, boolean> {
  const { language, automata } = what;
  const alphabet = alphabetOf(what, budget);
  const root = treeOf(what.literals);
  const first: State = {
    language: language.start,
    node: root,
    cover: 0,
    automata: automata.map((each) => each.start),
    parent: null,
    code: -1,
  };
  const seen = new Set([stateKey(first)]);
  let level: State[] = [first];
  while (level.length > 0) {
    const next: State[] = [];
    for (const state of level) {
      if (isValue(state, what)) yield textOf(state);
      for (const code of alphabet) {
        if (budget.left-- <= 0) return false;
        const after = stepFrom(state, code, what);
        if (after === null) continue;
        const key = stateKey(after);
        if (seen.has(key)) continue;
        seen.add(key);
        next.push(after);
      }
    }
    level = next;
  }
  return true;
}

function isValue(state: State, { language, automata, required }: Exploration): boolean {
  if (!language.accepts(state.language)) return false;
  return automata.every((each, at) => !required[at] || each.accepts(state.automata[at] as AutomatonState));
}

const SLASH = 0x2f;

function stepFrom(state: State, code: number, { language, automata, required }: Exploration) {
  const next = language.step(state.language, code);
  if (next < 0) return null;
  const states: AutomatonState[] = [];
  for (let at = 0; at < automata.length; at++) {
    const automaton = automata[at] as PatternAutomaton;
    const after = automaton.step(state.automata[at] as AutomatonState, code);
    if (required[at] && automaton.isDead(after)) return null;
    states.push(after);
  }
  const { node } = state;
  return {
    language: next,
    node: node?.below.get(code) ?? null,
    cover: node?.ends && code === SLASH ? node.id : state.cover,
    automata: states,
    parent: state,
    code,
  };
}

function stateKey({ language, node, cover, automata }: State): string {
  return `${language} ${node?.id ?? ''} ${cover} ${automata.map((state) => state.key).join(' ')}`;
}

function textOf(state: State): string {
  const codes: number[] = [];
  for (let at: State | null = state; at !== null && at.code >= 0; at = at.parent) codes.push(at.code);
  return codes
    .reverse()
    .map((code) => String.fromCodePoint(code))
    .join('');
}

function treeOf(literals: readonly string[]): Node {
  let nodes = 0;
  const fresh = (): Node => ({ id: nodes++, below: new Map(), ends: false });
  const root = fresh();
  for (const literal of literals) {
    let node = root;
    for (const character of literal) {
      const code = character.codePointAt(0) as number;
      const known = node.below.get(code) ?? fresh();
      node.below.set(code, known);
      node = known;
    }
    node.ends = true;
  }
  return root;
}

/** Characters in an order that makes examples readable. */
const PLEASANT = [...'xabcdefghijklmnopqrstuvwyz0123456789XABCDEFGHIJKLMNOPQRSTUVWYZ/-_.'].map(
  (character) => character.codePointAt(0) as number,
);

/** Returns one character for each set of characters that automata, literals and the language treat alike. */
function alphabetOf({ language, literals, automata }: Exploration, budget: Budget): readonly number[] {
  const changes = new Set<number>([0, ...language.changes]);
  for (const automaton of automata) for (const code of automaton.changes) changes.add(code);
  const written = new Set<number>([SLASH]);
  for (const literal of literals) {
    for (const character of literal) written.add(character.codePointAt(0) as number);
  }
  for (const code of written) {
    changes.add(code);
    changes.add(code + 1);
  }
  // In order of preference: the first of its kind represents it.
  const candidates = new Set<number>([...PLEASANT, ...[...changes].sort((a, b) => a - b)]);
  const kinds = new Map<string, number>();
  budget.left -= candidates.size;
  for (const code of candidates) {
    if (code > 0x10ffff) continue;
    const own = written.has(code) ? String(code) : '';
    const signature = `${own} ${languageSignature(language, code)} ${automata.map((each) => each.classOf(code)).join(' ')}`;
    if (!kinds.has(signature)) kinds.set(signature, code);
  }
  return [...kinds.values()];
}

const DEFAULT_STATES = 3;

/** Returns the next states of a language for a character, in each of its states. */
function languageSignature(language: Language, code: number): string {
  const steps: number[] = [];
  for (let state = 0; state < (language.states ?? DEFAULT_STATES); state++)
    steps.push(language.step(state, code));
  return steps.join();
}
