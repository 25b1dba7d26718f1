// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { GraphNode } from '../../core/graph/graph-model.ts';
import { nameOf } from '../graph/describe.ts';
import { en } from '../graph/texts-en.ts';
import { CodeText } from './code-text.tsx';
import { SentenceText } from './sentence-text.tsx';

const HIDDEN = 'a\u200bb\u202e';
const SHOWN = 'a\\u{200B}b\\u{202E}';

test('sentences, messages and the graph escape invisible characters', () => {
  const sentence = [{ text: HIDDEN, style: 'code' as const }, { text: ` is ${HIDDEN}` }];
  const markup = renderToStaticMarkup(<SentenceText sentence={sentence} />);
  expect(markup).toBe(`<code>${SHOWN}</code> is ${SHOWN}`);
  expect(renderToStaticMarkup(<CodeText text={`\`${HIDDEN}\` is odd`} />)).toBe(
    `<code>${SHOWN}</code> is odd`,
  );
  expect(nameOf({ label: HIDDEN, facts: {} } as unknown as GraphNode, en)).toBe(SHOWN);
});
