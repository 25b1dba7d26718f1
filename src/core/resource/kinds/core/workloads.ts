import { METADATA, objectSchema } from '../../metadata.ts';
import type { ContainerPort, ResourceMeta, WorkloadKind, WorkloadSpec } from '../../resource.ts';
import {
  any,
  type Fields,
  ignored,
  integer,
  list,
  port,
  type RecordSchema,
  record,
  text,
  type Validated,
  word,
} from '../../schema.ts';
import { startValidation, validate } from '../../validate-against-schema.ts';
import { type DecodeContext, defineKind, type EditEffect } from '../kind.ts';

const CONTAINER = record(
  'A container.',
  {
    name: text('Name of the container.', { maxLength: 63 }),
    ports: list(
      'Ports that the container listens on.',
      record(
        'A port.',
        {
          name: text('Name of the port, which a Service may point at.', { maxLength: 15 }),
          containerPort: port('The port number.'),
          protocol: word('Transport protocol.', ['TCP', 'UDP', 'SCTP'], { defaultTo: 'TCP' }),
          ...ignored('hostIP', 'hostPort'),
        },
        { required: ['containerPort'] },
      ),
    ),
  },
  { open: true, partial: true },
);

const POD_SPEC = record(
  'What runs in a Pod.',
  {
    containers: list('The containers.', CONTAINER),
    initContainers: list('Containers that run first; sidecars among them keep running.', CONTAINER),
    serviceAccountName: text('The identity of the Pod.'),
    serviceAccount: text('Older name of `serviceAccountName`.'),
  },
  { open: true },
);

const TEMPLATE = record('The Pods to make.', { metadata: METADATA, spec: POD_SPEC }, { partial: true });

function workloadSpec<F extends Fields, const Other extends string>(fields: F, ...others: readonly Other[]) {
  return record('What to run, and how often.', { ...fields, ...ignored(...others) });
}

const REPLICAS = integer('How many Pods.', { min: 0, defaultTo: 1 });
const JOB_FIELDS = [
  'activeDeadlineSeconds',
  'backoffLimit',
  'backoffLimitPerIndex',
  'completionMode',
  'completions',
  'managedBy',
  'manualSelector',
  'maxFailedIndexes',
  'parallelism',
  'podFailurePolicy',
  'podReplacementPolicy',
  'selector',
  'successPolicy',
  'suspend',
  'ttlSecondsAfterFinished',
] as const;

type WrittenTemplate = Validated<typeof TEMPLATE>;

const NO_LABELS: Readonly<Record<string, string>> = {};

function decodeTemplate(
  template: WrittenTemplate | null | undefined,
  replicas: number | null,
  context: DecodeContext,
): WorkloadSpec {
  const pod = template?.spec ?? {};
  return {
    replicas,
    podLabels: template?.metadata?.labels ?? NO_LABELS,
    podAnnotations: template?.metadata?.annotations ?? NO_LABELS,
    serviceAccount: pod.serviceAccountName ?? pod.serviceAccount ?? null,
    containerPorts: decodePorts(pod),
    podIPs: [],
    ready: null,
    ownedBy: ownerOf(context),
  };
}

function decodePorts(pod: Validated<typeof POD_SPEC>): readonly ContainerPort[] {
  const ports: ContainerPort[] = [];
  for (const containers of [pod.containers, pod.initContainers]) {
    for (const container of containers ?? []) {
      for (const item of container?.ports ?? []) {
        if (item === undefined) continue;
        ports.push({
          name: item.name ?? '',
          containerPort: item.containerPort,
          protocol: item.protocol ?? 'TCP',
        });
      }
    }
  }
  return ports;
}

function ownerOf({ metadata }: DecodeContext): WorkloadSpec['ownedBy'] {
  const owners = metadata.ownerReferences;
  if (!Array.isArray(owners)) return null;
  const owner = owners.find((entry: unknown) => typeof entry === 'object' && entry !== null) as
    | { readonly kind?: string; readonly name?: string }
    | undefined;
  return owner?.kind === undefined || owner.name === undefined
    ? null
    : { kind: owner.kind, name: owner.name };
}

/**
 * What a Service's selector can pick of an object of a kind that is not decoded: its `spec.template`, when it has the
 * shape of a Pod template with labels. null when it has none.
 */
export function templateOf(
  object: Readonly<Record<string, unknown>>,
  context: DecodeContext,
): WorkloadSpec | null {
  const { spec } = object;
  if (typeof spec !== 'object' || spec === null || !('template' in spec)) return null;
  const template = validate(
    TEMPLATE,
    spec.template,
    startValidation(ignoreProblem, () => null, false, []),
  );
  const read = decodeTemplate(template, replicasOf(spec), context);
  const hasPods = template !== undefined && 'spec' in template;
  return hasPods && Object.keys(read.podLabels).length > 0 ? read : null;
}

