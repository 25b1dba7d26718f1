/** Compiles the project with an additional member in a union of the IR, without changing a file. */
import { readdirSync, readFileSync } from 'node:fs';
import { API } from 'typescript/unstable/sync';

/** A change of the declaration of a union: the present text and its replacement. */
export interface UnionExtension {
  readonly declared: string;
  readonly extended: string;
}

/**
 * Returns the files that do not compile after a union of `src/core/ir` gets an additional member, sorted.
 * Throws when the declaration is not in exactly one file.
 */
export function filesBrokenBy(
  root: string,
  config: string,
  { declared, extended }: UnionExtension,
): string[] {
  const folder = `${root}/src/core/ir`;
  const files = readdirSync(folder).map((name) => `${folder}/${name}`);
  const declaring = files.filter((file) => readFileSync(file, 'utf8').includes(declared));
  const [changed, ...others] = declaring;
  if (changed === undefined || others.length > 0) {
    throw new Error(`${declaring.length} files of the IR have ${JSON.stringify(declared)}`);
  }
  const text = readFileSync(changed, 'utf8').replace(declared, extended);
  const api = new API({
    cwd: root,
    fs: { readFile: (file) => (file === changed ? text : undefined) },
  });
  try {
    const path = `${root}/${config}`;
    const project = api.updateSnapshot({ openProjects: [path] }).getProject(path);
    if (project === undefined) throw new Error(`${config} cannot be opened`);
    const broken = project.program.getSemanticDiagnostics().flatMap(({ fileName }) => fileName ?? []);
    return [...new Set(broken)].map((file) => file.slice(root.length + 1)).sort();
  } finally {
    api.close();
  }
}
