/** Finds switches over a closed union that compile without an error after the union gets a new member. */
import { isDefaultClause, isSwitchStatement } from 'typescript/unstable/ast/is';
import { API, TypeFlags } from 'typescript/unstable/sync';

type Project = NonNullable<ReturnType<ReturnType<API['updateSnapshot']>['getProject']>>;
type Source = NonNullable<ReturnType<Project['program']['getSourceFile']>>;
type Node = Parameters<Parameters<Source['forEachChild']>[0]>[0];
type Type = ReturnType<Project['checker']['getStringType']>;

interface Switch {
  readonly place: string;
  /** The expression of the switch. */
  readonly subject: Node;
  readonly subjectText: string;
  /** The default clause. '' when there is none. */
  readonly otherwise: string;
}

function switchesIn(source: Source, file: string): Switch[] {
  const found: Switch[] = [];
  const textOf = (node: Node) => source.text.slice(node.pos, node.end).trim();
  const visit = (node: Node): void => {
    if (isSwitchStatement(node)) {
      const line = source.text.slice(0, node.expression.end).split('\n').length;
      const otherwise = node.caseBlock.clauses.find(isDefaultClause);
      found.push({
        place: `${file}:${line}`,
        subject: node.expression,
        subjectText: textOf(node.expression),
        otherwise: otherwise === undefined ? '' : textOf(otherwise),
      });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** Returns true when a type is a union of literals, such as `'a' | 'b'` or `'a' | null`. */
function isClosedUnion(type: Type): boolean {
  if (!type.isUnionType() || (type.flags & TypeFlags.Boolean) !== 0) return false;
  const single = TypeFlags.Literal | TypeFlags.Null | TypeFlags.Undefined;
  return type.getTypes().every((member) => (member.flags & single) !== 0);
}

/**
 * Returns every switch of a project (the path of its tsconfig.json) over a union of literals whose default
 * clause has no `satisfies never`, as `file:line: subject`. Leaves out files for which `isExempt` returns
 * true.
 */
export function openSwitches(root: string, config: string, isExempt: (file: string) => boolean): string[] {
  const api = new API({ cwd: root });
  try {
    const path = `${root}/${config}`;
    const project = api.updateSnapshot({ openProjects: [path] }).getProject(path);
    if (project === undefined) throw new Error(`${config} cannot be opened`);
    const { program, checker } = project;
    const found = project.rootFiles.flatMap((name) => {
      const file = name.slice(root.length + 1);
      const source = program.getSourceFile(name);
      return source === undefined || isExempt(file) ? [] : switchesIn(source, file);
    });
    const types = checker.getTypeAtLocation(found.map(({ subject }) => subject));
    return found.flatMap(({ place, subjectText, otherwise }, at) => {
      const type = types[at];
      const isOpen = type !== undefined && isClosedUnion(type) && !/\bsatisfies never\b/.test(otherwise);
      return isOpen ? [`${place}: ${subjectText}`] : [];
    });
  } finally {
    api.close();
  }
}
