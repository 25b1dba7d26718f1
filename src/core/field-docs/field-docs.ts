/**
 * The documentation of fields in addition to the sentence of their schema: effects, pitfalls, and their
 * rules. By the path from the root of the object. `[]` means each item of a list. Limits and defaults are not
 * repeated, because they are in the schema.
 */
export type FieldDocs = Readonly<Record<string, string>>;

/** Returns the documentation of a part at a path. The part itself has the key `''`. */
export function under(path: string, docs: FieldDocs): FieldDocs {
  return Object.fromEntries(
    Object.entries(docs).map(([inner, text]) => [
      /^[.[]|^$/.test(inner) ? `${path}${inner}` : `${path}.${inner}`,
      text,
    ]),
  );
}
