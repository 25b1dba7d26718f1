import { EngineMissing } from '../../../text/engine-missing.ts';
import type { decodeFilters } from './decode-filters.ts';

type DecodeFilters = typeof decodeFilters;

let decoder: DecodeFilters | null = null;

/** Provides the decoder of filters. See core/engines.ts. */
export function provideFilterDecoder(decode: DecodeFilters): void {
  decoder = decode;
}

/** Returns the decoder of filters. Throws EngineMissing if it is not provided yet. */
export function filterDecoder(): DecodeFilters {
  if (decoder === null) throw new EngineMissing('filters');
  return decoder;
}
