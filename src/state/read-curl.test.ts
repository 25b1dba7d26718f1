import { describe, expect, test } from 'vitest';
import { looksLikeCurl } from './curl-command.ts';
import { readCurl, shellWords } from './read-curl.ts';

describe('words of a shell command', () => {
  test.each<[string, string[]]>([
    ['a b', ['a', 'b']],
    ["'a b' c", ['a b', 'c']],
    ['"a \\"b\\" $c \\d" e', ['a "b" $c \\d', 'e']],
    ["$'a\\n\\'b\\' \\x41\\u00e9'", ["a\n'b' A\u00e9"]],
    ['a\\ b', ['a b']],
    ['a \\\n  b', ['a', 'b']],
    ['a ^\r\n  b', ['a', 'b']],
    ['x\'y\'"z"', ['xyz']],
    ["''", ['']],
    ['a | b', ['a']],
    ['a && b', ['a']],
    ['http://x/?a=1&b=2', ['http://x/?a=1&b=2']],
    ["'not closed", ['not closed']],
    ['a > file', ['a']],
  ])('%s', (text, words) => expect(shellWords(text)).toEqual(words));
});

/** A command, followed by its method, URL and headers. */
const COMMANDS: readonly (readonly [string, string, string, string])[] = [
  ['curl http://smiley.faces/', 'GET', 'http://smiley.faces/', ''],
  ['curl smiley.faces/center', 'GET', 'http://smiley.faces/center', ''],
  ['$ curl -s http://x/', 'GET', 'http://x/', ''],
  ['curl -X PUT http://x/', 'PUT', 'http://x/', ''],
  ['curl -XDELETE http://x/', 'DELETE', 'http://x/', ''],
  ['curl --request=patch http://x/', 'PATCH', 'http://x/', ''],
  ['curl http://x/ -H \'X-User: ana\' -H "X-Lane: blue"', 'GET', 'http://x/', 'X-User: ana\nX-Lane: blue'],
  ["curl http://x/ -H 'Accept:' -H 'X-Empty;'", 'GET', 'http://x/', 'X-Empty: '],
  ['curl -I http://x/', 'HEAD', 'http://x/', ''],
  ['curl -sSLI http://x/', 'HEAD', 'http://x/', ''],
  ['curl -d a=1 http://x/', 'POST', 'http://x/', 'Content-Type: application/x-www-form-urlencoded'],
  [
    "curl --data-raw '{}' -H 'content-type: application/json' http://x/",
    'POST',
    'http://x/',
    'content-type: application/json',
  ],
  ["curl --json '{}' http://x/", 'POST', 'http://x/', 'Content-Type: application/json'],
  ['curl -G -d a=1 --data-urlencode "q=x y" http://x/s?z=0', 'GET', 'http://x/s?z=0&a=1&q=x%20y', ''],
  ['curl --url http://x/y -A agent/1', 'GET', 'http://x/y', 'User-Agent: agent/1'],
  ['curl -b "a=1; b=2" http://x/', 'GET', 'http://x/', 'Cookie: a=1; b=2'],
  ['curl -u ana:secret http://x/', 'GET', 'http://x/', 'Authorization: Basic YW5hOnNlY3JldA=='],
  ["curl 'http://x/' \\\n  -H 'a: b' \\\n  --compressed", 'GET', 'http://x/', 'a: b'],
  ['curl -o /dev/null -w "%{http_code}" --max-time 3 http://x/', 'GET', 'http://x/', ''],
  [
    'curl -X POST -d x http://x/a | jq .',
    'POST',
    'http://x/a',
    'Content-Type: application/x-www-form-urlencoded',
  ],
];

describe('curl commands', () => {
  test.each(COMMANDS)('%s', (command, method, url, headers) =>
    expect(readCurl(command)?.request).toEqual({ method, url, headers }),
  );
  test('reports the options that it leaves out', () =>
    expect(readCurl('curl --resolve x:80:10.0.0.1 -F a=b http://x/')?.ignored).toEqual([
      '--resolve',
      '--form',
    ]));
  test('a URL is not a command', () => {
    expect(looksLikeCurl('http://curl.example/')).toBe(false);
    expect(readCurl('curly http://x/')).toBeNull();
    expect(readCurl('curl -s')).toBeNull();
  });
  test('a header cannot inject another one', () =>
    expect(readCurl("curl http://x/ -H $'a: b\\r\\nc: d'")?.request.headers).toBe('a: b c: d'));
});
