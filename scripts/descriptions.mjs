// Leaves the descriptions of fields out of code. Only the editor shows them, and it runs in the page.

/** A call of a function of schema.ts, or of one that passes its description on, up to the description. */
export const DESCRIBED =
  /\b(text|word|openWord|integer|port|flag|record|textMap|list|any|integerOrText|objectSchema|localRef|objectRef)\(\s*('(?:[^'\\\n]|\\.)*'|"[^"\\\n]*")/g;

/** Returns the code of a schema with an empty text for each description. */
export function withoutDescriptions(code) {
  return code.replace(DESCRIBED, "$1(''");
}
