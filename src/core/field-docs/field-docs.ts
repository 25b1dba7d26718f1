/**
 * What a field means beyond the sentence of its schema: effects, traps, and the rules they rest on. By the path from the
 * object's root; `[]` stands for each item of a list. Limits and defaults are not repeated: the schema tells them.
 */
export type FieldDocs = Readonly<Record<string, string>>;

/** The docs of a part that stands at some path; the part itself has the key `''`. */
export function under(path: string, docs: FieldDocs): FieldDocs {
  return Object.fromEntries(
    Object.entries(docs).map(([inner, text]) => [
      /^[.[]|^$/.test(inner) ? `${path}${inner}` : `${path}.${inner}`,
      text,
    ]),
  );
}
