/** Nodes of a project with their types, for checks that need the type checker. */
import { API } from 'typescript/unstable/sync';

type Project = NonNullable<ReturnType<ReturnType<API['updateSnapshot']>['getProject']>>;
type Checker = Project['checker'];
export type Source = NonNullable<ReturnType<Project['program']['getSourceFile']>>;
export type Node = Parameters<Parameters<Source['forEachChild']>[0]>[0];
export type Type = ReturnType<Checker['getStringType']>;

/**
 * Returns the results of `keep` for everything that `find` finds in the sources of a project. `config` is the
 * name of its tsconfig.json. `keep` receives the type of the found node. Files for which `isExempt` returns
 * true are not read.
 */
export function findByType<Found>(
  root: string,
  config: string,
  isExempt: (file: string) => boolean,
  find: (source: Source, file: string) => readonly Found[],
  nodeOf: (found: Found) => Node,
  keep: (found: Found, type: Type, checker: Checker) => string | null,
): string[] {
  const api = new API({ cwd: root });
  try {
    const path = `${root}/${config}`;
    const project = api.updateSnapshot({ openProjects: [path] }).getProject(path);
    if (project === undefined) throw new Error(`${config} cannot be opened`);
    const { program, checker } = project;
    const found = project.rootFiles.flatMap((name) => {
      const file = name.slice(root.length + 1);
      const source = program.getSourceFile(name);
      return source === undefined || isExempt(file) ? [] : find(source, file);
    });
    const types = checker.getTypeAtLocation(found.map(nodeOf));
    return found.flatMap((each, at) => {
      const type = types[at];
      const kept = type === undefined ? null : keep(each, type, checker);
      return kept === null ? [] : [kept];
    });
  } finally {
    api.close();
  }
}
