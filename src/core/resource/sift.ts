import { own, put } from '../text/own.ts';
import type { Path } from '../text/path.ts';
import { FORMATS } from './formats.ts';
import { nearest } from './nearest.ts';
import type { IntegerSchema, ListSchema, RecordSchema, Schema, TextMapSchema, TextSchema } from './schema.ts';

/** A disagreement of a value with its schema. */
export interface SchemaProblem {
  readonly code:
    | 'field-type'
    | 'field-required'
    | 'field-value-unknown'
    | 'field-format'
    | 'field-limit'
    | 'field-unknown'
    | 'list-entry-duplicate'
    | 'scalar-not-a-string'
    | 'field-experimental'
    | 'duration-invalid';
  readonly args: Readonly<Record<string, string | number>>;
  readonly path: Path;
  readonly part?: 'key';
  /** Text that would be right in the place of the value (or, for an unknown field, of the key). */
  readonly replacement?: string;
}

/** What a sifting needs to know and keeps track of. */
export interface Sifting {
  readonly report: (problem: SchemaProblem) => void;
  /** The source text of a scalar, for values that YAML read as something else than text. */
  readonly written: (path: Path) => string | null;
  /** In a sketch an empty list item was elided and is no mistake. */
  readonly sketch: boolean;
  /** The way to the value at hand; `path[0..depth)` counts. */
  readonly path: (string | number)[];
  depth: number;
  /** How many values have been left out so far. */
  lost: number;
  /** An empty string is no value where only some words or a format are allowed: kinds that are built into the API server. */
  emptyIsAbsent: boolean;
}

/** Starts a sifting at a place of a document. */
export function startSifting(
  report: Sifting['report'],
  written: Sifting['written'],
  sketch: boolean,
  root: Path,
): Sifting {
  return { report, written, sketch, path: [...root], depth: root.length, lost: 0, emptyIsAbsent: false };
}

/**
 * The value with what does not fit its schema left out. A value without flaws comes back as the same object, nothing
 * is allocated. A field that cannot be used is absent, a list item leaves a hole, so that the indexes of the others
 * stay; null counts as absent, as it does for Kubernetes.
 */
export function sift(schema: Schema, value: unknown, sifting: Sifting): unknown {
  switch (schema.type) {
    case 'any':
      return value;
    case 'text':
      return siftText(schema, value, sifting);
    case 'integer':
      return siftInteger(schema, value, sifting);
    case 'record':
      return siftRecord(schema, value, sifting);
    case 'list':
      return siftList(schema, value, sifting);
    case 'text-map':
      return siftTextMap(schema, value, sifting);
    case 'flag':
      return typeof value === 'boolean' ? value : wrongType('boolean', value, sifting);
    case 'integer-or-text':
      return typeof value === 'string' || Number.isInteger(value)
        ? value
        : wrongType('number or string', value, sifting);
    default:
      return schema satisfies never;
  }
}

/** The path to the value at hand, as a copy. */
function here(sifting: Sifting): Path {
  return sifting.path.slice(0, sifting.depth);
}

/** The name of the field at hand, without the indexes behind it. */
function fieldName(sifting: Sifting): string {
  let name = '';
  for (let at = sifting.depth - 1; at >= 0; at--) {
    const step = sifting.path[at];
    if (typeof step === 'string') return step + name;
    name = '[]';
  }
  return name;
}

/** The JSON type of a value. */
function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'mapping' : typeof value;
}

function wrongType(expected: string, value: unknown, sifting: Sifting, replacement?: string): undefined {
  sifting.lost++;
  sifting.report({
    code: 'field-type',
    args: { field: fieldName(sifting), expected, actual: typeName(value) },
    path: here(sifting),
    ...(replacement === undefined ? {} : { replacement }),
  });
  return undefined;
}

function limit(sifting: Sifting, kind: string, bound: number, actual: number): void {
  sifting.report({
    code: 'field-limit',
    args: { field: fieldName(sifting), limit: kind, bound, actual },
    path: here(sifting),
  });
}

