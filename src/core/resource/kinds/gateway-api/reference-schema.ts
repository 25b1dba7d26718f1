import { record, text } from '../../schema.ts';
import { GROUP, KIND, NAMESPACE, OBJECT_NAME } from './name-limits.ts';

/** A reference to a Secret by default, in the namespace of the referrer by default. */
export const SECRET_REF = record(
  'A Secret, or another object that holds a certificate.',
  {
    group: text('API group; `""` for a Secret.', { ...GROUP, defaultTo: '' }),
    kind: text('Its kind.', { ...KIND, defaultTo: 'Secret' }),
    namespace: text('Its namespace; the own one when left out.', NAMESPACE),
    name: text('Its name.', OBJECT_NAME),
  },
  { required: ['name'] },
);

/** Returns the schema of a reference to an object of the same namespace. */
export function localRef(description: string) {
  return record(
    description,
    {
      group: text('API group; `""` is the core group.', GROUP),
      kind: text('Its kind.', KIND),
      name: text('Its name.', OBJECT_NAME),
    },
    { required: ['group', 'kind', 'name'] },
  );
}

/** Returns the schema of a reference to an object of any namespace. */
export function objectRef(description: string) {
  const local = localRef(description);
  const namespace = text('Its namespace; the own one when left out.', NAMESPACE);
  return record(description, { ...local.fields, namespace }, { required: local.required });
}
