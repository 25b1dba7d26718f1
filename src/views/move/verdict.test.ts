import { expect, test } from 'vitest';
import type { ConversionChange } from '../../core/convert/conversion-result.ts';
import type { Loss } from '../../core/convert/loss.ts';
import type { ConversionReport } from '../../core/convert/report-conversion.ts';
import { en } from './texts-en.ts';
import { verdictOn } from './verdict.ts';

const SAME: ConversionReport = {
  documents: ['kind: Gateway\n'],
  losses: [],
  proof: { complete: true, changes: [] },
  gateways: [],
  entrances: [],
  sources: [],
  removal: [],
  behindAliases: [],
};
const lossOf = (severity: Loss['severity']) => ({ severity }) as Loss;
const CHANGE = {} as ConversionChange;

test.each<[string, Partial<ConversionReport>, 'good' | 'warn' | 'bad', string]>([
  ['all is equal', {}, 'good', en.same],
  ['only notes and warnings', { losses: [lossOf('note'), lossOf('warning')] }, 'good', en.same],
  ['a protection is lost', { losses: [lossOf('error')] }, 'bad', en.unprotected],
  ['not complete', { proof: { complete: false, changes: [] } }, 'warn', en.open],
  ['a change', { proof: { complete: true, changes: [CHANGE] } }, 'warn', en.changed(1)],
  ['no document', { documents: [] }, 'warn', en.unserved],
])('the verdict is good only for a proof: %s', (_, part, tone, title) => {
  expect(verdictOn({ ...SAME, ...part }, en)).toMatchObject({ tone, title });
});
