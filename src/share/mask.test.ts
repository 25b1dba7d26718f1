import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSource } from '../core/manifest/parse.ts';
import type { Carried } from './carried.ts';
import { maskSecrets } from './mask.ts';

const REQUEST: Carried['request'] = {
  from: 'a/b',
  inMesh: true,
  method: 'GET',
  url: 'http://x.y/',
  headers: '',
  latency: '',
  failTimes: 0,
  failHow: 'status',
  failStatus: 503,
  responseHeaders: '',
  podOf: '',
  sni: '',
  clientAddress: '',
};

const carrying = (text: string, request: Partial<Carried['request']> = {}): Carried => ({
  files: [{ name: 'a.yaml', text }],
  active: 'a.yaml',
  request: { ...REQUEST, ...request },
  compare: null,
  profile: 'gateway-api',
  step: null,
  tab: 'trace',
});

async function masked(text: string) {
  const { carried, places } = await maskSecrets(carrying(text));
  return { text: carried.files[0]?.text ?? '', places };
}

/** Returns a token. It is not written out, so that scanners of repositories find none here. */
const token = (prefix: string, length: number) => prefix + 'a1B2c3D4e5F6g7H8'.repeat(8).slice(0, length);
const JWT = `${token('eyJ', 20)}.${token('eyJ', 24)}.${token('', 30)}`;
const PEM_BODY = `${token('MII', 64)}\n${token('', 64)}`;

