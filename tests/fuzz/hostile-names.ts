/** Unusual names, and functions that put them into every field and key of some manifests. */
import { KINDS, kindNamed } from '../../src/core/resource/kinds/kinds.ts';
import type { Schema } from '../../src/core/resource/schema.ts';
import { put } from '../../src/core/text/own.ts';
import { random } from './random.ts';

/** Plain data, as in JSON. */
export type Data = unknown;
type Fields = Record<string, Data>;

/**
 * Names of inherited properties, and characters that move the cursor, change the direction, end a line or are
 * invisible.
 */
export const HOSTILE_NAMES: readonly string[] = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  '',
  ' ',
  '*',
  '/',
  ':',
  '..',
  'a:b',
  'a/b',
  '\u0000',
  'a\u001b[31mred',
  'a\r\nb: c',
  'line\n::error file=x::injected\n',
  '\u009b2J',
  '\u202eevil',
  '\u2066a\u2069',
  '\u2028\u2029',
  'a\u200bb',
  '\ufeff',
  '\ud800',
  'a\udfff',
  '\uffff',
  'pаypal',
  '名字',
  '(',
  '[a-',
  '%',
  '%zz',
  '{}',
  '{name}',
  '$&',
  '\\',
  '0',
  '-1',
  '1e999',
  'NaN',
  '::1',
  '1.2.3.4',
  "'; touch x; '",
];

/** The longest name that still fits into a document. */
export const LONG_NAME = 'n'.repeat(100_000);

/** Values of the wrong type for a field. */
const ILL_TYPED: readonly (() => Data)[] = [
  () => null,
  () => 0,
  () => -1.5,
  () => true,
  () => [],
  () => [null],
  () => ({}),
  () => [[]],
  () => 'x',
  () => ({ toString: 1, valueOf: null }),
  () => [{ toString: {} }],
];

function isFields(data: Data): data is Fields {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** The usual values of name fields in these manifests, so that references find their targets. */
const BY_FIELD: ReadonlyMap<string, Data> = new Map<string, Data>([
  ['kind', 'Service'],
  ['group', ''],
  ['protocol', 'HTTP'],
  ['port', 80],
  ['sectionName', undefined],
  ['hostname', 'a.example'],
  ['value', '/a'],
]);

/**
 * Returns a value of a shape, with every field filled in. A list of typed records has one item of each type.
 */
function sample(schema: Schema, name: string): Data {
  switch (schema.type) {
    case 'any':
      return { a: 'a' };
    case 'text':
      return schema.oneOf?.[0] ?? (schema.format === 'duration' ? '1s' : (BY_FIELD.get(name) ?? 'a'));
    case 'integer':
      return schema.oneOf?.[0] ?? BY_FIELD.get(name) ?? Math.max(schema.min ?? 1, 1);
    case 'flag':
      return true;
    case 'integer-or-text':
      return 'a';
    case 'text-map':
      return { a: 'a' };
    case 'list': {
      const item = sample(schema.items, name);
      const type = schema.items.type === 'record' ? schema.items.fields.type : undefined;
      if (!isFields(item) || type?.type !== 'text' || type.oneOf === undefined) return [item];
      return type.oneOf.map((word) => ({ ...structuredClone(item), type: word }));
    }
    case 'record':
      return Object.fromEntries(
        Object.entries(schema.fields)
          .map(([field, inner]) => [field, sample(inner, field)] as const)
          .filter(([field]) => field !== 'sectionName'),
      );
  }
}

/**
 * Collects the field names and words of every schema, with a value for each, because kinds differ in their
 * fields.
 */
function poolOf(schema: Schema, pool: { fields: Map<string, Data>; words: Set<string> }): void {
  if (schema.type === 'list') poolOf(schema.items, pool);
  else if (schema.type === 'text') for (const word of schema.oneOf ?? []) pool.words.add(word);
  if (schema.type !== 'record') return;
  for (const [name, field] of Object.entries(schema.fields)) {
    pool.fields.set(name, sample(field, name));
    poolOf(field, pool);
  }
}

const POOL = { fields: new Map<string, Data>(), words: new Set<string>() };
for (const { schema } of KINDS) poolOf(schema, POOL);
const FOREIGN_FIELDS = [...POOL.fields];
const FOREIGN_WORDS = [...POOL.words];

/** Returns one object of each kind, with every field of the kind. */
export function everyKind(): readonly Fields[] {
  return KINDS.map(({ kind, group, versions, schema }) => ({
    ...(sample(schema, '') as Fields),
    apiVersion: group === '' ? versions[0] : `${group}/${versions[0]}`,
    kind,
  }));
}

/** The targets of the objects of `everyKind`. */
const AROUND: readonly Data[] = [
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'a', namespace: 'a' },
    spec: { selector: { a: 'a' }, ports: [{ name: 'a', port: 80 }] },
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'a', namespace: 'a' },
    spec: { gatewayClassName: 'a', listeners: [{ name: 'a', port: 80, protocol: 'HTTP' }] },
  },
];

