import { own, put } from '../text/own.ts';
import type { Path } from '../text/path.ts';
import { nearest } from './document-checks.ts';
import { FORMATS } from './formats.ts';
import type {
  IntegerSchema,
  ListSchema,
  RecordSchema,
  Schema,
  TextMapSchema,
  TextSchema,
  Validated,
} from './schema.ts';

/** A violation of a schema. */
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
  /** The correct text in place of the value (or, for an unknown field, of the key). */
  readonly replacement?: string;
}

/** The input and the state of a validation. */
export interface Validation {
  readonly report: (problem: SchemaProblem) => void;
  /** Returns the source text of a scalar, for values that YAML does not read as text. */
  readonly written: (path: Path) => string | null;
  /** True for a sketch, in which an empty list item was left out and is not an error. */
  readonly sketch: boolean;
  /** The path to the current value. Only `path[0..depth)` counts. */
  readonly path: (string | number)[];
  depth: number;
  /** The number of values that were left out. */
  lost: number;
  /**
   * True for kinds that are built into the API server. An empty string then counts as absent in fields with a
   * list of words or a format.
   */
  emptyIsAbsent: boolean;
}

/** Returns a validation that starts at a place of a document. */
export function startValidation(
  report: Validation['report'],
  written: Validation['written'],
  sketch: boolean,
  root: Path,
): Validation {
  return { report, written, sketch, path: [...root], depth: root.length, lost: 0, emptyIsAbsent: false };
}

/**
 * Returns the value without the parts that violate its schema. Each of them is reported. Returns undefined if
 * nothing is left, and the same object if there are no violations. A field that cannot be used is absent. A
 * list item leaves a gap, so that the indexes of the others do not change. Null counts as absent, as in
 * Kubernetes.
 */
export function validate<S extends Schema>(
  schema: S,
  value: unknown,
  validation: Validation,
): Validated<S> | undefined {
  return validateValue(schema, value, validation) as Validated<S> | undefined;
}

function validateValue(schema: Schema, value: unknown, validation: Validation): unknown {
  switch (schema.type) {
    case 'any':
      return value;
    case 'text':
      return validateText(schema, value, validation);
    case 'integer':
      return validateInteger(schema, value, validation);
    case 'record':
      return validateRecord(schema, value, validation);
    case 'list':
      return validateList(schema, value, validation);
    case 'text-map':
      return validateTextMap(schema, value, validation);
    case 'flag':
      return typeof value === 'boolean' ? value : wrongType('boolean', value, validation);
    case 'integer-or-text':
      return typeof value === 'string' || Number.isInteger(value)
        ? value
        : wrongType('number or string', value, validation);
    default:
      return schema satisfies never;
  }
}

/** Returns the path to the current value, as a copy. */
function here(validation: Validation): Path {
  return validation.path.slice(0, validation.depth);
}

/** Returns the name of the current field, without the indexes after it. */
function fieldName(validation: Validation): string {
  let name = '';
  for (let at = validation.depth - 1; at >= 0; at--) {
    const step = validation.path[at];
    if (typeof step === 'string') return step + name;
    name = '[]';
  }
  return name;
}

/** Returns the JSON type of a value. */
function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'mapping' : typeof value;
}

function wrongType(
  expected: string,
  value: unknown,
  validation: Validation,
  replacement?: string,
): undefined {
  validation.lost++;
  validation.report({
    code: 'field-type',
    args: { field: fieldName(validation), expected, actual: typeName(value) },
    path: here(validation),
    ...(replacement === undefined ? {} : { replacement }),
  });
  return undefined;
}

function limit(validation: Validation, kind: string, bound: number, actual: number): void {
  validation.report({
    code: 'field-limit',
    args: { field: fieldName(validation), limit: kind, bound, actual },
    path: here(validation),
  });
}