function siftText(schema: TextSchema, value: unknown, sifting: Sifting): string | undefined {
  if (typeof value !== 'string') {
    if (typeof value !== 'number' && typeof value !== 'boolean') return wrongType('string', value, sifting);
    const path = here(sifting);
    const written = sifting.written(path) ?? String(value);
    sifting.report({
      code: 'scalar-not-a-string',
      args: { field: fieldName(sifting), written, read: String(value), type: typeof value },
      path,
      replacement: JSON.stringify(written),
    });
    // What was written is what was meant; Kubernetes refuses it all the same.
    return siftText(schema, written, sifting);
  }
  if (value === '' && sifting.emptyIsAbsent && (schema.oneOf ?? schema.format) !== undefined)
    return undefined;
  if (schema.oneOf !== undefined) {
    if (schema.oneOf.includes(value)) return value;
    const suggestion = nearest(value, schema.oneOf);
    sifting.report({
      code: 'field-value-unknown',
      args: { field: fieldName(sifting), value, allowed: schema.oneOf.join(', ') },
      path: here(sifting),
      ...(suggestion === null ? {} : { replacement: suggestion }),
    });
    if (schema.keepUnknown === true) return value;
    sifting.lost++;
    return undefined;
  }
  const { format, minLength, maxLength } = schema;
  if (minLength !== undefined && value.length < minLength)
    limit(sifting, 'min-length', minLength, value.length);
  else if (maxLength !== undefined && value.length > maxLength) {
    limit(sifting, 'max-length', maxLength, value.length);
  } else if (format !== undefined && !FORMATS[format].test(value)) {
    if (format === 'duration') {
      sifting.report({
        code: 'duration-invalid',
        args: { field: fieldName(sifting), value },
        path: here(sifting),
      });
      return undefined;
    }
    sifting.report({
      code: 'field-format',
      args: { field: fieldName(sifting), value, format },
      path: here(sifting),
    });
  }
  return value;
}

function siftInteger(schema: IntegerSchema, value: unknown, sifting: Sifting): number | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    if (typeof value === 'string' && /^[0-9]{1,9}$/.test(value)) {
      wrongType('number', value, sifting, value);
      sifting.lost--;
      return siftInteger(schema, Number(value), sifting);
    }
    return wrongType('number', value, sifting);
  }
  if (schema.oneOf !== undefined && !schema.oneOf.includes(value)) {
    sifting.lost++;
    sifting.report({
      code: 'field-value-unknown',
      args: { field: fieldName(sifting), value, allowed: schema.oneOf.join(', ') },
      path: here(sifting),
    });
    return undefined;
  }
  const isLow = schema.min !== undefined && value < schema.min;
  if (isLow || (schema.max !== undefined && value > schema.max)) {
    sifting.lost++;
    limit(sifting, isLow ? 'min' : 'max', (isLow ? schema.min : schema.max) ?? 0, value);
    return undefined;
  }
  return value;
}

function siftRecord(schema: RecordSchema, value: unknown, sifting: Sifting): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrongType('mapping', value, sifting);
  }
  const object = value as Readonly<Record<string, unknown>>;
  const { fields } = schema;
  let copy: Record<string, unknown> | null = null;
  const depth = sifting.depth++;
  for (const key in object) {
    const field = own(fields, key);
    if (field === undefined) {
      if (!schema.open) reportUnknown(schema, key, depth, sifting);
      continue;
    }
    const written = own(object, key);
    if (field.type === 'any' && field.experimental !== true) continue;
    if (written === null || written === undefined) continue;
    sifting.path[depth] = key;
    if (field.experimental === true) {
      sifting.report({ code: 'field-experimental', args: { field: key }, path: here(sifting), part: 'key' });
    }
    const sifted = sift(field, written, sifting);
    if (sifted !== written) {
      copy ??= { ...object };
      put(copy, key, sifted);
    }
  }
  sifting.depth = depth;
  const result = copy ?? object;
  for (const key of schema.required) {
    if (own(result, key) !== undefined && own(result, key) !== null) continue;
    // A field that was written but is unreadable has its own finding.
    if (own(object, key) === undefined || own(object, key) === null) {
      sifting.report({ code: 'field-required', args: { field: key }, path: here(sifting) });
    }
    if (!schema.partial) {
      sifting.lost++;
      return undefined;
    }
  }
  return result;
}

