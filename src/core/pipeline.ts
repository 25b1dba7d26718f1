import { checkPatterns } from './analysis/check-patterns.ts';
import { buildCluster, type Cluster } from './cluster/cluster.ts';
import { buildControlPlane, type ControlPlane } from './control/build-ir.ts';
import {
  checkAttachment,
  checkKindConflicts,
  checkRoute,
  checkSelector,
} from './control/check-attachment.ts';
import { checkReferences } from './control/check-references.ts';
import { decide, simulate } from './dataplane/simulate.ts';
import type { Finding } from './findings/finding.ts';
import type { Origin } from './ir/mesh-ir.ts';
import type { PlacedOrigin, SimRequest, Trace, Verdict } from './ir/trace.ts';
import type { ManifestDocument } from './manifest/document.ts';
import { type Locator, locate } from './manifest/locator.ts';
import { parseSource } from './manifest/parse.ts';
import { GATEWAY_API, type Profile } from './profile/profile.ts';
import { decodeDocument } from './resource/decode.ts';
import type { DecodedDocument, Resource, ResourceId, RouteResource } from './resource/resource.ts';
import { printPath } from './text/path.ts';
import type { Source } from './text/source.ts';

/** What to analyse and how. */
export interface AnalyseOptions {
  readonly profile?: Profile;
  /** Default `cluster.local`. */
  readonly clusterDomain?: string;
  /** Routes from oldest to newest, for manifests without creationTimestamp. */
  readonly creationOrder?: readonly ResourceId[];
  /** The snapshot of an earlier text: what has not changed is taken over, the result is the same as a cold one. */
  readonly previous?: Snapshot;
}

/** Everything that follows from some sources: the way through the house, room by room. */
export interface Snapshot {
  readonly sources: readonly Source[];
  readonly profile: Profile;
  readonly clusterDomain: string;
  readonly documents: readonly ManifestDocument[];
  readonly decoded: readonly DecodedDocument[];
  readonly cluster: Cluster;
  readonly control: ControlPlane;
  readonly locator: Locator;
}

/** Text → documents, decoded, with what is unchanged taken over from an earlier snapshot. */
export function readSources(sources: readonly Source[], previous?: Snapshot): readonly ManifestDocument[] {
  const earlier = new Map<string, ManifestDocument[]>();
  for (const document of previous?.documents ?? []) {
    const list = earlier.get(document.file);
    if (list) list.push(document);
    else earlier.set(document.file, [document]);
  }
  return sources.flatMap((source) => parseSource(source, earlier.get(source.file)));
}

/** Documents → resources → cluster. */
export function indexDocuments(
  documents: readonly ManifestDocument[],
  clusterDomain: string,
): { readonly decoded: readonly DecodedDocument[]; readonly cluster: Cluster } {
  const decoded = documents.map((document) => decodeDocument(document));
  const resources: Resource[] = [];
  for (const each of decoded) for (const resource of each.resources) resources.push(resource);
  return { decoded, cluster: buildCluster(resources, clusterDomain) };
}

/**
 * The table of contents: sources → documents → resources → cluster → control plane. Never throws on user input;
 * findings are collected on request (`collectFindings`), requests are simulated on request (`traceRequest`).
 */
export function analyse(sources: readonly Source[], options: AnalyseOptions = {}): Snapshot {
  const { previous, creationOrder } = options;
  const profile = options.profile ?? GATEWAY_API;
  const clusterDomain = options.clusterDomain ?? 'cluster.local';
  const documents = readSources(sources, previous);
  const { decoded, cluster } = indexDocuments(documents, clusterDomain);
  const control = buildControlPlane(cluster, {
    profile,
    ...(creationOrder === undefined ? null : { creationOrder }),
    ...(previous === undefined ? null : { previous: previous.control.memo }),
  });
  return {
    sources,
    profile,
    clusterDomain,
    documents,
    decoded,
    cluster,
    control,
    locator: locate(sources, documents),
  };
}

/** Every finding about the manifests, ordered by file (as given), document, position and code. */
export function collectFindings(snapshot: Snapshot): readonly Finding[] {
  const { documents, decoded, cluster, control, profile } = snapshot;
  const findings: Finding[] = [];
  const report = (finding: Finding) => {
    findings.push(finding);
  };
  for (const document of documents) for (const finding of document.findings) findings.push(finding);
  for (const each of decoded) for (const finding of each.findings) findings.push(finding);
  for (const finding of cluster.findings) findings.push(finding);
  for (const attachment of control.attachments) checkAttachment(attachment, report);
  const routes = new Map<ResourceId, RouteResource>();
  for (const route of cluster.routes) {
    routes.set(route.id, route);
    checkRoute(route, report);
    if (control.memo.compiled.has(route)) {
      checkReferences(route, control, cluster, report);
      checkPatterns(control.entriesOf(route), profile, report);
    }
  }
  for (const service of cluster.services.values()) checkSelector(service, cluster, report);
  checkKindConflicts(control, routes, report);
  return inOrder(findings, snapshot);
}

function inOrder(findings: readonly Finding[], snapshot: Snapshot): readonly Finding[] {
  const files = new Map(snapshot.sources.map((source, at) => [source.file, at]));
  const keyed = findings.map((finding) => ({
    finding,
    file: files.get(finding.site.file) ?? files.size,
    start: snapshot.locator.offsets(finding.site)?.start ?? 0,
  }));
  keyed.sort((a, b) => a.file - b.file || a.start - b.start || compareText(a.finding.code, b.finding.code));
  return keyed.map((each) => each.finding);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Follows one request through the six steps; see dataplane/simulate.ts. */
export function traceRequest(snapshot: Snapshot, request: SimRequest): Trace {
  return simulate(request, snapshot.control.ir, snapshot.profile, placer(snapshot.locator));
}

/** Kind and winner only, without explanation. */
export function decideRequest(snapshot: Snapshot, request: SimRequest): Verdict {
  return decide(request, snapshot.control.ir, snapshot.profile);
}

const placers = new WeakMap<Locator, (origin: Origin) => PlacedOrigin>();

/** Looks up the lines of origins, each once. */
export function placer(locator: Locator): (origin: Origin) => PlacedOrigin {
  const known = placers.get(locator);
  if (known) return known;
  const placed = new WeakMap<Origin, PlacedOrigin>();
  const place = (origin: Origin): PlacedOrigin => {
    const before = placed.get(origin);
    if (before) return before;
    const range = locator.place({ file: origin.file, document: origin.document, path: origin.path });
    const result = {
      file: origin.file,
      document: origin.document,
      path: printPath(origin.path),
      line: range.line,
      column: range.column,
    };
    placed.set(origin, result);
    return result;
  };
  placers.set(locator, place);
  return place;
}
