import { objectSchema } from '../../metadata.ts';
import { grantsRead } from '../../read-keys.ts';
import type { ReferenceGrantSpec } from '../../resource.ts';
import { list, record, text, type Validated } from '../../schema.ts';
import { type DecodeContext, defineKind } from '../kind.ts';
import { checkCoreGroup } from './check-core-group.ts';

const FROM = record(
  'Who may refer: a kind in a namespace.',
  {
    group: text('API group of the referring kind; `""` is the core group.', {
      maxLength: 253,
      format: 'group',
    }),
    kind: text('The referring kind, for example HTTPRoute.', { minLength: 1, maxLength: 63, format: 'kind' }),
    namespace: text('The namespace of the referring objects.', {
      minLength: 1,
      maxLength: 63,
      format: 'dns-label',
    }),
  },
  { required: ['group', 'kind', 'namespace'] },
);

const TO = record(
  'What may be referred to in this namespace.',
  {
    group: text('API group of the target; `""` is the core group.', { maxLength: 253, format: 'group' }),
    kind: text('The kind of the target, for example Service.', {
      minLength: 1,
      maxLength: 63,
      format: 'kind',
    }),
    name: text('One target; every one of the kind when left out.', { minLength: 1, maxLength: 253 }),
  },
  { required: ['group', 'kind'] },
);

const SPEC = record(
  'Who may refer to what.',
  {
    from: list('Who may refer.', FROM, { minItems: 1, maxItems: 16 }),
    to: list('To what.', TO, { minItems: 1, maxItems: 16 }),
  },
  { required: ['from', 'to'], partial: true },
);

function decodeGrant(spec: Validated<typeof SPEC>, context: DecodeContext): ReferenceGrantSpec {
  const group = (written: string, list: string, index: number) =>
    checkCoreGroup(context, written, ['spec', list, index, 'group']);
  return {
    from: (spec.from ?? []).flatMap((entry, index) =>
      entry === undefined || entry === null
        ? []
        : [{ group: group(entry.group, 'from', index), kind: entry.kind, namespace: entry.namespace }],
    ),
    // An empty name has the same meaning as an absent one.
    to: (spec.to ?? []).flatMap((entry, index) =>
      entry === undefined || entry === null
        ? []
        : [{ group: group(entry.group, 'to', index), kind: entry.kind, name: entry.name || null }],
    ),
  };
}

export const REFERENCE_GRANT = defineKind({
  kind: 'ReferenceGrant',
  group: 'gateway.networking.k8s.io',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  schema: objectSchema('Lets objects of other namespaces refer to objects of this one.', { spec: SPEC }, [
    'spec',
  ]),
  decode: (value, context) => decodeGrant(value.spec ?? {}, context),
  changedByEdit: (_, { namespace }) => [grantsRead(namespace)],
});
