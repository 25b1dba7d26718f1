import type { RuleIndex } from '../ids/ids.ts';
/**
 * The graph without pixels: columns from left to right as a request travels, clients → frontends → routes →
 * backends, with namespaces as containers. Workloads are nodes here, and lines of the cards of their clients
 * and backends in the picture (`cardsIn`). Plain data, sorted by id.
 */
export interface GraphModel {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export type GraphNodeKind =
  | 'namespace'
  | 'client'
  | 'frontend'
  /** A Gateway, a ListenerSet or an IngressClass: where requests from outside arrive. */
  | 'gateway'
  | 'route'
  | 'backend'
  | 'workload'
  | 'grant'
  | 'other'
  /** An object that a resource refers to and no manifest declares. */
  | 'missing';

/** The part of a finding that a badge needs. */
export interface GraphBadge {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
}

/** One rule of a route, in the short form of its card. */
export interface GraphRule {
  /** Index in the manifest's list of rules. */
  readonly rule: RuleIndex;
  /** The rule's name, or its first match as one line: `GET /smiley*  x-user: a`. */
  readonly summary: string;
  /** The number of matches that the summary leaves out. */
  readonly more: number;
  /** The rule's own answer when it has no backend. Null when it forwards. */
  readonly answers: 'redirect' | 'error' | null;
  /** The index of a path in its rule. Present for an Ingress, which has a line for each path. */
  readonly match?: number;
  /** True if the Ingress names the host under `tls`. */
  readonly tls?: boolean;
}

/** `written`: a VirtualService, whose rules apply in the order as written. */
export type GraphRole = 'producer' | 'consumer' | 'gateway' | 'written';

export interface GraphNode {
  /**
   * The unique id, also in `data-id`: `Service/ns/name` for a frontend, `Service/ns/name#backend` for its
   * backend, `Service/ns/name#subset=v1` for a subset, `HTTPRoute/ns/name`, `host:name:port` for a host that is no Service, `Namespace/name`, `client:ns`, `Deployment/ns/name`,
   * `missing:Service/ns/name`, `other:ns/Kind` for several resources of a kind that is only drawn.
   */
  readonly id: string;
  readonly kind: GraphNodeKind;
  /** Kubernetes kind for the label, e.g. `HTTPRoute`; '' for clients. */
  readonly resourceKind: string;
  /**
   * Resource id for "go to". Null for clients and missing objects. Nodes carry no line, because a new line at
   * the top of a bundle would change them all.
   */
  readonly resource: string | null;
  /** The container. '' for objects of the whole cluster. */
  readonly namespace: string;
  readonly label: string;
  /**
   * Short facts that the view turns into text. Frontends: type, ports, dns, and chip when the Service is drawn
   * without its backend. Gateways: class, ports,
   * and group for a Gateway of Istio. Classes of Ingresses: behaves, controller, ports, and classless for the
   * class of Ingresses that name none. Ingresses: addresses. Backends: endpoints, source. Routes: rules. Workloads:
   * replicas. Clients: workloads, and sender for the workload that sends the request. Others: count.
   */
  readonly facts: Readonly<Record<string, string | number>>;
  /** The rules of a route in the order of the manifest. Empty for other nodes. */
  readonly rules: readonly GraphRule[];
  /** The roles of a route over its parents. A route can have several. */
  readonly roles: readonly GraphRole[];
  /** Findings about this node, for its badge. */
  readonly findings: readonly GraphBadge[];
  /** The workloads that are lines of this card. Only in the graph of `cardsIn`. */
  readonly rows?: readonly GraphNode[];
}

type GraphEdgeKind =
  | 'dials'
  | 'attached'
  | 'forwards'
  /** The destination of a request when no route applies to it. */
  | 'original'
  | 'selects'
  | 'mirrors'
  | 'grants'
  /** From a policy that is only drawn to its target. */
  | 'applies';

export interface GraphEdge {
  /** Unique and stable: `FROM->TO` with a suffix for rules. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: GraphEdgeKind;
  readonly role: GraphRole | null;
  /**
   * For `attached`: the position of the route's first entry among the routes of its table, from 1. Null when
   * the table has only one route.
   */
  readonly order: number | null;
  /** For `forwards` and `mirrors`: the rule index and the share of that rule's traffic (0…1). */
  readonly rule: RuleIndex | null;
  readonly share: number | null;
  /** The index of the path in its rule. Present for an Ingress. */
  readonly match?: number;
  /** The headers that send a request here, for a canary without a share of all requests. */
  readonly when?: string;
  /** The reason of the API (`RefNotPermitted` …) when the reference is broken, otherwise null. */
  readonly broken: string | null;
}

/** The nodes and edges of a trace, for `data-on-trace`, in the order in which the request reaches them. */
export interface TraceWay {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  /**
   * The same by step (1…6), for the animation of the request. Steps without new nodes or edges are left out.
   */
  readonly stages: readonly WayStage[];
  /** The nodes and edges at which the request, or a share of it, fails. Absent when none fails. */
  readonly failed?: readonly string[];
}

export interface WayStage {
  readonly step: 1 | 2 | 3 | 4 | 5 | 6;
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}
