import type { Path } from '../text/path.ts';
import { FORMATS } from './formats.ts';
import { nearest } from './nearest.ts';
import type { IntegerSchema, RecordSchema, TextSchema } from './schema.ts';
import type { Validation } from './validation.ts';

/**
 * Reports the violations of schemas at the current place of a validation. `validate` finds them. Documents without
 * problems do not need this code.
 */
export const VIOLATIONS = {
  wrongType,
  outOfLimit,
  textWritten,
  unknownWord,
  wrongText,
  numberWritten,
  wrongNumber,
  unknownField,
  experimentalField,
  missingField,
  repeatedItem,
};

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

function outOfLimit(validation: Validation, kind: string, bound: number, actual: number): void {
  validation.report({
    code: 'field-limit',
    args: { field: fieldName(validation), limit: kind, bound, actual },
    path: here(validation),
  });
}

/** Returns the source text of a value that YAML does not read as text. Returns undefined if it is no scalar. */
function textWritten(value: unknown, validation: Validation): string | undefined {
  if (typeof value !== 'number' && typeof value !== 'boolean') return wrongType('string', value, validation);
  const path = here(validation);
  const written = validation.written(path) ?? String(value);
  validation.report({
    code: 'scalar-not-a-string',
    args: { field: fieldName(validation), written, read: String(value), type: typeof value },
    path,
    replacement: JSON.stringify(written),
  });
  return written;
}

/** Returns the text if its field keeps unknown words. */
function unknownWord(
  { keepUnknown }: TextSchema,
  words: readonly string[],
  value: string,
  validation: Validation,
): string | undefined {
  const suggestion = nearest(value, words);
  validation.report({
    code: 'field-value-unknown',
    args: { field: fieldName(validation), value, allowed: words.join(', ') },
    path: here(validation),
    ...(suggestion === null ? {} : { replacement: suggestion }),
  });
  if (keepUnknown === true) return value;
  validation.lost++;
  return undefined;
}

/** Returns a text with a wrong length or format. Returns undefined for a duration, which cannot be used. */
function wrongText(
  { format, minLength, maxLength }: TextSchema,
  value: string,
  validation: Validation,
): string | undefined {
  if (minLength !== undefined && value.length < minLength)
    outOfLimit(validation, 'min-length', minLength, value.length);
  else if (maxLength !== undefined && value.length > maxLength)
    outOfLimit(validation, 'max-length', maxLength, value.length);
  else if (format === 'duration') {
    validation.report({
      code: 'duration-invalid',
      args: { field: fieldName(validation), value },
      path: here(validation),
    });
    return undefined;
  } else if (format !== undefined && !FORMATS[format].test(value)) {
    validation.report({
      code: 'field-format',
      args: { field: fieldName(validation), value, format },
      path: here(validation),
    });
  }
  return value;
}

/** Returns the number that a text spells out. */
function numberWritten(value: unknown, validation: Validation): number | undefined {
  if (typeof value !== 'string' || !/^[0-9]{1,9}$/.test(value)) return wrongType('number', value, validation);
  wrongType('number', value, validation, value);
  validation.lost--;
  return Number(value);
}

function wrongNumber({ oneOf, min, max }: IntegerSchema, value: number, validation: Validation): undefined {
  validation.lost++;
  if (oneOf !== undefined && !oneOf.includes(value)) {
    validation.report({
      code: 'field-value-unknown',
      args: { field: fieldName(validation), value, allowed: oneOf.join(', ') },
      path: here(validation),
    });
    return undefined;
  }
  const isLow = min !== undefined && value < min;
  outOfLimit(validation, isLow ? 'min' : 'max', (isLow ? min : max) ?? 0, value);
  return undefined;
}

function unknownField(schema: RecordSchema, key: string, validation: Validation): void {
  const suggestion = nearest(key, Object.keys(schema.fields));
  validation.report({
    code: 'field-unknown',
    args: { field: key, suggestion: suggestion ?? '' },
    path: here(validation),
    part: 'key',
    ...(suggestion === null ? {} : { replacement: suggestion }),
  });
}

function experimentalField(key: string, validation: Validation): void {
  validation.report({
    code: 'field-experimental',
    args: { field: key },
    path: here(validation),
    part: 'key',
  });
}

function missingField(key: string, validation: Validation): void {
  validation.report({ code: 'field-required', args: { field: key }, path: here(validation) });
}

function repeatedItem(index: number, key: string, validation: Validation): void {
  validation.report({
    code: 'list-entry-duplicate',
    args: { field: fieldName(validation), key },
    path: [...here(validation), index],
  });
}
