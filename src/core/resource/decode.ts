import type { Finding } from '../findings/finding.ts';
import { readApiVersion } from '../ids/api-version.ts';
import type { ManifestDocument } from '../manifest/document.ts';
import { type Problem, toFinding } from '../manifest/problem.ts';
import { hasElisions } from '../manifest/sketch.ts';
import { compactList } from '../text/compact-list.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import { own } from '../text/own.ts';
import { extendPath, type Path, ROOT_PATH } from '../text/path.ts';
import type { DecodedDocument, DecodedResource, RawRouteTest, Resource } from './decoded-resource.ts';
import { checkCharacters, kindlessProblem, objectProblems } from './document-checks.ts';
import { type FilePurpose, MANIFESTS, samePurpose } from './file-purposes.ts';
import { inside } from './inside-list.ts';
import { templateOf } from './kinds/core/pod-template.ts';
import type { DecodeContext, Kind } from './kinds/kind.ts';
import { isNamespaced, kindNamed, kindOf, SILENT_KINDS } from './kinds/kinds.ts';
import { isKustomization } from './kustomization-reader.ts';
import { secondsOf, textsOf } from './object-meta.ts';
import { rareDocuments } from './rare-documents.ts';
import type { ResourceMeta } from './resource.ts';
import { resourceId } from './resource-id.ts';
import { startValidation, validate } from './validate-against-schema.ts';
import type { SchemaProblem } from './validation.ts';

const NOTHING: DecodedDocument = { resources: [], routeTests: [], findings: [] };

/** The maximum number of findings for one document. A longer list hides the important ones. */
const FINDING_LIMIT = 200;

const HALF_READ: ReadonlySet<string> = new Set(['yaml-syntax', 'unrendered-template', 'complex-key']);

interface Remembered {
  readonly file: string;
  readonly index: number;
  readonly purpose: FilePurpose;
  readonly decoded: DecodedDocument;
}

/** Decoded documents by their value. An unchanged document keeps its value. */
const remembered = new WeakMap<object, Remembered>();

/**
 * Returns the resources of one document (several for a List or a JSON array) and its findings: every code of
 * RESOURCE_CODES. Never throws. Returns the same object again for an unchanged document.
 */
export function decodeDocument(
  document: ManifestDocument,
  purpose: FilePurpose = MANIFESTS,
): DecodedDocument {
  const { value, file, index } = document;
  if (document.empty) return NOTHING;
  if (purpose.kind !== 'manifests') return rareDocuments().skipDocument(document, purpose);
  if (value === undefined || value === null) return NOTHING;
  if (typeof value !== 'object') return decodeValue(document, value, purpose.namespace);
  const before = remembered.get(value);
  if (before?.file === file && before.index === index && samePurpose(before.purpose, purpose))
    return before.decoded;
  const decoded = decodeValue(document, value, purpose.namespace);
  remembered.set(value, { file, index, purpose, decoded });
  return decoded;
}

interface Collecting {
  readonly document: ManifestDocument;
  /** The namespace of resources that name none. */
  readonly namespace: string;
  readonly resources: Resource[];
  readonly routeTests: RawRouteTest[];
  readonly findings: Finding[];
  /** Kinds that were already reported as not simulated. One finding for each document is enough. */
  readonly unsimulated: Set<string>;
}

function decodeValue(document: ManifestDocument, value: unknown, namespace: string): DecodedDocument {
  const collecting: Collecting = {
    document,
    namespace,
    resources: [],
    routeTests: [],
    findings: [],
    unsimulated: new Set(),
  };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) decodeItem(collecting, item, extendPath(ROOT_PATH, index));
  } else decodeItem(collecting, value, ROOT_PATH);
  const resources = compactList(collecting.resources);
  const routeTests = compactList(collecting.routeTests);
  const { findings } = collecting;
  // Missing parts of a partly read document follow from the syntax error. A second finding does not help.
  const isHalfRead = document.findings.some(({ code }) => HALF_READ.has(code));
  if (findings.length > FINDING_LIMIT && !isHalfRead) {
    const args = { count: findings.length - FINDING_LIMIT };
    findings.length = FINDING_LIMIT;
    tell(collecting, { code: 'more-problems', args, place: { path: [] } });
  }
  const told = isHalfRead ? findings.filter(({ code }) => code === 'internal-fault') : findings;
  return { resources, routeTests, findings: compactList(told) };
}

function tell(collecting: Collecting, problem: Problem): void {
  collecting.findings.push(toFinding(problem, collecting.document.file, collecting.document.index));
}

