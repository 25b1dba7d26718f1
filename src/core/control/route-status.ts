import type { Destination, RouteEntry } from '../ir/mesh-ir.ts';
import type { AnyRoute } from './any-route.ts';
import type { Attachment } from './attach.ts';
import type { ControlPlane } from './control-plane.ts';
import type { GatewayAttachment } from './gateway/attach-to-listeners.ts';
import { condition } from './gateway/gateway-status.ts';
import type { Condition, ParentStatus, ResourceStatus } from './status.ts';

/**
 * Status of routes: one entry for each parentRef whose parent exists and is ours to report (R-511…R-515). A parentRef
 * to something that does not exist has no entry, except a Service: a mesh owns those.
 */
export function routeStatuses(routes: readonly AnyRoute[], control: ControlPlane): readonly ResourceStatus[] {
  const atGateways = group(control.memo.plane.attachments);
  const conflicted = conflictedRoutes(control);
  return routes.map((route) => {
    const parents = new Map<number, ParentStatus>();
    for (const attachment of atGateways.get(route) ?? []) {
      const entries = control.memo.compiledAtGateways.get(route)?.entries ?? [];
      parents.set(attachment.parent, {
        parentRef: attachment.ref,
        conditions: [condition('Accepted', attachment.accepted, attachment.reason), resolvedRefs(entries)],
      });
    }
    for (const attachment of meshAttachments(route, control)) {
      const entries = control.memo.compiled.get(attachment.route)?.entries ?? [];
      parents.set(attachment.parent, {
        parentRef: attachment.ref,
        conditions: [meshAccepted(attachment, conflicted), resolvedRefs(entries)],
      });
    }
    const inOrder = [...parents.entries()].sort(([a], [b]) => a - b).map(([, parent]) => parent);
    return { resource: route.id, parents: inOrder };
  });
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

function meshAttachments(route: AnyRoute, control: ControlPlane): readonly Attachment[] {
  return control.memo.attachments.get(route) ?? [];
}

/** `route service` of routes that lost every port of a Service that they bind to another kind. */
function conflictedRoutes(control: ControlPlane): ReadonlySet<string> {
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

function meshAccepted(attachment: Attachment, conflicted: ReadonlySet<string>): Condition {
  if (attachment.refusal === 'unsupported-value') return condition('Accepted', false, 'UnsupportedValue');
  if (attachment.refusal !== null) return condition('Accepted', false, 'NoMatchingParent');
  if (conflicted.has(`${attachment.route.id} ${attachment.service}`))
    return condition('Accepted', false, 'Conflicted');
  return condition('Accepted', true, 'Accepted');
}

/** The first reference that cannot be used gives the reason, in the order of the manifest. */
function resolvedRefs(entries: readonly RouteEntry[]): Condition {
  for (const { action } of entries) {
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
  return condition('ResolvedRefs', true, 'ResolvedRefs');
}

function unresolved(to: Extract<Destination, { kind: 'unresolved' }>): Condition {
  return condition('ResolvedRefs', false, to.cause);
}
