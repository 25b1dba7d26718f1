import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the checkout. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Returns a short digest of the names, sizes and modification times of everything under `paths` (files or
 * folders, relative to the checkout). It changes when a file is edited, added or removed.
 */
export function fingerprint(paths) {
  const lines = [];
  const visit = (path) => {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory()) lines.push(`${path} ${stat.size} ${stat.mtimeNs}`);
    else for (const name of readdirSync(path).sort()) visit(join(path, name));
  };
  for (const path of paths) if (existsSync(join(ROOT, path))) visit(join(ROOT, path));
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
