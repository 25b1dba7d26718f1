import type { MarkKind } from '../../core/graph/graph-marks.ts';
import type { GraphEdge, GraphNodeKind, GraphRole } from '../../core/graph/graph-model.ts';
import type { RuleIndex } from '../../core/ids/ids.ts';

/** Kinds of lines that the legend explains. */
export type LegendLine =
  | 'producer'
  | 'consumer'
  | 'gateway'
  | 'written'
  | 'original'
  | 'mirrors'
  | 'broken'
  | 'trace'
  | 'second';

/** English texts of the graph. The other languages must have all of them. */
export const en = {
  region: 'Route graph',
  emptyTitle: 'Nothing to draw yet',
  emptyText: 'Paste Services and routes, drop files, or start from an example.',
  openExample: 'Open the faces example',
  find: 'Find in the graph',
  findHint: 'Find…',
  noHits: 'Nothing found',
  requestOnly: 'Request only',
  requestOnlyHint: 'Draw only the path of the request and the candidate routes',
  drawnOf: (drawn: number, whole: number) => `${drawn} of ${whole} nodes are drawn`,
  namespaces: 'Namespaces',
  shown: (name: string) => `Show ${name}`,
  collapse: (name: string) => `Collapse ${name} into one node`,
  collapseAll: 'Collapse all',
  expandAll: 'Expand all',
  showAll: 'Show all',
  tidy: 'Tidy up',
  export: 'Export',
  exportSvg: 'SVG',
  exportPng: 'PNG',
  copyMermaid: 'Copy as Mermaid',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit the graph',
  minimap: 'Overview of the graph',
  keys: 'Arrow keys follow the lines, Enter selects, F focuses, M opens the menu, Escape goes back.',
  legend: 'Legend',
  outline: 'The graph as text',
  leadsTo: 'leads to',
  onTrace: 'on the way of the request',
  focus: 'Focus',
  unfocus: 'Show everything',
  goTo: 'Go to YAML',
  close: 'Close',
  expand: 'Expand',
  nothing: 'nothing',
  kinds: {
    namespace: 'Namespace',
    client: 'Client',
    frontend: 'Service, as clients dial it',
    gateway: 'Gateway',
    route: 'Route',
    backend: 'Service, as routes forward to it',
    workload: 'Workload',
    grant: 'ReferenceGrant',
    other: 'Not simulated',
    missing: 'Not in the manifests',
  } as Record<GraphNodeKind, string>,
  roles: {
    producer: 'producer',
    consumer: 'consumer',
    gateway: 'gateway',
    written: 'VirtualService',
  } as Record<GraphRole, string>,
  edges: {
    dials: 'dials',
    attached: 'is routed by',
    forwards: 'forwards to',
    original: 'goes without a route to',
    selects: 'selects',
    mirrors: 'is copied to',
    grants: 'permits',
    applies: 'applies to',
  } as Record<GraphEdge['kind'], string>,
  /** Short for the line, long for its title. */
  legends: {
    producer: ['Producer route', 'For every client of the Service'],
    consumer: ['Consumer route', 'For clients of the route’s own namespace'],
    gateway: ['Route from outside', 'For requests from outside, through a Gateway or an Ingress'],
    written: ['VirtualService', 'Its rules apply in the order as written'],
    original: ['Unrouted', 'Where no route applies: the original destination'],
    mirrors: ['Mirror', 'Copies of requests'],
    broken: ['Unusable', 'A reference that cannot be used'],
    trace: ['The request', 'The path of the current request'],
    second: ['The compared request', 'The path of the request that is compared with the current one'],
  } as Record<LegendLine, readonly [string, string]>,
  rejected: 'not attached',
  client: 'client',
  outsideMesh: 'outside the mesh',
  outsideCluster: 'outside the cluster',
  senders: (n: number) => (n === 1 ? '1 workload' : `${n} workloads`),
  ports: (ports: string) => (ports === '' ? 'no ports' : `:${ports}`),
  types: {
    ClusterIP: '',
    NodePort: 'NodePort',
    LoadBalancer: 'LoadBalancer',
    headless: 'headless',
    ExternalName: 'external name',
    assumed: 'assumed',
  } as Record<string, string>,
  endpoints: (n: number) => (n === 1 ? '1 endpoint' : `${n} endpoints`),
  endpointsUnknown: '? endpoints',
  rules: (n: number) => (n === 1 ? '1 rule' : `${n} rules`),
  moreRules: (n: number) => `${n} more`,
  replicas: (n: number) => (n === 1 ? '1 replica' : `${n} replicas`),
  grantsFrom: (names: string) => `from ${names}`,
  assumed: 'assumed',
  missing: 'not declared',
  other: 'not simulated',
  pile: (n: number, kind: string) => (kind === '' ? `${n} other resources` : `${n} × ${kind}`),
  collapsed: (services: number, routes: number, workloads: number) =>
    `${services} services · ${routes} routes · ${workloads} workloads`,
  mirror: (share: string) => `copy ${share}`,
  answers: { redirect: 'redirect', error: 'no backend' } as Record<string, string>,
  marks: {
    dead: 'never reached',
    changed: 'changed',
    failing: 'a test fails',
  } as Record<MarkKind, string>,
  /** The legend of the mark of changes: short, and long for its title. */
  changedFrom: (before: string) => `Changed from ${before}`,
  changedLong: (before: string) =>
    `Requests that this rule took or takes have another result than with ${before}`,
  ruleMark: (rule: RuleIndex, mark: string) =>
    rule === 'defaultBackend' ? `default backend ${mark}` : `rule ${rule} ${mark}`,
  share: (percent: string) => `${percent} of the requests`,
  findings: (n: number) => (n === 1 ? '1 problem' : `${n} problems`),
  facts: {
    dns: 'Name',
    ports: 'Ports',
    endpoints: 'Endpoints',
    replicas: 'Replicas',
    type: 'Type',
    controller: 'Controller',
    addresses: 'Addresses',
  },
  specification: 'specification',
  noClass: 'no class',
  tls: 'TLS',
  inNamespace: (name: string) => `in ${name}`,
};

export type GraphTexts = typeof en;