/** A text, and the expected masked text. */
const CASES: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'the data of a Secret',
    'kind: Secret\nmetadata: {name: db}\ndata:\n  user: YWRtaW4=\n  pass: cGFzcw== # note\ntype: Opaque\n',
    'kind: Secret\nmetadata: {name: db}\ndata:\n  user: MASKED-1\n  pass: MASKED-2 # note\ntype: Opaque\n',
  ],
  [
    'the same value twice, in whatever quotes',
    'kind: Secret\nstringData: {a: \'same\', b: "same", c: other}\n',
    'kind: Secret\nstringData: {a: \'MASKED-1\', b: "MASKED-1", c: MASKED-2}\n',
  ],
  [
    'block scalars, folded and quoted ones over several lines',
    'kind: Secret\nstringData:\n  a: |-\n    one\n\n    two\n  b: "x\n    y"\n  c: >\n    z\n  d: p\n    q\n',
    'kind: Secret\nstringData:\n  a: |-\n    MASKED-1\n\n    MASKED-1\n  b: "MASKED-2\n    "\n  c: >\n    MASKED-3\n  d: MASKED-4\n    MASKED-4\n',
  ],
  [
    'a Secret in a List, in JSON',
    '{"kind": "List", "items": [{"kind": "Secret", "data": {"k": "dg==", "n": null}}, {"kind": "ConfigMap", "data": {"k": "dg=="}}]}',
    '{"kind": "List", "items": [{"kind": "Secret", "data": {"k": "MASKED-1", "n": null}}, {"kind": "ConfigMap", "data": {"k": "dg=="}}]}',
  ],
  [
    'what an alias in a Secret stands for',
    'kind: Secret\nmetadata:\n  labels: {l: &v hunter22}\ndata:\n  k: *v\n',
    'kind: Secret\nmetadata:\n  labels: {l: &v MASKED-1}\ndata:\n  k: *v\n',
  ],
  [
    'the Secret that kubectl keeps in an annotation',
    'kind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {"kind":"Secret","data":{"k":"dg=="}}\n',
    'kind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      MASKED-1\n',
  ],
  [
    'what a Secret holds, where it is said again, packed or not',
    'kind: Secret\ndata:\n  k: aHVudGVyMjJodW50ZXIyMg==\n---\nkind: Pod\nspec: {args: [x=aHVudGVyMjJodW50ZXIyMg==, hunter22hunter22]}\n',
    'kind: Secret\ndata:\n  k: MASKED-1\n---\nkind: Pod\nspec: {args: [x=MASKED-1, MASKED-2]}\n',
  ],
  [
    'a Secret that is no YAML',
    'kind: Secret\nmetadata:\n  name: a\n bad: x\ndata:\n  pw: aGVsbG8=\n   x: [\ntype: Opaque\n',
    'kind: Secret\nmetadata:\n  name: a\n bad: x\ndata:\n  pw: MASKED-1\n   x: [\ntype: Opaque\n',
  ],
  [
    'keys with secret names',
    'password: hunter2\nDB_PASSWORD="a b"\napiKey: \'k y\'\nclientSecret: s3 # why\n{token: t0k, "x-token":"v1"}\nclient-key-data: abc\npassword: 12345\n',
    'password: MASKED-1\nDB_PASSWORD="MASKED-2"\napiKey: \'MASKED-3\'\nclientSecret: MASKED-4 # why\n{token: MASKED-5, "x-token":"MASKED-6"}\nclient-key-data: MASKED-7\npassword: MASKED-8\n',
  ],
  [
    'JSON in a string, arguments, variables of a container',
    'x: "{\\"password\\":\\"p1\\"}"\nargs: [--db-password=p2, --verbose]\nenv:\n- name: API_TOKEN\n  value: p3\n- name: MODE\n  value: p4\n',
    'x: "{\\"password\\":\\"MASKED-1\\"}"\nargs: [--db-password=MASKED-2, --verbose]\nenv:\n- name: API_TOKEN\n  value: MASKED-3\n- name: MODE\n  value: p4\n',
  ],
  ['a password of several words', 'password: correct horse\n', 'password: MASKED-1\n'],
  ['a JWT anywhere', `# see ${JWT} here\n`, '# see MASKED-1 here\n'],
  [
    'a bearer token',
    `Authorization: Bearer short\nvalue: Bearer ${token('', 20)}\n`,
    'Authorization: Bearer MASKED-1\nvalue: Bearer MASKED-2\n',
  ],
  [
    'a password in a URL',
    'url: postgres://me:pa55@db.shop:5432/x\nother: http://a.b:80/@x\n',
    'url: postgres://me:MASKED-1@db.shop:5432/x\nother: http://a.b:80/@x\n',
  ],
  [
    'a token in a query',
    'u: http://a/b?access_token=abcdef1&x=1\n',
    'u: http://a/b?access_token=MASKED-1&x=1\n',
  ],
  [
    'a private key, its lines kept',
    `tls.key: |\n  -----BEGIN RSA PRIVATE KEY-----\n  ${PEM_BODY.replace('\n', '\n  ')}\n  -----END RSA PRIVATE KEY-----\nx: 1\n`,
    'tls.key: |\n  -----BEGIN RSA PRIVATE KEY-----\n  MASKED-1\n  MASKED-1\n  -----END RSA PRIVATE KEY-----\nx: 1\n',
  ],
  [
    'a private key without its end, and nothing behind it',
    `a: |\n  -----BEGIN PRIVATE KEY-----\n  ${token('MII', 64)}\nb: plain\n`,
    'a: |\n  -----BEGIN PRIVATE KEY-----\n  MASKED-1\nb: plain\n',
  ],
  [
    'a private key in base64, but no certificate',
    `k: ${btoa(`-----BEGIN EC PRIVATE KEY-----\n${PEM_BODY}`)}\nc: ${btoa(`-----BEGIN CERTIFICATE-----\n${PEM_BODY}`)}\n`,
    `k: MASKED-1\nc: ${btoa(`-----BEGIN CERTIFICATE-----\n${PEM_BODY}`)}\n`,
  ],
  ...(
    [
      ['AWS', `AKIA${'ABCD2345'.repeat(2)}`],
      ['GitHub', token('ghp_', 36)],
      ['GitLab', token('glpat-', 20)],
      ['Slack', token('xoxb-', 24)],
      ['Google', token('AIza', 35)],
      ['npm', token('npm_', 36)],
      ['Stripe', token('sk_live_', 24)],
      ['Vault', token('hvs.', 24)],
    ] as const
  ).map(([name, value]) => [`a token of ${name}`, `x: a ${value} b\n`, 'x: a MASKED-1 b\n'] as const),
];

