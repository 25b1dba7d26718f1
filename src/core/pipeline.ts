import { type ChosenProfile, chooseProfile } from './choose-profile.ts';
import { buildCluster, type Cluster } from './cluster/cluster.ts';
import { patchedCluster } from './cluster/cluster-patcher.ts';
import { buildControlPlane } from './control/build-control-plane.ts';
import { simulate } from './dataplane/simulate.ts';
import { DIALECT_COMPILERS } from './dialects/compilers.ts';
import { MERGE_POLICY } from './dialects/merge.ts';
import { findingsMemoOf } from './findings-memo.ts';
import type { Origin } from './ir/origin.ts';
import type { SimRequest } from './ir/request.ts';
import { askedSemantics } from './ir/semantics.ts';
import type { PlacedOrigin, Trace } from './ir/trace.ts';
import { documentsByFile, type ManifestDocument } from './manifest/document.ts';
import { type Locator, locate } from './manifest/locator.ts';
import { parseSource } from './manifest/parse.ts';
import { GATEWAY_API, type Profile } from './profile/profile.ts';
import { AUTO } from './profile/profile-names.ts';
import { decodeDocument } from './resource/decode.ts';
import type { DecodedDocument, Resource } from './resource/decoded-resource.ts';
import { MANIFESTS, purposesOf, samePurpose } from './resource/file-purposes.ts';
import type { ResourceId } from './resource/resource.ts';
import type { Snapshot } from './snapshot.ts';
import { printPath } from './text/path.ts';
import type { Source } from './text/source.ts';

/** Options of `analyse`. */
export interface AnalyseOptions {
  /** `auto` chooses by the kinds in the manifests. The default is the specification. */
  readonly profile?: Profile | typeof AUTO | ChosenProfile;
  /** The default is `cluster.local`. */
  readonly clusterDomain?: string;
  /** Routes from oldest to newest, for manifests without creationTimestamp. */
  readonly creationOrder?: readonly ResourceId[];
  /**
   * The snapshot of an earlier version of the sources. Unchanged parts are reused. The result equals the
   * result without it.
   */
  readonly previous?: Snapshot;
  /** Receives the progress, in documents. `done` equals `total` while the tables are compiled. */
  readonly onProgress?: Progress;
}

/** Receives the number of parsed documents and their total number. */
export type Progress = (done: number, total: number) => void;

/**
 * Returns the documents of some sources. Reuses the unchanged documents of an earlier snapshot.
 *
 * @example
 * ```
 * const documents = readSources([{ file: 'shop.yaml', text: 'kind: Service\n---\nkind: HTTPRoute\n' }]);
 * documents.length; // 2
 * ```
 */
export function readSources(
  sources: readonly Source[],
  previous?: Snapshot,
  onProgress?: Progress,
): readonly ManifestDocument[] {
  const earlier = documentsByFile(previous?.documents ?? []);
  if (!onProgress) return sources.flatMap((source) => parseSource(source, earlier.get(source.file)));
  const total = sources.reduce((sum, { text }) => sum + countDocuments(text), 0);
  const documents: ManifestDocument[] = [];
  for (const source of sources) {
    const before = documents.length;
    const tell = (done: number) => onProgress(Math.min(before + done, total), total);
    for (const each of parseSource(source, earlier.get(source.file), tell)) documents.push(each);
  }
  onProgress(total, total);
  return documents;
}

/** Returns the approximate number of documents in a text, from its separators. */
function countDocuments(text: string): number {
  let count = /^---(?:\s|$)/.test(text) ? 0 : 1;
  for (let at = text.indexOf('\n---'); at >= 0; at = text.indexOf('\n---', at + 4)) count++;
  return count;
}

/**
 * Returns the decoded documents and the cluster that their resources form. Reuses the results of an earlier
 * snapshot for unchanged documents.
 *
 * @example
 * ```
 * const { cluster } = indexDocuments(readSources(sources), 'cluster.local');
 * cluster.services.get('shop/cart')?.spec.ports;
 * ```
 */
