import type { ParentRef } from '../../../../resource/resource.ts';
import type { World } from '../../../dialect-compiler.ts';
import type { AnyRoute } from '../routes.ts';

/** One parentRef of a route that binds a Service port. */
interface Attached {
  readonly route: AnyRoute;
  readonly ref: Pick<ParentRef, 'port'>;
}

/**
 * Returns the attachments that apply to a port. Under `apart` (profile field parentPorts), the HTTPRoutes and
 * GRPCRoutes of one namespace that name the port in their parentRef and those that name none are two lists,
 * and only the list with the older route applies. If both are equally old, it is the one with the port
 * (Istio 12.4).
 */
export function groupsThatApply<Each extends Attached>(
  attachments: readonly Each[],
  world: World,
): readonly Each[] {
  const hidden = hiddenByPort(attachments, world);
  if (hidden.length === 0) return attachments;
  world.dependsOn.add('parentPorts');
  if (world.profile.parentPorts === 'merged') return attachments;
  return attachments.filter((each) => !hidden.includes(each));
}

/** Returns the attachments of a port that do not apply if routes with and without a port are two lists. */
function hiddenByPort<Each extends Attached>(
  attachments: readonly Each[],
  { ageOf }: Pick<World, 'ageOf'>,
): readonly Each[] {
  const byNamespace = new Map<string, Each[]>();
  for (const attachment of attachments) {
    const { kind, namespace } = attachment.route;
    if (kind !== 'HTTPRoute' && kind !== 'GRPCRoute') continue;
    const group = byNamespace.get(namespace);
    if (group) group.push(attachment);
    else byNamespace.set(namespace, [attachment]);
  }
  return [...byNamespace.values()].flatMap((group) => {
    const withPort = group.filter(({ ref }) => ref.port !== null);
    const without = group.filter(({ ref }) => ref.port === null);
    if (withPort.length === 0 || without.length === 0) return [];
    const oldest = (list: readonly Each[]) => Math.min(...list.map(({ route }) => ageOf(route) ?? Infinity));
    return oldest(without) < oldest(withPort) ? withPort : without;
  });
}
