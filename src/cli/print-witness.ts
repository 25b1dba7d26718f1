import type { Witness } from '../core/analysis/sets/witness.ts';
import { shellWord } from '../core/explain/probe.ts';

/** Returns a witness as the words that `trace` expects after its client. */
export function printWitness({ method, url, headers, sni, clientAddress }: Witness): string {
  const parts = [
    method,
    url,
    ...headers.flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
    ...(clientAddress === undefined ? [] : ['--client-address', clientAddress]),
  ].map(shellWord);
  return [...parts, ...(sni === undefined ? [] : [`SNI ${sni}`])].join(' ');
}