function validateText(schema: TextSchema, value: unknown, validation: Validation): string | undefined {
  if (typeof value !== 'string') {
    if (typeof value !== 'number' && typeof value !== 'boolean')
      return wrongType('string', value, validation);
    const path = here(validation);
    const written = validation.written(path) ?? String(value);
    validation.report({
      code: 'scalar-not-a-string',
      args: { field: fieldName(validation), written, read: String(value), type: typeof value },
      path,
      replacement: JSON.stringify(written),
    });
    // The written text shows the intended value. Kubernetes refuses it nevertheless.
    return validateText(schema, written, validation);
  }
  if (value === '' && validation.emptyIsAbsent && (schema.oneOf ?? schema.format) !== undefined)
    return undefined;
  if (schema.oneOf !== undefined) {
    if (schema.oneOf.includes(value)) return value;
    const suggestion = nearest(value, schema.oneOf);
    validation.report({
      code: 'field-value-unknown',
      args: { field: fieldName(validation), value, allowed: schema.oneOf.join(', ') },
      path: here(validation),
      ...(suggestion === null ? {} : { replacement: suggestion }),
    });
    if (schema.keepUnknown === true) return value;
    validation.lost++;
    return undefined;
  }
  const { format, minLength, maxLength } = schema;
  if (minLength !== undefined && value.length < minLength)
    limit(validation, 'min-length', minLength, value.length);
  else if (maxLength !== undefined && value.length > maxLength) {
    limit(validation, 'max-length', maxLength, value.length);
  } else if (format !== undefined && !FORMATS[format].test(value)) {
    if (format === 'duration') {
      validation.report({
        code: 'duration-invalid',
        args: { field: fieldName(validation), value },
        path: here(validation),
      });
      return undefined;
    }
    validation.report({
      code: 'field-format',
      args: { field: fieldName(validation), value, format },
      path: here(validation),
    });
  }
  return value;
}

function validateInteger(schema: IntegerSchema, value: unknown, validation: Validation): number | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    if (typeof value === 'string' && /^[0-9]{1,9}$/.test(value)) {
      wrongType('number', value, validation, value);
      validation.lost--;
      return validateInteger(schema, Number(value), validation);
    }
    return wrongType('number', value, validation);
  }
  if (schema.oneOf !== undefined && !schema.oneOf.includes(value)) {
    validation.lost++;
    validation.report({
      code: 'field-value-unknown',
      args: { field: fieldName(validation), value, allowed: schema.oneOf.join(', ') },
      path: here(validation),
    });
    return undefined;
  }
  const isLow = schema.min !== undefined && value < schema.min;
  if (isLow || (schema.max !== undefined && value > schema.max)) {
    validation.lost++;
    limit(validation, isLow ? 'min' : 'max', (isLow ? schema.min : schema.max) ?? 0, value);
    return undefined;
  }
  return value;
}

function validateRecord(schema: RecordSchema, value: unknown, validation: Validation): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrongType('mapping', value, validation);
  }
  const object = value as Readonly<Record<string, unknown>>;
  const { fields } = schema;
  let copy: Record<string, unknown> | null = null;
  const depth = validation.depth++;
  for (const key in object) {
    const field = own(fields, key);
    if (field === undefined) {
      if (!schema.open) reportUnknown(schema, key, depth, validation);
      continue;
    }
    const written = own(object, key);
    if (field.type === 'any' && field.experimental !== true) continue;
    if (written === null || written === undefined) continue;
    validation.path[depth] = key;
    if (field.experimental === true) {
      validation.report({
        code: 'field-experimental',
        args: { field: key },
        path: here(validation),
        part: 'key',
      });
    }
    const validated = validateValue(field, written, validation);
    if (validated !== written) {
      copy ??= { ...object };
      put(copy, key, validated);
    }
  }
  validation.depth = depth;
  const result = copy ?? object;
  for (const key of schema.required) {
    if (own(result, key) !== undefined && own(result, key) !== null) continue;
    // A field that is written but cannot be read has its own finding.
    if (own(object, key) === undefined || own(object, key) === null) {
      validation.report({ code: 'field-required', args: { field: key }, path: here(validation) });
    }
    if (!schema.partial) {
      validation.lost++;
      return undefined;
    }
  }
  return result;
}

