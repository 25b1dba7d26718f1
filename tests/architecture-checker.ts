/**
 * The import table of the code (docs/architecture.md), its naming rules and size limit, and the functions
 * that check them.
 */
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { parseSync } from 'rolldown/utils';

interface Room {
  /** Folders that it may import. */
  readonly rooms: readonly string[];
  /** Packages that it may import. Absent: any package that is not reserved for another folder. */
  readonly packages?: readonly string[];
  /** Folders that it may import for types only. */
  readonly types?: readonly string[];
}

const CORE: Readonly<Record<string, Room>> = {
  ids: { rooms: [] },
  text: { rooms: [] },
  findings: { rooms: ['text'] },
  manifest: { rooms: ['text', 'findings'], packages: ['js-yaml', 'yaml'] },
  resource: { rooms: ['ids', 'text', 'findings', 'manifest'], packages: ['valibot'] },
  'field-docs': { rooms: ['ids', 'text', 'resource'] },
  cluster: { rooms: ['ids', 'text', 'findings', 'manifest', 'resource'] },
  profile: { rooms: [] },
  ir: { rooms: ['ids', 'text', 'profile'] },
  control: { rooms: ['ids', 'text', 'findings', 'resource', 'cluster', 'profile', 'ir', 'match'] },
  match: { rooms: ['text', 'ir', 'profile'], packages: ['re2js'] },
  dataplane: { rooms: ['ids', 'text', 'ir', 'match', 'profile'] },
  analysis: { rooms: ['ids', 'ir', 'match', 'dataplane', 'profile', 'findings', 'text'] },
  graph: { rooms: ['ids', 'text', 'findings', 'resource', 'cluster', 'control', 'ir', 'match'] },
  'control/dialects': {
    rooms: [
      'ids',
      'text',
      'findings',
      'resource',
      'cluster',
      'profile',
      'ir',
      'control',
      'match',
      'analysis',
      'graph',
    ],
  },
  dialects: { rooms: ['control', 'control/dialects', 'cluster', 'graph'] },
  editing: { rooms: ['ids', 'text', 'resource', 'cluster', 'control', 'control/dialects', 'ir'] },
  explain: { rooms: ['ids', 'text', 'findings', 'ir', 'dataplane', 'analysis', 'profile'] },
  routetest: {
    rooms: [
      'ids',
      'field-docs',
      'text',
      'findings',
      'manifest',
      'resource',
      'control',
      'ir',
      'dataplane',
      'profile',
    ],
  },
};

const EVERY_VIEW = ['views/*'];

/** Folders outside the core. `core` means every folder of the core, `views/*` every view. */
const OUTSIDE: Readonly<Record<string, Room>> = {
  worker: { rooms: ['core'], packages: [] },
  share: { rooms: ['core'], packages: ['idb-keyval', 'valibot'] },
  lessons: { rooms: ['core'], packages: ['marked'] },
  live: { rooms: ['core'], packages: [] },
  state: {
    rooms: ['core', 'worker', 'share', 'lessons', 'live'],
    packages: ['zustand', 'react', 'idb-keyval'],
  },
  'views/ui': { rooms: ['state', 'core', 'share'], types: ['worker'] },
  'views/shell': { rooms: ['state', 'core', 'share', ...EVERY_VIEW], types: ['worker'] },
  'views/live': { rooms: ['state', 'live', 'views/ui'] },
  'views/palette': { rooms: ['state', 'core', 'lessons', 'views/ui'] },
  'views/lessons': { rooms: ['state', 'core', 'lessons', 'views/ui'] },
  'views/*': { rooms: ['state', 'core', 'share', 'views/ui'], types: ['worker'] },
  offline: { rooms: [], packages: ['workbox-precaching', 'workbox-routing', 'workbox-strategies'] },
  cli: { rooms: ['core'], packages: [] },
  main: { rooms: ['core', 'worker', 'share', 'state', ...EVERY_VIEW] },
};

/** Packages that only one folder of src may import. */
const SOLE_IMPORTER: Readonly<Record<string, string>> = {
  'js-yaml': 'core/manifest',
  yaml: 'core/manifest',
  re2js: 'core/match',
  'monaco-editor': 'views/editor',
  'monaco-yaml': 'views/editor',
  '@xyflow/react': 'views/graph',
  marked: 'lessons',
  cmdk: 'views/palette',
  'workbox-precaching': 'offline',
  'workbox-routing': 'offline',
  'workbox-strategies': 'offline',
};

/**
 * Packages that are too large for the first load. Only a dynamic import may lead to them from the page's
 * entry.
 */
const LAZY = ['monaco-editor', 'monaco-yaml', '@xyflow/react', 'marked', 'cmdk'];

/** The maximum number of lines of a file. */
export const MAX_LINES = 400;

/** Files that may be longer, with the reason. */
export const LONGER: Readonly<Record<string, string>> = {};

const BANNED = /^(util|helper|manager|handler|processor)s?$|^common$|^misc$/;

