import { GATEWAY_API, type Profile } from '../../../core/profile/profile.ts';
import { own } from '../../../core/text/own.ts';
import type { EN_PROFILES } from '../../ui/texts/en-profiles.ts';

/** The fields of a profile that are not a choice between values. */
const NO_CHOICES: ReadonlySet<string> = new Set(['name', 'own'] satisfies readonly (keyof Profile)[]);

/** A field in which a profile differs from the specification's defaults. */
interface Deviation {
  readonly field: string;
  /** The sentence about the value. Undefined when the texts have none. */
  readonly sentence: string | undefined;
}

/** Returns the choices in which a profile differs from the specification's defaults. */
export function deviationsOf(profile: Profile, texts: typeof EN_PROFILES): readonly Deviation[] {
  const usual = new Map<string, unknown>(Object.entries(GATEWAY_API));
  return Object.entries(profile).flatMap(([field, value]: [string, unknown]) => {
    if (NO_CHOICES.has(field) || JSON.stringify(value) === JSON.stringify(usual.get(field))) return [];
    const values = own(texts.fields, field);
    return [{ field, sentence: own(values, String(value)) ?? own(values, '*') }];
  });
}
