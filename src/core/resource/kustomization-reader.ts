import type { ManifestDocument } from '../manifest/document.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import { baseNameOf } from '../text/file-path.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The part of a kustomization that affects other files of the bundle. */
export interface Kustomization {
  readonly file: string;
  readonly folder: string;
  /** The namespace that it sets on its resources. Null if it sets none. */
  readonly namespace: string | null;
  /** The files and folders that it includes, with resolved names. */
  readonly resources: readonly string[];
  /** The files with patches. */
  readonly patches: ReadonlySet<string>;
  /** The fields that change resources and are not applied here, as written. */
  readonly ignored: readonly string[];
}

/** Reads kustomizations. See kustomization.ts. */
export interface KustomizationReader {
  /** Returns an object as a kustomization. Values of a wrong type are ignored. */
  read(object: Fields, file: string): Kustomization;
  /** Returns the namespace that kustomizations set on the resources of each file that name none. */
  namespacesByFile(
    kustomizations: readonly Kustomization[],
    files: Iterable<string>,
  ): ReadonlyMap<string, string>;
}

let reader: KustomizationReader | null = null;

/** Provides the reader of kustomizations. See core/engines.ts. */
export function provideKustomizationReader(provided: KustomizationReader): void {
  reader = provided;
}

/** Returns the reader of kustomizations. Throws EngineMissing if it is not provided yet. */
export function kustomizationReader(): KustomizationReader {
  if (reader === null) throw new EngineMissing('kustomizations');
  return reader;
}

const NAMES: ReadonlySet<string> = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);
const GROUP = 'kustomize.config.k8s.io/';

/**
 * Returns true if an object is a kustomization: by its group, or by the name of its file, as in kustomize.
 */
export function isKustomization(object: Fields, file: string): boolean {
  const { apiVersion, kind } = object;
  if (typeof apiVersion === 'string' && apiVersion.startsWith(GROUP)) return true;
  return kind === undefined && apiVersion === undefined && NAMES.has(baseNameOf(file));
}

/** Returns the kustomizations of a bundle, in its order. */
export function kustomizationsOf(documents: readonly ManifestDocument[]): readonly Kustomization[] {
  const found: Kustomization[] = [];
  for (const { value, file } of documents) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    if (isKustomization(value as Fields, file)) found.push(kustomizationReader().read(value as Fields, file));
  }
  return found;
}
