import { readApiVersion } from '../../../ids/api-version.ts';
import type { DecodeContext } from '../kind.ts';

/** Reports a version that clusters no longer serve: every one before `networking.k8s.io/v1`. */
export function tellOldVersion(kind: string, written: unknown, { report }: DecodeContext): void {
  if (typeof written !== 'string') return;
  const { group, version } = readApiVersion(written);
  if (group === 'networking.k8s.io' && version !== 'v1beta1') return;
  report({
    code: 'ingress-old-version',
    args: { kind, apiVersion: written },
    place: { path: ['apiVersion'] },
  });
}
