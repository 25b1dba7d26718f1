import type { Fix } from '../findings/finding.ts';

/** An edit that is offered if a check of its result succeeds. */
export interface Proposal {
  readonly fix: Fix;
  /** The id of the resource that the edit adds or changes. */
  readonly makes: string;
  /** The number of rules that the resource has after the edit. Absent if the edit adds no rule. */
  readonly rules?: number;
  /** Only the first proposal with the same word whose check succeeds is offered. */
  readonly oneOf?: string;
}
