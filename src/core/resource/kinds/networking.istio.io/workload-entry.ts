import { objectSchema } from '../../metadata.ts';
import { defineKind } from '../kind.ts';
import { type EntryEndpoint, endpointOf, WORKLOAD_SPEC } from './workload-entry-schema.ts';

export const WORKLOAD_ENTRY = defineKind({
  kind: 'WorkloadEntry',
  group: 'networking.istio.io',
  versions: ['v1', 'v1beta1', 'v1alpha3'],
  namespaced: true,
  schema: objectSchema('An endpoint outside Kubernetes, for example a virtual machine.', {
    spec: WORKLOAD_SPEC,
  }),
  decode: (value): EntryEndpoint => endpointOf(value.spec ?? {}),
});
