import type { OutcomeKind } from '../../core/ir/outcome.ts';

/** A colour of the page for an outcome. */
export type OutcomeTone = 'good' | 'bad' | 'warn' | 'note';

const TONES: Readonly<Record<OutcomeKind, OutcomeTone>> = {
  forwarded: 'good',
  'passed-through': 'good',
  redirected: 'note',
  responded: 'note',
  rejected: 'bad',
  failed: 'bad',
  denied: 'bad',
  bypassed: 'warn',
  unknown: 'warn',
};

/** Returns the tone of an outcome. An outcome that is not certain is never green. */
export function outcomeTone(kind: OutcomeKind, certain: boolean): OutcomeTone {
  const usual = TONES[kind];
  return certain || usual === 'bad' ? usual : 'warn';
}
