import { collectFindings } from './collect-findings.ts';
import type { FindingReport } from './explain/finding-report.ts';
import type { ExplainLanguage } from './explain/languages.ts';
import type { Finding } from './findings/finding.ts';
import { type FirstRequest, firstRequest, firstRequestAt, workloadsIn } from './first-request.ts';
import { buildGraph } from './graph/build-graph.ts';
import type { GraphModel } from './graph/graph-model.ts';
import type { Origin } from './ir/mesh-ir.ts';
import { compareKeys } from './ir/order.ts';
import type { PlacedOrigin, SimRequest } from './ir/trace.ts';
import { placer } from './pipeline.ts';
import { reportFindings } from './report-findings.ts';
import { reportStatus, type StatusReport } from './report-status.ts';
import { reportTables, type TableReport } from './report-tables.ts';
import type { ResourceMeta } from './resource/resource.ts';
import type { SuiteReport } from './routetest/report.ts';
import { runTests, suitesOf } from './run-tests.ts';
import type { Snapshot } from './snapshot.ts';
import type { LinesBefore, PlaceInDocument } from './text/place-in-document.ts';

/**
 * What the page shows of a snapshot: JSON-like, so that it can cross to another thread. Lines of resources and tables
 * count within their documents, so that a line break changes only what stands in the same document;
 * `placeInFile` gives the line in the file.
 */
export interface SnapshotView {
  readonly profile: string;
  /** At most `MOST_FINDINGS`: what stands in the way goes before what is only worth knowing. */
  readonly findings: readonly FindingReport[];
  /** How many findings of each severity are not among them. */
  readonly findingsLeftOut: { readonly error: number; readonly warning: number; readonly info: number };
  readonly graph: GraphModel;
  /** Namespaces and their workloads, for the field "From"; sorted. */
  readonly clients: readonly { readonly namespace: string; readonly workloads: readonly string[] }[];
  /** URLs that reach a Service port, for suggestions; `url` is written for a client of another namespace. */
  readonly hosts: readonly { readonly url: string; readonly service: string; readonly grpc: boolean }[];
  /** Gateways that requests can enter by (`ns/name`), each with a URL that meets a route where it has one; sorted. */
  readonly entrances: readonly { readonly gateway: string; readonly url: string }[];
  /** A request worth asking of manifests that nothing has been asked about; null: there is nothing to ask. */
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
  /** False for kinds that are only drawn. */
  readonly simulated: boolean;
}

/** Everything that the page shows of a snapshot, except answers to requests; its findings are told in a language. */
export function presentSnapshot(snapshot: Snapshot, language: ExplainLanguage = 'en'): SnapshotView {
  const { cluster, locator } = snapshot;
  const tests = runTests(snapshot, (path, relativeTo) => {
    const wanted = resolve(path, relativeTo);
    return snapshot.sources.find((source) => source.file === wanted || source.file === path) ?? null;
  });
  const findings = [...collectFindings(snapshot), ...tests.findings];
  const { listed, leftOut } = mostImportant(findings);
  const linesBefore = linesBeforeDocuments(snapshot);
  const place = placer(locator);
  const placeInDocument = (origin: Origin): PlacedOrigin => {
    const placed = place(origin);
    return { ...placed, line: placed.line - (linesBefore[placed.file]?.[placed.document] ?? 0) };
  };
  const placeOf = ({ origin: { file, document, root } }: ResourceMeta): PlaceInDocument => {
    const { line, column } = locator.place({ file, document, path: root });
    return { file, document, line: line - (linesBefore[file]?.[document] ?? 0), column };
  };
  return {
    profile: snapshot.profile.name,
    findings: reportFindings(listed, snapshot, language),
    findingsLeftOut: leftOut,
    graph: buildGraph({ cluster, control: snapshot.control, findings }),
    clients: clientsOf(snapshot),
    hosts: hostsOf(snapshot),
    entrances: entrancesOf(snapshot),
    firstRequest: firstRequest(snapshot),
    resources: cluster.resources.map(({ decoded, resource }) => ({
      id: resource.id,
      kind: resource.kind,
      namespace: resource.namespace,
      name: resource.name,
      simulated: decoded,
      ...placeOf(resource),
    })),
    tables: reportTables(snapshot, placeInDocument),
    statuses: reportStatus(snapshot),
    suites: tests.report.suites,
    documents: snapshot.documents.filter((document) => !document.empty).length,
    linesBefore,
  };
}

/** More findings than anybody reads would only make the page slow. */
export const MOST_FINDINGS = 2000;

function mostImportant(findings: readonly Finding[]): {
  readonly listed: readonly Finding[];
  readonly leftOut: SnapshotView['findingsLeftOut'];
} {
  const leftOut = { error: 0, warning: 0, info: 0 };
  if (findings.length <= MOST_FINDINGS) return { listed: findings, leftOut };
  const taken = new Set<Finding>();
  for (const severity of ['error', 'warning', 'info'] as const) {
    for (const finding of findings) {
      if (finding.severity !== severity) continue;
      if (taken.size < MOST_FINDINGS) taken.add(finding);
      else leftOut[severity]++;
    }
  }
  return { listed: findings.filter((finding) => taken.has(finding)), leftOut };
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

/** The request of a case of a suite, so that the page can put it into its form; null when it could not be read. */
export function requestOfCase(
  snapshot: Snapshot,
  file: string,
  suite: string,
  index: number,
): SimRequest | null {
  const found = suitesOf(snapshot).find((each) => each.origin.file === file && each.name === suite);
  return found?.cases[index]?.request ?? null;
}

/** A relative path against the folder of another file, as a URL would be resolved. */
function resolve(path: string, relativeTo: string): string {
  const steps = relativeTo.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function clientsOf({ cluster }: Snapshot): SnapshotView['clients'] {
  return [...cluster.namespaceNames]
    .sort(compareKeys)
    .map((namespace) => ({ namespace, workloads: workloadsIn(cluster, namespace) }));
}

function entrancesOf(snapshot: Snapshot): SnapshotView['entrances'] {
  return [...snapshot.control.ir.gateways.values()]
    .map((gateway) => ({ gateway: gateway.id, url: firstRequestAt(snapshot, gateway).url }))
    .sort((a, b) => compareKeys(a.gateway, b.gateway));
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
