import { readResourceId } from '../ids/ids.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { FollowedTrace } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import { type AskedAgain, fieldsThatMayMatter } from './asked-again.ts';

/** Returns a note for each of some choices of the profile that affects a request. See choices.ts. */
export type ReadChoices = (
  trace: FollowedTrace,
  fields: readonly AskedAgain[],
  profile: Profile,
  again: (other: Profile) => Outcome,
) => readonly TraceNote[];

let reader: ReadChoices | null = null;

/** Provides the reader of choices. See core/engines.ts. */
export function provideChoices(read: ReadChoices): void {
  reader = read;
}

/**
 * Returns a trace with a note for every choice of the profile that affects its request. `read` are the fields
 * that were read for the trace, `tables` those that the tables depend on. `again` decides the same request under another profile. Throws EngineMissing
 * if the reader is needed and not loaded.
 */
export function withChoices(
  trace: FollowedTrace,
  profile: Profile,
  read: ReadonlySet<keyof Profile>,
  tables: ReadonlySet<keyof Profile>,
  again: (other: Profile) => Outcome,
): FollowedTrace {
  const fields = fieldsThatMayMatter(trace.request, read, tables);
  if (fields.length > 0 && reader === null) throw new EngineMissing('choices of a profile');
  const choices = fields.length === 0 ? [] : (reader?.(trace, fields, profile, again) ?? []);
  const notes = [...choices, ...notesOnChannel(trace, profile)];
  return notes.length === 0 ? trace : { ...trace, notes: [...trace.notes, ...notes] };
}

/** Returns notes on fields and kinds of the experimental channel that affect the outcome. */
function notesOnChannel({ outcome }: FollowedTrace, { channel }: Profile): readonly TraceNote[] {
  if (channel === 'standard') return [];
  const fields = [
    ...(outcome.retry === null ? [] : ['retry']),
    ...(outcome.session === null ? [] : ['sessionPersistence']),
    ...(outcome.policies.some(({ policy }) => readResourceId(policy).kind === 'XBackendTrafficPolicy')
      ? ['XBackendTrafficPolicy']
      : []),
  ];
  if (fields.length === 0) return [];
  return [{ code: 'experimental-field', rule: 'R-701', args: { fields: fields.join(', ') } }];
}
