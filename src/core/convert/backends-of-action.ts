import type { Cluster } from '../cluster/cluster.ts';
import { readNamespacedName } from '../ids/ids.ts';
import type { Action, Target } from '../ir/action.ts';
import { aliasTarget } from './alias-service.ts';
import type { LossList } from './loss-list.ts';
import type { RouteBackend } from './route-rule.ts';

/** Returns the backends of an action. Returns null if one of them cannot be a backend of a route. */
export function backendsOfAction(
  { targets }: Pick<Action, 'targets'>,
  ingress: string,
  cluster: Cluster,
  losses: LossList,
): readonly RouteBackend[] | null {
  const backends = targets.map((target) => {
    const found = backendOf(target, cluster);
    if (typeof found !== 'string') return { ...found, weight: targets.length === 1 ? null : target.weight };
    const [code, what] =
      found === 'port' ? (['backend-port', target.service] as const) : (['external-name', found] as const);
    losses.add(ingress, target.origin, code, { backend: target.service, name: what });
    return null;
  });
  return backends.every((each) => each !== null) ? backends : null;
}

/** Returns the Service and its port, `port` if the number is unknown, or the name of a host outside. */
function backendOf({ service, port, to }: Target, cluster: Cluster): Omit<RouteBackend, 'weight'> | string {
  const number = to.kind === 'backend' ? to.key.port : port;
  if (number === null) return 'port';
  const alias = aliasTarget({ service, port: number }, cluster);
  if (alias !== null && alias.to === 'host') return alias.name;
  const target = alias === null ? { service, port: number } : alias.target;
  return { ...readNamespacedName(target.service), port: target.port };
}
