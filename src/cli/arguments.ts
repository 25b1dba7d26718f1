/** A parsed command line. `files` holds the values of `-f`, `rest` the other words. */
export interface Arguments {
  readonly command: string;
  readonly files: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The resources of `--only`. */
  readonly only: readonly string[];
  /** The folders of `--root`. */
  readonly roots: readonly string[];
  readonly output: string;
  readonly options: ReadonlyMap<string, string>;
  readonly headers: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly rest: readonly string[];
}

/** Wrong usage. The command prints one line on standard error and exits with code 2. */
export class UsageError extends Error {}

const WITH_VALUE = new Map([
  ['-o', 'output'],
  ['--output', 'output'],
  ['--profile', 'profile'],
  ['--cluster-domain', 'cluster-domain'],
  ['--from', 'from'],
  ['--gateway', 'gateway'],
  ['--client-address', 'client-address'],
  ['-X', 'method'],
  ['--method', 'method'],
  ['--fail-on', 'fail-on'],
  ['--service', 'service'],
  ['--reaching', 'reaching'],
  ['--to', 'to'],
  ['--gateway-class', 'gateway-class'],
]);
const FLAGS = new Set(['--help', '-h', '--version', '--rejected']);
const SHORT_JOINED = /^(-[foXH])(.+)$/;

/**
 * Parses the words of a command line. Accepts `--name=value` and `-fFILE`. `-f` takes every word up to the
 * next option, so that a shell's `-f *.yaml` works. If a command also needs a word of its own (`trace …
 * URL`), the last word of the line is that word.
 */
export function readArguments(words: readonly string[], ownWords: (command: string) => number): Arguments {
  const queue = words.flatMap(split);
  const command = queue[0] !== undefined && !queue[0].startsWith('-') ? (queue.shift() as string) : '';
  const lists = {
    files: [] as string[],
    before: [] as string[],
    after: [] as string[],
    only: [] as string[],
    roots: [] as string[],
    headers: [] as string[],
  };
  const options = new Map<string, string>();
  const flags = new Set<string>();
  const rest: string[] = [];
  let collecting: string[] | null = null;
  const takeValue = (option: string): string => {
    const value = queue.shift();
    if (value === undefined) throw new UsageError(`${option} needs a value`);
    return value;
  };
  while (queue.length > 0) {
    const word = queue.shift() as string;
    const list = listFor(word, lists);
    if (list !== null) {
      list.push(takeValue(word));
      collecting = word === '-H' || word === '--header' ? null : list;
      continue;
    }
    if (word === '--ingress') {
      // The class is optional: without it, the default class is meant.
      const isClass = queue[0] !== undefined && /^[a-z0-9][a-z0-9.-]*$|^\*$/.test(queue[0]);
      options.set('ingress', isClass ? (queue.shift() as string) : '');
      collecting = null;
    } else if (FLAGS.has(word)) {
      flags.add(word);
      collecting = null;
    } else if (WITH_VALUE.has(word)) {
      options.set(WITH_VALUE.get(word) as string, takeValue(word));
      collecting = null;
    } else if (word.startsWith('-') && word !== '-') {
      throw new UsageError(`unknown option ${word}`);
    } else if (collecting !== null && !(queue.length === 0 && rest.length < ownWords(command))) {
      collecting.push(word);
    } else {
      rest.push(word);
      collecting = null;
    }
  }
  return { command, ...lists, output: options.get('output') ?? 'text', options, flags, rest };
}

function split(word: string): readonly string[] {
  const long = /^(--[\w-]+)=([\s\S]*)$/.exec(word);
  if (long) return [long[1] as string, long[2] as string];
  const short = SHORT_JOINED.exec(word);
  if (short) return [short[1] as string, short[2] as string];
  return [word];
}

function listFor(
  word: string,
  lists: Readonly<Record<'files' | 'before' | 'after' | 'only' | 'roots' | 'headers', string[]>>,
): string[] | null {
  switch (word) {
    case '-f':
    case '--filename':
      return lists.files;
    case '--before':
      return lists.before;
    case '--after':
      return lists.after;
    case '--only':
      return lists.only;
    case '--root':
      return lists.roots;
    case '-H':
    case '--header':
      return lists.headers;
    default:
      return null;
  }
}
