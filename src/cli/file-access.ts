import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { ReadManifest } from '../core/answers/run-tests.ts';
import type { Source } from '../core/text/source.ts';
import { UsageError } from './arguments.ts';

const MANIFEST = /\.(ya?ml|json)$/i;

/**
 * The largest file that a command reads, in bytes. A bundle of 50,000 documents has about half of this size.
 */
const MOST_BYTES = 64 * 1024 * 1024;
const CHUNK = 1024 * 1024;
/** Milliseconds to wait before reading an empty pipe again. */
const WAIT = 10;

/**
 * The files that a command may read: the files and folders of its options, and files below the roots that a
 * RouteTest names.
 */
export interface FileAccess {
  /**
   * Reads files, folders and `-` (standard input). Throws a UsageError that names the path that cannot be
   * read.
   */
  readSources(names: readonly string[]): readonly Source[];
  /**
   * Reads a manifest that a RouteTest names. Returns `refused` when that is not allowed, and null when the
   * file cannot be read.
   */
  readonly readManifest: ReadManifest;
}

/**
 * Returns the file access for one command. Manifests can name files too (`spec.manifests` of a RouteTest) and
 * may be untrusted. The command therefore reads such files only below the working directory, the given
 * folders and `roots`, after resolving links. It reads only .yaml, .yml and .json files, and no file in a
 * hidden folder.
 */
export function fileAccess(roots: readonly string[]): FileAccess {
  const allowed = new Set([realpathSync(process.cwd())]);
  for (const root of roots) allowed.add(realpathOf(root));
  return {
    readSources(names) {
      const sources = new Map<string, Source>();
      const seen = new Set<string>();
      for (const name of names) {
        for (const source of name === '-' ? [readStandardInput()] : readPath(name, seen, allowed))
          if (!sources.has(source.file)) sources.set(source.file, source);
      }
      return [...sources.values()];
    },
    readManifest(path, relativeTo) {
      const base = relativeTo === '-' ? process.cwd() : dirname(relativeTo);
      const file = resolve(base, path);
      try {
        const real = realpathSync(file);
        const root = [...allowed].find((each) => isBelow(real, each));
        if (root === undefined || !MANIFEST.test(real) || isHidden(relative(root, real))) return 'refused';
        return { file, text: readBounded(real) };
      } catch {
        // The caller reports a finding at the place that names the file.
        return null;
      }
    },
  };
}

function realpathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${reason(error)}`);
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isHidden(path: string): boolean {
  return path.split(sep).some((part) => part.startsWith('.') && part !== '.' && part !== '..');
}

/** Reads a file, or the manifests in a folder. The folder then becomes a root. */
function readPath(path: string, seen: Set<string>, allowed: Set<string>): readonly Source[] {
  const real = realpathOf(path);
  if (!statSync(real).isDirectory()) return [{ file: path, text: readNamed(path, real) }];
  allowed.add(real);
  return readFolder(path, real, real, seen);
}

/**
 * Reads every .yaml, .yml and .json file below a folder, in the order of their names. Refuses a link that
 * leads out of the folder. Reads a file once, even if several links lead to it.
 */
function readFolder(path: string, real: string, root: string, seen: Set<string>): readonly Source[] {
  if (seen.has(real)) return [];
  seen.add(real);
  const names = readdirSync(real).sort((a, b) => (a < b ? -1 : 1));
  return names.flatMap((name): readonly Source[] => {
    const below = join(path, name);
    const isLink = lstatSync(join(real, name)).isSymbolicLink();
    const target = isLink ? realpathOf(below) : join(real, name);
    const isFolder = statSync(target).isDirectory();
    if (!isFolder && !MANIFEST.test(name)) return [];
    if (isLink && !isBelow(target, root))
      throw new UsageError(`${below} is a link to a file outside ${path}`);
    if (isFolder) return readFolder(below, target, root, seen);
    if (seen.has(target)) return [];
    seen.add(target);
    return [{ file: below, text: readNamed(below, target) }];
  });
}

function readNamed(path: string, real: string): string {
  try {
    return readBounded(real);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot read ${path}: ${reason(error)}`);
  }
}

/**
 * Returns the text of a regular file that is not too large. Bytes that are not UTF-8 become U+FFFD, which is
 * a finding.
 */
function readBounded(path: string): string {
  // This check comes before opening, because opening a pipe waits for its writer.
  if (!statSync(path).isFile())
    throw new UsageError(`${path} is not a regular file; use - for standard input`);
  const handle = openSync(path, 'r');
  try {
    if (fstatSync(handle).size > MOST_BYTES)
      throw new UsageError(`${path} is larger than ${MOST_BYTES} bytes`);
    return readAll(handle, path);
  } finally {
    closeSync(handle);
  }
}

function readStandardInput(): Source {
  return { file: '-', text: readAll(0, 'standard input') };
}

function readAll(handle: number, name: string): string {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.alloc(CHUNK);
    const count = readSome(handle, chunk);
    if (count === 0) return Buffer.concat(chunks).toString('utf8');
    size += count;
    if (size > MOST_BYTES) throw new UsageError(`${name} is larger than ${MOST_BYTES} bytes`);
    chunks.push(chunk.subarray(0, count));
  }
}

/** Reads the available bytes. Tries again when a terminal or pipe has no bytes yet. */
function readSome(handle: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(handle, chunk, 0, chunk.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT);
    }
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' ? 'no such file' : code === 'EACCES' ? 'permission denied' : String(code ?? error);
}
