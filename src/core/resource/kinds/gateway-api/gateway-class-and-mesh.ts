import type { GatewayClassSpec, XMeshSpec } from '../../gateway-resource.ts';
import { objectSchema } from '../../metadata.ts';
import { record, text, type Validated } from '../../schema.ts';
import { type DecodeContext, defineKind } from '../kind.ts';
import { decodeNamedRef } from './decode-references.ts';
import { objectRef } from './reference-schema.ts';

/** Returns the schema of a controller name. */
function controlledBy(description: string) {
  return record(
    description,
    {
      controllerName: text('The controller in charge, such as `example.com/gateway-controller`.', {
        minLength: 1,
        maxLength: 253,
        format: 'domain-path',
      }),
      description: text('A note for people.', { maxLength: 64 }),
      parametersRef: objectRef('Settings of the controller’s own.'),
    },
    { required: ['controllerName'], partial: true },
  );
}

function decodeSpec(
  { controllerName, parametersRef }: Validated<ReturnType<typeof controlledBy>>,
  context: DecodeContext,
): GatewayClassSpec & XMeshSpec {
  return {
    controllerName: controllerName ?? '',
    parametersRef: parametersRef
      ? decodeNamedRef(parametersRef, '', '', context, ['spec', 'parametersRef'])
      : null,
  };
}

export const GATEWAY_CLASS = defineKind({
  kind: 'GatewayClass',
  group: 'gateway.networking.k8s.io',
  versions: ['v1', 'v1beta1'],
  namespaced: false,
  schema: objectSchema(
    'A sort of Gateways: which controller makes them real.',
    { spec: controlledBy('Which controller, with which settings.') },
    ['spec'],
  ),
  decode: (value, context) => decodeSpec(value.spec ?? {}, context),
});

export const X_MESH = defineKind({
  kind: 'XMesh',
  group: 'gateway.networking.x-k8s.io',
  versions: ['v1alpha1'],
  namespaced: false,
  schema: objectSchema(
    'The mesh of the cluster: which controller runs it.',
    { spec: controlledBy('Which controller, with which settings.') },
    ['spec'],
  ),
  decode: (value, context) => decodeSpec(value.spec ?? {}, context),
});
