import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';

let folder = '';
let server: Server;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((settle, fail) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        settle({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', fail)
      .end();
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gammascope-server-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<p>page</p>');
  writeFileSync(join(folder, 'assets', 'index-AbCd_123.js'), 'export {};\n'.repeat(500));
  const { serveFile } = await import('../scripts/serve.mjs');
  server = createServer((asked, answer) => serveFile(asked, answer, folder));
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the server of npm start', () => {
  test.each([
    ['a name that is too long', `/${'a'.repeat(256)}`],
    ['a path that is too long', `/${'a/'.repeat(4000)}`],
    ['a way out of the folder', '/..%2f..%2fetc%2fpasswd'],
    ['a NUL', '/a%00'],
    ['a broken escape', '/%zz'],
    ['a folder', '/assets'],
  ])('answers 404 to %s, and continues', async (_name, path) => {
    expect((await ask(path)).status).toBe(404);
    expect((await ask('/')).status).toBe(200);
  });

  it('sends the headers that a policy in the page cannot express', async () => {
    for (const path of ['/', '/nothing']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy']).toBe("frame-ancestors 'self'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('lets other sites frame only the embedded view', async () => {
    const { headers } = await ask('/?view=embed&pane=graph');
    expect(headers['content-security-policy']).toBe('frame-ancestors *');
  });

  it('compresses, and allows caching of assets', async () => {
    const plain = await ask('/assets/index-AbCd_123.js');
    const packed = await ask('/assets/index-AbCd_123.js', { 'Accept-Encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.body.length).toBeLessThan(plain.body.length / 5);
    expect(gunzipSync(packed.body)).toEqual(plain.body);
    expect(plain.headers['cache-control']).toContain('immutable');
    expect((await ask('/')).headers['cache-control']).toBe('no-cache');
    const again = await ask('/', { 'If-None-Match': String((await ask('/')).headers.etag) });
    expect(again.status).toBe(304);
  });

  it('accepts only GET and HEAD', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405);
    expect((await ask('/', {}, 'HEAD')).body).toHaveLength(0);
  });
});
