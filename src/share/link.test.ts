import { describe, expect, test } from 'vitest';
import type { Carried } from './carried.ts';
import { readLink, writeLink } from './link.ts';
import { isLink } from './link-fragment.ts';
import { deflate, fromBase64Url, inflate, toBase64Url } from './packed.ts';

const CARRIED: Carried = {
  files: [{ name: 'a.yaml', text: 'kind: Service # 網格 🚀\n' }],
  active: 'a.yaml',
  request: {
    from: 'a/b',
    inMesh: true,
    method: 'GET',
    url: 'http://x.y/',
    headers: 'a: b',
    latency: '',
    failTimes: 0,
    failHow: 'status',
    failStatus: 503,
    responseHeaders: '',
    podOf: '',
    sni: '',
    clientAddress: '',
  },
  compare: null,
  profile: 'gateway-api',
  step: 5,
  tab: 'trace',
};

const pack = async (value: unknown) => `#g1:d${toBase64Url(await deflate(JSON.stringify(value)))}`;

describe('share links', () => {
  test('are restored without changes', async () => {
    const link = await writeLink(CARRIED);
    expect(link).toMatch(/^#g1:d[\w-]+$/);
    expect(isLink(link)).toBe(true);
    expect(await readLink(link)).toEqual({ carried: { ...CARRIED }, broken: [] });
  });
  test('that were cut report an error', async () => {
    const link = await writeLink(CARRIED);
    for (const missing of [1, 9, 10, 11, 12]) {
      expect(await readLink(link.slice(0, -missing))).toMatchObject({ broken: ['compression'] });
    }
    expect(await readLink(`${link}!`)).toMatchObject({ broken: ['base64'] });
    expect(await readLink('#g9:dAAAA')).toMatchObject({ broken: ['version'] });
    expect(await readLink('#g1:zAAAA')).toMatchObject({ broken: ['codec'] });
    expect(await readLink(await pack([]))).toMatchObject({ broken: ['content'] });
    expect(await readLink(await pack({ ...CARRIED, v: 2 }))).toMatchObject({ broken: ['version'] });
  });
  test('keep readable fields next to broken ones', async () => {
    const files = [...CARRIED.files, { name: 7, text: 'x' }, { name: 'a.yaml', text: 'twice' }];
    const link = await pack({
      ...CARRIED,
      v: 1,
      files,
      step: 9,
      profile: '../x',
      request: { ...CARRIED.request, method: 'GET /', failTimes: -1 },
    });
    const { carried, broken } = await readLink(link);
    expect(broken).toEqual(['files', 'profile', 'step', 'request.method', 'request.failTimes']);
    expect(carried.files).toEqual(CARRIED.files);
    expect(carried.request.url).toBe('http://x.y/');
    expect(carried.request).not.toHaveProperty('method');
  });
  test('of a bomb are not unpacked', async () => {
    const bomb = await deflate('0'.repeat(9 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(20_000);
    expect(await readLink(`#g1:d${toBase64Url(bomb)}`)).toMatchObject({ broken: ['too-large'] });
  });
  test('accept `__proto__` and similar names as names', async () => {
    const { carried } = await readLink(
      await pack(JSON.parse('{"v":1,"__proto__":{"profile":"x"},"request":{}}')),
    );
    expect(carried.profile).toBeUndefined();
  });
});

test.each([0, 1, 2, 3, 4, 5, 70_000])('base64url of %i bytes', async (length) => {
  const bytes = new Uint8Array(length).map((_, at) => (at * 31) % 256);
  expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
});

test('text that is not UTF-8 is refused', async () => {
  const stream = new Blob([new Uint8Array([0xff, 0xfe, 0x41])])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  await expect(inflate(bytes)).rejects.toMatchObject({ reason: 'utf-8' });
});
