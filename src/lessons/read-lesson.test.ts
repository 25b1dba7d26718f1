import { describe, expect, test } from 'vitest';
import { isGoodLink } from './read-markdown.ts';
import { readPlan } from './read-plan.ts';
import { readProse } from './read-prose.ts';

const PROSE = `# Title

The goal, see R-121 and [the page](https://gateway-api.sigs.k8s.io/).

## One

Some \`code\` & **more**.

## Two

- an item

## Three

| a | b |
| --- | --- |
| 1 | 2 |

## Question

Which?

### yes: Yes
Right.

### no: No
Wrong.
`;

const PLAN = `steps:
- files: [a.yaml]
  request: {from: a/b, url: "http://c.d/"}
  expect: {outcome: forwarded}
- expect: {outcome: rejected}
question: {choices: ["yes", "no"], answer: "no"}
links:
- {title: A page, url: "https://example.com/"}
`;
const plan = (text: string) =>
  readPlan({ file: 'l.yaml', text }, (name) => (name === 'a.yaml' ? 'kind: X' : null));
const messages = (text: string) => readProse('l.md', text).faults.map(({ line, message }) => [line, message]);

describe('the prose of a lesson', () => {
  test('is read', () => {
    const { prose, faults } = readProse('l.md', PROSE);
    expect(faults).toEqual([]);
    expect(prose?.title).toBe('Title');
    expect(prose?.goal).toContainEqual({ kind: 'rule', rule: 'R-121' });
    expect(prose?.steps.map((step) => step.title)).toEqual(
      ['One', 'Two', 'Three'].map((text) => [{ kind: 'text', text }]),
    );
    expect(prose?.steps[0]?.blocks[0]).toMatchObject({
      children: [{ text: 'Some ' }, { kind: 'code', text: 'code' }, { text: ' & ' }, { kind: 'strong' }, {}],
    });
    expect([...(prose?.answers.keys() ?? [])]).toEqual(['yes', 'no']);
  });

  test('has no HTML, no images and no external links except to the specification', () => {
    expect(messages(PROSE.replace('Which?', 'Which? <b onclick="x()">'))[0]).toEqual([
      21,
      'lessons have no “html”',
    ]);
    expect(messages(PROSE.replace('Which?', '<script>x()</script>'))).toContainEqual([
      21,
      'lessons have no “html”',
    ]);
    expect(messages(PROSE.replace('Which?', '![x](https://example.com/a.png)'))).toContainEqual([
      21,
      'lessons have no “image”',
    ]);
    expect(messages(PROSE.replace('Which?', '[x](javascript:alert(1))'))[0]?.[1]).toMatch(/^the link/);
    expect(isGoodLink('#lesson/mesh-route/2')).toBe(true);
    expect(isGoodLink('http://example.com/')).toBe(false);
    expect(isGoodLink('//example.com/')).toBe(false);
  });

  test('names missing parts and their places', () => {
    expect(messages('')).toContainEqual([1, 'begin with “# title”']);
    expect(messages(PROSE.replace('## Three', '### Three'))).toContainEqual([
      13,
      'an answer begins with “### key: words”',
    ]);
    expect(messages(PROSE.replace('### no: No', '### yes: No'))).toContainEqual([
      26,
      'the answer yes is there twice',
    ]);
    expect(messages(PROSE.replace('Right.\n', ''))).toContainEqual([23, 'this heading has no text']);
  });
});

describe('the plan of a lesson', () => {
  test('is read; a step keeps the values that it does not change', () => {
    const { plan: read, faults } = plan(PLAN);
    expect(faults).toEqual([]);
    expect(read?.steps[1]).toMatchObject({ open: 'a.yaml', request: { host: 'c.d' }, tab: 'trace' });
    expect(read?.question).toMatchObject({ kind: 'choice', answer: 'no' });
  });

  test.each([
    ['files: [a.yaml]', 'files: [b.yaml]', 2, /no lessons\/manifests\/b.yaml/],
    ['- expect: {outcome', '- expects: {outcome', 5, /test-field-unknown/],
    ['- expect: {outcome: rejected}', '- highlight: 9', 5, /1 to 6|what is expected/],
    ['answer: "no"', 'answer: maybe', 6, /one of which is the answer/],
    ['https://example.com/', 'http://example.com/', 8, /https address/],
    ['steps:', 'steps: [', 1, /yaml-syntax/],
  ])('with %s replaced by %s is refused', (from, to, line, message) => {
    const { plan: read, faults } = plan(PLAN.replace(from, to));
    expect(read).toBeNull();
    expect(faults.map((fault) => fault.message).join('\n')).toMatch(message);
    if (line > 1) expect(faults.map((fault) => fault.line)).toContain(line);
  });
});
