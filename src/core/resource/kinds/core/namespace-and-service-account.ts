import { objectSchema } from '../../metadata.ts';
import { any, ignored, record } from '../../schema.ts';
import { defineKind } from '../kind.ts';

/** Only the name and the labels of a Namespace have an effect. */
export const NAMESPACE = defineKind({
  kind: 'Namespace',
  group: '',
  versions: ['v1'],
  namespaced: false,
  schema: objectSchema('A namespace: the border between teams, and between producer and consumer routes.', {
    spec: record('Nothing that the simulation reads.', { finalizers: any() }),
  }),
  decode: () => ({}),
  namesNamespaces: ({ name }) => [name],
  changedByEdit: () => [],
});

/** Only the name of a ServiceAccount has an effect: it identifies a workload. */
export const SERVICE_ACCOUNT = defineKind({
  kind: 'ServiceAccount',
  group: '',
  versions: ['v1'],
  namespaced: true,
  schema: objectSchema('The identity of a workload.', {
    ...ignored('secrets', 'imagePullSecrets', 'automountServiceAccountToken'),
  }),
  decode: () => ({}),
  changedByEdit: () => [],
});