/** Decodes one object: a list of others, a RouteTest or a resource. */
function decodeItem(collecting: Collecting, value: unknown, root: Path): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const actual = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
    tell(collecting, { code: 'not-an-object', args: { actual }, place: { path: root } });
    return;
  }
  const object = value as Readonly<Record<string, unknown>>;
  const { kind, items } = object;
  if (isKustomization(object, collecting.document.file)) {
    tell(collecting, rareDocuments().kustomizationProblem(object, collecting.document.file, root));
    return;
  }
  if (typeof kind !== 'string' || kind === '') {
    tell(collecting, kindlessProblem(object, root));
    return;
  }
  if (Array.isArray(items) && kind.endsWith('List') && root.length < 2) {
    for (const [index, item] of items.entries()) {
      // Items of a typed list (ServiceList) may omit their kind.
      const implied =
        kind === 'List' ? item : withKind(item, kind.slice(0, -'List'.length), object.apiVersion);
      decodeItem(collecting, implied, extendPath(root, 'items', index));
    }
    return;
  }
  try {
    decodeObject(collecting, object, kind, root);
  } catch (fault) {
    if (fault instanceof EngineMissing) throw fault;
    // A fault of the program is reported. It must not affect the results of other documents.
    const args = { kind, fault: fault instanceof Error ? fault.message : String(fault) };
    tell(collecting, { code: 'internal-fault', args, place: { path: root } });
  }
}

function withKind(item: unknown, kind: string, apiVersion: unknown): unknown {
  if (typeof item !== 'object' || item === null || 'kind' in item) return item;
  return { apiVersion, kind, ...item };
}

function decodeObject(
  collecting: Collecting,
  object: Readonly<Record<string, unknown>>,
  kindName: string,
  root: Path,
): void {
  const { document } = collecting;
  const apiVersion = typeof object.apiVersion === 'string' ? object.apiVersion : '';
  const written = readApiVersion(apiVersion);
  const group = apiVersion === '' ? (kindNamed(kindName)?.group ?? '') : written.group;
  if (group === 'gammascope.dev' && kindName === 'RouteTest') {
    const { name } = metadataOf(object);
    const origin = { file: document.file, document: document.index, root };
    collecting.routeTests.push({ name: typeof name === 'string' ? name : '', raw: object, origin });
    return;
  }
  const kind = kindOf(kindName, group);
  const sketch = document.sketch || (apiVersion === '' && kind !== null);
  let { version } = written;
  if (apiVersion === '') {
    version = kind?.versions[0] ?? '';
    tell(collecting, objectProblems().noVersion(kindName, kind, root));
  }
  if (kind === null) decodeUnknown(collecting, object, kindName, group, version, root);
  else decodeKnown(collecting, object, kind, version, sketch, root);
}

function metadataOf(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { metadata } = object;
  return typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata)
    ? (metadata as Readonly<Record<string, unknown>>)
    : {};
}

function decodeKnown(
  collecting: Collecting,
  object: Readonly<Record<string, unknown>>,
  kind: Kind,
  version: string,
  sketch: boolean,
  root: Path,
): void {
  const { document } = collecting;
  const isFormer = object.kind !== kind.kind;
  if (isFormer || !kind.versions.includes(version))
    tell(collecting, objectProblems().unknownVersion(kind, version, isFormer, root));
  const written = (path: Path): string | null => document.writtenScalar(path);
  const report = (problem: SchemaProblem) =>
    tell(collecting, objectProblems().violation(problem, written(problem.path)));
  const validation = startValidation(report, written, sketch, root);
  validation.emptyIsAbsent = EMPTY_IS_ABSENT.has(kind.group);
  const plain = withoutSOPS(object);
  const mended = sketch && kind.mendSketch !== undefined ? kind.mendSketch(plain) : plain;
  const value = validate(own(kind.earlier, version) ?? kind.schema, mended, validation) as Readonly<
    Record<string, unknown>
  >;
  const metadata = metadataOf(kind.redact?.(value) ?? value);
  const meta = metaOf(collecting, metadata, kind.kind, kind.group, version, kind.namespaced, sketch, root);
  if (meta === null) return;
  const context = contextOf(collecting, meta, metadata, root);
  if (kind.redact === undefined) checkCharacters(document.text, kind.schema, value, context.report);
  const resource = { ...meta, spec: kind.decode(value, context), raw: kind.redact?.(object) ?? object };
  collecting.resources.push({ decoded: true, resource: resource as DecodedResource });
}

