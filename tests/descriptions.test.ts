import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DESCRIBED, withoutDescriptions } from '../scripts/descriptions.mjs';

const FOLDER = 'src/core/resource';
const CODE = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));

test('the workers lose only sentences', () => {
  const left = CODE.flatMap((code) =>
    [...code.matchAll(DESCRIBED)].map(([, , text = '']) => text.slice(1, -1)),
  );
  expect(left.length).toBeGreaterThan(200);
  expect(left.filter((text) => !/^[A-Z`“"].*[.:]$/.test(text))).toEqual([]);
});

test('nothing else of a schema changes', () => {
  const code = `record('A route.', { kind: text('Its kind.', { default: 'Service' }), port: port(\n  'A port.') })`;
  expect(withoutDescriptions(code)).toBe(
    `record('', { kind: text('', { default: 'Service' }), port: port('') })`,
  );
});
