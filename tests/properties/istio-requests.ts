import type { SimRequest } from '../../src/core/ir/request.ts';
import { type Form, holds } from './istio-matches.ts';
import type { WorldRequest } from './istio-oracle.ts';
import { FQDN, type Text, type World, type WorldClient } from './istio-world.ts';
import { METHODS, QUERIES, URIS, VALUES } from './random-istio.ts';

/** Returns one value for each set of conditions that some value satisfies, among all short texts of an alphabet. */
function representatives(
  letters: string,
  longest: number,
  lead: string,
  signature: (text: string) => string,
): string[] {
  const found = new Map<string, string>();
  let texts = [lead];
  for (let length = 0; length <= longest; length++) {
    for (const text of texts) {
      const key = signature(text);
      if (!found.has(key)) found.set(key, text);
    }
    texts = texts.flatMap((text) => [...letters].map((letter) => text + letter));
  }
  return [...found.values()];
}

const bits = (tests: readonly (Text | Record<string, never>)[], text: string) =>
  tests.map((test) => (Object.keys(test).length > 0 && holds(test as Text, text) ? '1' : '0')).join('');

export const PATHS = representatives('abABc/', 3, '/', (path) =>
  [
    bits(URIS, path),
    ...URIS.map((test) => ('regex' in test ? '' : bits([lower(test)], path.toLowerCase()))),
  ].join(' '),
);

function lower(test: Text): Text {
  if ('exact' in test) return { exact: test.exact.toLowerCase() };
  return 'prefix' in test ? { prefix: test.prefix.toLowerCase() } : test;
}

const REQUEST_METHODS = ['GET', 'POST', 'PUT', 'DELETE'].filter(
  (method, at, all) => all.findIndex((each) => bits(METHODS, each) === bits(METHODS, method)) === at,
);
const HEADERS = [null, ...representatives('12x', 3, '', (text) => bits(VALUES, text))];
const QUERY_VALUES = [null, ...representatives('12', 2, '', (text) => bits(QUERIES, text))];

/** Every part of a request but its destination. */
export const FORMS: readonly Form[] = PATHS.flatMap((path) =>
  REQUEST_METHODS.flatMap((method) =>
    HEADERS.flatMap((x) => QUERY_VALUES.map((q) => ({ path, method, x, q }))),
  ),
);

/** Returns every destination that a world can distinguish, and one that no object names. */
export function destinationsIn({
  services,
}: World): readonly { readonly host: string; readonly port: number }[] {
  const found: { host: string; port: number }[] = [];
  const ports = new Set([80, 7777, ...services.flatMap((each) => each.ports.map(({ port }) => port))]);
  const names = services.flatMap(({ name, namespace }) => [
    FQDN(name, namespace),
    `${name}.${namespace}`,
    `${name}.${namespace}.svc`,
    name,
  ]);
  const others = ['site.example', 'one.site.example', 'two.site.example', 'away.test', 's0.one'];
  for (const port of ports)
    for (const host of new Set([...names, ...others, 'none.one.svc.cluster.local']))
      found.push({ host, port });
  return found;
}

/** Returns a request of a client as the simulator reads it. */
export function simulated({ namespace, labels }: WorldClient, request: WorldRequest): SimRequest {
  const { host, port, path, method, x, q } = request;
  return {
    from: { namespace: namespace === '' ? 'nowhere' : namespace, workload: null, labels, inMesh: true },
    gateway: null,
    protocol: 'http',
    method,
    scheme: 'http',
    host,
    port,
    portWritten: port !== 80,
    path,
    query: q === null ? '' : `q=${q}`,
    headers: x === null ? [] : [['x', x]],
    sni: null,
    podOf: null,
    backend: null,
  };
}
