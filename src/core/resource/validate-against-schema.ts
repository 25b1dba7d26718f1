import { own, put } from '../text/own.ts';
import type { Path } from '../text/path.ts';
import { violations } from './document-checks.ts';
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
import type { Validation } from './validation.ts';

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
      return typeof value === 'boolean' ? value : violations().wrongType('boolean', value, validation);
    case 'integer-or-text':
      return typeof value === 'string' || Number.isInteger(value)
        ? value
        : violations().wrongType('number or string', value, validation);
    default:
      return schema satisfies never;
  }
}

function validateText(schema: TextSchema, value: unknown, validation: Validation): string | undefined {
  if (typeof value !== 'string') {
    const written = violations().textWritten(value, validation);
    // The written text shows the intended value. Kubernetes refuses it nevertheless.
    return written === undefined ? undefined : validateText(schema, written, validation);
  }
  const { oneOf, format, minLength, maxLength } = schema;
  if (value === '' && validation.emptyIsAbsent && (oneOf ?? format) !== undefined) return undefined;
  if (oneOf !== undefined)
    return oneOf.includes(value) ? value : violations().unknownWord(schema, oneOf, value, validation);
  const isValid =
    (minLength === undefined || value.length >= minLength) &&
    (maxLength === undefined || value.length <= maxLength) &&
    (format === undefined || FORMATS[format].test(value));
  return isValid ? value : violations().wrongText(schema, value, validation);
}

function validateInteger(schema: IntegerSchema, value: unknown, validation: Validation): number | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    const written = violations().numberWritten(value, validation);
    return written === undefined ? undefined : validateInteger(schema, written, validation);
  }
  const { oneOf, min, max } = schema;
  const isValid =
    (oneOf === undefined || oneOf.includes(value)) &&
    (min === undefined || value >= min) &&
    (max === undefined || value <= max);
  return isValid ? value : violations().wrongNumber(schema, value, validation);
}

function validateRecord(schema: RecordSchema, value: unknown, validation: Validation): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return violations().wrongType('mapping', value, validation);
  }
  const object = value as Readonly<Record<string, unknown>>;
  const { fields } = schema;
  let copy: Record<string, unknown> | null = null;
  const depth = validation.depth++;
  for (const key in object) {
    const field = own(fields, key);
    if (field === undefined) {
      if (schema.open) continue;
      validation.path[depth] = key;
      violations().unknownField(schema, key, validation);
      continue;
    }
    const written = own(object, key);
    if (field.type === 'any' && field.experimental !== true) continue;
    if (written === null || written === undefined) continue;
    validation.path[depth] = key;
    if (field.experimental === true) violations().experimentalField(key, validation);
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
    if (own(object, key) === undefined || own(object, key) === null)
      violations().missingField(key, validation);
    if (!schema.partial) {
      validation.lost++;
      return undefined;
    }
  }
  return result;
}

function validateList(schema: ListSchema, value: unknown, validation: Validation): unknown {
  if (!Array.isArray(value)) return violations().wrongType('list', value, validation);
  const items: readonly unknown[] = value;
  const { minItems, maxItems } = schema;
  if (minItems !== undefined && items.length < minItems)
    violations().outOfLimit(validation, 'min-items', minItems, items.length);
  if (maxItems !== undefined && items.length > maxItems)
    violations().outOfLimit(validation, 'max-items', maxItems, items.length);
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
    if (seen.has(key)) violations().repeatedItem(index, String(key), validation);
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
    return violations().wrongType('mapping', value, validation);
  }
  const object = value as Readonly<Record<string, unknown>>;
  if (schema.maxEntries !== undefined) {
    const count = Object.keys(object).length;
    if (count > schema.maxEntries)
      violations().outOfLimit(validation, 'max-entries', schema.maxEntries, count);
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
