import { describe, expect, it } from 'vitest';
import { resolveTagged } from './resolve-tagged.ts';
import { resolvePlain } from './scalar.ts';

describe('a plain scalar is read as kubectl reads it', () => {
  const table: readonly (readonly [string, unknown])[] = [
    ['', null],
    ['~', null],
    ['null', null],
    ['Null', null],
    ['NULL', null],
    ['nULL', 'nULL'],
    ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
      (text) => [text, true] as const,
    ),
    ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
      (text) => [text, false] as const,
    ),
    ['yES', 'yES'],
    ['none', 'none'],
    ['orders', 'orders'],
    ['0', 0],
    ['-0', 0],
    ['80', 80],
    ['+12', 12],
    ['-7', -7],
    ['8080', 8080],
    ['123456789012', 123456789012],
    ['0777', 511],
    ['-010', -8],
    ['08', 8],
    ['0o17', 15],
    ['0x1F', 31],
    ['0xdead', 0xdead],
    ['0b101', 5],
    ['1_000', 1000],
    ['1.5', 1.5],
    ['1.', 1],
    ['.5', 0.5],
    ['1e3', 1000],
    ['1.5E-2', 0.015],
    ['.inf', Number.POSITIVE_INFINITY],
    ['-.Inf', Number.NEGATIVE_INFINITY],
    ['.nan', Number.NaN],
    ['190:20:30', '190:20:30'],
    ['12:30', '12:30'],
    ['2026-01-02', '2026-01-02'],
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
    ['10.0.0.1', '10.0.0.1'],
    ['100m', '100m'],
    ['128Mi', '128Mi'],
    ['1.2.3', '1.2.3'],
    ['-', '-'],
    ['.', '.'],
    ['+', '+'],
    ['0x', '0x'],
    ['0xzz', '0xzz'],
    ['0b2', '0b2'],
    ['1e', '1e'],
    ['/', '/'],
    ['v1', 'v1'],
  ];
  it.each(table)('%j is %j', (text, value) => {
    expect(resolvePlain(text)).toEqual(value);
  });
});

describe('an explicit tag', () => {
  it.each([
    ['!!str', '80', '80', true],
    ['!!int', '80', 80, true],
    ['!!int', 'x', 'x', false],
    ['!!float', '1.5', 1.5, true],
    ['!!bool', 'yes', true, true],
    ['!!null', 'x', null, true],
    ['!<tag:yaml.org,2002:str>', '1', '1', true],
    ['!', '1', '1', true],
    ['!Ref', '1', '1', false],
  ] as const)('%s of %j is %j', (tag, text, value, known) => {
    expect(resolveTagged(tag, text)).toEqual({ value, known });
  });
});
