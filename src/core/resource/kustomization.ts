import type { ManifestDocument } from '../manifest/document.ts';
import { baseNameOf, folderOf, isBelow, resolvePath } from '../text/file-path.ts';

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

const NAMES: ReadonlySet<string> = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);
const GROUP = 'kustomize.config.k8s.io/';

/** Fields of a kustomization that change, make or leave out resources. */
const TRANSFORMING = [
  'namePrefix',
  'nameSuffix',
  'labels',
  'commonLabels',
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'replacements',
  'vars',
  'replicas',
  'configMapGenerator',
  'secretGenerator',
  'generators',
  'transformers',
  'helmCharts',
  'components',
];

/** Whether an object is a kustomization: by its group, or by the name of its file, as kustomize has it. */
export function isKustomization(object: Fields, file: string): boolean {
  const { apiVersion, kind } = object;
  if (typeof apiVersion === 'string' && apiVersion.startsWith(GROUP)) return true;
  return NAMES.has(baseNameOf(file)) && kind === undefined && apiVersion === undefined;
}

/** Reads an object that is a kustomization; what is not of the right type is left out. */
export function readKustomization(object: Fields, file: string): Kustomization {
  const folder = folderOf(resolvePath('', file));
  const texts = (field: string): readonly string[] =>
    listOf(object[field]).filter((item): item is string => typeof item === 'string');
  const paths = (items: readonly string[]) =>
    items.filter((item) => !/^[a-z+]+:\/\/|^git@|\n/.test(item)).map((item) => resolvePath(folder, item));
  const patchPaths = [...listOf(object.patches), ...listOf(object.patchesJson6902)].flatMap((item) =>
    typeof item === 'object' && item !== null && typeof (item as Fields).path === 'string'
      ? [(item as { readonly path: string }).path]
      : [],
  );
  return {
    file,
    folder,
    namespace: typeof object.namespace === 'string' && object.namespace !== '' ? object.namespace : null,
    resources: paths([...texts('resources'), ...texts('bases'), ...texts('components')]),
    patches: new Set(paths([...patchPaths, ...texts('patchesStrategicMerge')])),
    ignored: TRANSFORMING.filter((field) => object[field] !== undefined && object[field] !== null),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The kustomizations of a bundle, in its order. */
export function kustomizationsOf(documents: readonly ManifestDocument[]): readonly Kustomization[] {
  const found: Kustomization[] = [];
  for (const { value, file } of documents) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    if (isKustomization(value as Fields, file)) found.push(readKustomization(value as Fields, file));
  }
  return found;
}

/**
 * The namespace that kustomizations give to the resources of each file that carry none: that of the outermost
 * kustomization that takes the file in, as `kustomize build` has it. A base that several of them take in is built several
 * times; here it counts once, for the first. Names of files are resolved ones.
 */
export function namespacesByFile(
  kustomizations: readonly Kustomization[],
  files: Iterable<string>,
): ReadonlyMap<string, string> {
  const all = [...files];
  const byFolder = new Map(kustomizations.map((each) => [each.folder, each]));
  const taken = new Set(
    kustomizations.flatMap(({ folder, resources }) => resources.filter((path) => path !== folder)),
  );
  const namespaces = new Map<string, string>();
  // Outermost first; one that no other takes in is a root. The rest are in a circle, or taken in by none of these.
  const roots = kustomizations.filter(({ folder }) => !taken.has(folder));
  for (const root of [...roots, ...kustomizations]) give(root, root.namespace, new Set());
  return namespaces;

  function give(kustomization: Kustomization, outer: string | null, seen: Set<Kustomization>): void {
    if (seen.has(kustomization)) return;
    seen.add(kustomization);
    const namespace = outer ?? kustomization.namespace;
    const { folder, resources } = kustomization;
    for (const file of all) if (folderOf(file) === folder) set(file, namespace);
    for (const path of resources) {
      const inner = byFolder.get(path);
      if (inner !== undefined) give(inner, namespace, seen);
      else for (const file of all) if (file === path || isBelow(file, path)) set(file, namespace);
    }
  }

  function set(file: string, namespace: string | null): void {
    if (namespace !== null && !namespaces.has(file)) namespaces.set(file, namespace);
  }
}
