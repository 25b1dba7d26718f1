/**
 * The picture without pixels: columns from left to right as a request travels, clients → frontends → routes →
 * backends → workloads, with namespaces as containers. Plain data, sorted by id.
 */
export interface GraphModel {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export type GraphNodeKind =
  | 'namespace'
  | 'client'
  | 'frontend'
  /** A Gateway or a ListenerSet: where requests from outside arrive. */
  | 'gateway'
  | 'route'
  | 'backend'
  | 'workload'
  | 'grant'
  | 'other'
  /** Something referred to that no manifest declares: drawn where it is missed. */
  | 'missing';

/** A finding as far as a badge needs it. */
export interface GraphBadge {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
}

/** One rule of a route, short enough for its card. */
export interface GraphRule {
  /** Index in the manifest's list of rules. */
  readonly rule: number;
  /** The rule's name, else its first match as one line: `GET /smiley*  x-user: a`. */
  readonly summary: string;
  /** Matches beyond the one in the summary. */
  readonly more: number;
  /** What the rule answers itself, without a backend; null when it forwards. */
  readonly answers: 'redirect' | 'error' | null;
}

export type GraphRole = 'producer' | 'consumer' | 'gateway';

export interface GraphNode {
  /**
   * Unique, and what `data-id` carries: `Service/ns/name` for a frontend, `Service/ns/name#backend` for its backend,
   * `HTTPRoute/ns/name`, `Namespace/name`, `client:ns`, `Deployment/ns/name`, `missing:Service/ns/name`,
   * `other:ns/Kind` for several resources of a kind that is only drawn.
   */
  readonly id: string;
  readonly kind: GraphNodeKind;
  /** Kubernetes kind for the label, e.g. `HTTPRoute`; '' for clients. */
  readonly resourceKind: string;
  /**
   * Resource id for go-to; null when there is none (clients, missing things). Nodes carry no line: a line break typed
   * at the top of a bundle would change them all.
   */
  readonly resource: string | null;
  /** Its container; '' for what belongs to the whole cluster. */
  readonly namespace: string;
  readonly label: string;
  /**
   * Short facts, made into words by the view. Frontends: type, ports, dns. Gateways: class, ports. Backends: endpoints, source.
   * Routes: rules. Workloads: replicas. Clients: routes, workloads. Others: count.
   */
  readonly facts: Readonly<Record<string, string | number>>;
  /** For routes: its rules in the order of the manifest; empty for everything else. */
  readonly rules: readonly GraphRule[];
  /** For routes: its roles over its parents; a route can have several. */
  readonly roles: readonly GraphRole[];
  /** Findings that concern this node, for its badge. */
  readonly findings: readonly GraphBadge[];
}

type GraphEdgeKind =
  | 'dials'
  | 'attached'
  | 'forwards'
  /** Where a request goes when no route applies to it. */
  | 'original'
  | 'selects'
  | 'mirrors'
  | 'grants'
  /** A policy that we only draw, and what it targets. */
  | 'applies';

export interface GraphEdge {
  /** Unique, stable: `FROM->TO` with a suffix for rules. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: GraphEdgeKind;
  readonly role: GraphRole | null;
  /** For `attached`: place of the route's first entry among those of its table, from 1; null when it stands alone. */
  readonly order: number | null;
  /** For `forwards` and `mirrors`: rule index and share of that rule's traffic (0…1). */
  readonly rule: number | null;
  readonly share: number | null;
  /** Set when the reference cannot be used; the API's word (`RefNotPermitted` …). */
  readonly broken: string | null;
}

/** What a trace touches, for `data-on-trace`, in the order in which the request reaches it. */
export interface TraceWay {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  /** The same by step (1…6), for playing the request along the graph; steps that touch nothing new are left out. */
  readonly stages: readonly WayStage[];
}

export interface WayStage {
  readonly step: 1 | 2 | 3 | 4 | 5 | 6;
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}
