/** Returns the kind and the name of a document that a conversion wrote. */
export function nameOfDocument(text: string): { readonly kind: string; readonly name: string } {
  const field = (pattern: RegExp) => (pattern.exec(text)?.[1] ?? '').replace(/^["']|["']$/g, '');
  const namespace = field(/^ {2}namespace: (.*)$/m);
  const name = field(/^ {2}name: (.*)$/m);
  return { kind: field(/^kind: (.*)$/m), name: namespace === '' ? name : `${namespace}/${name}` };
}
