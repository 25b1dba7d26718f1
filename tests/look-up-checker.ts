/**
 * Finds look-ups of any text in a plain object, by type: `table[name]` finds `constructor` in every object.
 */
import { SyntaxKind } from 'typescript/unstable/ast';
import { isAsExpression, isBinaryExpression, isElementAccessExpression } from 'typescript/unstable/ast/is';
import { findByType, type Node, type Source } from './typed-nodes.ts';

interface LookUp {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** The key, without a cast around it, because a cast does not change the text. */
  readonly key: Node;
}

function lookUpsIn(source: Source, file: string): LookUp[] {
  const found: LookUp[] = [];
  const visit = (node: Node): void => {
    let key: Node | undefined;
    if (isElementAccessExpression(node)) key = node.argumentExpression;
    else if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword) key = node.left;
    while (key !== undefined && isAsExpression(key)) key = key.expression;
    if (key !== undefined) {
      const text = source.text.slice(node.pos, node.end).trim().replace(/\s+/g, ' ');
      const line = source.text.slice(0, key.end).split('\n').length;
      found.push({ file, line, text, key });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/**
 * Returns every `table[key]` and `key in table` of a project (the path of its tsconfig.json) whose key can be
 * any text, as `file:line: text`. Leaves out files for which `isExempt` returns true.
 */
export function lookUpsByText(root: string, config: string, isExempt: (file: string) => boolean): string[] {
  return findByType(
    root,
    config,
    isExempt,
    lookUpsIn,
    ({ key }) => key,
    ({ file, line, text }, type, checker) =>
      checker.isTypeAssignableTo(checker.getStringType(), type) ? `${file}:${line}: ${text}` : null,
  );
}
