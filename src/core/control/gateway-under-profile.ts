import type { GatewayProxy, VirtualHost } from '../ir/proxy-config.ts';
import type { RouteTable } from '../ir/table.ts';
import type { ProxyRules } from '../profile/proxy-rules.ts';

/**
 * Returns the configuration of a Gateway under a profile: isolation of listeners, fall-through of hostnames,
 * 421.
 */
export function gatewayUnderProfile(gateway: GatewayProxy, rules: ProxyRules): GatewayProxy {
  if (gateway.find !== undefined) return gateway;
  const { hostnameFallthrough, listenerIsolation, misdirectedRequests } = rules;
  const listeners = gateway.listeners.map((host) => {
    const shared = listenerIsolation || !host.usable ? [host] : samePort(host, gateway.listeners);
    return {
      ...host,
      hostnameFallthrough,
      pooled: shared.length > 1 ? pool(shared) : null,
      supposed: new Map(shared.flatMap((each) => [...each.supposed])),
    };
  });
  return { ...gateway, refusesMisdirected: misdirectedRequests === 'detect', listeners };
}

/** Returns the usable listeners with the same port and protocol. */
function samePort({ port, protocol }: VirtualHost, all: readonly VirtualHost[]): readonly VirtualHost[] {
  return all.filter((each) => each.usable && each.port === port && each.protocol === protocol);
}

const pools = new WeakMap<
  RouteTable,
  { readonly of: readonly (RouteTable | null)[]; readonly table: RouteTable }
>();

/**
 * Returns one table of several listeners that are not isolated. It has the entries of one listener
 * after the other. The hostname of an entry is within the hostname of its listener, so no entry of a listener
 * for other hosts can match.
 */
function pool(hosts: readonly VirtualHost[]): RouteTable | null {
  const of = hosts.map(({ table }) => table);
  const [first] = of;
  if (!first) return null;
  const known = pools.get(first);
  if (known?.of.length === of.length && known.of.every((each, at) => each === of[at])) return known.table;
  const table = {
    ...first,
    entries: of.flatMap((each) => each?.entries ?? []),
    routes: [...new Set(of.flatMap((each) => each?.routes ?? []))].sort(),
  };
  pools.set(first, { of, table });
  return table;
}
