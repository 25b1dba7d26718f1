import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ReadManifest } from '../core/run-tests.ts';
import type { Source } from '../core/text/source.ts';
import { UsageError } from './arguments.ts';

const MANIFEST = /\.(ya?ml|json)$/i;

/**
 * Reads files, folders (every .yaml, .yml and .json below them, in the order of their names) and `-` (standard input).
 * Throws a UsageError that names the file when one cannot be read. Bytes that are no UTF-8 become U+FFFD, which is a
 * finding of the document.
 */
export function readSources(names: readonly string[]): readonly Source[] {
  const sources = new Map<string, Source>();
  for (const name of names) {
    for (const source of name === '-' ? [readStandardInput()] : readPath(name)) {
      if (!sources.has(source.file)) sources.set(source.file, source);
    }
  }
  return [...sources.values()];
}

function readStandardInput(): Source {
  return { file: '-', text: readFileSync(0, 'utf8') };
}

function readPath(path: string): readonly Source[] {
  try {
    if (!statSync(path).isDirectory()) return [readFile(path)];
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries.flatMap((entry) => {
      const below = join(path, entry.name);
      if (entry.isDirectory()) return readPath(below);
      return MANIFEST.test(entry.name) ? readPath(below) : [];
    });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot read ${path}: ${reason(error)}`);
  }
}

function readFile(path: string): Source {
  return { file: path, text: readFileSync(path, 'utf8') };
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' ? 'no such file' : code === 'EACCES' ? 'permission denied' : String(code ?? error);
}

/** Reads a manifest that a RouteTest names, relative to the file of the test; null when it cannot be read. */
export const readManifest: ReadManifest = (path, relativeTo) => {
  const base = relativeTo === '-' ? process.cwd() : dirname(relativeTo);
  const file = resolve(base, path);
  try {
    return { file, text: readFileSync(file, 'utf8') };
  } catch {
    // The caller reports it as a finding at the place that names the file.
    return null;
  }
};
