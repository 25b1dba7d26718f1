import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Download {
  readonly firstAnswerGzip: number;
  /** The files before the first answer, by their path in the build. */
  readonly firstAnswerFiles: readonly string[];
  readonly editorGzip: number;
  readonly workersGzip: number;
  readonly chunks: readonly { readonly file: string; readonly gzip: number }[];
}

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
  readonly name?: string;
  readonly src?: string;
}

/** Chunks of the editor, by name. */
const EDITOR = /monaco|editor|yaml\.worker|json-schema/i;
/** Static imports of a chunk, as the bundler prints them, because its manifest does not contain workers. */
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g;
/** The worker that answers requests. There is no first answer without it. */
const ANSWERING_WORKER = /^assets\/worker-/;

/**
 * Returns the sizes of the production build in `dist` after gzip: the files before the first answer
 * (document, entry with its static imports and styles, the answering worker, the graph), the editor, and the
 * workers. Returns null when there is no build.
 */
export function measureDownload(dist: string): Download | null {
  const manifestPath = join(dist, '.vite/manifest.json');
  if (!existsSync(manifestPath)) return null;
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<string, ManifestEntry>;
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const known = sizes.get(file) ?? gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
    sizes.set(file, known);
    return known;
  };
  const first = new Set<string>(['index.html']);
  const visit = (entry: ManifestEntry | undefined) => {
    if (entry === undefined || first.has(entry.file)) return;
    first.add(entry.file);
    for (const css of entry.css ?? []) first.add(css);
    for (const name of entry.imports ?? []) visit(manifest[name]);
  };
  for (const entry of Object.values(manifest)) if (entry.isEntry) visit(entry);
  const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);
  const scripts = assets.filter((file) => /\.(js|css)$/.test(file));
  const workers = scripts.filter((file) => /worker/i.test(file));
  const visitWorker = (file: string) => {
    if (first.has(file)) return;
    first.add(file);
    const text = readFileSync(join(dist, file), 'utf8');
    for (const [, name] of text.matchAll(STATIC_IMPORT)) visitWorker(`assets/${name}`);
  };
  for (const file of workers) if (ANSWERING_WORKER.test(file)) visitWorker(file);
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + sizeOf(file), 0);
  const editor = scripts.filter((file) => EDITOR.test(file) && !first.has(file));
  return {
    firstAnswerGzip: sum(first),
    firstAnswerFiles: [...first],
    editorGzip: sum(editor),
    workersGzip: sum(workers),
    chunks: scripts.map((file) => ({ file, gzip: sizeOf(file) })).sort((a, b) => b.gzip - a.gzip),
  };
}
