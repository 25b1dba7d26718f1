import { readClientClass } from '../../src/core/ids/client-classes.ts';
import { readNamespacedName, readResourceId } from '../../src/core/ids/ids.ts';
import { sameBackend } from '../../src/core/ir/backend.ts';
import type { MeshIR, Sender } from '../../src/core/ir/mesh-ir.ts';
import type { MeshProxy, VirtualHost } from '../../src/core/ir/proxy-config.ts';
import { compareRankKeys } from '../../src/core/ir/rank.ts';
import type { RankKey, RouteEntry, RouteTable } from '../../src/core/ir/table.ts';

/**
 * Returns the faults in the form of the proxy configurations of an IR: each class must have one, its virtual
 * hosts must lead to tables that are ordered and have an end, and its references must exist. Returns an empty
 * list when they are well formed.
 */
export function checkProxyConfigs(ir: MeshIR): readonly string[] {
  const complaints: string[] = [];
  const checked = new Set<RouteTable>();
  for (const of of ir.classes()) {
    const proxy = ir.proxy(of);
    if (proxy === null || proxy.of !== of) {
      complaints.push(`${of} has no configuration of its own`);
      continue;
    }
    if (ir.classOf(senderOf(of, ir)) !== of) complaints.push(`a sender of ${of} is of another class`);
    const hosts = proxy.entrance === 'mesh' ? meshHosts(proxy, ir) : proxy.listeners;
    for (const host of hosts) {
      complaints.push(...checkHost(host, ir).map((what) => `${of} ${host.id}: ${what}`));
      for (const table of [host.table, host.pooled, host.hidden])
        if (table !== null && !checked.has(table)) {
          checked.add(table);
          complaints.push(...checkTable(table, ir).map((what) => `${host.id}: ${what}`));
        }
    }
  }
  return complaints;
}

function senderOf(of: ReturnType<MeshIR['classes']>[number], ir: MeshIR): Sender {
  const owner = readClientClass(of);
  switch (owner.kind) {
    case 'gateway':
      return { from: null, gateway: { ...readNamespacedName(owner.gateway), listener: null } };
    case 'outside-mesh':
      return { from: { namespace: 'shop', workload: null, inMesh: false }, gateway: null };
    case 'mesh':
      return owner.namespace === null
        ? { from: null, gateway: null }
        : {
            from: { namespace: owner.namespace, workload: null, labels: owner.labels ?? {}, inMesh: true },
            gateway: null,
          };
    default:
      throw new Error(`${ir.clusterDomain}: ${owner satisfies never}`);
  }
}

function meshHosts(proxy: MeshProxy, ir: MeshIR): readonly VirtualHost[] {
  return [...ir.frontends.values()].flatMap((frontend) =>
    (['tcp', 'udp'] as const).map((transport) => {
      const host = proxy.host(frontend, transport);
      if (host !== proxy.host(frontend, transport)) throw new Error('a virtual host is made once');
      return host;
    }),
  );
}

function checkHost(host: VirtualHost, ir: MeshIR): readonly string[] {
  const complaints: string[] = [];
  const { service, table, hidden, elsewhere, original } = host;
  if (service === null) {
    if (table === null) complaints.push('a listener without a table');
    if (hidden !== null || elsewhere().length > 0) complaints.push('a listener with tables of other classes');
  } else {
    const tables = ir.frontends.get(host.id)?.tables ?? [];
    // A VirtualService has a table of its own for each class.
    const foreign = [table, hidden, ...elsewhere()].some(
      (each) => each !== null && each.scope.role !== 'written' && !tables.includes(each),
    );
    if (foreign) complaints.push('a table that is not of its Service port');
    if (original === null || !sameBackend(ir.backend(original).key, original))
      complaints.push('no original destination');
  }
  if (hidden !== null && (table?.scope.role !== 'consumer' || hidden.scope.role !== 'producer'))
    complaints.push(`${table?.scope.role} routes hide ${hidden.scope.role} routes`);
  if (table !== null && elsewhere().includes(table))
    complaints.push('a table that is for this and another class');
  return complaints;
}

/** Returns true when the route of an entry is in the namespace of consumer routes. */
function isOwn({ route }: RouteEntry, { scope }: RouteTable): boolean {
  return scope.role === 'consumer' && readResourceId(route).namespace === scope.namespace;
}

function checkTable(table: RouteTable, ir: MeshIR): readonly string[] {
  const complaints: string[] = [];
  const ids = new Set(table.entries.map(({ id }) => id));
  if (ids.size !== table.entries.length) complaints.push('two entries with one id');
  const routes = new Set(table.routes);
  for (const entry of table.entries) {
    if (!routes.has(entry.route)) complaints.push(`an entry of ${entry.route}, which is not in the table`);
    if (!table.takes.includes(entry.takes)) complaints.push(`an entry for ${entry.takes}`);
    complaints.push(...checkAction(entry, ir));
  }
  for (const [at, entry] of table.entries.slice(1).entries()) {
    const before = table.entries[at] as RouteEntry;
    // In a mesh of Istio the connection routes of the client's namespace come before those of other namespaces.
    const isOwnFirst =
      entry.takes !== 'http' && entry.takes !== 'grpc' && isOwn(before, table) && !isOwn(entry, table);
    if (before.takes === entry.takes && !isOwnFirst && comesAfter(before.rank, entry.rank))
      complaints.push(`${before.id} before ${entry.id}`);
  }
  const seen = new Set<RouteTable>();
  let each = table;
  for (;;) {
    if (seen.has(each)) return [...complaints, 'tables that leave requests to each other'];
    seen.add(each);
    if (each.transport !== table.transport) complaints.push('leaves requests to another transport');
    if (each.noMatch.kind !== 'next') return complaints;
    each = each.noMatch.table;
  }
}

function comesAfter(a: readonly RankKey[], b: readonly RankKey[]): boolean {
  for (const [at, key] of a.entries()) {
    const other = b[at];
    if (other === undefined || other.by !== key.by) return false;
    const order = compareRankKeys(key, other);
    if (order !== 0) return order > 0;
  }
  return false;
}

function checkAction({ id, action }: RouteEntry, ir: MeshIR): readonly string[] {
  const complaints: string[] = [];
  for (const { to, weight } of action.targets) {
    if (weight < 0) complaints.push(`${id} with weight ${weight}`);
    if (to.kind === 'backend' && !sameBackend(ir.backend(to.key).key, to.key))
      complaints.push(`${id} leads to another backend`);
    if (to.kind === 'unresolved' && action.errors !== 'none' && to.status.http === null)
      complaints.push(`${id} fails without a status`);
  }
  return complaints;
}
