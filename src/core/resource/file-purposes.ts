import { documentsByFile, type ManifestDocument } from '../manifest/document.ts';
import { baseNameOf, folderOf, isBelow, resolvePath } from '../text/file-path.ts';
import { isMapping } from '../text/mapping.ts';
import { isKustomization, kustomizationReader, kustomizationsOf } from './kustomization-reader.ts';

/** The purpose of a file in a folder. Only manifests are read as resources. */
export type FilePurpose =
  | {
      readonly kind: 'manifests';
      /** The namespace of resources that name none. */
      readonly namespace: string;
    }
  | { readonly kind: 'patch'; readonly by: string }
  | { readonly kind: 'helm-chart' | 'helm-values' | 'helm-template'; readonly folder: string }
  | { readonly kind: 'other' };

/** The namespace of resources that name none (S71). */
const DEFAULT_NAMESPACE = 'default';

/** The purpose of a file with manifests whose resources are in the default namespace. */
export const MANIFESTS: FilePurpose = { kind: 'manifests', namespace: DEFAULT_NAMESPACE };

/**
 * Returns the purpose of each file, by its name. Files of Helm and kustomize are recognised by their fields
 * and by the files around them. A file without any object is `other`, unless it is the only file: something
 * is probably missing there.
 */
export function purposesOf(documents: readonly ManifestDocument[]): ReadonlyMap<string, FilePurpose> {
  const known = purposesByDocuments.get(documents);
  if (known) return known;
  const purposes = readPurposes(documents);
  purposesByDocuments.set(documents, purposes);
  return purposes;
}

/** Purposes by documents. The documents of an earlier snapshot are used again after each edit. */
const purposesByDocuments = new WeakMap<readonly ManifestDocument[], ReadonlyMap<string, FilePurpose>>();

function readPurposes(documents: readonly ManifestDocument[]): ReadonlyMap<string, FilePurpose> {
  const files = documentsByFile(documents);
  const kustomizations = kustomizationsOf(documents);
  const plain = (file: string) => resolvePath('', file);
  const namespaces =
    kustomizations.length === 0
      ? null
      : kustomizationReader().namespacesByFile(kustomizations, [...files.keys()].map(plain));
  const charts = [...files.keys()].filter((file) => /^chart\.ya?ml$/i.test(baseNameOf(file))).map(folderOf);
  const purposes = new Map<string, FilePurpose>();
  for (const [file, own] of files) {
    const patching = kustomizations.find(({ patches }) => patches.has(plain(file)));
    const chart = charts.find((folder) => isBelow(file, folder === '' ? 'templates' : `${folder}/templates`));
    if (patching !== undefined) purposes.set(file, { kind: 'patch', by: patching.file });
    else if (chart !== undefined) purposes.set(file, { kind: 'helm-template', folder: chart });
    else
      purposes.set(file, namelessPurpose(file, own, files.size) ?? manifestsIn(namespaces?.get(plain(file))));
  }
  return purposes;
}

function manifestsIn(namespace: string | undefined): FilePurpose {
  return namespace === undefined ? MANIFESTS : { kind: 'manifests', namespace };
}

/**
 * Returns the purpose of a file without an object that has a kind. Returns null if the kind is missing, or if
 * the file is empty.
 */
function namelessPurpose(
  file: string,
  documents: readonly ManifestDocument[],
  count: number,
): FilePurpose | null {
  if (documents.some(({ empty, value }) => !empty && (hasKind(value) || value === undefined))) return null;
  const values = documents.filter(({ empty }) => !empty).map(({ value }) => value);
  if (values.length === 0) return null;
  if (values.some((value) => isMapping(value) && isKustomization(value, file))) return null;
  const name = baseNameOf(file);
  const [first] = values;
  if (isChart(first)) return { kind: 'helm-chart', folder: folderOf(file) };
  if (values.some(looksLikeManifest)) return null;
  if (/values/i.test(name) || /(?:^|\/)values\//i.test(file))
    return { kind: 'helm-values', folder: folderOf(file) };
  if (values.every(isJSONPatch)) return { kind: 'patch', by: '' };
  return count > 1 ? { kind: 'other' } : null;
}

function hasKind(value: unknown): boolean {
  return Array.isArray(value)
    ? value.some(hasKind)
    : isMapping(value) && typeof value.kind === 'string' && value.kind !== '';
}

/** Returns true for a `Chart.yaml` of Helm: version 1 or 2, with a name and a version. */
function isChart(value: unknown): boolean {
  if (!isMapping(value)) return false;
  const { apiVersion, name, version } = value;
  return (apiVersion === 'v1' || apiVersion === 'v2') && typeof name === 'string' && version !== undefined;
}

/** Returns true for operations on fields in the form of JSON Patch (RFC 6902). */
function isJSONPatch(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => isMapping(item) && typeof item.op === 'string' && typeof item.path === 'string')
  );
}

/**
 * Fields of objects, and of the routes and Gateways in them. An object with one of these is a manifest whose
 * kind is missing.
 */
const TELLING = [
  'apiVersion',
  'metadata',
  'spec',
  'parentRefs',
  'backendRefs',
  'hostnames',
  'listeners',
  'matches',
];

function looksLikeManifest(value: unknown): boolean {
  return isMapping(value) && TELLING.some((field) => Object.hasOwn(value, field));
}

/** Returns true if a document has the same result for two purposes. */
export function samePurpose(a: FilePurpose, b: FilePurpose): boolean {
  switch (a.kind) {
    case 'manifests':
      return b.kind === a.kind && a.namespace === b.namespace;
    case 'patch':
      return b.kind === a.kind && a.by === b.by;
    case 'helm-chart':
    case 'helm-values':
    case 'helm-template':
      return b.kind === a.kind && a.folder === b.folder;
    case 'other':
      return b.kind === a.kind;
    default:
      return a satisfies never;
  }
}
