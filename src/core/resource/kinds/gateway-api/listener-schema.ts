import { list, port, record, text, textMap, type Validated, word } from '../../schema.ts';
import { allowedNamespaces } from './allowed-namespaces.ts';
import { GROUP, KIND, SECTION } from './name-limits.ts';
import { SECRET_REF } from './reference-schema.ts';

const ROUTE_KIND = record(
  'A kind of route.',
  {
    group: text('API group of the kind.', { ...GROUP, defaultTo: 'gateway.networking.k8s.io' }),
    kind: text('The kind, for example HTTPRoute.', KIND),
  },
  { required: ['kind'] },
);

const ALLOWED_ROUTES = allowedNamespaces('Which routes may attach.', ['All', 'Selector', 'Same'], 'Same');

const TLS = record('How TLS is handled.', {
  mode: word('Whether TLS ends here or goes on to the backend.', ['Terminate', 'Passthrough'], {
    defaultTo: 'Terminate',
  }),
  certificateRefs: list('The certificates to show.', SECRET_REF, { maxItems: 64 }),
  options: textMap('Settings of the implementation’s own.', { maxEntries: 16 }),
});

/** The listeners of a Gateway or of a ListenerSet. */
export const LISTENERS = list(
  'Where connections are accepted.',
  record(
    'A port with a protocol, for one host name or for all.',
    {
      name: text('Name of the listener; routes may pick it with `sectionName`.', SECTION),
      hostname: text('The host name it is for; a leading `*.` stands for any further labels.', {
        minLength: 1,
        maxLength: 253,
        format: 'hostname',
      }),
      port: port('The port.'),
      protocol: text('HTTP, HTTPS, TLS, TCP or UDP.', { minLength: 1, maxLength: 255, format: 'protocol' }),
      tls: TLS,
      allowedRoutes: record(ALLOWED_ROUTES.description, {
        ...ALLOWED_ROUTES.fields,
        kinds: list('Kinds of routes; those that go with the protocol when left out.', ROUTE_KIND, {
          maxItems: 8,
        }),
      }),
    },
    { required: ['name', 'port', 'protocol'] },
  ),
  { minItems: 1, maxItems: 64, keyedBy: ['name'] },
);

/** A listener, as written. */
export type WrittenListener = NonNullable<Validated<typeof LISTENERS>[number]>;