function reportUnknown(schema: RecordSchema, key: string, depth: number, validation: Validation): void {
  validation.path[depth] = key;
  const suggestion = nearest(key, Object.keys(schema.fields));
  validation.report({
    code: 'field-unknown',
    args: { field: key, suggestion: suggestion ?? '' },
    path: here(validation),
    part: 'key',
    ...(suggestion === null ? {} : { replacement: suggestion }),
  });
}

function validateList(schema: ListSchema, value: unknown, validation: Validation): unknown {
  if (!Array.isArray(value)) return wrongType('list', value, validation);
  const items: readonly unknown[] = value;
  if (schema.minItems !== undefined && items.length < schema.minItems) {
    limit(validation, 'min-items', schema.minItems, items.length);
  }
  if (schema.maxItems !== undefined && items.length > schema.maxItems) {
    limit(validation, 'max-items', schema.maxItems, items.length);
  }
  let copy: unknown[] | null = null;
  const depth = validation.depth++;
  for (let index = 0; index < items.length; index++) {
    const written = items[index];
    validation.path[depth] = index;
    const lost = validation.lost;
    let validated =
      written === null && validation.sketch ? undefined : validateValue(schema.items, written, validation);
    if (schema.whole === true && validation.lost > lost) validated = undefined;
    if (validated === undefined && schema.standIn !== undefined) validated = schema.standIn(written);
    if (validated !== written) {
      copy ??= [...items];
      copy[index] = validated;
    }
  }
  validation.depth = depth;
  if (items.length > 1 && (schema.keyedBy !== undefined || schema.isSet === true))
    findRepeated(schema, items, validation);
  return copy ?? items;
}

function findRepeated(schema: ListSchema, items: readonly unknown[], validation: Validation): void {
  const seen = new Set<unknown>();
  for (const [index, item] of items.entries()) {
    const key = schema.keyedBy === undefined ? item : itemKey(item, schema.keyedBy);
    // A value that is not a scalar has its own finding and no text to compare.
    if (key === undefined || key === null || typeof key === 'object') continue;
    if (seen.has(key)) {
      validation.report({
        code: 'list-entry-duplicate',
        args: { field: fieldName(validation), key: String(key) },
        path: [...here(validation), index],
      });
    }
    seen.add(key);
  }
}

function itemKey(item: unknown, names: readonly string[]): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const parts = names.map((name) => own(item as Readonly<Record<string, unknown>>, name));
  const isComparable = parts.every((part) => typeof part !== 'object' || part === null);
  const isKeyed = parts.some((part) => part !== undefined && part !== null);
  return isComparable && isKeyed ? parts.map(String).join('/') : undefined;
}

function validateTextMap(schema: TextMapSchema, value: unknown, validation: Validation): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrongType('mapping', value, validation);
  }
  const object = value as Readonly<Record<string, unknown>>;
  if (schema.maxEntries !== undefined) {
    const count = Object.keys(object).length;
    if (count > schema.maxEntries) limit(validation, 'max-entries', schema.maxEntries, count);
  }
  let copy: Record<string, unknown> | null = null;
  for (const key in object) {
    const written = own(object, key);
    if (typeof written === 'string') continue;
    const depth = validation.depth++;
    validation.path[depth] = key;
    copy ??= { ...object };
    // Kubernetes reads a null label as an empty one.
    const validated =
      written === null
        ? ''
        : validateText({ type: 'text', description: schema.description }, written, validation);
    if (validated === undefined) Reflect.deleteProperty(copy, key);
    else put(copy, key, validated);
    validation.depth = depth;
  }
  return copy ?? object;
}
