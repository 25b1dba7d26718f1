import { own } from '../../../text/own.ts';
import { knownAnnotation, metadataWith } from '../../known-annotations.ts';
import { objectSchema } from '../../metadata.ts';
import { textsOf } from '../../object-meta.ts';
import { ingressesRead } from '../../read-keys.ts';
import { record, text, word } from '../../schema.ts';
import { defineKind } from '../kind.ts';
import { tellOldVersion } from './tell-old-version.ts';

/** The annotation of the class for Ingresses that name none. */
export const DEFAULT_CLASS = 'ingressclass.kubernetes.io/is-default-class';

const PARAMETERS = record(
  'Settings of the controller’s own.',
  {
    apiGroup: text('API group of the object; the core group when left out.', { format: 'group' }),
    kind: text('Its kind.'),
    name: text('Its name.'),
    scope: word('Whether the object is in a namespace.', ['Cluster', 'Namespace'], { defaultTo: 'Cluster' }),
    namespace: text('Its namespace, with the scope `Namespace`.', { format: 'dns-label' }),
  },
  { required: ['kind', 'name'], partial: true },
);

/** The spec of an IngressClass (I-102, I-104). */
export interface IngressClassSpec {
  /** The name of the controller, for example `k8s.io/ingress-nginx`. '' if absent. */
  readonly controller: string;
  /** True for a class that Ingresses without a class get when they are created (I-104). */
  readonly isDefault: boolean;
  readonly parameters: {
    readonly apiGroup: string;
    readonly kind: string;
    readonly name: string;
    /** Null for a cluster-scoped object. */
    readonly namespace: string | null;
  } | null;
}

export const INGRESS_CLASS = defineKind({
  kind: 'IngressClass',
  group: 'networking.k8s.io',
  versions: ['v1', 'v1beta1'],
  namespaced: false,
  schema: objectSchema(
    'A sort of Ingresses: which controller answers them.',
    {
      metadata: metadataWith({
        [DEFAULT_CLASS]: knownAnnotation(['true', 'false']),
      }),
      spec: record(
        'Which controller, with which settings.',
        {
          controller: text('The controller in charge, such as `k8s.io/ingress-nginx`.', {
            maxLength: 250,
            format: 'domain-path',
          }),
          parameters: PARAMETERS,
        },
        { required: ['controller'], partial: true },
      ),
    },
    ['spec'],
  ),
  decode(value, context): IngressClassSpec {
    tellOldVersion('IngressClass', value.apiVersion, context);
    const { controller, parameters } = value.spec ?? {};
    return {
      controller: controller ?? '',
      isDefault: own(textsOf(context.metadata.annotations), DEFAULT_CLASS) === 'true',
      parameters: parameters
        ? {
            apiGroup: parameters.apiGroup ?? '',
            kind: parameters.kind ?? '',
            name: parameters.name ?? '',
            namespace: parameters.namespace || null,
          }
        : null,
    };
  },
  namesNamespaces: ({ spec }) => (spec.parameters?.namespace ? [spec.parameters.namespace] : []),
  changedByEdit: () => [ingressesRead()],
});