interface Import {
  readonly specifier: string;
  readonly kind: 'static' | 'type' | 'dynamic';
}

/** Texts by path from the top of the checkout. */
export type Sources = Readonly<Record<string, string>>;

interface Node {
  readonly type?: string;
  readonly source?: { readonly value?: unknown; readonly type?: string } | null;
  readonly [key: string]: unknown;
}

/**
 * Returns every import of a module: static, type-only, `import()` (values and types), `import.meta.glob`,
 * `new URL(…)`.
 */
function importsOf(path: string, text: string): Import[] {
  const { program, errors } = parseSync(path, text);
  const fault = errors[0];
  if (fault) throw new Error(`${path}: ${fault.message}`);
  const found: Import[] = [];
  const add = (value: unknown, kind: Import['kind']) => {
    if (typeof value === 'string') found.push({ specifier: value.replace(/\?.*$/, ''), kind });
  };
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node;
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        add(node.source?.value, isTypeOnly(node) ? 'type' : 'static');
        break;
      case 'TSImportType':
        add(node.source?.value, 'type');
        break;
      case 'ImportExpression':
        if (typeof node.source?.value !== 'string') add('(computed)', 'dynamic');
        add(node.source?.value, 'dynamic');
        break;
      case 'CallExpression':
        if (isGlob(node)) for (const pattern of strings(node.arguments)) add(pattern, 'dynamic');
        break;
      case 'NewExpression':
        if ((node.callee as { name?: string }).name === 'URL' && (node.arguments as Node[])[1]) {
          const first = (node.arguments as { value?: unknown }[])[0]?.value;
          if (typeof first === 'string' && first.startsWith('.')) add(first, 'dynamic');
        }
        break;
    }
    Object.values(node).forEach(visit);
  };
  visit(program);
  return found;
}

function isGlob(node: Node): boolean {
  const callee = node.callee as { object?: Node; property?: { name?: string } };
  return callee.object?.type === 'MetaProperty' && callee.property?.name === 'glob';
}

/** Returns the texts in a list of arguments, including those in arrays. */
function strings(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(strings);
  const node = value as { type?: string; value?: unknown; elements?: unknown };
  if (node?.type === 'ArrayExpression') return strings(node.elements);
  return typeof node?.value === 'string' ? [node.value] : [];
}

/** Returns true for `import type …`, `export type …`, and braces that hold only `type` names. */
function isTypeOnly(node: Node): boolean {
  if ((node.importKind ?? node.exportKind) === 'type') return true;
  const names = (node.specifiers ?? []) as { importKind?: string; exportKind?: string }[];
  return names.length > 0 && names.every((name) => (name.importKind ?? name.exportKind) === 'type');
}

