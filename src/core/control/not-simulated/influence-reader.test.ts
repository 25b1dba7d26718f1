import { expect, test } from 'vitest';
import { mayBeSetting } from './influence-reader.ts';
import { SETTINGS } from './settings.ts';

test.each(SETTINGS.map(({ key }) => key))('%s is among the keys that are looked at', (key) => {
  expect(mayBeSetting(key)).toBe(true);
});
