import { ASSERT, type PatternProgram, type ProgramStep } from '../../match/pattern-program.ts';

/** The class of the previous character, which the assertions of RE2 distinguish. */
const EDGE = 0;
const NEWLINE = 1;
const WORD = 2;
const OTHER = 3;

function kindOf(code: number): number {
  if (code === 10) return NEWLINE;
  const word =
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f;
  return word ? WORD : OTHER;
}

function assertionsBetween(before: number, after: number): number {
  let flags = 0;
  if (before === EDGE) flags |= ASSERT.beginText | ASSERT.beginLine;
  if (before === NEWLINE) flags |= ASSERT.beginLine;
  if (after === EDGE) flags |= ASSERT.endText | ASSERT.endLine;
  if (after === NEWLINE) flags |= ASSERT.endLine;
  const boundary = (before === WORD) !== (after === WORD);
  return flags | (boundary ? ASSERT.wordBoundary : ASSERT.noWordBoundary);
}

/** The set of steps of a program that a match can be at after some characters. */
export interface AutomatonState {
  readonly key: string;
  readonly steps: readonly number[];
  readonly before: number;
  /** True if a pattern that may match anywhere has matched. The following characters do not matter. */
  readonly done: boolean;
}

const LONGEST_PREFIX = 200;
const MOST_TRANSITIONS = 20_000;

/** Code points at which the result of an assertion may change. */
const ASSERT_CHANGES = [10, 11, 0x30, 0x3a, 0x41, 0x5b, 0x5f, 0x60, 0x61, 0x7b];

/** A pattern as a deterministic automaton. Its states are created on demand. */
export class PatternAutomaton {
  readonly start: AutomatonState;
  readonly changes: readonly number[];
  /** The start of every value that matches. '' if it is open. */
  readonly prefix: string;
  private readonly program: PatternProgram;
  private readonly within: boolean;
  /** Numbers for sets of steps that take a character. Characters with one number are equivalent. */
  private readonly classes = new Map<string, number>();
  private readonly classOfCode = new Map<number, number>();
  private readonly transitions = new Map<string, AutomatonState>();

  /** With `within`, the pattern may match anywhere in the value instead of the whole of it. */
  constructor(program: PatternProgram, within: boolean) {
    this.program = program;
    this.within = within;
    this.start = stateOf([program.start], EDGE, false);
    const changes = new Set<number>();
    for (const step of program.steps) {
      if (step.kind === 'character') for (const code of step.changes) changes.add(code);
      if (step.kind === 'assert') for (const code of ASSERT_CHANGES) changes.add(code);
    }
    this.changes = [...changes];
    this.prefix = within ? '' : this.findPrefix();
  }

  step(state: AutomatonState, code: number): AutomatonState {
    if (state.done) return state;
    const key = `${state.key} ${this.classOf(code)}`;
    const known = this.transitions.get(key);
    if (known !== undefined) return known;
    const next = this.walk(state, code);
    if (this.transitions.size >= MOST_TRANSITIONS) this.transitions.clear();
    this.transitions.set(key, next);
    return next;
  }

  private walk(state: AutomatonState, code: number): AutomatonState {
    const after = kindOf(code);
    const reached = this.closure(state, after);
    if (reached.accepts && this.within) return DONE;
    const next = new Set<number>();
    for (const at of reached.characters) {
      const step = this.program.steps[at] as Extract<ProgramStep, { kind: 'character' }>;
      if (step.takes(code)) next.add(step.to);
    }
    if (this.within) next.add(this.program.start);
    return stateOf([...next], after, false);
  }

  accepts(state: AutomatonState): boolean {
    return state.done || this.closure(state, EDGE).accepts;
  }

  /** Returns true if no continuation can match. */
  isDead(state: AutomatonState): boolean {
    return !state.done && state.steps.length === 0;
  }

  /** Returns a number that is equal for characters that the pattern treats alike. */
  classOf(code: number): number {
    const known = this.classOfCode.get(code);
    if (known !== undefined) return known;
    let bits = String(kindOf(code));
    for (const step of this.program.steps) {
      if (step.kind === 'character') bits += step.takes(code) ? '1' : '0';
    }
    const number = this.classes.get(bits) ?? this.classes.size;
    this.classes.set(bits, number);
    this.classOfCode.set(code, number);
    return number;
  }

  /** Returns the prefix of all matches: follows the pattern as long as only one character is possible. */
  private findPrefix(): string {
    let text = '';
    let state = this.start;
    while (text.length < LONGEST_PREFIX && !this.accepts(state)) {
      const next = new Set<number>();
      for (const after of [NEWLINE, WORD, OTHER])
        for (const at of this.closure(state, after).characters) next.add(at);
      const [only] = next;
      if (only === undefined || next.size > 1) break;
      const step = this.program.steps[only] as Extract<ProgramStep, { kind: 'character' }>;
      const [code, end] = step.changes;
      // If the result changes at only one character, the step takes either this character or all others.
      const isOne = code !== undefined && step.changes.length === 2 && end === code + 1 && step.takes(code);
      if (!isOne) break;
      text += String.fromCodePoint(code);
      state = this.step(state, code);
    }
    return text;
  }

  private closure(state: AutomatonState, after: number): { characters: readonly number[]; accepts: boolean } {
    const flags = assertionsBetween(state.before, after);
    const seen = new Set<number>();
    const characters: number[] = [];
    let accepts = false;
    const stack = [...state.steps];
    while (stack.length > 0) {
      const at = stack.pop() as number;
      if (seen.has(at)) continue;
      seen.add(at);
      const step = this.program.steps[at] as ProgramStep;
      if (step.kind === 'fork') stack.push(step.or, step.to);
      else if (step.kind === 'jump') stack.push(step.to);
      else if (step.kind === 'assert') {
        if ((step.holds & ~flags) === 0) stack.push(step.to);
      } else if (step.kind === 'character') characters.push(at);
      else if (step.kind === 'accept') accepts = true;
    }
    return { characters, accepts };
  }
}

const DONE: AutomatonState = { key: 'done', steps: [], before: OTHER, done: true };

function stateOf(steps: readonly number[], before: number, done: boolean): AutomatonState {
  const sorted = [...steps].sort((a, b) => a - b);
  // A dead state does not depend on the previous character.
  const key = sorted.length === 0 ? 'dead' : `${before}:${sorted.join(',')}`;
  return { key, steps: sorted, before, done };
}
