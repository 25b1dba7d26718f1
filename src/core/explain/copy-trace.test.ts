import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse, explainTrace, loadMessages, traceRequest } from '../index.ts';
import { readURL } from '../ir/read-url.ts';
import type { SimRequest } from '../ir/request.ts';
import { ticketSentence, traceMarkdown } from './copy-trace.ts';
import type { ExplainLanguage } from './languages.ts';

const TEXT = readFileSync(join(import.meta.dirname, '../../../examples/faces.yaml'), 'utf8');
const SNAPSHOT = analyse([{ file: 'faces.yaml', text: TEXT }]);

async function answer(namespace: string, url: string, language: ExplainLanguage = 'en', inMesh = true) {
  const read = readURL(url);
  if (!read.ok) throw new Error(read.problem);
  const request: SimRequest = {
    ...read.url,
    from: { namespace, workload: null, inMesh },
    gateway: null,
    method: 'GET',
    headers: [],
    podOf: null,
    backend: null,
  };
  return explainTrace(traceRequest(SNAPSHOT, request), await loadMessages(language));
}

describe('the sentence for a ticket', () => {
  test.each([
    [
      'fast-clients',
      'http://smiley.faces/center',
      'en',
      /sends GET .* HTTPRoute\/fast-clients\/.* wins .* \(R-126, R-220\)$/,
    ],
    ['fast-clients', 'http://smiley.faces/center', 'zh-Hant', /HTTPRoute\/fast-clients\/.*（R-126, R-220）$/],
    ['fast-clients', 'http://smiley.faces/center', 'zh-Hans', /HTTPRoute\/fast-clients\/.*（R-126, R-220）$/],
    [
      'fast-clients',
      'http://smiley.faces/nowhere',
      'en',
      /no candidate matches \(\d+ in all\)\. HTTPRoute\/fast-clients\/smiley-route rule 0 .*is the closest: path must be \/center\/… but is \/nowhere\..*\(R-128, R-126, R-129\)$/,
    ],
    [
      'fast-clients',
      'http://who.knows/',
      'en',
      /sends GET http:\/\/who\.knows\/\. No manifest here names who\.knows.*\(R-119\)$/,
    ],
  ] as const)('%s asks for %s, in %s', async (namespace, url, language, expected) => {
    expect(ticketSentence(await answer(namespace, url, language), language)).toMatch(expected);
  });

  test('has the link on a line of its own', async () => {
    const explained = await answer('fast-clients', 'http://smiley.faces/center');
    const [told, link, ...more] = ticketSentence(explained, 'en', 'https://example.test/#g1').split('\n');
    expect(told).toBe(ticketSentence(explained, 'en'));
    expect([link, more]).toEqual(['https://example.test/#g1', []]);
  });
});

describe('the trace in Markdown', () => {
  test('numbers the six steps, with code as code and rules', async () => {
    const text = traceMarkdown(await answer('fast-clients', 'http://smiley.faces/center'));
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^\*\*Forwarded to `faces\/smiley-fast` \(90/);
    expect(lines.slice(2, 8).map((line) => line.slice(0, 2))).toEqual(['1.', '2.', '3.', '4.', '5.', '6.']);
    expect(lines[4]).toContain('`smiley.faces` is a DNS name of Service `faces/smiley`');
    expect(lines[4]).toMatch(/\(R-119, R-120\)$/);
    // A skipped step has no rules.
    expect(lines[5]).toBe(
      '4. No route applies: original destination — Skipped: routes apply to this request.',
    );
  });

  test('escapes what Markdown would take for its own', async () => {
    const text = traceMarkdown(await answer('fast-clients', 'http://smiley.faces/a`b*c_d'));
    expect(text).toContain('``GET http://smiley.faces/a`b*c_d``');
  });
});
