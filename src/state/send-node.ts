import type { GraphEdge, GraphNode } from '../core/graph/graph-model.ts';
import { readClientId } from '../core/graph/node-ids.ts';
import { namespacedName, readNamespacedName, ruleOrder } from '../core/ids/ids.ts';
import type { State } from './model.ts';
import { currentReach } from './selectors.ts';
import { store, update } from './store.ts';
import { takeWitness } from './take-request.ts';

/** Starts the name of a Gateway in the field "From". */
const GATEWAY = 'gateway:';

/** Returns the text of the field "From" for requests that a node sends. Returns null if it sends none. */
export function senderOf(node: GraphNode): string | null {
  const { kind, namespace, label, resourceKind } = node;
  switch (kind) {
    case 'client':
      return namespace === '' ? null : namespace;
    case 'namespace':
      return label;
    case 'workload':
      return namespacedName(namespace, label);
    case 'gateway':
      return resourceKind === 'Gateway' ? `${GATEWAY}${namespacedName(namespace, label)}` : null;
    case 'frontend':
    case 'route':
    case 'backend':
    case 'grant':
    case 'other':
    case 'missing':
      return null;
    default:
      return kind satisfies never;
  }
}

/**
 * Makes a node the client of the request. If the client changes from the mesh to a Gateway or back, the
 * address of the request becomes one that is valid there.
 */
export function sendFrom(node: GraphNode): void {
  const from = senderOf(node);
  if (from === null) return;
  const inMesh = node.kind !== 'client' || !readClientId(node.id).outside;
  update((state) => {
    const isSame = isGateway(from) === isGateway(state.request.from);
    const url = isSame ? null : addressFrom(from, state);
    const request = { ...state.request, from, inMesh, podOf: '', ...(url === null ? null : { url }) };
    return { request, tab: 'trace', highlightStep: null };
  });
}

function isGateway(from: string): boolean {
  return from.startsWith(GATEWAY);
}

/** Returns an address that a client can reach. Returns null if none is known. */
function addressFrom(from: string, { view }: State): string | null {
  if (!isGateway(from)) return view?.hosts[0]?.url ?? null;
  return view?.entrances.find(({ gateway }) => gateway === from.slice(GATEWAY.length))?.url ?? null;
}

/** The graph around a node. */
type Edges = readonly Pick<GraphEdge, 'from' | 'to' | 'kind'>[];

/**
 * Returns the Service (`ns/name`) that requests to a node are addressed to: the Service itself, or the
 * Service that a route is attached to. Returns null if there is none.
 */
function serviceOf(node: GraphNode, nodes: readonly GraphNode[], edges: Edges): string | null {
  if (node.kind === 'frontend' || node.kind === 'backend') return namespacedName(node.namespace, node.label);
  if (node.kind !== 'route') return null;
  for (const { from, to, kind } of edges) {
    if (to !== node.id || kind !== 'attached') continue;
    const parent = nodes.find(({ id }) => id === from);
    if (parent?.kind === 'frontend') return namespacedName(parent.namespace, parent.label);
  }
  return null;
}

/** Returns a request that a rule of a route wins, of the first rule that some request reaches. */
function witnessFor(node: GraphNode, state: State) {
  if (node.kind !== 'route') return null;
  const entries = (currentReach(state)?.tables ?? []).flatMap((table) => table.entries);
  const own = entries.filter(({ route, witness }) => route === node.resource && witness !== null);
  return own.sort((a, b) => ruleOrder(a.rule) - ruleOrder(b.rule) || a.match - b.match)[0]?.witness ?? null;
}

/** Returns true if a request can be sent to a node. */
export function canSendTo(node: GraphNode, state: State): boolean {
  const graph = state.view?.graph;
  if (!graph) return false;
  return witnessFor(node, state) !== null || serviceOf(node, graph.nodes, graph.edges) !== null;
}

/**
 * Addresses the request to a node: to its Service by name and port, or to the first rule of a route that
 * some request reaches.
 */
export function sendTo(node: GraphNode): void {
  const state = store.getState();
  const witness = witnessFor(node, state);
  if (witness !== null) {
    takeWitness(witness);
    return;
  }
  const graph = state.view?.graph;
  const service = graph ? serviceOf(node, graph.nodes, graph.edges) : null;
  if (service === null) return;
  const { namespace, name } = readNamespacedName(service);
  const known = state.view?.hosts.find((host) => host.service === service);
  const url = known?.url ?? `http://${name}.${namespace}/`;
  // A Gateway does not send requests to the name of a Service.
  const from = isGateway(state.request.from) ? namespace : state.request.from;
  const request = { ...state.request, from, url, podOf: '', sni: '', clientAddress: '' };
  update({ request, tab: 'trace', highlightStep: null });
}
