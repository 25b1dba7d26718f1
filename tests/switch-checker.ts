/** Finds switches over a closed union that compile without an error after the union gets a new member. */
import { isDefaultClause, isSwitchStatement } from 'typescript/unstable/ast/is';
import { TypeFlags } from 'typescript/unstable/sync';
import { findByType, type Node, type Source, type Type } from './typed-nodes.ts';

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
  return findByType(
    root,
    config,
    isExempt,
    switchesIn,
    ({ subject }) => subject,
    ({ place, subjectText, otherwise }, type) =>
      isClosedUnion(type) && !/\bsatisfies never\b/.test(otherwise) ? `${place}: ${subjectText}` : null,
  );
}
