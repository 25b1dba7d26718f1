import { isRecord } from './ask-api.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Kinds whose status has facts about routing: addresses, or the conditions of a controller. */
const NO_STATUS: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Job',
  'CronJob',
  'Namespace',
]);

const METADATA = ['managedFields', 'resourceVersion', 'uid', 'selfLink', 'generation', 'finalizers'] as const;
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * Returns an object with only the fields that the page uses: without the metadata of the API server, and
 * without the parts of Pods that often hold passwords (environment, commands, volumes).
 */
export function trim(object: Fields, apiVersion: string, kind: string): Fields {
  const { metadata, spec, status, apiVersion: _, kind: __, ...rest } = object;
  return {
    apiVersion,
    kind,
    ...(isRecord(metadata) ? { metadata: trimMetadata(metadata) } : null),
    ...(spec === undefined ? null : { spec: trimSpec(spec, kind) }),
    ...rest,
    ...(status === undefined || NO_STATUS.has(kind) ? null : { status }),
  };
}

function trimMetadata(metadata: Fields): Fields {
  const kept = without(metadata, METADATA);
  if (!isRecord(kept.annotations)) return kept;
  const annotations = without(kept.annotations, [LAST_APPLIED]);
  return Object.keys(annotations).length === 0 ? without(kept, ['annotations']) : { ...kept, annotations };
}

function trimSpec(spec: unknown, kind: string): unknown {
  if (!isRecord(spec)) return spec;
  switch (kind) {
    case 'Pod':
      return trimPodSpec(spec);
    case 'CronJob':
      return isRecord(spec.jobTemplate)
        ? { ...spec, jobTemplate: { ...spec.jobTemplate, spec: trimSpec(spec.jobTemplate.spec, 'Job') } }
        : spec;
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'ReplicaSet':
    case 'Job':
      return {
        ...without(spec, ['volumeClaimTemplates', 'strategy', 'updateStrategy']),
        ...(isRecord(spec.template) ? { template: trimTemplate(spec.template) } : null),
      };
    default:
      return spec;
  }
}

function trimTemplate(template: Fields): Fields {
  return {
    ...(isRecord(template.metadata) ? { metadata: trimMetadata(template.metadata) } : null),
    ...(isRecord(template.spec) ? { spec: trimPodSpec(template.spec) } : null),
  };
}

function trimPodSpec(spec: Fields): Fields {
  const containers = (value: unknown) =>
    Array.isArray(value)
      ? value.filter(isRecord).map((each) => only(each, ['name', 'image', 'ports']))
      : value;
  return {
    ...only(spec, ['serviceAccountName', 'hostNetwork', 'nodeName']),
    ...(spec.initContainers === undefined ? null : { initContainers: containers(spec.initContainers) }),
    ...(spec.containers === undefined ? null : { containers: containers(spec.containers) }),
  };
}

function without(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

function only(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}
