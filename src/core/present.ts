import type { FindingReport } from './explain/finding-report.ts';
import type { GraphModel } from './graph/graph-model.ts';
import type { SuiteReport } from './routetest/report.ts';

/** What the page shows of a snapshot: JSON-like, so that it can cross to another thread. */
export interface SnapshotView {
  readonly profile: string;
  readonly findings: readonly FindingReport[];
  readonly graph: GraphModel;
  /** Namespaces and their workloads, for the field "From"; sorted. */
  readonly clients: readonly { readonly namespace: string; readonly workloads: readonly string[] }[];
  /** URLs that reach a Service port, for suggestions; `url` is written for a client of another namespace. */
  readonly hosts: readonly { readonly url: string; readonly service: string; readonly grpc: boolean }[];
  readonly resources: readonly ResourceSummary[];
  readonly suites: readonly SuiteReport[];
  readonly documents: number;
}

export interface ResourceSummary {
  readonly id: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** False for kinds that are only drawn. */
  readonly simulated: boolean;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
