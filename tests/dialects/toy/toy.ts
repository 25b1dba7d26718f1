import type { CompiledDialect, DialectCompiler, World } from '../../../src/core/control/dialect-compiler.ts';
import { CONSUMERS_BEFORE_PRODUCERS } from '../../../src/core/control/merge/consumers-before-producers.ts';
import type { MergePolicy } from '../../../src/core/control/merge/merge-policy.ts';
import type { ServiceFacet } from '../../../src/core/control/service-facets.ts';
import { entryId } from '../../../src/core/ids/ids.ts';
import type { Action } from '../../../src/core/ir/action.ts';
import type { Condition } from '../../../src/core/ir/condition.ts';
import type { Origin } from '../../../src/core/ir/origin.ts';
import { errorStatus } from '../../../src/core/ir/status.ts';
import type { RouteEntry, RouteTable } from '../../../src/core/ir/table.ts';
import type { UnknownResource } from '../../../src/core/resource/decoded-resource.ts';
import { readShortcut, type Shortcut } from './shortcut.ts';

/**
 * A dialect of two rules. A `Shortcut` sends requests to a Service with a given value of the header
 * `x-shortcut` to another Service. All other requests keep their destination.
 */
export const TOY: DialectCompiler = {
  name: 'toy',
  namedServices: () => [],
  compile: ({ cluster, services }: World): CompiledDialect => {
    const shortcuts = new Map(
      cluster.others.flatMap((resource) => {
        const shortcut = readShortcut(resource);
        return shortcut === null ? [] : [[shortcut.service, { resource, shortcut }] as const];
      }),
    );
    return {
      claimsOn({ facts }) {
        const found = shortcuts.get(facts.key);
        if (found === undefined) return null;
        const table = tableOf(found.resource, found.shortcut, services.find(found.shortcut.to));
        return { inputs: [found.resource], tablesAt: () => [table] };
      },
      changedServices: null,
    };
  },
};

/** Tables of the toy dialect precede those of other dialects, for every client class. */
export const TOY_FIRST: MergePolicy = {
  dialects: ['gateway-api', 'istio', 'ingress-api', 'toy'],
  tablesFor(tables, transport, owner) {
    const own = tables.find((table) => table.dialect === TOY.name && table.transport === transport);
    const others = tables.filter((table) => table.dialect !== TOY.name);
    const rest = CONSUMERS_BEFORE_PRODUCERS.tablesFor(others, transport, owner);
    return own === undefined ? rest : { table: own, hidden: null, elsewhere: rest.elsewhere };
  },
};

function tableOf(
  resource: UnknownResource,
  { header, to }: Shortcut,
  target: ServiceFacet | null,
): RouteTable {
  const origin: Origin = {
    file: resource.origin.file,
    document: resource.origin.document,
    path: ['spec'],
    implied: false,
  };
  const condition: Condition = {
    of: 'header',
    name: 'x-shortcut',
    on: 'header:x-shortcut',
    op: 'exact',
    value: header,
    origin,
  };
  const entry: RouteEntry = {
    id: entryId(resource.id, 0, 0),
    route: resource.id,
    takes: 'http',
    routeNamespace: resource.namespace,
    rule: 0,
    ruleName: null,
    match: 0,
    conditions: [condition],
    rank: [],
    action: actionOf(to, target, origin),
    origin,
  };
  return {
    dialect: TOY.name,
    scope: { role: 'producer', namespace: resource.namespace },
    transport: 'tcp',
    entries: [entry],
    routes: [resource.id],
    conflicted: [],
    kinds: [resource.kind],
    takes: ['http'],
    reads: 'requests',
    noMatch: { kind: 'original' },
    severalMatches: 'first-wins',
  };
}

function actionOf(service: string, target: ServiceFacet | null, origin: Origin): Action {
  const failure = errorStatus(503, 'by-http-code');
  const [port] = target?.facts.ports ?? [];
  return {
    filters: [],
    targets: [
      {
        weight: 1,
        service,
        port: port ?? null,
        to:
          port === undefined
            ? { kind: 'unresolved', cause: 'BackendNotFound', detail: 'service', status: failure }
            : { kind: 'backend', key: { service, port, subset: null } },
        filters: [],
        origin,
      },
    ],
    timeouts: null,
    retry: null,
    session: null,
    whenNoTarget: failure,
    whenZeroWeight: failure,
    errors: 'by-http-code',
    origin,
  };
}
