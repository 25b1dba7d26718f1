import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Entry {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const FILE = join(import.meta.dirname, '../package-lock.json');
const { packages } = JSON.parse(readFileSync(FILE, 'utf8')) as { packages: Record<string, Entry> };
const entries = Object.entries(packages);

test('the lockfile names no registry', () => {
  expect(entries.filter(([, { resolved }]) => resolved)).toEqual([]);
});

test('the lockfile holds the binaries of every platform (else: node scripts/lock.mjs)', () => {
  const names = new Set(entries.map(([path]) => path.replace(/^.*node_modules\//, '')));
  const wanted = entries.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies));
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});

test('every package has a checksum, the binaries of other platforms too (else: node scripts/lock.mjs)', () => {
  const without = entries.filter(([path, { integrity, link }]) => path !== '' && !link && !integrity);
  expect(without.map(([path]) => path)).toEqual([]);
  for (const [, { integrity }] of entries) if (integrity) expect(integrity).toMatch(/^sha512-/);
});
