import type { Candidate, CandidateList } from './trace.ts';

/** The parts of a list that follow from its candidates. A subclass makes each candidate when it is read. */
export abstract class CandidatesInOrder implements CandidateList {
  abstract readonly length: number;
  abstract readonly compared: number;
  abstract readonly matches: readonly number[];

  /** A function of the instance, so that a list cannot be cloned without its candidates by mistake. */
  readonly toJSON = (): readonly Candidate[] => this.slice();

  /** Returns the candidate of an index from 0 up to `length`. */
  protected abstract candidate(index: number): Candidate;
  abstract nearest(): Candidate | undefined;
  abstract routes(): readonly string[];

  at(index: number): Candidate | undefined {
    return index >= 0 && index < this.length ? this.candidate(index) : undefined;
  }

  slice(from = 0, to = this.length): readonly Candidate[] {
    const made: Candidate[] = [];
    const end = Math.min(to, this.length);
    for (let index = Math.max(0, from); index < end; index++) made.push(this.candidate(index));
    return made;
  }

  *[Symbol.iterator](): Iterator<Candidate> {
    for (let index = 0; index < this.length; index++) yield this.candidate(index);
  }
}

/** Candidates that exist already. */
class KnownCandidates extends CandidatesInOrder {
  readonly length: number;
  readonly compared: number;
  readonly matches: readonly number[];
  private readonly candidates: readonly Candidate[];

  constructor(candidates: readonly Candidate[]) {
    super();
    this.candidates = candidates;
    this.length = candidates.length;
    this.compared = candidates.filter(({ passedOver }) => passedOver === undefined).length;
    this.matches = candidates.flatMap(({ result }, index) => (result === 'missed' ? [] : [index]));
  }

  protected candidate(index: number): Candidate {
    return this.candidates[index] as Candidate;
  }

  nearest(): Candidate | undefined {
    return nearestOf(this.candidates);
  }

  routes(): readonly string[] {
    return [...new Set(this.candidates.map(({ route }) => route))];
  }
}

/** The candidates of one list after those of another. */
export class JoinedCandidates extends CandidatesInOrder {
  readonly length: number;
  readonly compared: number;
  readonly matches: readonly number[];
  readonly first: CandidateList;
  readonly second: CandidateList;

  constructor(first: CandidateList, second: CandidateList) {
    super();
    this.first = first;
    this.second = second;
    this.length = first.length + second.length;
    this.compared = first.compared + second.compared;
    this.matches = [...first.matches, ...second.matches.map((index) => first.length + index)];
  }

  protected candidate(index: number): Candidate {
    const { first, second } = this;
    const candidate = index < first.length ? first.at(index) : second.at(index - first.length);
    return candidate as Candidate;
  }

  nearest(): Candidate | undefined {
    return nearestOf([this.first.nearest(), this.second.nearest()].filter((each) => each !== undefined));
  }

  routes(): readonly string[] {
    return [...new Set([...this.first.routes(), ...this.second.routes()])];
  }
}

/** Returns the first of the candidates with the fewest failed conditions. */
function nearestOf(candidates: readonly Candidate[]): Candidate | undefined {
  let nearest: Candidate | undefined;
  for (const each of candidates) {
    if (nearest === undefined || each.misses.length < nearest.misses.length) nearest = each;
  }
  return nearest;
}

/** Returns a list of candidates that exist already. */
export function candidateList(candidates: readonly Candidate[]): CandidateList {
  return candidates.length === 0 ? NO_CANDIDATES : new KnownCandidates(candidates);
}

/** Returns the candidate that won. */
export function winnerIn(considered: CandidateList): Candidate | undefined {
  // The winner is the first candidate that matches.
  const [first] = considered.matches;
  const candidate = first === undefined ? undefined : considered.at(first);
  return candidate?.result === 'won' ? candidate : undefined;
}

/** Returns the candidates that match and lost, in order. */
export function losersIn(considered: CandidateList): readonly Candidate[] {
  return considered.matches.flatMap((index) => {
    const candidate = considered.at(index);
    return candidate?.result === 'lost' ? [candidate] : [];
  });
}

/** A list without candidates. */
export const NO_CANDIDATES: CandidateList = new KnownCandidates([]);

/** Returns a list with the candidates of one list after those of another. */
export function joinCandidates(first: CandidateList, second: CandidateList): CandidateList {
  if (second.length === 0) return first;
  return first.length === 0 ? second : new JoinedCandidates(first, second);
}
