import type { Destination } from '../../../../ir/destination.ts';
import type { Condition, ParentStatus, ResourceStatus } from '../../../resource-status.ts';
import type { GatewayAttachment } from '../attach/attach-to-listeners.ts';
import type { Attachment } from '../attach/attach-to-services.ts';
import { flawOf } from '../attach/route-flaw.ts';
import type { CompiledRoute } from '../compile/compiled-route.ts';
import type { GatewayAPIControl } from '../gateway-api.ts';
import type { AnyRoute } from '../routes.ts';
import { condition } from './gateway-status.ts';

/**
 * Status of routes: one entry for each parentRef whose parent exists and is ours to report (R-511…R-515). A parentRef
 * to something that does not exist has no entry, except a Service: a mesh owns those.
 */
export function routeStatuses(
  routes: readonly AnyRoute[],
  control: GatewayAPIControl,
): readonly ResourceStatus[] {
  const atGateways = group(control.plane.attachments);
  const conflicted = conflictedRoutes(control);
  return routes.map((route) => {
    const parents = new Map<number, ParentStatus>();
    for (const attachment of atGateways.get(route) ?? []) {
      const compiled = control.compiledAtGateways.get(route);
      parents.set(attachment.parent, {
        parentRef: attachment.ref,
        conditions: conditionsOf(route, acceptedOf(attachment), compiled),
        ...(isAssumed(attachment, control) ? { assumed: true } : null),
      });
    }
    for (const attachment of control.attachmentsOf(route)) {
      const compiled = control.compiledOf(attachment.route) ?? undefined;
      parents.set(attachment.parent, {
        parentRef: attachment.ref,
        conditions: conditionsOf(route, meshAccepted(attachment, conflicted), compiled),
      });
    }
    const inOrder = [...parents.entries()].sort(([a], [b]) => a - b).map(([, parent]) => parent);
    return { resource: route.id, parents: inOrder };
  });
}

/** Unknown where every listener that takes the route does so by supposition alone. */
function acceptedOf({ accepted, reason, verdicts }: GatewayAttachment): Condition {
  const takers = verdicts.filter(({ refusal }) => refusal === null);
  return accepted && takers.every(({ supposed }) => supposed === true)
    ? { type: 'Accepted', status: 'Unknown', reason: 'Pending' }
    : condition('Accepted', accepted, reason);
}

/** Whether a Gateway is known from parentRefs alone. */
export function isAssumed({ ref }: GatewayAttachment, control: GatewayAPIControl): boolean {
  const isGateway = ref.kind === 'Gateway';
  return isGateway && control.plane.gateways.get(`${ref.namespace}/${ref.name}`)?.assumed === true;
}

function group(
  attachments: readonly GatewayAttachment[],
): ReadonlyMap<AnyRoute, readonly GatewayAttachment[]> {
  const map = new Map<AnyRoute, GatewayAttachment[]>();
  for (const attachment of attachments) {
    const list = map.get(attachment.route);
    if (list) list.push(attachment);
    else map.set(attachment.route, [attachment]);
  }
  return map;
}

/** `route service` of routes that lost every port of a Service that they bind to another kind. */
function conflictedRoutes(control: GatewayAPIControl): ReadonlySet<string> {
  const kept = new Set<string>();
  const lost = new Set<string>();
  for (const frontend of control.ir.frontends.values()) {
    for (const table of frontend.tables) {
      for (const { route } of table.conflicted) lost.add(`${route} ${frontend.service}`);
      for (const route of table.routes) kept.add(`${route} ${frontend.service}`);
    }
  }
  return new Set([...lost].filter((each) => !kept.has(each)));
}

/** The conditions of one entry; PartiallyInvalid is never False and never beside Accepted=False. */
function conditionsOf(
  route: AnyRoute,
  accepted: Condition,
  compiled: CompiledRoute | undefined,
): readonly Condition[] {
  const conditions = [accepted, resolvedRefs(compiled)];
  if (accepted.status === 'True' && flawOf(route).partial) {
    conditions.push(condition('PartiallyInvalid', true, 'UnsupportedValue'));
  }
  return conditions;
}

function meshAccepted(attachment: Attachment, conflicted: ReadonlySet<string>): Condition {
  if (attachment.refusal === 'unsupported-value') return condition('Accepted', false, 'UnsupportedValue');
  if (attachment.refusal !== null) return condition('Accepted', false, 'NoMatchingParent');
  if (conflicted.has(`${attachment.route.id} ${attachment.service}`))
    return condition('Accepted', false, 'Conflicted');
  return condition('Accepted', true, 'Accepted');
}

/**
 * The first reference that cannot be used gives the reason, in the order of the manifest. Whether a controller
 * knows a kind that is not simulated is not known.
 */
function resolvedRefs(compiled: CompiledRoute | undefined): Condition {
  for (const { action } of compiled?.entries ?? []) {
    for (const filter of action.filters) {
      if (filter.kind === 'mirror' && filter.to.kind === 'unresolved') return unresolved(filter.to);
    }
    for (const target of action.targets) {
      if (target.to.kind === 'unresolved') return unresolved(target.to);
      for (const filter of target.filters) {
        if (filter.kind === 'mirror' && filter.to.kind === 'unresolved') return unresolved(filter.to);
      }
    }
  }
  // What is looked up without being a backend or a mirror: the server that an ExternalAuth filter asks.
  for (const { to } of compiled?.lookups ?? []) if (to.kind === 'unresolved') return unresolved(to);
  // An extension filter that cannot be found is an unresolved reference of a kind that is not supported.
  if ((compiled?.extensions ?? []).some(({ found }) => !found))
    return condition('ResolvedRefs', false, 'InvalidKind');
  const isOpen = (compiled?.lookups ?? []).some(({ to }) => to.kind === 'not-simulated');
  return isOpen
    ? { type: 'ResolvedRefs', status: 'Unknown', reason: 'Pending' }
    : condition('ResolvedRefs', true, 'ResolvedRefs');
}

function unresolved(to: Extract<Destination, { kind: 'unresolved' }>): Condition {
  return condition('ResolvedRefs', false, to.cause);
}