function contextOf(
  collecting: Collecting,
  { name, namespace, labels, sketch }: ResourceMeta,
  metadata: Readonly<Record<string, unknown>>,
  root: Path,
): DecodeContext {
  const { document } = collecting;
  return {
    name,
    namespace,
    labels,
    metadata,
    sketch,
    elided: document.sketch && hasElisions(document.text),
    report: (problem) => tell(collecting, root.length === 0 ? problem : inside(problem, root)),
    written: (path) => document.writtenScalar([...root, ...path]),
  };
}

/**
 * Returns an object without the additional field of a file that SOPS encrypted. The field is removed before
 * the file is applied.
 */
function withoutSOPS(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (typeof object.sops !== 'object' || object.sops === null) return object;
  const { sops: _, ...plain } = object;
  return plain;
}

/** Groups of kinds that are built into the API server. It reads an empty string as an absent field. */
const EMPTY_IS_ABSENT: ReadonlySet<string> = new Set([
  '',
  'apps',
  'batch',
  'discovery.k8s.io',
  'networking.k8s.io',
]);

/** Groups of Kubernetes and Gateway API. A kind of another group with the same name is another kind. */
const KUBERNETES_GROUPS: ReadonlySet<string> = new Set([
  '',
  'apps',
  'batch',
  'discovery.k8s.io',
  'extensions',
  'gateway.networking.k8s.io',
  'networking.k8s.io',
]);

/** Returns the metadata of an object. Returns null (with a finding) if it has no name. */
function metaOf(
  collecting: Collecting,
  metadata: Readonly<Record<string, unknown>>,
  kind: string,
  group: string,
  version: string,
  namespaced: boolean,
  sketch: boolean,
  root: Path,
): ResourceMeta | null {
  const { document } = collecting;
  const { name, namespace, labels, annotations, creationTimestamp, generateName } = metadata;
  const shown =
    typeof name === 'string' && name !== '' ? name : typeof generateName === 'string' ? generateName : '';
  if (shown === '') {
    tell(collecting, { code: 'name-missing', args: { kind }, place: { path: [...root, 'metadata'] } });
    return null;
  }
  const created = typeof creationTimestamp === 'string' ? secondsOf(creationTimestamp) : null;
  if (typeof creationTimestamp === 'string' && created === null) {
    const path = [...root, 'metadata', 'creationTimestamp'];
    const written = document.writtenScalar(path);
    tell(collecting, objectProblems().wrongTimestamp(creationTimestamp, path, written));
  }
  const ownNamespace = typeof namespace === 'string' && namespace !== '' ? namespace : null;
  const place = namespaced ? (ownNamespace ?? collecting.namespace) : '';
  return {
    id: resourceId(kind, group, place, shown),
    kind,
    group,
    version,
    name: shown,
    namespace: place,
    namespaceImplied: namespaced && ownNamespace === null,
    labels: textsOf(labels),
    annotations: textsOf(annotations),
    created,
    origin: { file: document.file, document: document.index, root },
    sketch,
  };
}

function decodeUnknown(
  collecting: Collecting,
  object: Readonly<Record<string, unknown>>,
  kind: string,
  group: string,
  version: string,
  root: Path,
): void {
  const namespaced = isNamespaced(kind, group);
  const meta = metaOf(
    collecting,
    metadataOf(object),
    kind,
    group,
    version,
    namespaced,
    collecting.document.sketch,
    root,
  );
  if (meta === null) return;
  const isSilent = SILENT_KINDS.has(kind);
  const meant = KUBERNETES_GROUPS.has(group) ? kindNamed(kind) : null;
  if (meant !== null) tell(collecting, objectProblems().otherGroup(meant, group, version, root));
  else if (!isSilent && !collecting.unsimulated.has(kind)) {
    collecting.unsimulated.add(kind);
    tell(collecting, {
      code: 'kind-not-simulated',
      args: { kind, group },
      place: { path: [...root, 'kind'] },
    });
  }
  const policy = isSilent ? null : rareDocuments().attachedPolicy(object, meta.namespace);
  const workload = isSilent
    ? null
    : templateOf(object, contextOf(collecting, meta, metadataOf(object), root));
  const resource = {
    ...meta,
    raw: object,
    ...(policy === null ? {} : { policy }),
    ...(workload === null ? {} : { workload }),
  };
  collecting.resources.push({ decoded: false, resource });
}
