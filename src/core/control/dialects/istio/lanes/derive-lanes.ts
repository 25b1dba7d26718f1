import type { Cluster } from '../../../../cluster/cluster.ts';
import {
  DESTINATION_RULE,
  VIRTUAL_ENVIRONMENT,
  VIRTUAL_SERVICE,
} from '../../../../resource/kinds/rare-kinds.ts';
import type { ResourceId } from '../../../../resource/resource.ts';
import { resourceId } from '../../../../resource/resource-id.ts';
import { own } from '../../../../text/own.ts';
import type { VirtualServiceResource } from '../delegates.ts';
import {
  type ActiveEnvironment,
  activeEnvironments,
  type VirtualEnvironmentResource,
} from './environments.ts';
import { type DestinationRuleResource, generateObjects } from './generate-objects.ts';
import { lanesOfService, readsOf, type ServiceLanes } from './lane-rules.ts';

/** A VirtualService that the controller of KT-env writes, and what it writes it from. */
export interface GeneratedLanes extends ServiceLanes {
  readonly active: ActiveEnvironment;
  /** True if the object is in the manifests, and the controller finds nothing to change. */
  readonly isKept: boolean;
}

/** A written object that the controller of KT-env replaces or deletes (KT-env 20.5). */
export interface OverwrittenObject {
  readonly resource: VirtualServiceResource | DestinationRuleResource;
  readonly by: ResourceId;
  readonly how: 'replaced' | 'deleted';
}

/** The objects of Istio after the controller of KT-env has written its own. */
export interface DerivedLanes {
  readonly virtualServices: readonly VirtualServiceResource[];
  readonly destinationRules: readonly DestinationRuleResource[];
  /** By the id of the VirtualService. */
  readonly generated: ReadonlyMap<ResourceId, GeneratedLanes>;
  readonly overwritten: readonly OverwrittenObject[];
  /** By namespace. */
  readonly active: ReadonlyMap<string, ActiveEnvironment>;
  /** The Services that an environment reads, by the id of the environment. */
  readonly lanes: ReadonlyMap<ResourceId, readonly ServiceLanes[]>;
}

/** Returns the objects of Istio in a bundle, with those that the controller of KT-env derives. */
export function deriveLanes(
  cluster: Cluster,
  createdAt: (resource: VirtualEnvironmentResource) => number | null,
): DerivedLanes {
  const virtualServices = byId(cluster.resourcesOf(VIRTUAL_SERVICE));
  const destinationRules = byId(cluster.resourcesOf(DESTINATION_RULE));
  const active = activeEnvironments(cluster.resourcesOf(VIRTUAL_ENVIRONMENT), createdAt);
  const generated = new Map<ResourceId, GeneratedLanes>();
  const overwritten: OverwrittenObject[] = [];
  const lanes = new Map<ResourceId, ServiceLanes[]>();
  for (const { resource } of active.values()) lanes.set(resource.id, []);
  for (const service of active.size === 0 ? [] : cluster.services.values()) {
    const environment = active.get(service.namespace);
    if (environment === undefined) continue;
    const { resource } = environment;
    const templates = readsOf(cluster.workloadsIn.get(service.namespace) ?? []);
    const own = lanesOfService(service, resource, templates);
    if (own === null) continue;
    lanes.get(resource.id)?.push(own);
    const made = generateObjects(own);
    const { label } = resource.spec;
    const state = write(virtualServices, idOf('VirtualService', own), made?.virtualService, isSameService);
    const ruleState = write(destinationRules, idOf('DestinationRule', own), made?.destinationRule, (a, b) =>
      isSameRule(a, b, label),
    );
    for (const { before, how } of [state, ruleState])
      if (before !== undefined && how !== 'kept')
        overwritten.push({ resource: before, by: resource.id, how });
    if (made !== null) {
      const isKept = state.how === 'kept';
      generated.set(made.virtualService.id, { ...own, active: environment, isKept });
    }
  }
  return {
    virtualServices: [...virtualServices.values()],
    destinationRules: [...destinationRules.values()],
    generated,
    overwritten,
    active,
    lanes,
  };
}

function byId<R extends { readonly id: ResourceId }>(resources: readonly R[]): Map<ResourceId, R> {
  return new Map(resources.map((each) => [each.id, each]));
}

function idOf(kind: string, { service }: ServiceLanes): ResourceId {
  return resourceId(kind, 'networking.istio.io', service.namespace, service.name);
}

/**
 * Writes an object as the controller does: it updates the spec of an object with that name unless it finds no
 * difference, and deletes the object if there is nothing to write (KT-env 20.5). Returns what happened to the
 * object that was there.
 */
function write<R extends VirtualServiceResource | DestinationRuleResource>(
  into: Map<ResourceId, R>,
  id: ResourceId,
  made: R | undefined,
  isSame: (before: R, after: R) => boolean,
): { readonly before: R | undefined; readonly how: 'replaced' | 'deleted' | 'kept' } {
  const before = into.get(id);
  if (made === undefined) {
    into.delete(id);
    return { before, how: 'deleted' };
  }
  if (before === undefined) into.set(id, made);
  else if (isSame(before, made)) return { before, how: 'kept' };
  // The metadata stays, so the object keeps its age.
  else into.set(id, { ...made, created: before.created });
  return { before, how: 'replaced' };
}

/** Returns true if the controller finds no difference between two VirtualServices (KT-env 20.5). */
function isSameService(before: VirtualServiceResource, after: VirtualServiceResource): boolean {
  const rulesAfter = after.spec.http;
  return (
    isEqual(before.spec.gateways, after.spec.gateways) &&
    isEqual(before.spec.hosts, after.spec.hosts) &&
    before.spec.http.length === rulesAfter.length &&
    before.spec.http.every((rule) => rulesAfter.some((other) => isSameHTTPRule(rule, other)))
  );
}

type Rule = VirtualServiceResource['spec']['http'][number];

/** Only the headers of the first match and the first destination count. */
function isSameHTTPRule(before: Rule, after: Rule): boolean {
  if (before === undefined || after === undefined || before.hasMatches !== after.hasMatches) return false;
  const values = (after.matches[0]?.headers ?? []).map(({ match }) => JSON.stringify(match));
  const [from, to] = [before.route[0]?.destination, after.route[0]?.destination];
  return (
    (before.matches[0]?.headers ?? []).every(({ match }) => values.includes(JSON.stringify(match))) &&
    from?.subset === to?.subset &&
    from?.port === to?.port
  );
}

/** Returns true if the controller finds no difference between two DestinationRules. */
function isSameRule(before: DestinationRuleResource, after: DestinationRuleResource, label: string): boolean {
  const { subsets } = after.spec;
  return (
    before.spec.subsets.length === subsets.length &&
    before.spec.subsets.every((subset) => {
      const other = subsets.find(({ name }) => name === subset.name);
      return other !== undefined && own(subset.labels, label) === own(other.labels, label);
    })
  );
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
