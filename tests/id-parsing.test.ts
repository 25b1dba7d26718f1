import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Expressions that split a text at the separators of ids, with the split text. */
const PARSING = new RegExp(
  `[\\w.?]*(?:\\([^()\\n]*\\))?\\s*(?:${[
    // split('/'), indexOf(':'), includes('#')
    /\??\.(?:split|indexOf|lastIndexOf|includes)\(['"`][/:#]['"`][^)]*\)/,
    // replace(/:\d+$/, '')
    /\??\.(?:replace|split|match|matchAll)\(\/\^?[/:#\\]*[:#][^)]*\)/,
    // startsWith('Gateway/')
    /\??\.startsWith\(['"`]\w+[/:]['"`]\)/,
    // slice('gateway:'.length)
    /\??\.slice\(['"`]\w+[/:]['"`]\.length\)/,
  ]
    .map(({ source }) => source)
    .join('|')})`,
  'g',
);

/** Returns true for the files that make ids and read them. */
function isReader(file: string): boolean {
  return file.startsWith('src/core/ids/') || file === 'src/core/graph/node-ids.ts';
}

/** Other texts that are split at these separators, by kind. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'paths of requests': [
    "path.split('/')",
    "path.indexOf('/', start)",
    "path.replace(/^\\//, '').split('/')",
    "written.replace(/^\\//, '').split('/')",
    "path.includes('#')",
    "tail.split('#', 1)",
  ],
  'hosts and ports': [
    "host.includes(':')",
    "request.host.includes(':')",
    "value.includes(':')",
    "host.replace(/:\\d+$/, '')",
    "host.toLowerCase().replace(/:\\d+$/, '')",
    "hostHeader.replace(/:\\d+$/, '')",
    "sent.replace(/:\\d+$/, '')",
    "actual.replace(/:\\d+$/, '')",
    "wanted.split('/')",
    "wanted.includes('/')",
  ],
  'IP addresses and networks, and hosts with a namespace (Istio)': [
    "address.includes(':')",
    "address.includes('/')",
    "text.split(':')",
    "network.split('/')",
    "written.indexOf('/')",
    "text.indexOf('/')",
  ],
  'names of files': [
    "file.lastIndexOf('/')",
    "file.split('/')",
    "file.replaceAll('\\\\', '/').split('/')",
    "joined.split('/')",
    "name.split('/')",
  ],
  'headers as they are typed': ["text.indexOf(':')"],
  'paths of the API server': ["apiVersion.includes('/')", "name.includes('/')"],
  'the dimensions of a request, whose keys are not ids of objects': [
    "key.split(':')",
    "key.startsWith('header:')",
    "on.startsWith('header:')",
    "on.split(':')",
    "key.slice('header:'.length)",
    "key.startsWith('query:')",
    "on.startsWith('query:')",
    "key.slice('query:'.length)",
  ],
  'references that a manifest writes with or without a namespace': ["gateway.includes('/')"],
  'facts of notes and findings, which may hold an id': ["value.includes('/')"],
  'the sender in the form of a request': [
    "from.startsWith('gateway:')",
    "from.slice('gateway:'.length)",
    "from.slice('gateway:'.length).split(':')",
  ],
  'a Service or a Service port that a user names': ["service.includes(':')"],
  'nodes of the graph': ["client?.startsWith('client:')"],
};

function parsingIn(file: string): readonly string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(PARSING)].map(([written]) => written.replace(/\s*\n\s*/g, ''));
}

test('ids are parsed only in the files that create them', () => {
  const known = new Set(Object.values(ALLOWED).flat());
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !isReader(file))
    .sort();
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) => parsingIn(file).map((written) => ({ file, written })));
  expect(found.filter(({ written }) => !known.has(written))).toEqual([]);
  const seen = new Set(found.map(({ written }) => written));
  expect(
    [...known].filter((each) => !seen.has(each)),
    'listed and no longer there',
  ).toEqual([]);
});

/** A template that joins a namespace and a name. */
const MAKING = /`[^`]*\$\{(?:[\w.]*\.)?namespace\}\/\$\{[^`]*`/g;

test('ids are made only where they are read', () => {
  const files = readdirSync(join(ROOT, 'src/core'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/core/${file.replaceAll('\\', '/')}`)
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && !isReader(file));
  const found = files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(MAKING)].map(([written]) => `${file}: ${written}`),
  );
  expect(found).toEqual([]);
});

test.each([
  "const [kind = ''] = route.split('/')",
  "id.slice(0, id.lastIndexOf(':'))",
  "const name = key.slice(key.indexOf('/') + 1)",
  "entry.replace(/#.*$/, '')",
  "route.startsWith('HTTPRoute/')",
])('%s is found', (text) => {
  expect([...text.matchAll(PARSING)]).toHaveLength(1);
});
