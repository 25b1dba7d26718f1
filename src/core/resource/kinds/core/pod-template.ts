import { compactList } from '../../../text/compact-list.ts';
import { METADATA, objectSchema } from '../../metadata.ts';
import { workloadsRead } from '../../read-keys.ts';
import type { ContainerPort, WorkloadKind, WorkloadSpec } from '../../resource.ts';
import {
  type Fields,
  ignored,
  list,
  port,
  type RecordSchema,
  record,
  text,
  type Validated,
  word,
} from '../../schema.ts';
import { startValidation, validate } from '../../validate-against-schema.ts';
import { type DecodeContext, defineKind } from '../kind.ts';

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

/** The spec of a Pod. */
export const POD_SPEC = record(
  'What runs in a Pod.',
  {
    containers: list('The containers.', CONTAINER),
    initContainers: list('Containers that run first; sidecars among them keep running.', CONTAINER),
    serviceAccountName: text('The identity of the Pod.'),
    serviceAccount: text('Older name of `serviceAccountName`.'),
  },
  { open: true },
);

/** The template of Pods. */
export const POD_TEMPLATE = record(
  'The Pods to make.',
  { metadata: METADATA, spec: POD_SPEC },
  { partial: true },
);

/** Returns the spec of a kind that creates Pods. `others` are fields that are not read. */
export function workloadSpec<F extends Fields, const Other extends string>(
  fields: F,
  ...others: readonly Other[]
) {
  return record('What to run, and how often.', { ...fields, ...ignored(...others) });
}

/** A template of Pods, as written. */
export type WrittenTemplate = Validated<typeof POD_TEMPLATE>;

const NO_LABELS: Readonly<Record<string, string>> = {};

/** Returns the workload that a template of Pods describes: labels, ports and service account. */
export function decodeTemplate(
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
  return compactList(ports);
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
 * Returns the part of an object of an unknown kind that the selector of a Service can match: its
 * `spec.template`, if it has the shape of a Pod template with labels. Returns null if there is none.
 */
export function templateOf(
  object: Readonly<Record<string, unknown>>,
  context: DecodeContext,
): WorkloadSpec | null {
  const { spec } = object;
  if (typeof spec !== 'object' || spec === null || !('template' in spec)) return null;
  const template = validate(
    POD_TEMPLATE,
    spec.template,
    startValidation(ignoreProblem, () => null, false, []),
  );
  const read = decodeTemplate(template, replicasOf(spec), context);
  const hasPods = template !== undefined && 'spec' in template;
  return hasPods && Object.keys(read.podLabels).length > 0 ? read : null;
}

/** Ignores a problem. The kind belongs to an implementation, which defines what is valid. */
function ignoreProblem(): void {
  return;
}

function replicasOf(spec: object): number | null {
  return 'replicas' in spec && typeof spec.replicas === 'number' ? spec.replicas : null;
}

/** Returns a kind that creates Pods from the template in its spec. */
export function workload<const Name extends WorkloadKind, const Group extends string>(
  kind: Name,
  group: Group,
  versions: readonly string[],
  description: string,
  spec: RecordSchema<{ readonly template: typeof POD_TEMPLATE }, never, false>,
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
    changedByEdit: (_, { namespace }) => [workloadsRead(namespace)],
  });
}
