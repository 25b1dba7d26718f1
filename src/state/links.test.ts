import { expect, test } from 'vitest';
import { readLink } from '../share/link.ts';
import { embedAddress, embedCode, makeShareable, pageAddress } from './links.ts';
import { readAsked } from './page-mode.ts';
import { EMPTY_REQUEST } from './request-fields.ts';

const carrying = (text: string) => ({
  files: [{ name: 'a.yaml', text }],
  active: 'a.yaml',
  request: EMPTY_REQUEST,
  compare: null,
  profile: 'gateway-api',
  step: null,
  tab: 'trace',
});

test('a link hides secrets unless the user includes them', async () => {
  const { masked, whole, places } = await makeShareable(carrying('kind: Secret\ndata: {a: YWJj}\n'));
  expect(places).toHaveLength(1);
  expect((await readLink(masked)).carried.files?.[0]?.text).toBe('kind: Secret\ndata: {a: MASKED-1}\n');
  expect((await readLink(whole)).carried.files?.[0]?.text).toBe('kind: Secret\ndata: {a: YWJj}\n');
});

test('without secrets there is one link', async () => {
  const { masked, whole, places } = await makeShareable(carrying('kind: Service\n'));
  expect(places).toEqual([]);
  expect(whole).toBe(masked);
});

test('the embed address contains only the chosen options', () => {
  const nothing = { theme: null, language: null, pane: null };
  expect(embedAddress('https://a.b/c/', '#g1:dx', nothing)).toBe('https://a.b/c/?view=embed#g1:dx');
  expect(embedAddress('https://a.b/', '#x', { theme: 'dark', language: 'zh-Hant', pane: 'graph' })).toBe(
    'https://a.b/?view=embed&theme=dark&lang=zh-Hant&pane=graph#x',
  );
});

test('embed code is HTML', () => {
  expect(embedCode('https://a.b/?x=1&y="', 'T <"> &')).toBe(
    '<iframe src="https://a.b/?x=1&amp;y=&quot;" title="T &lt;&quot;> &amp;" width="960" height="480" style="border:0;width:100%" loading="lazy"></iframe>',
  );
});

test.each([
  [{ origin: 'https://a.b', pathname: '/gammascope/', protocol: 'https:' }, 'https://a.b/gammascope/'],
  [{ origin: 'null', pathname: '/home/x/index.html', protocol: 'file:' }, 'file:///home/x/index.html'],
])('the page of %j', (location, address) => {
  expect(pageAddress(location as Location)).toBe(address);
});

test.each([
  ['', { mode: 'edit', presenting: false, theme: null, language: null }],
  ['?view=present', { mode: 'edit', presenting: true, theme: null, language: null }],
  [
    '?view=embed&theme=dark&lang=zh-Hans',
    { mode: 'embed', presenting: false, theme: 'dark', language: 'zh-Hans' },
  ],
  ['?view=read&theme=blue&lang=fr', { mode: 'read', presenting: false, theme: null, language: null }],
  ['?view=other', { mode: 'edit', presenting: false, theme: null, language: null }],
] as const)('the address %j asks for', (search, asked) => {
  expect(readAsked(search)).toEqual(asked);
});
