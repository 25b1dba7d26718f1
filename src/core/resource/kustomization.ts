import { folderOf, isBelow, resolvePath } from '../text/file-path.ts';
import { own } from '../text/own.ts';
import type { Kustomization, KustomizationReader } from './kustomization-reader.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Fields of a kustomization that change, create or leave out resources. */
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

/** Returns an object as a kustomization. Values of a wrong type are left out. */
function readKustomization(object: Fields, file: string): Kustomization {
  const folder = folderOf(resolvePath('', file));
  const texts = (field: string): readonly string[] =>
    listOf(own(object, field)).filter((item): item is string => typeof item === 'string');
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
    ignored: TRANSFORMING.filter((field) => own(object, field) !== undefined && own(object, field) !== null),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Returns the namespace that kustomizations set on the resources of each file that name none. It is that of
 * the outermost kustomization that includes the file, as in `kustomize build`. kustomize builds a base that
 * several of them include several times. Here the first one counts. Names of files are resolved.
 */
function namespacesByFile(
  kustomizations: readonly Kustomization[],
  files: Iterable<string>,
): ReadonlyMap<string, string> {
  const all = [...files];
  const byFolder = new Map(kustomizations.map((each) => [each.folder, each]));
  const taken = new Set(
    kustomizations.flatMap(({ folder, resources }) => resources.filter((path) => path !== folder)),
  );
  const namespaces = new Map<string, string>();
  // From the outermost. A kustomization that no other includes is a root. The rest are in a circle or are
  // included by it.
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

/** The reader of kustomizations. */
export const KUSTOMIZATIONS: KustomizationReader = { read: readKustomization, namespacesByFile };
