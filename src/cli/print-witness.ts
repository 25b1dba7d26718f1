import type { Witness } from '../core/analysis/witness.ts';

/** A witness as the words that `trace` takes after its client. */
export function printWitness({ method, url, headers, sni }: Witness): string {
  const parts = [method, url, ...headers.map(([name, value]) => `-H '${name}: ${value}'`)];
  return [...parts, ...(sni === undefined ? [] : [`SNI ${sni}`])].join(' ');
}
