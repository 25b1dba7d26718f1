import type { Cluster } from '../cluster/cluster.ts';
import type { Action, Target } from '../ir/action.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { GatewayProxy, VirtualHost } from '../ir/proxy-config.ts';
import type { RouteEntry } from '../ir/table.ts';
import { aliasTarget } from './alias-service.ts';

/**
 * Returns the controller of a class of Ingresses with the Services behind its ExternalName Services in their
 * place (I-406). Services that the cluster does not have stay as they are.
 */
export function seenThroughAliases(proxy: GatewayProxy, cluster: Cluster, ir: MeshIR): GatewayProxy {
  const hosts = new Map<VirtualHost, VirtualHost>();
  const actions = new Map<Action, Action>();
  const seenAction = (action: Action): Action => {
    const known = actions.get(action);
    if (known !== undefined) return known;
    const targets = action.targets.map((target) => seenTarget(target, cluster, ir));
    const seen = targets.every((target, at) => target === action.targets[at])
      ? action
      : { ...action, targets };
    actions.set(action, seen);
    return seen;
  };
  const seenEntry = (entry: RouteEntry): RouteEntry => {
    const action = seenAction(entry.action);
    return action === entry.action ? entry : { ...entry, action };
  };
  const seenHost = (host: VirtualHost): VirtualHost => {
    const known = hosts.get(host);
    if (known !== undefined) return known;
    const { table } = host;
    const entries = table?.entries.map(seenEntry) ?? [];
    const isSame = entries.every((entry, at) => entry === table?.entries[at]);
    const seen = isSame || table === null ? host : { ...host, table: { ...table, entries } };
    hosts.set(host, seen);
    return seen;
  };
  return {
    ...proxy,
    listeners: proxy.listeners.map(seenHost),
    find(request) {
      const found = proxy.find?.(request) ?? { host: null, why: 'no-host', closed: false };
      return found.host === null ? found : { host: seenHost(found.host) };
    },
  };
}

function seenTarget(target: Target, cluster: Cluster, ir: MeshIR): Target {
  const { to } = target;
  if (to.kind !== 'backend') return target;
  const alias = aliasTarget(to.key, cluster);
  if (alias === null || alias.to === 'host') return target;
  const { service, port } = alias.target;
  if (ir.service(service)?.ports.includes(port) !== true) return target;
  return { ...target, service, port, to: { kind: 'backend', key: { service, port, subset: null } } };
}

/** Returns the Services (`ns/name`) that the controllers of Ingresses reach through ExternalName Services. */
export function servicesBehindAliases(cluster: Cluster, ir: MeshIR): readonly string[] {
  const services = new Set<string>();
  for (const proxy of ir.gateways.values()) {
    if (proxy.controller === undefined) continue;
    for (const { table } of proxy.listeners)
      for (const { action } of table?.entries ?? [])
        for (const target of action.targets) {
          const seen = seenTarget(target, cluster, ir);
          if (seen !== target && seen.service !== null) services.add(seen.service);
        }
  }
  return [...services];
}
