import { knownAnnotation, metadataWith } from '../../known-annotations.ts';
import { objectSchema } from '../../metadata.ts';
import { integerOrText, list, port, type RecordSchema, record, text, word } from '../../schema.ts';
import { CLASS_ANNOTATION } from './ingress-spec.ts';
import { NGINX_ANNOTATIONS, NGINX_PREFIX, type NginxValue } from './nginx-annotations.ts';

const HOST = 'Lower-case letters; `*` only as the whole first label.';

const RESOURCE = record(
  'An object of the same namespace that answers instead of a Service.',
  {
    apiGroup: text('Its API group; the core group when left out.', { format: 'group' }),
    kind: text('Its kind.'),
    name: text('Its name.'),
  },
  { required: ['kind', 'name'], partial: true },
);

const SERVICE = record(
  'A Service of the same namespace.',
  {
    name: text('The name of the Service.', { maxLength: 63, format: 'dns-label' }),
    port: record('The port of the Service: its number or its name, not both.', {
      number: port('The number of the port of the Service.'),
      name: text('The name of the port of the Service.', { maxLength: 15, format: 'dns-label' }),
    }),
  },
  { required: ['name'], partial: true },
);

const BACKEND = record('Where requests go: a Service or another object, not both.', {
  service: SERVICE,
  resource: RESOURCE,
});

const BEFORE_V1 = record('Where requests go: a Service or another object, not both.', {
  serviceName: text('The name of the Service.', { maxLength: 63, format: 'dns-label' }),
  servicePort: integerOrText('The port of the Service, as a number or by name.'),
  resource: RESOURCE,
});

const TLS = list(
  'The certificates, by host. The port is always 443.',
  record('Hosts with one certificate.', {
    hosts: list(
      'The hosts. Without any, the controller decides.',
      text(`A host. ${HOST}`, { format: 'hostname' }),
    ),
    secretName: text('The Secret with the certificate, in the same namespace.', {
      maxLength: 253,
      format: 'dns-subdomain',
    }),
  }),
);

const PATH_TYPE = word('How the path is compared.', ['Exact', 'Prefix', 'ImplementationSpecific']);

const CLASS_NAME = text('The IngressClass, and so the controller that answers.', {
  maxLength: 253,
  format: 'dns-subdomain',
});

/** Returns the schema of the rules, whose backends differ between the versions. */
function rulesOf<Backend extends RecordSchema>(
  backend: Backend,
  required: readonly ('pathType' | 'backend')[],
) {
  return list(
    'The rules. Their order has no effect.',
    record('The paths of one host.', {
      host: text(`The host. Without it, the rule is for all hosts. ${HOST}`, { format: 'hostname' }),
      http: record(
        'The paths.',
        {
          paths: list(
            'The paths. The longest one that matches wins.',
            record(
              'A path and its backend.',
              { path: text('The path, for example `/cart`.'), pathType: PATH_TYPE, backend },
              { required, partial: true },
            ),
            { minItems: 1 },
          ),
        },
        { required: ['paths'], partial: true },
      ),
    }),
  );
}

function wordsOf(value: NginxValue): readonly string[] | null {
  if (value === 'boolean') return ['true', 'false'];
  return typeof value === 'string' ? null : value;
}

const METADATA = metadataWith({
  [CLASS_ANNOTATION]: knownAnnotation(null),
  ...Object.fromEntries(
    Object.entries(NGINX_ANNOTATIONS).map(([name, value]) => [
      NGINX_PREFIX + name,
      knownAnnotation(wordsOf(value)),
    ]),
  ),
});

const OBJECT = 'Rules for the HTTP requests from outside to some hosts.';
const CONTENT = 'The hosts, their paths and their backends.';

/** The schema of an Ingress of `networking.k8s.io/v1`. */
export const INGRESS_SCHEMA = objectSchema(
  OBJECT,
  {
    metadata: METADATA,
    spec: record(CONTENT, {
      ingressClassName: CLASS_NAME,
      defaultBackend: BACKEND,
      tls: TLS,
      rules: rulesOf(BACKEND, ['pathType', 'backend']),
    }),
  },
  ['spec'],
);

/** The schema of an Ingress of the versions before v1. */
export const OLD_INGRESS_SCHEMA = objectSchema(
  OBJECT,
  {
    metadata: METADATA,
    spec: record(CONTENT, {
      ingressClassName: CLASS_NAME,
      backend: BEFORE_V1,
      tls: TLS,
      rules: rulesOf(BEFORE_V1, ['backend']),
    }),
  },
  ['spec'],
);
