import { objectSchema } from '../../metadata.ts';
import { workloadsRead } from '../../read-keys.ts';
import type { WorkloadSpec } from '../../resource.ts';
import { any } from '../../schema.ts';
import { type DecodeContext, defineKind } from '../kind.ts';
import { decodeTemplate, POD_SPEC, type WrittenTemplate } from './pod-template.ts';

interface PodStatus {
  readonly podIP?: unknown;
  readonly podIPs?: unknown;
  readonly conditions?: unknown;
}

function decodePod(
  value: WrittenTemplate & { readonly status?: unknown },
  context: DecodeContext,
): WorkloadSpec {
  const base = decodeTemplate({ metadata: value.metadata ?? null, spec: value.spec ?? null }, 1, context);
  if (typeof value.status !== 'object' || value.status === null) return base;
  const status = value.status as PodStatus;
  const listed = Array.isArray(status.podIPs)
    ? status.podIPs.map((entry: { ip?: unknown } | null) => entry?.ip)
    : [];
  const addresses = [...new Set([status.podIP, ...listed])];
  const ready = Array.isArray(status.conditions)
    ? status.conditions.find((entry: { type?: unknown } | null) => entry?.type === 'Ready')?.status
    : undefined;
  return {
    ...base,
    podIPs: addresses.filter((ip): ip is string => typeof ip === 'string' && ip !== ''),
    ready: ready === 'True' || ready === true ? true : ready === 'False' || ready === false ? false : null,
  };
}

export const POD = defineKind({
  kind: 'Pod',
  group: '',
  versions: ['v1'],
  namespaced: true,
  schema: objectSchema('One running copy of some containers.', { spec: POD_SPEC, status: any() }),
  decode: (value, context) => decodePod(value, context),
  changedByEdit: (_, { namespace }) => [workloadsRead(namespace)],
});
