import { any, type Fields, ignored, list, type RecordSchema, record, text, textMap } from './schema.ts';

/** The metadata that every object has. Fields that the API server adds are allowed and not read. */
export const METADATA = record(
  'Name, namespace and labels.',
  {
    name: text('The name; unique among objects of this kind in the namespace.', {
      maxLength: 253,
      format: 'dns-subdomain',
    }),
    generateName: text('Prefix of a name that the API server makes up.'),
    namespace: text('The namespace; `default` when left out.', { maxLength: 63, format: 'dns-label' }),
    labels: textMap('Labels, by which selectors find the object.'),
    annotations: textMap('Annotations: notes for tools, no selector reads them.'),
    creationTimestamp: text('When the object was created; the older of two equal routes wins (R-225).'),
    ownerReferences: list(
      'The objects that made this one.',
      record(
        'An owner.',
        {
          kind: text('Kind of the owner.'),
          name: text('Name of the owner.'),
          ...ignored('apiVersion', 'uid', 'controller', 'blockOwnerDeletion'),
        },
        { open: true },
      ),
    ),
  },
  { open: true, partial: true },
);

const OBJECT_FIELDS = {
  apiVersion: any('API group and version.'),
  kind: any('The kind of object.'),
  metadata: METADATA,
  status: any(),
};

/** Returns the schema of a whole object: the fields of every object, and those of its kind. */
export function objectSchema<F extends Fields, const Required extends keyof F & string = never>(
  description: string,
  fields: F,
  required: readonly Required[] = [],
): RecordSchema<typeof OBJECT_FIELDS & F, Required, true> {
  return record(description, { ...OBJECT_FIELDS, ...fields }, { required, partial: true });
}
