import type { ListenerSetSpec } from '../../gateway-resource.ts';
import { objectSchema } from '../../metadata.ts';
import { record, text, type Validated } from '../../schema.ts';
import { type DecodeContext, defineKind } from '../kind.ts';
import { decodeListeners } from './decode-listeners.ts';
import { decodeNamedRef } from './decode-references.ts';
import { LISTENERS } from './listener-schema.ts';
import { GROUP, KIND, NAMESPACE, OBJECT_NAME } from './name-limits.ts';

const GATEWAY_GROUP = 'gateway.networking.k8s.io';

const SPEC = record(
  'The Gateway it belongs to, and the listeners that it adds.',
  {
    parentRef: record(
      'The Gateway.',
      {
        group: text('API group of the parent.', { ...GROUP, defaultTo: GATEWAY_GROUP }),
        kind: text('Kind of the parent.', { ...KIND, defaultTo: 'Gateway' }),
        namespace: text('Namespace of the Gateway; the own one when left out.', NAMESPACE),
        name: text('Name of the Gateway.', OBJECT_NAME),
      },
      { required: ['name'] },
    ),
    listeners: LISTENERS,
  },
  { required: ['listeners', 'parentRef'], partial: true },
);

function decodeListenerSet(spec: Validated<typeof SPEC>, context: DecodeContext): ListenerSetSpec {
  const parent = spec.parentRef ?? { name: '' };
  return {
    parentRef: decodeNamedRef(parent, GATEWAY_GROUP, 'Gateway', context, ['spec', 'parentRef']),
    listeners: decodeListeners(spec.listeners, context),
  };
}

export const LISTENER_SET = defineKind({
  kind: 'ListenerSet',
  group: GATEWAY_GROUP,
  versions: ['v1'],
  namespaced: true,
  former: { kind: 'XListenerSet', group: 'gateway.networking.x-k8s.io' },
  schema: objectSchema('Further listeners for a Gateway, kept apart from it.', { spec: SPEC }, ['spec']),
  decode: (value, context) => decodeListenerSet(value.spec ?? {}, context),
});
