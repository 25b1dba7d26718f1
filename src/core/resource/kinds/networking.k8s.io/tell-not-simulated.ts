import type { DecodeContext } from '../kind.ts';

/** Reports `kind-not-simulated`: the kind is decoded and validated, but it acts on no request yet. */
export function tellNotSimulated(kind: string, { report }: DecodeContext): void {
  report({
    code: 'kind-not-simulated',
    args: { kind, group: 'networking.k8s.io' },
    place: { path: ['kind'] },
  });
}
