import { ingressesRead } from '../../read-keys.ts';
import { defineKind } from '../kind.ts';
import { decodeIngress } from './decode-ingress.ts';
import { INGRESS_SCHEMA, OLD_INGRESS_SCHEMA } from './ingress-schema.ts';

export const INGRESS = defineKind({
  kind: 'Ingress',
  group: 'networking.k8s.io',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  former: { kind: 'Ingress', group: 'extensions' },
  schema: INGRESS_SCHEMA,
  // The decoder reads the fields of all versions.
  earlier: { v1beta1: OLD_INGRESS_SCHEMA as unknown as typeof INGRESS_SCHEMA },
  decode: decodeIngress,
  changedByEdit: () => [ingressesRead()],
});
