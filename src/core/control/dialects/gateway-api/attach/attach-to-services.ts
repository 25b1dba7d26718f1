import { namespacedName } from '../../../../ids/ids.ts';
import type { Role } from '../../../../ir/table.ts';
import type { ParentRef } from '../../../../resource/resource.ts';
import type { ServiceFacet } from '../../../service-facets.ts';
import type { RouteServices } from '../references/route-services.ts';
import type { AnyRoute } from '../routes.ts';
import { flawOf } from './route-flaw.ts';

/**
 * Why a parentRef to a Service binds nothing: Accepted=False with reason NoMatchingParent, or
 * UnsupportedValue where none of the route's rules can be read.
 */
type Refusal =
  | 'unsupported-value'
  | 'service-missing'
  | 'headless'
  | 'external-name'
  | 'port-missing'
  | 'section-missing';

/** One parentRef of one route, decided. Role is a property of this pair, not of the route. */
export interface Attachment {
  readonly route: AnyRoute;
  /** Index of the parentRef in `spec.parentRefs`. */
  readonly parent: number;
  readonly ref: ParentRef;
  /** `ns/name` of the Service that the parentRef names. */
  readonly service: string;
  readonly role: Role;
  /** Service ports that it binds; empty when refused (R-111…R-114). */
  readonly ports: readonly number[];
  readonly refusal: Refusal | null;
  readonly facet: ServiceFacet | null;
}

/** Whether a parentRef addresses a Service frontend: only with group `''` and kind Service written out. */
export function namesService(ref: ParentRef, route: AnyRoute, services: RouteServices): boolean {
  return services.groupOf(ref.group, route) === '' && ref.kind === 'Service';
}

/**
 * Decides each Service parentRef of a route. Needs no ReferenceGrant, whatever the namespaces. Parents of
 * other kinds are not the mesh's and give no attachment.
 */
export function attachRoute(route: AnyRoute, services: RouteServices): readonly Attachment[] {
  const attachments: Attachment[] = [];
  // R-303 leaves open what filters that exclude each other mean in a mesh; there the first of them acts.
  const unsupported = flawOf(route).refusal === 'UnsupportedValue';
  route.spec.parentRefs.forEach((ref, parent) => {
    if (!namesService(ref, route, services)) return;
    const service = namespacedName(ref.namespace, ref.name);
    const facet = services.find(service);
    const role: Role = ref.namespace === route.namespace ? 'producer' : 'consumer';
    const { ports, refusal } = unsupported ? UNSUPPORTED : bind(ref, facet);
    attachments.push({ route, parent, ref, service, role, ports, refusal, facet });
  });
  return attachments;
}

const UNSUPPORTED = { ports: [], refusal: 'unsupported-value' } as const;

function bind(
  ref: ParentRef,
  facet: ServiceFacet | null,
): { ports: readonly number[]; refusal: Refusal | null } {
  if (facet === null) return { ports: [], refusal: 'service-missing' };
  if (facet.facts.kind === 'headless') return { ports: [], refusal: 'headless' };
  if (facet.facts.kind === 'external-name') return { ports: [], refusal: 'external-name' };
  if (ref.port === null && ref.sectionName === null) return { ports: facet.facts.ports, refusal: null };
  const named = facet.ports.filter((each) => ref.sectionName === null || each.name === ref.sectionName);
  if (named.length === 0) return { ports: [], refusal: 'section-missing' };
  // Both given: the selected port must satisfy both.
  const bound = named.filter((each) => ref.port === null || each.port === ref.port);
  if (bound.length === 0) return { ports: [], refusal: 'port-missing' };
  return { ports: bound.map((each) => each.port), refusal: null };
}
