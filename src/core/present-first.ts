import type { FindingReport } from './explain/finding-report.ts';
import type { GraphModel } from './graph/graph-model.ts';
import { compareKeys } from './ir/order.ts';
import type { StatusReport } from './report-status.ts';
import type { TableReport } from './report-tables.ts';
import type { ResourceMeta } from './resource/resource.ts';
import type { SuiteReport } from './routetest/report.ts';
import type { Snapshot } from './snapshot.ts';
import type { LinesBefore, PlaceInDocument } from './text/place-in-document.ts';

/**
 * What the page shows of a snapshot: JSON-like, so that it can cross to another thread. Lines of resources and tables
 * count within their documents, so that a line break changes only what stands in the same document;
 * `placeInFile` gives the line in the file.
 */
export interface SnapshotView {
  readonly profile: string;
  /** False: only what a first answer needs is there; the graph, findings, tables, statuses and suites are empty. */
  readonly whole: boolean;
  readonly findings: readonly FindingReport[];
  readonly graph: GraphModel;
  /** Namespaces and their workloads, for the field "From"; sorted. */
  readonly clients: readonly { readonly namespace: string; readonly workloads: readonly string[] }[];
  /** URLs that reach a Service port, for suggestions; `url` is written for a client of another namespace. */
  readonly hosts: readonly { readonly url: string; readonly service: string; readonly grpc: boolean }[];
  /** Gateways that requests can enter by (`ns/name`), each with a URL that meets a route where it has one; sorted. */
  readonly entrances: readonly { readonly gateway: string; readonly url: string }[];
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
  /** False for kinds that are only drawn. */
  readonly simulated: boolean;
}

/** What the page needs of a snapshot to ask a request and to show its answer. `presentSnapshot` adds everything else. */
export function presentFirst(snapshot: Snapshot): SnapshotView {
  const { cluster, locator } = snapshot;
  const linesBefore = linesBeforeDocuments(snapshot);
  const placeOf = ({ origin: { file, document, root } }: ResourceMeta): PlaceInDocument => {
    const { line, column } = locator.place({ file, document, path: root });
    return { file, document, line: line - (linesBefore[file]?.[document] ?? 0), column };
  };
  return {
    profile: snapshot.profile.name,
    whole: false,
    findings: [],
    graph: { nodes: [], edges: [] },
    clients: clientsOf(snapshot),
    hosts: hostsOf(snapshot),
    entrances: entrancesOf(snapshot),
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
  return [...cluster.namespaceNames].sort(compareKeys).map((namespace) => {
    const names = (cluster.workloadsIn.get(namespace) ?? [])
      // A Pod or ReplicaSet that something owns is known by its owner's name.
      .filter((workload) => workload.spec.ownedBy === null)
      .map((workload) => workload.name);
    return { namespace, workloads: [...new Set(names)].sort(compareKeys) };
  });
}

/** A name under which nobody is reached, for listeners and routes that take every host (RFC 2606). */
const ANY_HOST = 'example.test';
const SCHEMES: Readonly<Record<string, readonly [scheme: string, port: number]>> = {
  HTTP: ['http', 80],
  HTTPS: ['https', 443],
  TLS: ['tls', 443],
  TCP: ['tcp', 0],
  UDP: ['udp', 0],
};

function entrancesOf({ control }: Snapshot): SnapshotView['entrances'] {
  const entrances = [...control.ir.gateways.values()].map(({ id, listeners }) => {
    const usable = listeners.filter((each) => each.usable);
    const listener = usable.find((each) => each.table.entries.length > 0) ?? usable[0];
    const entry = listener?.table.entries[0];
    const written = (on: string) =>
      entry?.conditions.find((each) => each.of === on && each.op !== 'regex')?.value ?? null;
    const host = written('host') ?? listener?.hostname ?? ANY_HOST;
    const [scheme, usual] = SCHEMES[listener?.protocol ?? 'HTTP'] ?? ['http', 80];
    const port = listener === undefined || listener.port === usual ? '' : `:${listener.port}`;
    const path = scheme.startsWith('http') ? (written('path') ?? '/') : '';
    // A wildcard covers names below it.
    return { gateway: id, url: `${scheme}://${host.replace(/^\*?\./, 'www.')}${port}${path}` };
  });
  return entrances.sort((a, b) => compareKeys(a.gateway, b.gateway));
}

function hostsOf({ control }: Snapshot): SnapshotView['hosts'] {
  const hosts: { url: string; service: string; grpc: boolean }[] = [];
  for (const frontend of control.ir.frontends.values()) {
    const [namespace, name] = frontend.service.split('/') as [string, string];
    const grpc = frontend.tables.some((table) =>
      table.routes.some((route) => route.startsWith('GRPCRoute/')),
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
