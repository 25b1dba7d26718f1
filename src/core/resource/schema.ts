import type { FormatName } from './formats.ts';

/**
 * The shape of a value, as data: the same description checks manifests (sift.ts) and becomes JSON Schema for the
 * editor (json-schema.ts). Only what Kubernetes itself would refuse is described.
 */
export type Schema =
  | TextSchema
  | IntegerSchema
  | FlagSchema
  | RecordSchema
  | TextMapSchema
  | ListSchema
  | AnySchema
  | IntegerOrTextSchema;

interface Described {
  /** One sentence in our own words, shown by the editor. */
  readonly description: string;
  /** Only in the experimental channel of Gateway API. */
  readonly experimental?: boolean;
  readonly defaultTo?: unknown;
}

export interface TextSchema extends Described {
  readonly type: 'text';
  readonly oneOf?: readonly string[];
  /** A value outside `oneOf` is told but kept: whoever reads it knows what to do with it. */
  readonly keepUnknown?: boolean;
  readonly format?: FormatName;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export interface IntegerSchema extends Described {
  readonly type: 'integer';
  readonly min?: number;
  readonly max?: number;
  readonly oneOf?: readonly number[];
}

export interface FlagSchema extends Described {
  readonly type: 'flag';
}

export interface RecordSchema extends Described {
  readonly type: 'record';
  readonly fields: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  /** Fields that are not described are fine (metadata, status, kinds that we know in part). */
  readonly open: boolean;
  /** Without its required fields the record is still of use. */
  readonly partial: boolean;
}

/** A mapping from user-chosen keys to text: labels, annotations, selectors. */
export interface TextMapSchema extends Described {
  readonly type: 'text-map';
  readonly maxEntries?: number;
}

export interface ListSchema extends Described {
  readonly type: 'list';
  readonly items: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Fields that together tell the items apart: no two items may have the same. */
  readonly keyedBy?: readonly string[];
  /** The items are scalars, no two the same. */
  readonly isSet?: boolean;
  /** An item of which anything is unreadable is left out whole: half a condition would match too much. */
  readonly whole?: boolean;
  /** What stands in for an item that was left out; otherwise it leaves a hole (`undefined`). */
  readonly standIn?: (written: unknown) => unknown;
}

export interface AnySchema extends Described {
  readonly type: 'any';
}

export interface IntegerOrTextSchema extends Described {
  readonly type: 'integer-or-text';
}

type Options<S extends Schema> = Partial<Omit<S, 'type' | 'description'>>;

/** A string; options limit its length, format or values. */
export function text(description: string, options: Options<TextSchema> = {}): TextSchema {
  return { type: 'text', description, ...options };
}

/** One of some words. */
export function word(
  description: string,
  oneOf: readonly string[],
  options: Options<TextSchema> = {},
): TextSchema {
  return { type: 'text', description, oneOf, ...options };
}

/** A whole number. */
export function integer(description: string, options: Options<IntegerSchema> = {}): IntegerSchema {
  return { type: 'integer', description, ...options };
}

/** A port number, 1 to 65535. */
export function port(description: string): IntegerSchema {
  return integer(description, { min: 1, max: 65_535 });
}

/** True or false. */
export function flag(description: string): FlagSchema {
  return { type: 'flag', description };
}

/** A mapping with fixed fields. */
export function record(
  description: string,
  fields: Readonly<Record<string, Schema>>,
  options: Options<RecordSchema> = {},
): RecordSchema {
  // No prototype: a manifest's field may be called `constructor`.
  const own: Record<string, Schema> = Object.assign(Object.create(null), fields);
  return { type: 'record', description, required: [], open: false, partial: false, ...options, fields: own };
}

/** A mapping of text to text. */
export function textMap(description: string, options: Options<TextMapSchema> = {}): TextMapSchema {
  return { type: 'text-map', description, ...options };
}

/** A list of items of one shape. */
export function list(description: string, items: Schema, options: Options<ListSchema> = {}): ListSchema {
  return { type: 'list', description, items, ...options };
}

/** Anything: a field that exists but that the simulation never reads. */
export function any(description = 'Not read by the simulation.'): AnySchema {
  return { type: 'any', description };
}

/** A port number or a port's name. */
export function integerOrText(description: string): IntegerOrTextSchema {
  return { type: 'integer-or-text', description };
}

/** Fields that exist but are never read, by name. */
export function ignored(...names: readonly string[]): Record<string, Schema> {
  return Object.fromEntries(names.map((name) => [name, any()]));
}
