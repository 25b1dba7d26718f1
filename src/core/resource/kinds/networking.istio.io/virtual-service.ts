import { objectSchema } from '../../metadata.ts';
import { present } from '../../schema.ts';
import { defineKind } from '../kind.ts';
import { VIRTUAL_SERVICE_SPEC } from './virtual-service-schema.ts';
import { decodeVirtualService } from './virtual-service-spec.ts';

export const VIRTUAL_SERVICE = defineKind({
  kind: 'VirtualService',
  group: 'networking.istio.io',
  versions: ['v1', 'v1beta1', 'v1alpha3'],
  namespaced: true,
  schema: objectSchema('Rules of Istio for the requests to some hosts.', { spec: VIRTUAL_SERVICE_SPEC }),
  decode: (value, context) => decodeVirtualService(value.spec ?? {}, context),
  namesNamespaces: ({ spec }) => [
    ...spec.exportTo.filter((each) => each !== '*' && each !== '.' && each !== '~'),
    ...present(spec.http).flatMap(({ matches }) =>
      matches.flatMap(({ sourceNamespace }) => sourceNamespace ?? []),
    ),
  ],
});