export function indexDocuments(
  documents: readonly ManifestDocument[],
  clusterDomain: string,
  previous?: Snapshot,
): { readonly decoded: readonly DecodedDocument[]; readonly cluster: Cluster } {
  const purposes = purposesOf(documents);
  const earlier = previous === undefined ? purposes : purposesOf(previous.documents);
  const keepPurpose = new Set<string>();
  for (const [file, purpose] of purposes)
    if (samePurpose(earlier.get(file) ?? MANIFESTS, purpose)) keepPurpose.add(file);
  const decoded: DecodedDocument[] = [];
  const resources: Resource[] = [];
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] as ManifestDocument;
    const before = previous?.documents[at];
    const isKept = before !== undefined && isSame(before, document) && keepPurpose.has(document.file);
    decoded.push(
      isKept
        ? (previous?.decoded[at] as DecodedDocument)
        : decodeDocument(document, purposes.get(document.file) ?? MANIFESTS),
    );
  }
  for (const each of decoded) for (const resource of each.resources) resources.push(resource);
  const patched =
    previous?.clusterDomain === clusterDomain ? patchedCluster(resources, previous.cluster) : null;
  return { decoded, cluster: patched ?? buildCluster(resources, clusterDomain) };
}

/**
 * Returns true if a document is unchanged and at the same place in the order of its file. Its offset may have
 * changed.
 */
function isSame(before: ManifestDocument, after: ManifestDocument): boolean {
  return (
    before === after ||
    (before.value === after.value &&
      typeof after.value === 'object' &&
      before.index === after.index &&
      before.file === after.file)
  );
}

/**
 * Returns the snapshot of some sources: documents, resources, cluster and control plane. Never throws on user
 * input. `collectFindings` and `traceRequest` compute findings and traces on request.
 *
 * @example
 * ```
 * const snapshot = analyse([{ file: 'shop.yaml', text }], { profile: GATEWAY_API });
 * ```
 */
export function analyse(sources: readonly Source[], options: AnalyseOptions = {}): Snapshot {
  const { previous, creationOrder } = options;
  const clusterDomain = options.clusterDomain ?? 'cluster.local';
  const documents = readSources(sources, previous, options.onProgress);
  const { decoded, cluster } = indexDocuments(documents, clusterDomain, previous);
  const { profile, semantics } = chosenProfile(options.profile ?? GATEWAY_API, cluster);
  const control = buildControlPlane(cluster, {
    profile,
    dialects: DIALECT_COMPILERS,
    merge: MERGE_POLICY,
    ...(creationOrder === undefined ? null : { creationOrder }),
    ...(previous === undefined ? null : { previous: previous.control.memo }),
  });
  return {
    sources,
    profile,
    semantics,
    clusterDomain,
    documents,
    decoded,
    cluster,
    control,
    locator: locate(sources, documents),
    earlier: previous?.profile === profile ? findingsMemoOf(previous) : null,
  };
}

function chosenProfile(asked: Profile | typeof AUTO | ChosenProfile, cluster: Cluster): ChosenProfile {
  if (asked === AUTO) return chooseProfile(cluster);
  if ('semantics' in asked) return asked;
  return { profile: asked, semantics: askedSemantics(asked.name) };
}

/**
 * Returns the trace of a request: its six steps, the outcome and the notes. See dataplane/simulate.ts.
 *
 * @example
 * ```
 * const url = readURL('http://cart.shop/items');
 * if (url.ok) {
 *   const from = { namespace: 'shop', workload: null, inMesh: true };
 *   const rest = { from, gateway: null, method: 'GET', headers: [], podOf: null, backend: null };
 *   traceRequest(snapshot, { ...rest, ...url.url }).outcome.kind; // 'forwarded'
 * }
 * ```
 */
export function traceRequest(snapshot: Snapshot, request: SimRequest): Trace {
  const { control, profile, locator, semantics } = snapshot;
  return simulate(request, control.ir, profile, placer(locator), semantics);
}

const placers = new WeakMap<Locator, (origin: Origin) => PlacedOrigin>();

/** Returns a function that looks up the lines of origins. It looks up each origin once. */
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
