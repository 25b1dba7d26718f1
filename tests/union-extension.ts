/** Compiles the project with one more member in a union of the IR, without touching a file. */
import { readdirSync, readFileSync } from 'node:fs';
import { API } from 'typescript/unstable/sync';

/** A change of the declaration of a union: what is written, and what is read instead. */
export interface UnionExtension {
  readonly declared: string;
  readonly extended: string;
}

/**
 * The files that no longer compile once a union of `src/core/ir` has one more member, sorted. Throws where the declaration
 * is not found in exactly one file.
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
