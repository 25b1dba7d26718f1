import type { FormatName } from './formats.ts';

/**
 * The shape of a value, as data. It validates manifests (validate-against-schema.ts) and becomes JSON Schema
 * for the editor (json-schema.ts). It describes only what Kubernetes itself refuses.
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
  /** One sentence that the editor shows. */
  readonly description: string;
  /** True if it exists only in the experimental channel of Gateway API. */
  readonly experimental?: boolean;
  readonly defaultTo?: unknown;
}

/** A string. */
export interface TextSchema<Word extends string = string> extends Described {
  readonly type: 'text';
  readonly oneOf?: readonly Word[];
  /** True if a value outside `oneOf` is reported but kept. The reader of the value handles it. */
  readonly keepUnknown?: boolean;
  readonly format?: FormatName;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** A whole number. */
export interface IntegerSchema extends Described {
  readonly type: 'integer';
  readonly min?: number;
  readonly max?: number;
  readonly oneOf?: readonly number[];
}

/** True or false. */
export interface FlagSchema extends Described {
  readonly type: 'flag';
}

/** The fields of a record, by name. */
export interface Fields {
  readonly [name: string]: Schema;
}

/** A mapping with fixed fields. */
export interface RecordSchema<
  F extends Fields = Fields,
  Required extends string = string,
  Partial extends boolean = boolean,
> extends Described {
  readonly type: 'record';
  readonly fields: F;
  readonly required: readonly Required[];
  /** True if other fields are allowed (metadata, status, kinds that are described only in part). */
  readonly open: boolean;
  /** True if the record is useful without its required fields. */
  readonly partial: Partial;
}

/** A mapping from user-chosen keys to text: labels, annotations, selectors. */
export interface TextMapSchema extends Described {
  readonly type: 'text-map';
  readonly maxEntries?: number;
  /** Keys that the editor completes, with the schemas of their values. They are not validated. */
  readonly known?: Readonly<Record<string, TextSchema>>;
}

/** A list of items with one schema. */
export interface ListSchema<Items extends Schema = Schema, StandIn = unknown> extends Described {
  readonly type: 'list';
  readonly items: Items;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Fields that identify an item together. No two items may have the same values. */
  readonly keyedBy?: readonly string[];
  /** True if the items are distinct scalars. */
  readonly isSet?: boolean;
  /**
   * True if an item with an unreadable part is left out as a whole. A part of a condition would match too
   * much.
   */
  readonly whole?: boolean;
  /** Returns the replacement of an item that is left out. Absent if it leaves a gap (`undefined`). */
  readonly standIn?: (written: unknown) => StandIn;
}

/** Any value. The simulation does not read it. */
export interface AnySchema extends Described {
  readonly type: 'any';
}

/** A port number or a port name. */
export interface IntegerOrTextSchema extends Described {
  readonly type: 'integer-or-text';
}

/**
 * The type of a value that was validated against a schema: `Validated<typeof SCHEMA>`. A field that is not
 * required may be absent or null. A list item that cannot be read is undefined.
 */
export type Validated<S extends Schema> = S extends {
  readonly type: 'text';
  readonly oneOf?: readonly (infer Word)[];
}
  ? Word
  : S extends IntegerSchema
    ? number
    : S extends FlagSchema
      ? boolean
      : S extends TextMapSchema
        ? Readonly<Record<string, string>>
        : S extends IntegerOrTextSchema
          ? number | string
          : S extends ListSchema<infer Items, infer StandIn>
            ? readonly (Validated<Items> | ([StandIn] extends [never] ? undefined : StandIn))[]
            : S extends RecordSchema<infer F, infer Required, infer Partial>
              ? ValidatedRecord<F, Partial extends true ? never : Required>
              : unknown;

type ValidatedRecord<F extends Fields, Required extends string> = {
  readonly [Name in Exclude<keyof F, Required>]?: Validated<F[Name]> | null | undefined;
} & {
  readonly [Name in Required & keyof F]: Validated<F[Name]>;
};

/** A list as a field of a validated record. */
export type ValidatedList<Item> = readonly (Item | undefined)[] | null | undefined;

/** Returns the items that can be read. */
export function present<T>(items: ValidatedList<T>): readonly NonNullable<T>[] {
  return (items ?? []).filter((item): item is NonNullable<T> => item !== undefined && item !== null);
}

type Options<S extends Schema> = Partial<Omit<S, 'type' | 'description'>>;

/** Returns the schema of a string. Options limit its length or format. */
export function text(description: string, options: Options<TextSchema> = {}): TextSchema {
  return { type: 'text', description, ...options };
}

/** Returns the schema of one of some words. */
export function word<const Word extends string>(
  description: string,
  oneOf: readonly Word[],
  options: Omit<Options<TextSchema>, 'oneOf' | 'keepUnknown'> = {},
): TextSchema<Word> {
  return { type: 'text', description, oneOf, ...options };
}

/** Returns the schema of one of some words, or another text, which is reported but kept. */
export function openWord(description: string, oneOf: readonly string[]): TextSchema {
  return { type: 'text', description, oneOf, keepUnknown: true };
}

/** Returns the schema of a whole number. */
export function integer(description: string, options: Options<IntegerSchema> = {}): IntegerSchema {
  return { type: 'integer', description, ...options };
}

/** Returns the schema of a port number, 1 to 65535. */
export function port(description: string): IntegerSchema {
  return integer(description, { min: 1, max: 65_535 });
}

/** Returns the schema of true or false. */
export function flag(description: string): FlagSchema {
  return { type: 'flag', description };
}

interface RecordOptions<Required extends string, Partial extends boolean> {
  readonly required?: readonly Required[];
  readonly partial?: Partial;
  readonly open?: boolean;
  readonly experimental?: boolean;
}

/** Returns the schema of a mapping with fixed fields. */
export function record<
  F extends Fields,
  const Required extends keyof F & string = never,
  const Partial extends boolean = false,
>(
  description: string,
  fields: F,
  options: RecordOptions<Required, Partial> = {},
): RecordSchema<F, NoInfer<Required>, NoInfer<Partial>> {
  // Without a prototype, because a field in a manifest may be called `constructor`.
  const own: F = Object.assign(Object.create(null), fields);
  const { required = [], open = false, partial = false as Partial, ...others } = options;
  return { type: 'record', description, required, open, partial, ...others, fields: own };
}

/** Returns the schema of a mapping of text to text. */
export function textMap(description: string, options: Options<TextMapSchema> = {}): TextMapSchema {
  return { type: 'text-map', description, ...options };
}

/** Returns the schema of a list of items with one schema. */
export function list<Items extends Schema, StandIn = never>(
  description: string,
  items: Items,
  options: Omit<Options<ListSchema>, 'items' | 'standIn'> & {
    readonly standIn?: (written: unknown) => StandIn;
  } = {},
): ListSchema<Items, NoInfer<StandIn>> {
  return { type: 'list', description, items, ...options };
}

/** Returns the schema of any value: a field that exists and that the simulation never reads. */
export function any(description = 'Not read by the simulation.'): AnySchema {
  return { type: 'any', description };
}

/** Returns the schema of a port number or a port name. */
export function integerOrText(description: string): IntegerOrTextSchema {
  return { type: 'integer-or-text', description };
}

/** Returns the schemas of fields that exist and are never read, by name. */
export function ignored<const Name extends string>(
  ...names: readonly Name[]
): Readonly<Record<Name, AnySchema>> {
  return Object.fromEntries(names.map((name) => [name, any()])) as Record<Name, AnySchema>;
}
