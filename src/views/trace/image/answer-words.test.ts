import { expect, test } from 'vitest';
import { withoutSecrets } from './answer-words.ts';

/** Each case: a text, the request and its masked form as `url` and `headers`, and the expected text. */
const CASES: readonly (readonly [
  text: string,
  request: readonly [url: string, headers: string],
  masked: readonly [url: string, headers: string],
  expected: string,
])[] = [
  ['x-beta was yes', ['http://a/', 'x-beta: yes'], ['http://a/', 'x-beta: yes'], 'x-beta was yes'],
  [
    'authorization was Bearer s3cret',
    ['http://a/', 'authorization: Bearer s3cret'],
    ['http://a/', 'authorization: Bearer token-1'],
    'authorization was Bearer token-1',
  ],
  [
    'the path is /v1?key=s3cret&x=1',
    ['http://a/v1?key=s3cret&x=1', ''],
    ['http://a/v1?key=key-1&x=1', ''],
    'the path is /v1?key=key-1&x=1',
  ],
  [
    'a short and a longer secret: abc, abcdef',
    ['http://a/', 'x-token: abc\nx-key: abcdef'],
    ['http://a/', 'x-token: one\nx-key: two'],
    'a short and a longer secret: one, two',
  ],
];

for (const [text, [url, headers], [maskedUrl, maskedHeaders], expected] of CASES) {
  test(text, () => {
    const safe = withoutSecrets(text, { url, headers }, { url: maskedUrl, headers: maskedHeaders });
    expect(safe).toBe(expected);
  });
}