/** Texts that look similar and hold no secret. */
const HARMLESS: readonly string[] = [
  'certificateRefs: [{kind: Secret, name: my-cert}]\nsecretName: x\n',
  'password: \u0024{PASSWORD}\ntoken: $(TOKEN)\napiKey: "{{ .Values.key }}"\npassword: <yours>\n',
  'token:\n  type: string\npassword: {type: string}\nsecretKeyRef: {name: a, key: password}\n',
  '# the token: a thing that says who you are\n# Bearer authentication is required, see RFC 6750\n',
  'token: 100\nmaxTokens: 5\ntokenBucket: {fillInterval: 1s}\ntokenPath: /var/run/token\ntoken: /var/run/token\n',
  'matches: [{headers: [{name: x-user-token, value: beta}]}]\n',
  'url: http://user@host/\nimage: repo:5000/app@sha256:0123\ntime: 12:30:00@noon\n',
  'name: password-reset\nservice: token\nkind: Secret\n',
];

describe('values that look secret', () => {
  test.each(CASES)('is hidden: %s', async (_, before, after) => {
    const { text, places } = await masked(before);
    expect(text).toBe(after);
    expect(places.length).toBeGreaterThan(0);
    expect(text.split('\n').length).toBe(before.split('\n').length);
    // A masked text has no more values to mask.
    expect((await masked(text)).places).toEqual([]);
  });

  test.each(HARMLESS)('is not found in %j', async (text) => {
    expect(await masked(text)).toEqual({ text, places: [] });
  });

  test('are listed with their places and names', async () => {
    const { places } = await masked(
      'kind: Service\n---\nkind: Secret\nmetadata: {name: db}\ndata:\n  user: YQ==\n',
    );
    expect(places).toEqual([
      { kind: 'secret', name: 'db / user', at: { in: 'file', file: 'a.yaml', line: 6, column: 9 } },
    ]);
  });

  test('in the request is hidden with the same stand-in as in the manifests', async () => {
    const bearer = token('', 24);
    const { carried, places } = await maskSecrets(
      carrying(`value: Bearer ${bearer}\n`, {
        url: 'http://me:pa55@x.y/?token=abcdefgh',
        headers: `x-lane: blue\nAuthorization: Bearer ${bearer}\nx-api-key: k`,
        responseHeaders: 'set-cookie: a=b',
      }),
    );
    expect(carried.files[0]?.text).toBe('value: Bearer MASKED-1\n');
    expect(carried.request).toMatchObject({
      url: 'http://me:MASKED-2@x.y/?token=MASKED-3',
      headers: 'x-lane: blue\nAuthorization: Bearer MASKED-1\nx-api-key: MASKED-4',
      responseHeaders: 'set-cookie: a=b',
    });
    expect(places.filter(({ at }) => at.in === 'request')).toHaveLength(4);
  });

  test('does not change the texts of the page', async () => {
    const carried = carrying('kind: Secret\ndata: {a: YWJj}\n');
    const before = structuredClone(carried);
    await maskSecrets(carried);
    expect(carried).toEqual(before);
  });

  test('are found quickly in a megabyte on one line', async () => {
    const text = `x: ${'aB3'.repeat(400_000)}\npassword: hunter2\n`;
    expect((await masked(text)).text.slice(-20)).toContain('password: MASKED-1');
  }, 5000);
});

/** Returns the YAML texts of a folder, by path. */
function textsIn(folder: string): (readonly [path: string, text: string])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ya?ml$/.test(path))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const);
}

describe('real manifests', () => {
  const root = join(import.meta.dirname, '../..');
  const folders = ['examples', 'lessons', 'tests/cases', '../shared/conformance', '../../shared/conformance'];
  const texts = folders.flatMap((folder) => textsIn(join(root, folder)));

  test('are there', () => expect(texts.length).toBeGreaterThan(50));

  test.each(texts)('hold nothing secret outside Secrets: %s', async (file, text) => {
    const result = await masked(text);
    const documents = parseSource({ file, text: result.text });
    expect(result.places.filter(({ kind }) => kind !== 'secret')).toEqual([]);
    if (result.places.length > 0) expect(text).toMatch(/kind: Secret\b/);
    // Text that was readable before is readable after masking, line by line.
    expect(documents.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(
      parseSource({ file, text }).flatMap(({ findings }) => findings.map(({ code }) => code)),
    );
    expect(result.text.split('\n').length).toBe(text.split('\n').length);
  });
});
