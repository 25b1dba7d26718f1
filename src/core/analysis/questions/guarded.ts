import { decide } from '../../dataplane/decide.ts';
import { readNamespacedName } from '../../ids/ids.ts';
import type { AccessControl, AccessFacet, AccessPattern, AccessRule, ServerAccess } from '../../ir/access.ts';
import { type BackendKey, sameBackend } from '../../ir/backend.ts';
import type { Client } from '../../ir/client.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { Frontend } from '../../ir/proxy-config.ts';
import type { SimRequest } from '../../ir/request.ts';
import type { RouteTable } from '../../ir/table.ts';
import type { ChangeList, ComparedWorld } from './change-list.ts';
import { signatureOf } from './same-action.ts';

/** More requests are not compared: to one Service port, and in all. */
const MOST_REQUESTS = 400;
const MOST_IN_ALL = 6000;

/** The comparison of the access policies of two worlds. */
export interface GuardComparison {
  /**
   * Compares the access policies behind a Service port. Adds a change for each sort of request that gets another
   * answer, as far as requests made from the rules show it. Returns true if answers depend on access policies,
   * and routes or policies differ: the winners then do not determine the outcome of a request.
   */
  isOpenAt(frontends: readonly (Frontend | undefined)[]): boolean;
}

const FREE: GuardComparison = { isOpenAt: () => false };

/** Returns the comparison of the access policies of two worlds. */
export function compareGuards(
  before: ComparedWorld,
  after: ComparedWorld,
  list: ChangeList,
): GuardComparison {
  const worlds = [before, after] as const;
  if (worlds.every(({ ir }) => ir.access === null)) return FREE;
  const clients = distinctClients(worlds.flatMap(({ ir }) => ir.access?.clients() ?? []));
  const [first = SOMEBODY] = clients;
  // Of the client, the rules of a server depend only on whether it is in the mesh.
  const kinds = [first, { ...first, inMesh: false }];
  const others = clients.filter((client) => {
    const [old, fresh] = worlds.map(({ ir }) => JSON.stringify(ir.access?.sender(sentBy(client))));
    return old !== fresh;
  });
  let left = MOST_IN_ALL;
  return {
    isOpenAt(frontends) {
      const model = frontends.find((each) => each !== undefined);
      if (model === undefined) return false;
      const destinations = destinationsOf(frontends.flatMap((each) => each ?? []));
      const texts = worlds.map(({ ir }) =>
        destinations.flatMap((key) => kinds.map((kind) => signature(ir, key, requestFrom(kind, model)))),
      );
      if (texts.flat().every((text) => text === null)) return false;
      const differ = JSON.stringify(texts[0]) !== JSON.stringify(texts[1]);
      const requests = probes(differ ? clients : others, model, destinations, worlds).slice(0, left);
      left -= requests.length;
      for (const request of requests) {
        const winner = ({ ir, profile }: ComparedWorld) => decide(request, ir, profile).entry;
        const at = { frontend: model.id, client: request.from?.namespace ?? '*' };
        list.add(at, { request, before: winner(before), after: winner(after) });
      }
      return differ || others.length > 0 || !sameTables(frontends);
    },
  };
}

/** A client, if the manifests name none. */
const SOMEBODY: Client = { namespace: 'default', workload: null, inMesh: true };

/** Returns the rules for a destination as a text. Null if nothing guards it. */
function signature({ access, backend }: MeshIR, key: BackendKey, request: SimRequest): string | null {
  const servers = access === null ? [] : serversOf(access, backend(key), request);
  const isGuarded = servers.some(
    ({ policies, tokens, accepts }) => policies.length > 0 || tokens.length > 0 || accepts.by !== null,
  );
  return isGuarded ? JSON.stringify(servers) : null;
}

function serversOf(
  access: AccessControl,
  backend: ReturnType<MeshIR['backend']>,
  request: SimRequest,
): readonly ServerAccess[] {
  return access.servers({ backend, workload: null, port: backend.key.port, direct: false }, request);
}

/** Returns the backends that requests to a Service port may reach. */
function destinationsOf(frontends: readonly Frontend[]): readonly BackendKey[] {
  const found: BackendKey[] = [];
  const add = (key: BackendKey) => {
    if (!found.some((each) => sameBackend(each, key))) found.push(key);
  };
  for (const { original, tables } of frontends) {
    add(original);
    for (const { entries } of tables)
      for (const { action } of entries)
        for (const { to } of action.targets) if (to.kind === 'backend') add(to.key);
  }
  return found;
}