/** The kind is somebody's own, and so are its mistakes. */
function ignoreProblem(): void {
  return;
}

function replicasOf(spec: object): number | null {
  return 'replicas' in spec && typeof spec.replicas === 'number' ? spec.replicas : null;
}

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

/** Any Service of the namespace may select a workload. */
function effectsOnEndpoints({ namespace }: ResourceMeta): readonly EditEffect[] {
  return [{ changes: 'endpoints', namespace, name: null }];
}

function workload<const Name extends WorkloadKind, const Group extends string>(
  kind: Name,
  group: Group,
  versions: readonly string[],
  description: string,
  spec: RecordSchema<{ readonly template: typeof TEMPLATE }, never, false>,
  defaultReplicas: number | null = null,
) {
  return defineKind({
    kind,
    group,
    versions,
    namespaced: true,
    schema: objectSchema(description, { spec }),
    decode: ({ spec }, context) =>
      decodeTemplate(spec?.template, replicasOf(spec ?? {}) ?? defaultReplicas, context),
    effectsOfEdit: (_, workload) => effectsOnEndpoints(workload),
  });
}

const APPS = ['v1', 'v1beta2', 'v1beta1'] as const;

export const DEPLOYMENT = workload(
  'Deployment',
  'apps',
  APPS,
  'Keeps a number of equal Pods running.',
  workloadSpec(
    { replicas: REPLICAS, template: TEMPLATE, selector: any('Labels of the Pods that it owns.') },
    'minReadySeconds',
    'paused',
    'progressDeadlineSeconds',
    'revisionHistoryLimit',
    'strategy',
    'rollbackTo',
  ),
);

export const STATEFUL_SET = workload(
  'StatefulSet',
  'apps',
  APPS,
  'Keeps numbered Pods running, each with a name of its own.',
  workloadSpec(
    { replicas: REPLICAS, template: TEMPLATE, selector: any('Labels of the Pods that it owns.') },
    'minReadySeconds',
    'ordinals',
    'persistentVolumeClaimRetentionPolicy',
    'podManagementPolicy',
    'revisionHistoryLimit',
    'serviceName',
    'updateStrategy',
    'volumeClaimTemplates',
  ),
);

export const DAEMON_SET = workload(
  'DaemonSet',
  'apps',
  APPS,
  'Keeps one Pod running on every node.',
  workloadSpec(
    { template: TEMPLATE, selector: any('Labels of the Pods that it owns.') },
    'minReadySeconds',
    'revisionHistoryLimit',
    'updateStrategy',
  ),
);

export const REPLICA_SET = workload(
  'ReplicaSet',
  'apps',
  APPS,
  'Keeps a number of equal Pods running; usually made by a Deployment.',
  workloadSpec(
    { replicas: REPLICAS, template: TEMPLATE, selector: any('Labels of the Pods that it owns.') },
    'minReadySeconds',
  ),
);

export const JOB = workload(
  'Job',
  'batch',
  ['v1'],
  'Runs Pods until they are done.',
  workloadSpec({ template: TEMPLATE }, ...JOB_FIELDS),
);

/** A CronJob's Pods come from the template of its Jobs. */
export const CRON_JOB = defineKind({
  kind: 'CronJob',
  group: 'batch',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  schema: objectSchema('Runs a Job again and again.', {
    spec: workloadSpec(
      {
        jobTemplate: record('The Jobs to make.', {
          metadata: METADATA,
          spec: workloadSpec({ template: TEMPLATE }, ...JOB_FIELDS),
        }),
      },
      'concurrencyPolicy',
      'failedJobsHistoryLimit',
      'schedule',
      'startingDeadlineSeconds',
      'successfulJobsHistoryLimit',
      'suspend',
      'timeZone',
    ),
  }),
  decode: ({ spec }, context) => decodeTemplate(spec?.jobTemplate?.spec?.template, null, context),
  effectsOfEdit: (_, workload) => effectsOnEndpoints(workload),
});

export const POD = defineKind({
  kind: 'Pod',
  group: '',
  versions: ['v1'],
  namespaced: true,
  schema: objectSchema('One running copy of some containers.', { spec: POD_SPEC, status: any() }),
  decode: (value, context) => decodePod(value, context),
  effectsOfEdit: (_, workload) => effectsOnEndpoints(workload),
});
