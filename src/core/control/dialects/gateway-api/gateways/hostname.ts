import { coversHost, type HostPattern } from '../../../../ir/host-pattern.ts';

/** Returns the intersection of two patterns. Returns undefined if it is empty. */
export function intersectHosts(a: HostPattern, b: HostPattern): HostPattern | undefined {
  if (a === null || a === '') return b === '' ? null : b;
  if (b === null || b === '') return a;
  if (a === b) return a;
  const [wildA, wildB] = [a.startsWith('*.'), b.startsWith('*.')];
  if (wildA && wildB) {
    // The longer suffix is the narrower set.
    const [narrow, wide] = a.length >= b.length ? [a, b] : [b, a];
    return narrow.endsWith(wide.slice(1)) ? narrow : undefined;
  }
  if (wildA) return coversHost(a, b) ? b : undefined;
  if (wildB) return coversHost(b, a) ? a : undefined;
  return undefined;
}
