import type { LossCode, LossSeverity } from '../loss.ts';
import type { ChangeTopic } from '../topic-of-change.ts';

/** The words for losses and changes. `{…}` is replaced by an argument of the loss. */
export interface ConversionWords {
  readonly losses: Readonly<Record<LossCode, string>>;
  readonly severities: Readonly<Record<LossSeverity, string>>;
  readonly topics: Readonly<Record<ChangeTopic, string>>;
}
