import type { FindingReport } from '../explain/finding-report.ts';
import type { GraphModel } from '../graph/graph-model.ts';
import { readNamespacedName, readResourceId } from '../ids/ids.ts';
import { compareKeys } from '../ir/order.ts';
import type { Semantics } from '../ir/semantics.ts';
import type { ResourceMeta } from '../resource/resource.ts';
import type { SuiteReport } from '../routetest/report.ts';
import type { Snapshot } from '../snapshot.ts';
import { own } from '../text/own.ts';
import type { LinesBefore, PlaceInDocument } from '../text/place-in-document.ts';
import { workloadsIn } from './clients.ts';
import type { FirstRequest } from './first-request.ts';

import type { StatusReport } from './report-status.ts';
import type { TableReport } from './report-tables.ts';

/**
 * The part of a snapshot that the page shows. It is JSON-like, so that it can be sent to another thread.
 * Lines of resources and tables count from the start of their document, so that a new line changes only the
 * view of the same document. `placeInFile` returns the line in the file.
 */
export interface SnapshotView {
  readonly semantics: Semantics;
  /**
   * False when the view holds only what a first answer needs. The graph, findings, entrances, tables,
   * statuses and suites are then empty, and `firstRequest` is null.
   */
  readonly whole: boolean;
  /** At most `MOST_FINDINGS` findings. Errors and warnings take precedence over information. */
  readonly findings: readonly FindingReport[];
  /** The number of findings of each severity that `findings` leaves out. */
  readonly findingsLeftOut: { readonly error: number; readonly warning: number; readonly info: number };
  readonly graph: GraphModel;
  /** Namespaces and their workloads, for the field "From", sorted. */
  readonly clients: readonly { readonly namespace: string; readonly workloads: readonly string[] }[];
  /**
   * URLs that reach a Service port, for suggestions. Each `url` is valid for a client in any other namespace.
   */
  readonly hosts: readonly { readonly url: string; readonly service: string; readonly grpc: boolean }[];
  /**
   * Gateways through which requests can enter (`ns/name`), sorted. Each has a URL that matches a route if the
   * Gateway has one.
   */
  readonly entrances: readonly { readonly gateway: string; readonly url: string }[];
  /** A request to ask first about new manifests. Null when there is nothing to ask. */
  readonly firstRequest: FirstRequest | null;
  readonly resources: readonly ResourceSummary[];
  readonly tables: readonly TableReport[];
  readonly statuses: readonly StatusReport[];
  readonly suites: readonly SuiteReport[];
  readonly documents: number;
  readonly linesBefore: LinesBefore;
}

export interface ResourceSummary extends PlaceInDocument {
  readonly id: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** False for kinds that the graph only draws. */
  readonly simulated: boolean;
}

/**
 * Returns the part of the view that the page needs to ask a request and to show its answer. `presentSnapshot`
 * adds the rest.
 */
export function presentFirst(snapshot: Snapshot): SnapshotView {
  const { cluster, locator } = snapshot;
  const linesBefore = linesBeforeDocuments(snapshot);
  const placeOf = ({ origin: { file, document, root } }: ResourceMeta): PlaceInDocument => {
    const { line, column } = locator.place({ file, document, path: root });
    return { file, document, line: line - (own(linesBefore, file)?.[document] ?? 0), column };
  };
  return {
    semantics: snapshot.semantics,
    whole: false,
    findings: [],
    findingsLeftOut: { error: 0, warning: 0, info: 0 },
    graph: { nodes: [], edges: [] },
    clients: clientsOf(snapshot),
    hosts: hostsOf(snapshot),
    entrances: [],
    firstRequest: null,
    resources: cluster.resources.map(({ decoded, resource }) => ({
      id: resource.id,
      kind: resource.kind,
      namespace: resource.namespace,
      name: resource.name,
      simulated: decoded,
      ...placeOf(resource),
    })),
    tables: [],
    statuses: [],
    suites: [],
    documents: snapshot.documents.filter((document) => !document.empty).length,
    linesBefore,
  };
}

function linesBeforeDocuments({ documents, locator }: Snapshot): LinesBefore {
  const lines = new Map<string, number[]>();
  for (const { file, index, offset } of documents) {
    const list = lines.get(file) ?? [];
    list[index] = locator.lines(file).positionAt(offset).line - 1;
    lines.set(file, list);
  }
  return Object.fromEntries(lines);
}

function clientsOf({ cluster }: Snapshot): SnapshotView['clients'] {
  return [...cluster.namespaceNames]
    .sort(compareKeys)
    .map((namespace) => ({ namespace, workloads: workloadsIn(cluster, namespace) }));
}

function hostsOf({ control }: Snapshot): SnapshotView['hosts'] {
  const hosts: { url: string; service: string; grpc: boolean }[] = [];
  for (const frontend of control.ir.frontends.values()) {
    const { namespace, name } = readNamespacedName(frontend.service);
    const grpc = frontend.tables.some((table) =>
      table.routes.some((route) => readResourceId(route).kind === 'GRPCRoute'),
    );
    const port = frontend.port === 80 ? '' : `:${frontend.port}`;
    hosts.push({
      url: `${grpc ? 'grpc' : 'http'}://${name}.${namespace}${port}/`,
      service: frontend.service,
      grpc,
    });
  }
  return hosts.sort((a, b) => compareKeys(a.url, b.url));
}
