/** Generates input for runs without `--input`: realistic bundles, edits and tables, the same on every run. */

/** Returns a small generator of pseudo-random numbers (mulberry32). The same seed gives the same numbers. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Bundle {
  readonly text: string;
  readonly docs: number;
}

/**
 * Returns a bundle of about `docs` documents: for each Service a Deployment, often a route, and sometimes a
 * consumer route.
 */
export function bundle(docs: number, variant: number): Bundle {
  const next = random(docs * 31 + variant);
  const parts: string[] = [];
  let service = 0;
  while (parts.length < docs) {
    const team = Math.floor(service / 20);
    const namespace = `team-${variant}-${team}`;
    const name = `svc-${variant}-${service}`;
    if (service % 20 === 0) parts.push(namespaceYAML(namespace));
    parts.push(serviceYAML(name, namespace), deploymentYAML(name, namespace, next));
    if (next() < 0.7) parts.push(routeYAML(name, name, namespace, namespace, next));
    if (next() < 0.25 && team > 0) {
      parts.push(routeYAML(`${name}-from`, name, `team-${variant}-${team - 1}`, namespace, next));
    }
    service++;
  }
  return { text: parts.slice(0, docs).join('---\n'), docs };
}

function namespaceYAML(name: string): string {
  return `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels:\n    team: ${name}\n`;
}

function serviceYAML(name: string, namespace: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: ${name}
spec:
  selector:
    app: ${name}
  ports:
  - name: http
    port: 80
    targetPort: 8080
    appProtocol: http
  - name: admin
    port: 9000
    targetPort: 9000
`;
}

function deploymentYAML(name: string, namespace: string, next: () => number): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app: ${name}
spec:
  replicas: ${1 + Math.floor(next() * 4)}
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
        version: v${1 + Math.floor(next() * 3)}
    spec:
      serviceAccountName: ${name}
      containers:
      - name: main
        image: example.test/${name}:1.${Math.floor(next() * 90)}
        ports:
        - containerPort: 8080
          protocol: TCP
        env:
        - name: LOG_LEVEL
          value: "info"
        resources:
          requests:
            cpu: 100m
            memory: 128Mi
`;
}

function routeYAML(name: string, service: string, from: string, to: string, next: () => number): string {
  const rules: string[] = [];
  const count = 1 + Math.floor(next() * 3);
  for (let rule = 0; rule < count; rule++) {
    rules.push(`  - matches:
    - path:
        type: PathPrefix
        value: /v${rule}/items
      headers:
      - name: x-lane
        value: lane-${rule}
    - path:
        type: Exact
        value: /v${rule}/health
    timeouts:
      request: ${100 + rule}ms
    backendRefs:
    - name: ${service}
      namespace: ${to}
      port: 80
      weight: ${90 - rule}
    - name: ${service}
      namespace: ${to}
      port: 9000
      weight: 10
`);
  }
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: ${name}
  namespace: ${from}
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: ${service}
    namespace: ${to}
    port: 80
  rules:
${rules.join('')}`;
}

export interface TableInput {
  readonly text: string;
  readonly requests: readonly WitnessRequest[];
}

/** A request in the format of the witnesses of `routes` and `diff`. */
export interface WitnessRequest {
  readonly from: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
}

/**
 * The number of requests for a table, regardless of its size, so that the results depend only on the table.
 */
const REQUESTS = 2000;

/** Returns one Service whose routes make a table of `entries` entries, and requests to it. */
export function table(entries: number, kind: 'path' | 'mixed'): TableInput {
  const next = random(entries + (kind === 'path' ? 1 : 2));
  const asked: (() => WitnessRequest)[] = [];
  const routes: string[] = [];
  const perRoute = 64;
  for (let at = 0; at < entries; at += perRoute) {
    const matches: string[] = [];
    for (let entry = at; entry < Math.min(at + perRoute, entries); entry++) {
      const exact = next() < 0.5;
      const path = `/area${entry % 37}/part${entry}${next() < 0.3 ? '/leaf' : ''}`;
      const tenant = kind === 'mixed' && next() < 0.4 ? `t${entry % 11}` : null;
      const method = kind === 'mixed' && next() < 0.3 ? 'POST' : null;
      matches.push(matchYAML(exact, path, method, tenant));
      asked.push(() => ({
        from: 'clients',
        method: method ?? 'GET',
        url: `http://big.shop${path}${exact || next() < 0.5 ? '' : '/below'}`,
        headers: tenant !== null && next() < 0.9 ? [['x-tenant', tenant]] : [],
      }));
    }
    routes.push(bigRouteYAML(at / perRoute, matches));
  }
  const requests: WitnessRequest[] = [];
  while (requests.length < REQUESTS) {
    const request = asked[Math.floor(next() * asked.length)];
    if (request) requests.push(request());
  }
  return { text: [BIG_SERVICE, ...routes].join('---\n'), requests };
}

const BIG_SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: big
  namespace: shop
spec:
  selector:
    app: big
  ports:
  - port: 80
`;

function matchYAML(exact: boolean, path: string, method: string | null, tenant: string | null): string {
  const lines = ['    - path:', `        type: ${exact ? 'Exact' : 'PathPrefix'}`, `        value: ${path}`];
  if (method !== null) lines.push(`      method: ${method}`);
  if (tenant !== null) lines.push('      headers:', '      - name: x-tenant', `        value: ${tenant}`);
  return `${lines.join('\n')}\n`;
}

function bigRouteYAML(index: number, matches: readonly string[]): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: big-${String(index).padStart(4, '0')}
  namespace: shop
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: big
  rules:
  - matches:
${matches.join('')}    backendRefs:
    - name: big
      port: 80
`;
}
