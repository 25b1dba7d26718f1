import type { ManifestDocument } from '../manifest/document.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import { baseNameOf } from '../text/file-path.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a kustomization says of other files of the bundle. */
export interface Kustomization {
  readonly file: string;
  readonly folder: string;
  /** The namespace that it gives to its resources; null when it gives none. */
  readonly namespace: string | null;
  /** Files and folders that it takes in, resolved. */
  readonly resources: readonly string[];
  /** Files that hold patches. */
  readonly patches: ReadonlySet<string>;
  /** Fields that change resources and are not applied here, as written. */
  readonly ignored: readonly string[];
}

/** What reads kustomizations; see kustomization.ts. */
export interface KustomizationReader {
  /** Returns an object that is a kustomization; values of a wrong type are ignored. */
  read(object: Fields, file: string): Kustomization;
  /** Returns the namespace that kustomizations give to the resources of each file that carry none. */
  namespacesByFile(
    kustomizations: readonly Kustomization[],
    files: Iterable<string>,
  ): ReadonlyMap<string, string>;
}

let reader: KustomizationReader | null = null;

/** Provides the reader of kustomizations; see core/engines.ts. */
export function provideKustomizationReader(provided: KustomizationReader): void {
  reader = provided;
}

/** Returns the reader of kustomizations; throws EngineMissing when it is not provided yet. */
export function kustomizationReader(): KustomizationReader {
  if (reader === null) throw new EngineMissing('kustomizations');
  return reader;
}

const NAMES: ReadonlySet<string> = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);
const GROUP = 'kustomize.config.k8s.io/';

/** Returns whether an object is a kustomization: by its group, or by the name of its file, as kustomize has it. */
export function isKustomization(object: Fields, file: string): boolean {
  const { apiVersion, kind } = object;
  if (typeof apiVersion === 'string' && apiVersion.startsWith(GROUP)) return true;
  return NAMES.has(baseNameOf(file)) && kind === undefined && apiVersion === undefined;
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
