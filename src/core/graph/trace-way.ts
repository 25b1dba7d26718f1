import { namespacedName } from '../ids/ids.ts';
import { readServicePortId } from '../ids/read-service-port-id.ts';
import { enteredGatewayId } from '../ir/entered-gateway.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Step, Trace } from '../ir/trace.ts';
import { compareText } from './drawing.ts';
import type { GraphEdge, GraphModel, GraphNode, TraceWay, WayStage } from './graph-model.ts';
import {
  backendId,
  clientId,
  frontendId,
  hostId,
  missingId,
  outsideClientId,
  readClientId,
  subsetId,
} from './node-ids.ts';
import { workloadIds } from './workload-ids.ts';

/**
 * Returns the nodes and edges of a trace, in the order in which the request reaches them: client → frontend →
 * winning route → backends with a share → workloads, and finally the policies that act on it. The way of a
 * rejected request ends at the frontend and the candidate routes. A request that passes through takes the
 * original way. The way includes the client's id even if the graph has no such node.
 */
export function wayOf(trace: Trace, graph: GraphModel): TraceWay {
  const nodes = new Set(graph.nodes.map((node) => node.id));
  const from = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) {
    const list = from.get(edge.from);
    if (list) list.push(edge);
    else from.set(edge.from, [edge]);
  }
  const index: Index = { has: (id) => nodes.has(id), out: (id) => from.get(id) ?? [] };
  const stages: WayStage[] = [];
  const seen = new Set<string>();
  const unseen = (ids: readonly string[]) => ids.filter((id) => !seen.has(id) && seen.add(id));
  const client = senderOf(trace);
  const frontend = frontendOf(trace, index);
  const sendingWorkload = workloadOf(trace, index);
  const entrance = entranceOf(trace, index);
  for (const step of trace.steps) {
    const way = touchedBy(step, trace.outcome, { client, sendingWorkload, entrance, frontend }, index);
    const touched = step.step > 3 ? withActing(way, trace.outcome, seen, index) : way;
    const stage = { step: step.step, nodes: unseen(touched.nodes), edges: unseen(touched.edges) };
    if (stage.nodes.length + stage.edges.length > 0) stages.push(stage);
  }
  const failed = failedOf(trace.outcome, stages, graph);
  return {
    nodes: stages.flatMap((stage) => stage.nodes),
    edges: stages.flatMap((stage) => stage.edges),
    stages,
    ...(failed.length > 0 && { failed }),
  };
}

/**
 * Returns what fails: the backends that cannot receive the request with the edges to them, or the last stage of a
 * request that is rejected or fails before a backend.
 */
function failedOf(
  { kind, backends }: Outcome,
  stages: readonly WayStage[],
  graph: GraphModel,
): readonly string[] {
  const broken = new Set(
    backends.flatMap(({ service, subset, cause }) => {
      if (cause === undefined || service === null) return [];
      if (subset === undefined) return [backendId(service), missingId('Service', service)];
      return [subsetId(service, subset), missingId('Subset', `${service}@${subset}`)];
    }),
  );
  const isLost = kind === 'rejected' || kind === 'failed';
  // Most requests arrive, and a graph can have many edges.
  if (broken.size === 0 && !isLost) return [];
  const onWay = new Set(stages.flatMap((stage) => [...stage.nodes, ...stage.edges]));
  const edges = graph.edges.filter((edge) => broken.has(edge.to) && onWay.has(edge.id)).map(({ id }) => id);
  const found = [...[...broken].filter((id) => onWay.has(id)), ...edges];
  if (found.length > 0 || !isLost) return found;
  const last = stages.at(-1);
  return last === undefined ? [] : [...last.nodes, ...last.edges];
}

/**
 * Returns the graph with a node and an edge for the client of a way, if the graph has none, and with the
 * workload that sends the request as a fact of the client. Any namespace can send a request, inside the mesh or outside, and a client outside the cluster can send one to a Gateway.
 */
