import type { FieldDocs } from './field-docs.ts';

/** The documentation of fields that every object has. */
export const OBJECT_DOCS: FieldDocs = {
  apiVersion:
    'Group and version of the kind, as `group/version`; the core group is written as the version alone.',
  kind: 'What the rest of the document is. Kinds are written in CamelCase.',
  'metadata.namespace':
    'A route in the namespace of its parent Service is a producer route, in another namespace a consumer route (R-104).',
  'metadata.labels':
    'Selectors of Services and listeners look at labels; the values are text, so quote numbers.',
  'metadata.creationTimestamp':
    'Where it is left out, a route counts as younger than every route that has one, then names decide.',
  status: 'What a controller wrote. It decides nothing here; the Status tab shows our prediction beside it.',
};
