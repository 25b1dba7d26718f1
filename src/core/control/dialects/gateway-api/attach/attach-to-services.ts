import { namespacedName } from '../../../../ids/ids.ts';
import type { Role } from '../../../../ir/table.ts';
import type { ParentRef } from '../../../../resource/resource.ts';
import { compactList } from '../../../../text/compact-list.ts';
import type { World } from '../../../dialect-compiler.ts';
import type { ServiceFacet } from '../../../service-facets.ts';
import { meshRules } from '../compile/mesh-rules.ts';
import type { RouteServices } from '../references/route-services.ts';
import type { AnyRoute } from '../routes.ts';
import { flawOf } from './route-flaw.ts';

/**
 * The reason why a parentRef to a Service binds nothing: Accepted=False with reason NoMatchingParent (R-114,
 * R-515), or UnsupportedValue if none of the rules of the route can be read.
 */
type Refusal =
  | 'unsupported-value'
  | 'service-missing'
  | 'headless'
  | 'external-name'
  | 'port-missing'
  | 'section-missing';

/** The result of one parentRef of one route. The role belongs to this pair, not to the route. */
export interface Attachment {
  readonly route: AnyRoute;
  /** Index of the parentRef in `spec.parentRefs`. */
  readonly parent: number;
  readonly ref: ParentRef;
  /** `ns/name` of the Service that the parentRef names. */
  readonly service: string;
  readonly role: Exclude<Role, 'written' | 'ingress'>;
  /** The Service ports that it binds. Empty if it is refused (R-111…R-114). */
  readonly ports: readonly number[];
  readonly refusal: Refusal | null;
  readonly facet: ServiceFacet | null;
}

/** What the attachment of a route depends on, in addition to the bundle. */
export type AttachmentRules = Pick<World, 'profile' | 'dependsOn'>;

/**
 * Returns true if a parentRef names a Service frontend. This requires group `''` and kind Service in the
 * manifest.
 */
export function namesService(ref: ParentRef, route: AnyRoute, services: RouteServices): boolean {
  return services.groupOf(ref.group, route) === '' && ref.kind === 'Service';
}

/**
 * Returns the result of each Service parentRef of a route. No ReferenceGrant is needed in any namespace
 * . Parents of other kinds do not belong to the mesh and give no attachment.
 */
export function attachRoute(
  route: AnyRoute,
  services: RouteServices,
  rules: AttachmentRules,
): readonly Attachment[] {
  const attachments: Attachment[] = [];
  // R-303 does not define filters that exclude each other in a mesh. The first of them acts.
  const unsupported = flawOf(route).refusal === 'UnsupportedValue';
  route.spec.parentRefs.forEach((ref, parent) => {
    if (!namesService(ref, route, services)) return;
    const service = namespacedName(ref.namespace, ref.name);
    const facet = services.find(service);
    const role: Role = ref.namespace === route.namespace ? 'producer' : 'consumer';
    const { ports, refusal } = unsupported ? UNSUPPORTED : bind(route, ref, facet, rules);
    attachments.push({ route, parent, ref, service, role, ports, refusal, facet });
  });
  return compactList(attachments);
}

const UNSUPPORTED = { ports: [], refusal: 'unsupported-value' } as const;

function bind(
  route: AnyRoute,
  ref: ParentRef,
  facet: ServiceFacet | null,
  rules: AttachmentRules,
): { ports: readonly number[]; refusal: Refusal | null } {
  if (facet === null) return { ports: [], refusal: 'service-missing' };
  if (facet.facts.kind === 'external-name') return { ports: [], refusal: 'external-name' };
  if (facet.facts.kind === 'headless') return bindHeadless(route, ref, facet, rules);
  return bindPorts(ref, facet);
}

function bindHeadless(
  route: AnyRoute,
  ref: ParentRef,
  facet: ServiceFacet,
  rules: AttachmentRules,
): { ports: readonly number[]; refusal: Refusal | null } {
  const routed = meshRules().routedPorts(route, facet, rules);
  const { ports, refusal } = bindPorts(ref, facet);
  const bound = ports.filter((port) => routed.includes(port));
  return bound.length > 0 ? { ports: bound, refusal } : { ports: [], refusal: 'headless' };
}

function bindPorts(
  ref: ParentRef,
  facet: ServiceFacet,
): { ports: readonly number[]; refusal: Refusal | null } {
  if (ref.port === null && ref.sectionName === null) return { ports: facet.facts.ports, refusal: null };
  const named = facet.ports.filter((each) => ref.sectionName === null || each.name === ref.sectionName);
  if (named.length === 0) return { ports: [], refusal: 'section-missing' };
  // If both are given, the port must satisfy both.
  const bound = named.filter((each) => ref.port === null || each.port === ref.port);
  if (bound.length === 0) return { ports: [], refusal: 'port-missing' };
  return { ports: bound.map((each) => each.port), refusal: null };
}
