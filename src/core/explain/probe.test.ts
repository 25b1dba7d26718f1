import { expect, test } from 'vitest';
import { curlOf } from './probe.ts';

const WRITE = `curl -sS -o /dev/null -w '%{http_code}\\n' -X`;

test.each([
  [{ method: 'GET', url: 'http://a.b/c?d=e&f', headers: [] }, `${WRITE} GET 'http://a.b/c?d=e&f'`],
  [
    { method: 'POST', url: 'http://a.b/', headers: [['x-who', "it's $HOME"]] as const },
    `${WRITE} POST -H 'x-who: it'\\''s $HOME' 'http://a.b/'`,
  ],
  [
    { method: 'GET', url: 'https://a.b:8443/', headers: [], sni: 'c.d' },
    `${WRITE} GET --connect-to 'c.d::a.b:8443' 'https://c.d:8443/'`,
  ],
  [{ method: 'POST', url: 'grpc://a.b/p.S/M', headers: [] }, null],
  [{ method: 'GET', url: 'tcp://a.b:1', headers: [] }, null],
])('%j', (witness, expected) => expect(curlOf(witness)).toBe(expected));