export function withClientOf(graph: GraphModel, way: TraceWay | null): GraphModel {
  const client = way?.nodes[0];
  if (!client?.startsWith('client:') || !way) return graph;
  const edge = way.edges.find((each) => each.startsWith(`${client}->`));
  const frontend = edge?.slice(client.length + 2);
  const lacksNode = !graph.nodes.some((node) => node.id === client);
  const lacksEdge = edge !== undefined && !graph.edges.some((each) => each.id === edge);
  const [sender] = (way.stages[0]?.nodes ?? []).filter((id) => id !== client);
  const lacksSender = sender !== undefined && !graph.nodes.some((each) => hasSender(each, client, sender));
  if (!lacksNode && !lacksEdge && !lacksSender) return graph;
  const { namespace, outside } = readClientId(client);
  const sends: GraphNode['facts'] = sender === undefined ? {} : { sender };
  const nodes: GraphNode[] = graph.nodes.map((node) =>
    node.id === client && lacksSender ? { ...node, facts: { ...node.facts, ...sends } } : node,
  );
  const edges: GraphEdge[] = [...graph.edges];
  const plain = { resource: null, facts: {}, rules: [], roles: [], findings: [] };
  if (lacksNode) {
    // The view has its own name for this client. Exported drawings use this name.
    const label = namespace === '' ? 'outside the cluster' : namespace;
    const facts: GraphNode['facts'] = outside ? { outside: namespace === '' ? 'cluster' : 'mesh' } : {};
    nodes.push({
      ...plain,
      id: client,
      kind: 'client',
      resourceKind: '',
      namespace,
      label,
      facts: { ...facts, ...sends },
    });
    const container = `Namespace/${namespace}`;
    if (namespace !== '' && !graph.nodes.some((node) => node.id === container)) {
      const named = { resourceKind: 'Namespace', namespace, label: namespace };
      nodes.push({ ...plain, ...named, id: container, kind: 'namespace' });
    }
  }
  if (lacksEdge && edge !== undefined && frontend !== undefined) {
    const none = { role: null, order: null, rule: null, share: null, broken: null };
    edges.push({ ...none, id: edge, from: client, to: frontend, kind: 'dials' });
  }
  nodes.sort((a, b) => compareText(a.id, b.id));
  edges.sort((a, b) => compareText(a.id, b.id));
  return { nodes, edges };
}

function hasSender({ id, facts }: GraphNode, client: string, sender: string): boolean {
  return id === client && facts.sender === sender;
}

interface Index {
  has(id: string): boolean;
  out(id: string): readonly GraphEdge[];
}

