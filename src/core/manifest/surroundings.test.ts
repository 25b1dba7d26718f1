import { describe, expect, test } from 'vitest';
import { parseSource } from './parse.ts';

const ROUTE = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: r
spec:
  rules:
  - backendRefs:
    - name: s
`;
const VALUE = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'r' },
  spec: { rules: [{ backendRefs: [{ name: 's' }] }] },
};
const each = (change: (line: string) => string) => ROUTE.trimEnd().split('\n').map(change).join('\n');

function read(text: string) {
  return parseSource({ file: 'a.yaml', text });
}

describe('a manifest is read without its surroundings', () => {
  test.each([
    ['heredoc', `kubectl apply -f - <<EOF\n${ROUTE}EOF\n`],
    [
      'heredoc',
      `cat <<'YAML' | kubectl apply -n a -f -\n${ROUTE}YAML\n$ curl -i http://localhost/\nHTTP/1.1 404 Not Found\n`,
    ],
    ['prompt', `$ kubectl get httproute r -o yaml\n${ROUTE}`],
    ['markdown', `Here is my route:\n\n\`\`\`yaml\n${ROUTE}\`\`\`\n\nand I get **404**, why?\n`],
    ['markdown', `${ROUTE}\`\`\`\n\nIt is *broken*: why?\n`],
    ['quote', `${each((line) => `> ${line}`)}\n`],
    ['quote', `${each((line) => `> > ${line}`)}\n`],
    [
      'diff',
      `--- a/r.yaml\n+++ b/r.yaml\n@@ -1,8 +1,8 @@\n${each((line) => (line.includes('name: s') ? `-    - name: t\n+${line}` : ` ${line}`))}\n`,
    ],
    ['no-break-space', ROUTE.replace(/^ +/gm, (indent) => indent.replaceAll(' ', '\u00A0'))],
  ])('%s', (form, text) => {
    const documents = read(text).filter(({ empty }) => !empty);
    expect(documents.map(({ value }) => value)).toEqual([VALUE]);
    const [document] = documents;
    expect(document?.findings.map(({ code, args }) => [code, args.form])).toEqual([
      ['text-around-manifest', form],
    ]);
    // Places remain those of the pasted text.
    expect(text.slice(document?.spanOf(['metadata', 'name']).start).startsWith('r')).toBe(true);
    const edit = document?.findings[0]?.fixes[0]?.edits[0];
    const kept = edit !== undefined && 'text' in edit ? edit.text : '';
    expect(read(kept).map(({ value, findings }) => [value, findings])).toEqual([[VALUE, []]]);
  });

  test('documents inside a heredoc are read separately', () => {
    const documents = read(`kubectl apply -f - <<EOF\n${ROUTE}---\na: 1\nEOF\n`);
    expect(documents.map(({ value }) => value)).toEqual([VALUE, { a: 1 }]);
  });

  test.each([
    ['a list at the left edge', '- a\n- b\n'],
    ['a block that holds a command', `a: |\n  $ kubectl apply -f - <<EOF\n  b: 1\n  EOF\n`],
    ['a block that holds a fence', 'a: |\n  ```yaml\n  b: 1\n  ```\n'],
    ['a no-break space in a value', 'a: x\u00A0y\n'],
    ['a folded block', 'a: >\n  b\n  c\n'],
  ])('%s is not changed', (_name, text) => {
    const [document] = read(text);
    expect(document?.findings).toEqual([]);
    expect(document?.value).not.toBe(undefined);
  });

  test('a comment before a sketch is a comment', () => {
    const [document] = read('# route.yaml\nkind: HTTPRoute\nspec:\n  rules: [...]\n');
    expect(document?.findings.map(({ code }) => code)).not.toContain('text-around-manifest');
  });

  test('unreadable surroundings are named, and not reported as syntax errors', () => {
    const text = `${each((line) => `> ${line}`)}\n> ---\n${each((line) => `> ${line}`)}\n`;
    expect(
      read(text).flatMap(({ findings }) => findings.map(({ code, severity }) => [code, severity])),
    ).toEqual([['text-around-manifest', 'error']]);
  });
});
