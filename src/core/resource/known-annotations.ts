import { METADATA } from './metadata.ts';
import { record, type TextMapSchema, type TextSchema } from './schema.ts';

/**
 * Returns the schema of an annotation that the editor completes. Its documentation is in `field-docs`. The
 * words are completed, and other values are not reported.
 */
export function knownAnnotation(oneOf: readonly string[] | null): TextSchema {
  return { type: 'text', description: '', ...(oneOf === null ? {} : { oneOf, keepUnknown: true }) };
}

/** Returns the schema of metadata with annotations that the kind knows, by their keys. */
export function metadataWith(known: Readonly<Record<string, TextSchema>>) {
  const annotations: TextMapSchema = { ...METADATA.fields.annotations, known };
  return record(METADATA.description, { ...METADATA.fields, annotations }, { open: true, partial: true });
}
