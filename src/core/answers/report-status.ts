import type { Condition, ListenerStatus, ParentStatus, ResourceStatus } from '../control/resource-status.ts';
import { predictStatus } from '../dialects/statuses.ts';
import { formatResourceId } from '../ids/ids.ts';
import { INGRESS } from '../resource/kinds/rare-kinds.ts';
import type { ResourceId } from '../resource/resource.ts';
import type { Snapshot } from '../snapshot.ts';

/** One difference between the predicted and the pasted status. */
interface StatusDifference {
  /** `parents[Gateway/infra/kong].Accepted`, `listeners[http].attachedRoutes` … */
  readonly path: string;
  readonly predicted: string | null;
  readonly observed: string | null;
}

/** The status that a conformant controller would write, and its differences from the pasted one (R-502). */
export interface StatusReport extends ResourceStatus {
  /** True for a prediction. False for an Ingress, whose status has nothing but addresses. */
  readonly predicted: boolean;
  /** The addresses in the manifest of an Ingress: observed, never predicted. */
  readonly addresses?: readonly string[];
  /** Whether the manifest carries a `.status` with conditions. */
  readonly observed: boolean;
  readonly differences: readonly StatusDifference[];
}

/**
 * Returns the predicted status of every Gateway, ListenerSet, route and policy, sorted by id, then the observed
 * addresses of Ingresses.
 */
export function reportStatus(snapshot: Snapshot): readonly StatusReport[] {
  return [...predictedIn(snapshot), ...addressesIn(snapshot)];
}

function addressesIn({ cluster }: Snapshot): readonly StatusReport[] {
  return cluster.resourcesOf(INGRESS).flatMap(({ id, spec }): readonly StatusReport[] => {
    const addresses = spec.loadBalancer.flatMap(({ ip, hostname }) => ip ?? hostname ?? []);
    if (addresses.length === 0) return [];
    return [{ resource: id, predicted: false, observed: true, differences: [], addresses }];
  });
}

function predictedIn(snapshot: Snapshot): readonly StatusReport[] {
  return predictStatus(snapshot.cluster, snapshot.control).map((status) => {
    const pasted = pastedFacts(snapshot, status.resource);
    return {
      ...status,
      predicted: true,
      observed: pasted !== null,
      differences: pasted === null ? [] : compare(factsOf(status), pasted),
    };
  });
}

type Facts = ReadonlyMap<string, string>;

function conditionFacts(facts: Map<string, string>, prefix: string, conditions: readonly Condition[]): void {
  for (const { type, status, reason } of conditions) facts.set(`${prefix}${type}`, `${status}/${reason}`);
}

function parentName({ parentRef }: ParentStatus): string {
  const { kind, namespace, name, sectionName, port } = parentRef;
  const section = sectionName === null ? '' : `#${sectionName}`;
  return `${formatResourceId(kind, namespace, name)}${section}${port === null ? '' : `:${port}`}`;
}

function factsOf(status: ResourceStatus): Facts {
  const facts = new Map<string, string>();
  conditionFacts(facts, '', status.conditions ?? []);
  for (const listener of status.listeners ?? []) listenerFacts(facts, listener);
  for (const parent of status.parents ?? [])
    conditionFacts(facts, `parents[${parentName(parent)}].`, parent.conditions);
  for (const parent of status.ancestors ?? []) {
    conditionFacts(facts, `ancestors[${parentName(parent)}].`, parent.conditions);
  }
  return facts;
}

function listenerFacts(facts: Map<string, string>, listener: ListenerStatus): void {
  conditionFacts(facts, `listeners[${listener.name}].`, listener.conditions);
  facts.set(`listeners[${listener.name}].attachedRoutes`, String(listener.attachedRoutes));
}

/** Conditions that controllers may leave out unless they are true (R-501). */
const OPTIONAL = /(^|\.)(Conflicted|OverlappingTLSConfig|PartiallyInvalid)$/;

function compare(predicted: Facts, observed: Facts): readonly StatusDifference[] {
  const differences: StatusDifference[] = [];
  for (const path of new Set([...predicted.keys(), ...observed.keys()])) {
    const [mine, theirs] = [predicted.get(path) ?? null, observed.get(path) ?? null];
    if (mine === theirs) continue;
    // Controllers write more conditions of their own, and may leave out conditions that only matter when
    // true.
    if (mine === null || (theirs === null && OPTIONAL.test(path))) continue;
    differences.push({ path, predicted: mine, observed: theirs });
  }
  return differences.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Returns the facts of a pasted `.status`, by the same paths. Returns null when there is no status. */
function pastedFacts(snapshot: Snapshot, id: ResourceId): Facts | null {
  const found = snapshot.cluster.byId.get(id);
  const status = record(record(found?.resource.raw).status);
  if (Object.keys(status).length === 0 || found === undefined) return null;
  const facts = new Map<string, string>();
  const read = (prefix: string, conditions: unknown) => {
    for (const item of list(conditions)) {
      const { type, status: value, reason } = record(item);
      if (text(type) !== null)
        facts.set(`${prefix}${text(type)}`, `${text(value) ?? ''}/${text(reason) ?? ''}`);
    }
  };
  read('', status.conditions);
  for (const item of list(status.listeners)) {
    const { name, conditions, attachedRoutes } = record(item);
    read(`listeners[${text(name) ?? ''}].`, conditions);
    if (typeof attachedRoutes === 'number')
      facts.set(`listeners[${text(name) ?? ''}].attachedRoutes`, String(attachedRoutes));
  }
  for (const [field, items] of [
    ['parents', status.parents] as const,
    ['ancestors', status.ancestors] as const,
  ]) {
    for (const item of list(items)) {
      const { parentRef, ancestorRef, conditions } = record(item);
      const ref = record(field === 'parents' ? parentRef : ancestorRef);
      const name = parentName({
        parentRef: {
          group: text(ref.group) ?? 'gateway.networking.k8s.io',
          kind: text(ref.kind) ?? 'Gateway',
          namespace: text(ref.namespace) ?? found.resource.namespace,
          name: text(ref.name) ?? '',
          sectionName: text(ref.sectionName),
          port: typeof ref.port === 'number' ? ref.port : null,
        },
        conditions: [],
      });
      read(`${field}[${name}].`, conditions);
    }
  }
  return facts;
}