function reportUnknown(schema: RecordSchema, key: string, depth: number, sifting: Sifting): void {
  sifting.path[depth] = key;
  const suggestion = nearest(key, Object.keys(schema.fields));
  sifting.report({
    code: 'field-unknown',
    args: { field: key, suggestion: suggestion ?? '' },
    path: here(sifting),
    part: 'key',
    ...(suggestion === null ? {} : { replacement: suggestion }),
  });
}

function siftList(schema: ListSchema, value: unknown, sifting: Sifting): unknown {
  if (!Array.isArray(value)) return wrongType('list', value, sifting);
  const items: readonly unknown[] = value;
  if (schema.minItems !== undefined && items.length < schema.minItems) {
    limit(sifting, 'min-items', schema.minItems, items.length);
  }
  if (schema.maxItems !== undefined && items.length > schema.maxItems) {
    limit(sifting, 'max-items', schema.maxItems, items.length);
  }
  let copy: unknown[] | null = null;
  const depth = sifting.depth++;
  for (let index = 0; index < items.length; index++) {
    const written = items[index];
    sifting.path[depth] = index;
    const lost = sifting.lost;
    let sifted = written === null && sifting.sketch ? undefined : sift(schema.items, written, sifting);
    if (schema.whole === true && sifting.lost > lost) sifted = undefined;
    if (sifted === undefined && schema.standIn !== undefined) sifted = schema.standIn(written);
    if (sifted !== written) {
      copy ??= [...items];
      copy[index] = sifted;
    }
  }
  sifting.depth = depth;
  if (items.length > 1 && (schema.keyedBy !== undefined || schema.isSet === true))
    findRepeated(schema, items, sifting);
  return copy ?? items;
}

function findRepeated(schema: ListSchema, items: readonly unknown[], sifting: Sifting): void {
  const seen = new Set<unknown>();
  for (const [index, item] of items.entries()) {
    const key = schema.keyedBy === undefined ? item : keyOf(item, schema.keyedBy);
    // What is no scalar has a finding of its own, and no text to compare.
    if (key === undefined || key === null || typeof key === 'object') continue;
    if (seen.has(key)) {
      sifting.report({
        code: 'list-entry-duplicate',
        args: { field: fieldName(sifting), key: String(key) },
        path: [...here(sifting), index],
      });
    }
    seen.add(key);
  }
}

function keyOf(item: unknown, names: readonly string[]): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const parts = names.map((name) => own(item as Readonly<Record<string, unknown>>, name));
  const isComparable = parts.every((part) => typeof part !== 'object' || part === null);
  const isKeyed = parts.some((part) => part !== undefined && part !== null);
  return isComparable && isKeyed ? parts.map(String).join('/') : undefined;
}

function siftTextMap(schema: TextMapSchema, value: unknown, sifting: Sifting): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrongType('mapping', value, sifting);
  }
  const object = value as Readonly<Record<string, unknown>>;
  if (schema.maxEntries !== undefined) {
    const count = Object.keys(object).length;
    if (count > schema.maxEntries) limit(sifting, 'max-entries', schema.maxEntries, count);
  }
  let copy: Record<string, unknown> | null = null;
  for (const key in object) {
    const written = own(object, key);
    if (typeof written === 'string') continue;
    const depth = sifting.depth++;
    sifting.path[depth] = key;
    copy ??= { ...object };
    // A null label is an empty one for Kubernetes.
    const sifted =
      written === null ? '' : siftText({ type: 'text', description: schema.description }, written, sifting);
    if (sifted === undefined) Reflect.deleteProperty(copy, key);
    else put(copy, key, sifted);
    sifting.depth = depth;
  }
  return copy ?? object;
}
