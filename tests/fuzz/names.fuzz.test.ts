import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadFindingProse } from '../../src/core/explain/load-finding-prose.ts';
import { parseSource } from '../../src/core/manifest/parse.ts';
import { PROFILES } from '../../src/core/profile/profiles.ts';
import { askEverything } from './ask-everything.ts';
import {
  type Data,
  everyKind,
  HOSTILE_NAMES,
  LONG_NAME,
  makeHostile,
  worldsAround,
} from './hostile-names.ts';

/** `npm run fuzz:names -- N` runs N cases. FUZZ_FIRST is the number of the first, to repeat one. */
const CASES = Number(process.env.FUZZ_CASES ?? 120);
const FIRST = Number(process.env.FUZZ_FIRST ?? 1);

const TOP = join(import.meta.dirname, '../..');
/** The cases of this repository, and those in a folder next to the checkout, if there is one. */
const FOLDERS = [join(TOP, 'tests/cases'), join(TOP, '../shared/cases')];
/** A larger file takes too long for all questions. */
const LONGEST = 12_000;

const files = FOLDERS.filter(existsSync).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => join(folder, path)),
);

function worldOf(file: string): Data[] {
  const text = readFileSync(file, 'utf8');
  if (text.length > LONGEST) return [];
  return parseSource({ file, text }).flatMap(({ value }) =>
    value === undefined ? [] : [structuredClone(value)],
  );
}

/** Returns the manifests of a case. One in three cases has an object of every kind with every field. */
function worldFor(seed: number): Data[] {
  if (seed % 3 === 0) {
    const kinds = everyKind();
    return seed % 2 === 0 ? [kinds[(seed / 3) % kinds.length]] : [...kinds];
  }
  return worldOf(files[(seed * 7919) % files.length] as string);
}

const profiles = Object.values(PROFILES);

/** The number of different failures to list. A longer list would hide them. */
const MOST_FAILURES = 10;

/** Returns the failure of a case in a few lines. Returns null when there is none. */
function failureOf(text: string, seed: number): string | null {
  try {
    askEverything(text, profiles[seed % profiles.length], seed);
    return null;
  } catch (error) {
    const where = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return where.replace(/n{100,}/g, 'nnn…').slice(0, 900);
  }
}

beforeAll(async () => {
  for (const language of ['zh-Hant', 'zh-Hans'] as const) await loadFindingProse(language);
});

/** Runs cases until enough of them fail in different ways. */
function expectAnswers(
  worlds: Iterable<readonly [label: string, seed: number, world: readonly Data[]]>,
): void {
  const failures = new Map<string, string>();
  for (const [label, seed, world] of worlds) {
    const text = world.map((each) => JSON.stringify(each, null, 1)).join('\n---\n');
    const failure = failureOf(text, seed);
    const sort = failure?.split('\n').slice(0, 2).join('\n').slice(0, 200);
    if (failure !== null && sort !== undefined && !failures.has(sort))
      failures.set(sort, `${label}: ${failure}`);
    if (failures.size === MOST_FAILURES) break;
  }
  expect([...failures.values()].join('\n\n')).toBe('');
}

function* changedWorlds(): Iterable<readonly [string, number, readonly Data[]]> {
  for (let seed = FIRST; seed < FIRST + CASES; seed++) {
    const world = worldFor(seed);
    makeHostile(world, seed);
    yield [`FUZZ_FIRST=${seed} FUZZ_CASES=1`, seed, world];
  }
}

test(`${CASES} sets of manifests with a few changes are answered`, () => {
  expectAnswers(changedWorlds());
}, 3_600_000);

/**
 * Yields the cases of every place. The short run covers some of the names for each kind, the long run all of
 * them.
 */
function* everyPlace(): Iterable<readonly [string, number, readonly Data[]]> {
  const names = CASES > 2000 ? [...HOSTILE_NAMES, LONG_NAME] : null;
  for (const [at, kind] of everyKind().entries()) {
    const own = names ?? ['constructor', HOSTILE_NAMES[(at * 5 + 1) % HOSTILE_NAMES.length] as string];
    for (const name of own)
      for (const [part, world] of worldsAround(kind, name, names !== null).entries())
        yield [`${String(kind.kind)} ${part} with ${JSON.stringify(name.slice(0, 40))}`, at + part, world];
  }
}

test('a hostile name in every text and mapping of every kind is answered', () => {
  expectAnswers(everyPlace());
}, 3_600_000);

const ATTACKS = join(import.meta.dirname, 'attacks');

test.each(readdirSync(ATTACKS))('a world that was built for an attack is answered: %s', (name) => {
  expect(() => askEverything(readFileSync(join(ATTACKS, name), 'utf8'))).not.toThrow();
});