interface Touched {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

/** Returns the way with the policies that act on the request, and their edges. */
function withActing(way: Touched, outcome: Outcome, seen: ReadonlySet<string>, graph: Index): Touched {
  const acting = [...outcome.policies.map(({ policy }) => policy), ...(outcome.access?.by ?? [])];
  const policies = acting.filter((id) => graph.has(id));
  if (policies.length === 0) return way;
  const onWay = new Set([...seen, ...way.nodes]);
  const lines = policies.flatMap((id) => graph.out(id).filter((edge) => onWay.has(edge.to)));
  return { nodes: [...way.nodes, ...policies], edges: [...way.edges, ...lines.map((edge) => edge.id)] };
}

const NOTHING: Touched = { nodes: [], edges: [] };

function senderOf({ request: { from } }: Trace): string {
  if (from === null) return outsideClientId('');
  return from.inMesh ? clientId(from.namespace) : outsideClientId(from.namespace);
}

function workloadOf({ request: { from } }: Trace, graph: Index): readonly string[] {
  if (from === null || from.workload === null) return [];
  const { namespace, workload } = from;
  return workloadIds(namespacedName(namespace, workload)).filter((id) => graph.has(id));
}

/**
 * Returns the Gateway that a request enters by. Returns null when the graph does not have it, or the request
 * comes from inside the mesh.
 */
function entranceOf(trace: Trace, graph: Index): string | null {
  const id = enteredGatewayId(trace);
  return id !== null && graph.has(id) ? id : null;
}

/** Returns the node of a host that is no Service: of a ServiceEntry, or of a VirtualService alone. */
function hostOf(frontend: string, graph: Index): string | null {
  const ids = [frontendId(readServicePortId(frontend).service), hostId(frontend)];
  return ids.find((id) => graph.has(id)) ?? null;
}

function frontendOf(trace: Trace, graph: Index): string | null {
  const identify = trace.steps.find((step) => step.kind === 'identify');
  // A Gateway is both entrance and frontend, unless the listener belongs to a ListenerSet.
  if (trace.request.gateway !== null) {
    const set = /^ListenerSet\/[^/]+\/[^/:]+/.exec(identify?.frontend ?? '')?.[0];
    return set !== undefined && graph.has(set) ? set : entranceOf(trace, graph);
  }
  if (!identify) return null;
  if (identify.service === null) return hostOf(identify.frontend ?? '', graph);
  const id = frontendId(identify.service);
  return graph.has(id) ? id : null;
}

/** The origin and the frontend of a request. Null values are not in the graph. */
interface Arrival {
  readonly client: string;
  /** The workload that sends the request, if the request names one that is drawn. */
  readonly sendingWorkload: readonly string[];
  readonly entrance: string | null;
  readonly frontend: string | null;
}

function touchedBy(
  step: Step,
  outcome: Outcome,
  { client, sendingWorkload, entrance, frontend }: Arrival,
  graph: Index,
): Touched {
  switch (step.kind) {
    case 'send':
      return { nodes: [client, ...sendingWorkload], edges: [] };
    case 'intercept':
      return entrance === null ? NOTHING : { nodes: [entrance], edges: [`${client}->${entrance}`] };
    case 'identify':
      if (frontend === null || frontend === entrance) return NOTHING;
      return { nodes: [frontend], edges: [`${entrance ?? client}->${frontend}`] };
    case 'pass-through':
      return passedThrough(outcome, frontend, graph);
    case 'route':
      return routed(outcome, frontend, graph);
    case 'reject':
      return attached(new Set(step.considered.routes()), frontend, graph);
    default:
      return step satisfies never;
  }
}

function passedThrough(outcome: Outcome, frontend: string | null, graph: Index): Touched {
  if (frontend !== null) {
    return beyond(
      graph.out(frontend).filter((edge) => edge.kind === 'original'),
      graph,
    );
  }
  // The request was sent to the address of a Pod.
  const workloads = outcome.backends.flatMap((backend) => backend.workloads);
  const nodes = workloads.flatMap(workloadIds);
  return { nodes: nodes.filter((id) => graph.has(id)), edges: [] };
}

function attached(routes: ReadonlySet<string>, frontend: string | null, graph: Index): Touched {
  const edges = frontend === null ? [] : graph.out(frontend).filter((edge) => routes.has(edge.to));
  return {
    nodes: [...routes].filter((route) => graph.has(route)),
    edges: edges.map((edge) => edge.id),
  };
}

function routed(outcome: Outcome, frontend: string | null, graph: Index): Touched {
  const { route, rule } = outcome;
  if (route === null) return NOTHING;
  const taken = graph.out(route).filter((edge) => edge.rule === rule && isTaken(edge, outcome));
  taken.sort((a, b) => compareText(a.kind, b.kind) || (b.share ?? 0) - (a.share ?? 0));
  const before = attached(new Set([route]), frontend, graph);
  const after = beyond(outcome.kind === 'redirected' ? [] : taken, graph);
  return { nodes: [...before.nodes, ...after.nodes], edges: [...before.edges, ...after.edges] };
}

/**
 * Returns true for an edge with a share of the requests. Each path of an Ingress has its own edges, and headers
 * can select the backend there.
 */
function isTaken({ share, match, to }: GraphEdge, outcome: Outcome): boolean {
  if (match === undefined) return (share ?? 0) > 0;
  if (match !== outcome.match) return false;
  return outcome.backends.some(
    (each) =>
      each.share > 0 &&
      each.service !== null &&
      [backendId(each.service), frontendId(each.service), missingId('Service', each.service)].includes(to),
  );
}

/** Returns the targets of some edges and the workloads of these targets. A broken edge leads to no target. */
function beyond(edges: readonly GraphEdge[], graph: Index): Touched {
  // A route can forward to an alias, which stands for another Service.
  const aliases = edges
    .filter((edge) => edge.broken === null && edge.kind === 'forwards')
    .flatMap((edge) => graph.out(edge.to).filter(({ kind }) => kind === 'original'));
  const targets = [...edges, ...aliases].map((edge) => edge.to);
  const selects = [...edges, ...aliases]
    .filter((edge) => edge.broken === null)
    .flatMap((edge) => graph.out(edge.to).filter((each) => each.kind === 'selects'));
  return {
    nodes: [...targets, ...selects.map((edge) => edge.to)],
    edges: [...edges, ...aliases].map((edge) => edge.id).concat(selects.map((edge) => edge.id)),
  };
}