/** Returns the folder in the table of a file of src, such as `core/text`, `views/graph` or `main`. */
function roomOf(path: string): string {
  const [, top = '', second = '', third] = path.split('/');
  if (second === '') return 'main';
  if (/^src\/core\/control\/dialects\//.test(path)) return 'core/control/dialects';
  if (top === 'core') return third === undefined ? 'core/top' : `core/${second}`;
  return top === 'views' ? `views/${second}` : top;
}

function ruleOf(room: string): Room | undefined {
  if (room === 'core/top' || room === 'core/answers' || room === 'core/convert')
    return { rooms: ['core'], packages: [] };
  const [top, ...name] = room.split('/');
  if (top !== 'core') return OUTSIDE[room] ?? (top === 'views' ? OUTSIDE['views/*'] : undefined);
  const rule = CORE[name.join('/')];
  return rule && { packages: [], ...rule, rooms: rule.rooms.map((inner) => `core/${inner}`) };
}

function admits(rooms: readonly string[], target: string): boolean {
  const [top] = target.split('/');
  return rooms.some((room) => room === target || room === top || room === `${top}/*`);
}

/** Returns the dialect whose folder contains a file: `istio` for `control/dialects/istio/…`. */
function dialectOf(path: string): string | undefined {
  return /^src\/core\/control\/dialects\/([^/]+)\//.exec(path)?.[1];
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function leakOfPackage(room: string, rule: Room, specifier: string): string | undefined {
  const name = packageOf(specifier);
  const builtin = specifier.startsWith('node:') || builtinModules.includes(name);
  if (builtin) return room === 'cli' ? undefined : 'Node is for the command line only';
  const owner = SOLE_IMPORTER[name];
  if (owner && owner !== room) return `only ${owner} may import ${name}`;
  return rule.packages && !rule.packages.includes(name)
    ? `${room} may not import packages like this`
    : undefined;
}

function leakOfFile(from: string, rule: Room, target: string, kind: Import['kind']): string | undefined {
  const room = roomOf(from);
  if (!target.startsWith('src/')) {
    const content = /^(lessons|examples|docs|package\.json)/.test(target) && !/^(core|cli|worker)/.test(room);
    return content ? undefined : 'outside src';
  }
  if (!/\.\w+$/.test(target)) return 'write the extension';
  const [own, other] = [dialectOf(from), dialectOf(target)];
  if (own && other && own !== other) return `the dialect ${own} may not import its sibling ${other}`;
  const aim = roomOf(target);
  if (aim === room || admits(rule.rooms, aim)) return undefined;
  if (!rule.types || !admits(rule.types, aim)) return `${room} may not import ${aim}`;
  return kind === 'type' ? undefined : `${room} may import ${aim} for types only`;
}

const isPath = (specifier: string) => /^\.{0,2}\//.test(specifier);

/** Returns the file of a specifier relative to `path` or to the top. */
function resolveFrom(path: string, specifier: string): string {
  if (specifier.startsWith('/')) return specifier.slice(1);
  return posix.normalize(posix.join(posix.dirname(path), specifier));
}

/** Returns every import that the table forbids, one line each. */
export function leaksIn(sources: Sources): string[] {
  const leaks: string[] = [];
  for (const [path, text] of Object.entries(sources)) {
    const rule = ruleOf(roomOf(path));
    if (!rule) {
      leaks.push(`${path}: the room ${roomOf(path)} is not in the table`);
      continue;
    }
    for (const { specifier, kind } of importsOf(path, text)) {
      const reason = isPath(specifier)
        ? leakOfFile(path, rule, resolveFrom(path, specifier), kind)
        : leakOfPackage(roomOf(path), rule, specifier);
      if (reason) leaks.push(`${path} → ${specifier}: ${reason}`);
    }
  }
  return leaks;
}

/** Returns the files that each file of `sources` imports. */
function edgesOf(sources: Sources, kinds: readonly Import['kind'][]): Map<string, string[]> {
  const edges = new Map<string, string[]>();
  for (const [path, text] of Object.entries(sources)) {
    const targets = importsOf(path, text)
      .filter(({ specifier, kind }) => isPath(specifier) && kinds.includes(kind))
      .map(({ specifier }) => resolveFrom(path, specifier));
    edges.set(
      path,
      targets.filter((target) => target in sources),
    );
  }
  return edges;
}

/** Returns import cycles (including types and dynamic imports), each once, as `a → b → a`. */
export function circlesIn(sources: Sources): string[] {
  const edges = edgesOf(sources, ['static', 'type', 'dynamic']);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) circles.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return circles;
}

/** Returns large packages that the page would load before its first answer. */
export function eagerIn(sources: Sources): string[] {
  const edges = edgesOf(sources, ['static']);
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    edges.get(path)?.forEach(visit);
  };
  if ('src/main.tsx' in sources) visit('src/main.tsx');
  return [...reached].flatMap((path) =>
    importsOf(path, sources[path] ?? '')
      .filter(({ specifier, kind }) => kind === 'static' && LAZY.includes(packageOf(specifier)))
      .map(({ specifier }) => `${path} loads ${specifier} with the first page`),
  );
}

/** Folders that every dialect compiles into. They must not depend on a dialect. */
const NEUTRAL = /^src\/core\/(?:ir|match|dataplane|analysis|graph)\//;

/** Names of dialects, including planned ones. */
const DIALECT_NAMES =
  /gateway[-_]?api|istio|virtual-?service|\bsmi\b|\bosm\b|traffic-?split|ingress|kt-?env/i;

/** Places in neutral folders that may name a dialect, each with the reason. */
const NAMED_DIALECTS: Readonly<Record<string, string>> = {
  'src/core/dataplane/notes-on-arrival.ts: istio': 'a field of the JSON output',
  'src/core/ir/table.ts: ingress': 'a role in the JSON output',
  'src/core/dataplane/trace-without-winner.ts: ingress': 'a role in the JSON output',
  'src/core/ir/proxy-config.ts: ingress-nginx': 'an implementation, as people name it',
};

/** Returns identifiers and texts of neutral folders that name a dialect, as `FILE: NAME`. */
export function dialectsNamedIn(sources: Sources): string[] {
  const named = new Set<string>();
  for (const [path, text] of Object.entries(sources)) {
    if (!NEUTRAL.test(path)) continue;
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const node = value as Node;
      const word = node.type === 'Identifier' ? node.name : node.type === 'Literal' ? node.value : null;
      if (typeof word === 'string' && DIALECT_NAMES.test(word)) named.add(`${path}: ${word}`);
      Object.values(node).forEach(visit);
    };
    visit(parseSync(path, text).program);
  }
  return [...named].filter((each) => !Object.hasOwn(NAMED_DIALECTS, each));
}

/** Returns paths with a word that does not describe the content of the file. */
export function bannedNamesIn(paths: readonly string[]): string[] {
  return paths.filter((path) =>
    path
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .some((word) => BANNED.test(word)),
  );
}

/** Returns files above the limit that are not an exception. */
export function tooLongIn(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([path, text]) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    return lines > MAX_LINES && !(path in LONGER) ? [`${path} has ${lines} lines`] : [];
  });
}