/** Returns the object with only the required fields of its schema, its identity, and the path to a place. */
function pruned(data: Data, schema: Schema, way: readonly string[] | null): Data {
  if (way?.length === 0) return data;
  if (schema.type === 'list' && Array.isArray(data))
    return data.slice(0, 1).map((item) => pruned(item, schema.items, way?.slice(1) ?? null));
  if (schema.type !== 'record' || !isFields(data)) return data;
  const next = way?.[0];
  const kept = Object.entries(data).filter(
    ([name]) =>
      name === next ||
      KEPT.has(name) ||
      schema.required.includes(name) ||
      !Object.hasOwn(schema.fields, name),
  );
  return Object.fromEntries(
    kept.map(([name, value]) => {
      const field = new Map(Object.entries(schema.fields)).get(name);
      return [
        name,
        field === undefined ? value : pruned(value, field, name === next ? (way?.slice(1) ?? null) : null),
      ];
    }),
  );
}

const KEPT: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'name',
  'namespace',
  'parentRefs',
  'rules',
  'backendRefs',
  'port',
]);

/** Returns filters and similar items with types of other kinds, with bodies of every sort. */
function foreignItems(): readonly Data[] {
  return FOREIGN_WORDS.flatMap((type) => {
    const body = FOREIGN_FIELDS.find(([name]) => name.toLowerCase() === type.toLowerCase())?.[0];
    return body === undefined ? [] : ILL_TYPED.map((make) => ({ type, [body]: make() }));
  });
}

/**
 * Returns lists of manifests in which one object after the other has a hostile name in one place: each text,
 * and each mapping as an additional key. The place is among only the required fields and, if `isFull` is
 * true, among all fields of the kind. A list has at most as many objects as can be analysed quickly.
 */
export function worldsAround(object: Fields, name: string, isFull: boolean): readonly (readonly Data[])[] {
  const schema = kindNamed(String(object.kind))?.schema;
  const count = placesIn(object).length;
  const copies: Data[] = [];
  const add = (copy: Fields, at: string) => {
    const { metadata } = copy;
    if (isFields(metadata) && metadata.name === 'a') metadata.name = `a${at}`;
    copies.push(copy);
  };
  for (let at = 0; at < count; at++) {
    const copy = structuredClone(object);
    const place = placesIn(copy)[at] as Place;
    const value = valueAt(place);
    if (typeof value === 'string') write(place, name);
    else if (isFields(value)) put<Data>(value, name, at % 2 === 0 ? name : { [name]: name });
    else if (Array.isArray(value) && isFields(value[0]) && Object.hasOwn(value[0], 'type')) {
      write(place, foreignItems());
    } else continue;
    if (isFull) add(copy, String(at));
    if (schema !== undefined) add(structuredClone(pruned(copy, schema, place.way)) as Fields, `${at}p`);
  }
  const worlds: Data[][] = [];
  for (let at = 0; at < copies.length; at += LARGEST)
    worlds.push([...AROUND, ...copies.slice(at, at + LARGEST)]);
  return worlds;
}

const LARGEST = 12;

/** A place in the manifests: a value under a key or index of its parent. */
interface Place {
  readonly holder: Fields | Data[];
  readonly key: string | number;
  /** From the top of the object, including this key. */
  readonly way: readonly string[];
}

function placesIn(data: Data, places: Place[] = [], above: readonly string[] = []): Place[] {
  if (typeof data !== 'object' || data === null) return places;
  for (const [key, value] of Object.entries(data)) {
    const way = [...above, key];
    places.push({ holder: data as Fields | Data[], key, way });
    placesIn(value, places, way);
  }
  return places;
}

function valueAt({ holder, key }: Place): Data {
  return Object.entries(holder).find(([name]) => name === String(key))?.[1];
}

function write({ holder, key }: Place, value: Data): void {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else put(holder, String(key), value);
}

function rename({ holder, key }: Place, name: string): void {
  if (Array.isArray(holder)) return;
  const entries = Object.entries(holder);
  for (const [old] of entries) Reflect.deleteProperty(holder, old);
  for (const [old, value] of entries) put(holder, old === key ? name : old, value);
}

/**
 * Changes some manifests in a few places, by a seed: a text, or all its occurrences, becomes a hostile name,
 * a key is renamed or added, or a value gets another type.
 */
export function makeHostile(world: Data[], seed: number): void {
  const pick = random(seed);
  for (let left = 1 + pick(3); left > 0; left--) {
    const places = placesIn(world).filter(({ holder }) => holder !== world);
    const place = places[pick(places.length)];
    if (place === undefined) return;
    const name = pick(40) === 0 ? LONG_NAME : (HOSTILE_NAMES[pick(HOSTILE_NAMES.length)] as string);
    const old = valueAt(place);
    const way = pick(10);
    if (way === 0) rename(place, name);
    else if (way === 1 && isFields(old)) put<Data>(old, name, pick(2) === 0 ? name : { [name]: name });
    else if (way === 2) write(place, (ILL_TYPED[pick(ILL_TYPED.length)] as () => Data)());
    else if (way === 8) {
      const [field, value] = FOREIGN_FIELDS[pick(FOREIGN_FIELDS.length)] as (typeof FOREIGN_FIELDS)[number];
      if (isFields(old)) put(old, field, structuredClone(value));
    } else if (way === 9) write(place, FOREIGN_WORDS[pick(FOREIGN_WORDS.length)]);
    else if (way < 5 && typeof old === 'string')
      for (const each of places) if (valueAt(each) === old) write(each, name);
    if (way > 7) continue;
    if (way > 2 && typeof old === 'string') write(place, name);
    else if (way > 2) rename(place, name);
  }
}
