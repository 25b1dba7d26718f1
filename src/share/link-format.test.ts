import { expect, test } from 'vitest';
import { readLink } from './link.ts';
import { deflate, toBase64Url } from './packed.ts';

/**
 * A link of version 1. Such links are in use, so every version must read this string, and it must never
 * change.
 */
const WRITTEN_ONCE =
  '#g1:dTVE7bttAEL3K4qVdS5YNNQMYad0YDiB3VooROQIX5n6yO6QpCARyDjfOGVKkynmS1kcw1j-4m8Hg_eYdMYJWFnvXSwHdHhHYCwili2lxYN_DQmVSEO5caMlsJI-uEfPF_P_z-9-vv-bp8eHnNnhRblmZzLEykOHkrKljSdwImUo4bwNm-6GxWxw-82P-bsGNuvHzMcuPQYqCjtjn6N-sLe9lBwsXrqR0IM2DWHjRLrYgfLve3MBiyD0InWqi5ZKTW7wgx9XX6WIFi064lVxAmE56DkJm1w-yDdPJUCST4cCw6FklNAcQztanvsBiz66_cb7-6-x1u4z3IGQpom_3jbIOBbQ-Pa8RSoqhyOWHYJE8vkjAIsX2ev8ei5ODRQkOhOpYJvapF8wWTfSJ83s3FZhjrQ0EV9TFilNJoLWF8q4aioNKwfwM';

test('a link of version 1 is read as it was meant', async () => {
  expect(await readLink(WRITTEN_ONCE)).toEqual({
    carried: {
      files: [
        {
          name: 'shop.yaml',
          text: 'kind: Service # 網格 🚀\nmetadata: {name: api, namespace: shop}\n',
        },
        { name: 'b.yml', text: '' },
      ],
      active: 'b.yml',
      request: {
        from: 'shop/web',
        inMesh: true,
        method: 'POST',
        url: 'http://api.shop/v1?x=1',
        headers: 'x-lane: blue\nx-user: ana',
        latency: '250ms',
        failTimes: 2,
        failHow: 'reset',
        failStatus: 503,
        responseHeaders: 'server: a',
        podOf: 'shop/api',
        sni: 'api.example',
      },
      compare: 'shop',
      profile: 'istio',
      step: 5,
      tab: 'routes',
    },
    broken: [],
  });
});

test('fields of later versions are ignored', async () => {
  const value = {
    v: 1,
    files: [{ name: 'a.yaml', text: 'x: 1', folded: true }],
    request: { url: 'http://a/', trailers: 'a: b' },
    pinned: ['a'],
  };
  expect(await readLink(`#g1:d${toBase64Url(await deflate(JSON.stringify(value)))}`)).toEqual({
    carried: { files: [{ name: 'a.yaml', text: 'x: 1' }], request: { url: 'http://a/' } },
    broken: [],
  });
});

test.each(['#g2:dAAAA', '#g10:xAAAA'])('%s is of a newer version and says so', async (fragment) => {
  expect(await readLink(fragment)).toEqual({ carried: { request: {} }, broken: ['version'] });
});

test('the script of docs/share-link.md makes a readable link', async () => {
  const { readFileSync } = await import('node:fs');
  const page = readFileSync(new URL('../../docs/share-link.md', import.meta.url), 'utf8');
  const script = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const { execFileSync } = await import('node:child_process');
  const link = execFileSync(process.execPath, ['--input-type=module', '-'], {
    input: script.replace("'shop.yaml', 'utf8'", "'examples/ports.yaml', 'utf8'"),
    encoding: 'utf8',
  }).trim();
  const { carried, broken } = await readLink(link.slice(link.indexOf('#')));
  expect(broken).toEqual([]);
  expect(carried.files?.[0]?.text).toContain('kind: HTTPRoute');
  expect(carried.request.url).toBe('http://api.shop/v1');
});
