import { expect, expectTypeOf, test } from 'vitest';
import {
  any,
  ignored,
  integer,
  integerOrText,
  list,
  openWord,
  record,
  text,
  textMap,
  type Validated,
  word,
} from './schema.ts';
import { startValidation, validate } from './validate-against-schema.ts';

const ITEM = record(
  'An item.',
  { name: text('Its name.'), port: integer('Its port.') },
  { required: ['name'] },
);
const SHAPE = record('All sorts of fields.', {
  mode: word('A word.', ['A', 'B']),
  open: openWord('A word or another text.', ['A', 'B']),
  target: integerOrText('A port.'),
  labels: textMap('Labels.'),
  items: list('Items.', ITEM),
  marked: list('Items.', ITEM, { standIn: () => 'unreadable' as const }),
  some: record(
    'Of use without its fields.',
    { name: text('A name.') },
    { required: ['name'], partial: true },
  ),
  anything: any(),
  ...ignored('unread'),
});

test('the type of a validated value follows from its schema', () => {
  type Value = Validated<typeof SHAPE>;
  type Item = { readonly port?: number | null | undefined } & { readonly name: string };
  expectTypeOf<Value['mode']>().toEqualTypeOf<'A' | 'B' | null | undefined>();
  expectTypeOf<Value['open']>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<Value['target']>().toEqualTypeOf<number | string | null | undefined>();
  expectTypeOf<Value['labels']>().toEqualTypeOf<Readonly<Record<string, string>> | null | undefined>();
  expectTypeOf<Value['items']>().toEqualTypeOf<readonly (Item | undefined)[] | null | undefined>();
  expectTypeOf<Value['marked']>().toEqualTypeOf<readonly (Item | 'unreadable')[] | null | undefined>();
  expectTypeOf<NonNullable<Value['some']>['name']>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<Value['unread']>().toEqualTypeOf<unknown>();
  // @ts-expect-error: no such field
  expectTypeOf<Value['other']>().toEqualTypeOf<undefined>();
});

test('a required field has to be one of the record', () => {
  // @ts-expect-error: no such field
  record('A record.', { name: text('A name.') }, { required: ['other'] });
});

test('a value is what its type says', () => {
  const written = {
    mode: 'C',
    open: 'C',
    target: null,
    labels: { app: null },
    items: [{ name: 'a' }, { port: 1 }, { name: 'b', port: 'x' }],
    marked: [{ port: 1 }],
    some: {},
  };
  const problems: string[] = [];
  const validation = startValidation(
    ({ code }) => problems.push(code),
    () => null,
    false,
    [],
  );
  expect(validate(SHAPE, written, validation)).toEqual({
    mode: undefined,
    open: 'C',
    target: null,
    labels: { app: '' },
    items: [{ name: 'a' }, undefined, { name: 'b', port: undefined }],
    marked: ['unreadable'],
    some: {},
  });
  expect(problems).toEqual([
    'field-value-unknown',
    'field-value-unknown',
    'field-required',
    'field-type',
    'field-required',
    'field-required',
  ]);
});
