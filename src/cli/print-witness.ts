import type { Witness } from '../core/analysis/sets/witness.ts';
import { shellWord } from '../core/explain/probe.ts';

/** A witness as the words that `trace` takes after its client. */
export function printWitness({ method, url, headers, sni }: Witness): string {
  const parts = [method, url, ...headers.flatMap(([name, value]) => ['-H', `${name}: ${value}`])].map(
    shellWord,
  );
  return [...parts, ...(sni === undefined ? [] : [`SNI ${sni}`])].join(' ');
}