function distinctClients(clients: readonly Client[]): readonly Client[] {
  return [...new Map(clients.map((each) => [JSON.stringify(each), each])).values()];
}

function requestFrom(from: Client, { service, port }: Frontend): SimRequest {
  const { namespace, name } = readNamespacedName(service);
  return { ...sentBy(from), host: `${name}.${namespace}`, port, portWritten: port !== 80 };
}

function sentBy(from: Client): SimRequest {
  return {
    from,
    gateway: null,
    protocol: 'http',
    method: 'GET',
    scheme: 'http',
    host: '',
    port: 80,
    portWritten: false,
    path: '/',
    query: '',
    headers: [],
    sni: null,
    podOf: null,
    backend: null,
  };
}

/** Returns requests that the rules behind a Service port can tell apart, from each client. */
function probes(
  clients: readonly Client[],
  model: Frontend,
  destinations: readonly BackendKey[],
  worlds: readonly ComparedWorld[],
): readonly SimRequest[] {
  const made = new Map<string, SimRequest>();
  for (const client of clients) {
    const plain = requestFrom(client, model);
    const rules = worlds.flatMap(({ ir }) =>
      destinations.flatMap((key) =>
        ir.access === null
          ? []
          : serversOf(ir.access, ir.backend(key), plain).flatMap(({ policies }) =>
              policies.flatMap((policy) => policy.rules),
            ),
      ),
    );
    // A request that one rule lets through and another one refuses has values of both.
    const single = [plain, ...rules.flatMap((rule) => requestsFor(rule, plain))];
    const paired = single.flatMap((request) => rules.flatMap((rule) => requestsFor(rule, request)));
    for (const request of [...single, ...paired]) {
      if (made.size >= MOST_REQUESTS) return [...made.values()];
      made.set(JSON.stringify(request), request);
    }
  }
  return [...made.values()];
}

/** Returns requests for each operation of a rule, with the headers that the rule names: one for each value. */
function requestsFor({ to, when }: AccessRule, plain: SimRequest): readonly SimRequest[] {
  return (to.length === 0 ? [[]] : to).flatMap((operation) => {
    const conditions = [...operation, ...when].filter(({ negated }) => !negated);
    const first = conditions.reduce((request, { of, name, anyOf: [pattern] }) => {
      return pattern === undefined ? request : withValue(request, of, name, sampleOf(pattern));
    }, plain);
    const others = conditions.flatMap(({ of, name, anyOf: [, ...rest] }) =>
      rest.map((pattern) => withValue(first, of, name, sampleOf(pattern))),
    );
    return [first, ...others];
  });
}

/** Returns a request with another value for what a condition examines. */
function withValue(request: SimRequest, of: AccessFacet, name: string, value: string): SimRequest {
  const header = of === 'host' ? 'host' : of === 'header' ? name : null;
  if (of === 'path') return { ...request, path: value };
  if (of === 'method') return { ...request, method: value };
  if (header === null) return request;
  return { ...request, headers: [...request.headers.filter(([each]) => each !== header), [header, value]] };
}

/** Returns a value that a pattern matches. */
function sampleOf({ op, value }: AccessPattern): string {
  switch (op) {
    case 'exact':
      return value;
    case 'prefix':
      return `${value}x`;
    case 'suffix':
      return `${value.startsWith('/') ? '/x' : 'x'}${value}`;
    case 'present':
      return 'x';
    case 'glob':
      return value.replaceAll('*', 'x');
    case 'path-template':
      return value.replace(/\{\*+\}/g, 'x');
    default:
      return op satisfies never;
  }
}

/** Returns true if the tables of two frontends treat every request alike. */
function sameTables(frontends: readonly (Frontend | undefined)[]): boolean {
  const [first, second] = frontends.map((frontend) =>
    frontend === undefined ? null : frontend.tables.map(textOf).join('\n'),
  );
  return first === second;
}

function textOf({ entries, scope, noMatch }: RouteTable): string {
  const rows = entries.map(({ conditions, action }) => [
    conditions.map(({ origin: _, ...condition }) => condition),
    signatureOf(action),
  ]);
  return JSON.stringify([scope, noMatch.kind, rows]);
}
