import type { ManifestDocument } from '../manifest/document.ts';
import { baseNameOf, folderOf, isBelow, resolvePath } from '../text/file-path.ts';
import { isMapping } from '../text/mapping.ts';
import { isKustomization, kustomizationReader, kustomizationsOf } from './kustomization-reader.ts';

/** What a file of a folder is for. Only manifests are read as resources. */
export type FilePurpose =
  | {
      readonly kind: 'manifests';
      /** The namespace of resources that carry none. */
      readonly namespace: string;
    }
  | { readonly kind: 'patch'; readonly by: string }
  | { readonly kind: 'helm-chart' | 'helm-values' | 'helm-template'; readonly folder: string }
  | { readonly kind: 'other' };

/** Resources that name no namespace are in this one (S71). */
const DEFAULT_NAMESPACE = 'default';

export const MANIFESTS: FilePurpose = { kind: 'manifests', namespace: DEFAULT_NAMESPACE };

/**
 * What each file is for, by its name. Files of Helm and kustomize are told by their own fields and by the files around
 * them; a file that is none of them and holds no object at all is `other`, unless it is the only file: there something
 * was forgotten.
 */
export function purposesOf(documents: readonly ManifestDocument[]): ReadonlyMap<string, FilePurpose> {
  const known = purposesByDocuments.get(documents);
  if (known) return known;
  const purposes = readPurposes(documents);
  purposesByDocuments.set(documents, purposes);
  return purposes;
}

/** The documents of an earlier snapshot are asked about again after each edit. */
const purposesByDocuments = new WeakMap<readonly ManifestDocument[], ReadonlyMap<string, FilePurpose>>();

function readPurposes(documents: readonly ManifestDocument[]): ReadonlyMap<string, FilePurpose> {
  const files = new Map<string, ManifestDocument[]>();
  for (const document of documents) {
    const own = files.get(document.file);
    if (own) own.push(document);
    else files.set(document.file, [document]);
  }
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

/** The purpose of a file that holds no object with a kind; null where something was forgotten, or it is empty. */
function namelessPurpose(
  file: string,
  documents: readonly ManifestDocument[],
  count: number,
): FilePurpose | null {
  const values = documents.filter(({ empty }) => !empty).map(({ value }) => value);
  if (values.length === 0 || values.some((value) => hasKind(value) || value === undefined)) return null;
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

/** `Chart.yaml` of Helm: version 1 or 2, with a name and a version of its own. */
function isChart(value: unknown): boolean {
  if (!isMapping(value)) return false;
  const { apiVersion, name, version } = value;
  return (apiVersion === 'v1' || apiVersion === 'v2') && typeof name === 'string' && version !== undefined;
}

/** Operations on fields, as JSON Patch (RFC 6902) writes them. */
function isJSONPatch(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => isMapping(item) && typeof item.op === 'string' && typeof item.path === 'string')
  );
}

/** Fields of objects and of the routes and Gateways in them: whoever writes these forgot the kind. */
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

/** Whether two purposes make the same of a document. */
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
