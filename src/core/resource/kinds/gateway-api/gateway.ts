import type { Path } from '../../../text/path.ts';
import { FORMATS } from '../../formats.ts';
import type { FrontendValidation, GatewaySpec } from '../../gateway-resource.ts';
import { objectSchema } from '../../metadata.ts';
import { list, port, record, text, textMap, type Validated, word } from '../../schema.ts';
import { type DecodeContext, defineKind } from '../kind.ts';
import { allowedNamespaces, decodeAllowed } from './allowed-namespaces.ts';
import { decodeListeners } from './decode-listeners.ts';
import { decodeNamedRef, decodeNamedRefs } from './decode-references.ts';
import { LISTENERS } from './listener-schema.ts';
import { OBJECT_NAME } from './name-limits.ts';
import { localRef, objectRef, SECRET_REF } from './reference-schema.ts';

const FRONTEND_TLS = record('TLS towards clients.', {
  validation: record(
    'How certificates of clients are checked.',
    {
      caCertificateRefs: list('Who may have signed them.', objectRef('A ConfigMap with a CA certificate.'), {
        minItems: 1,
        maxItems: 16,
      }),
      mode: word('What happens without a valid one.', ['AllowValidOnly', 'AllowInsecureFallback'], {
        defaultTo: 'AllowValidOnly',
      }),
    },
    { required: ['caCertificateRefs'], partial: true },
  ),
});

const GATEWAY_TLS = record('TLS of all listeners together.', {
  backend: record('TLS towards backends.', {
    clientCertificateRef: {
      ...SECRET_REF,
      description: 'The certificate that the Gateway shows to backends.',
    },
  }),
  frontend: record(
    'TLS towards clients.',
    {
      default: FRONTEND_TLS,
      perPort: list(
        'Other settings for some ports.',
        record(
          'Settings of one port.',
          { port: port('The port.'), tls: FRONTEND_TLS },
          { required: ['port', 'tls'] },
        ),
        { maxItems: 64, keyedBy: ['port'] },
      ),
    },
    { required: ['default'], partial: true },
  ),
});

const SPEC = record(
  'Where the Gateway listens, and who may attach.',
  {
    gatewayClassName: text('The GatewayClass, which says who makes the Gateway real.', OBJECT_NAME),
    listeners: LISTENERS,
    addresses: list(
      'Addresses that are asked for.',
      record('An address.', {
        type: text('IPAddress, Hostname, or a type of the implementation.', {
          minLength: 1,
          maxLength: 253,
          format: 'address-type',
          defaultTo: 'IPAddress',
        }),
        value: text('The address; any of the type when left out.', { maxLength: 253 }),
      }),
      { maxItems: 16 },
    ),
    infrastructure: record('What is made for the Gateway.', {
      labels: textMap('Labels of what is made.', { maxEntries: 8 }),
      annotations: textMap('Annotations of what is made.', { maxEntries: 16 }),
      parametersRef: localRef('Settings of the implementation’s own.'),
    }),
    allowedListeners: allowedNamespaces(
      'Which ListenerSets may add listeners.',
      ['All', 'Selector', 'Same', 'None'],
      'None',
    ),
    tls: GATEWAY_TLS,
    defaultScope: word('Whether routes that ask for default Gateways attach.', ['All', 'None'], {
      experimental: true,
    }),
  },
  { required: ['gatewayClassName', 'listeners'], partial: true },
);

function decodeGateway(spec: Validated<typeof SPEC>, context: DecodeContext): GatewaySpec {
  const parameters = spec.infrastructure?.parametersRef;
  return {
    gatewayClassName: spec.gatewayClassName ?? '',
    listeners: decodeListeners(spec.listeners, context),
    addresses: decodeAddresses(spec.addresses, context),
    allowedListeners: decodeAllowed(spec.allowedListeners, 'None', context, ['spec', 'allowedListeners']),
    infrastructureParametersRef: parameters
      ? decodeNamedRef(parameters, '', '', context, ['spec', 'infrastructure', 'parametersRef'])
      : null,
    defaultScope: spec.defaultScope ?? null,
    tls: spec.tls ? decodeTLS(spec.tls, context) : NO_TLS,
  };
}

/** Returns the addresses of a Gateway. Reports `list-entry-duplicate` and `field-format`. */
function decodeAddresses(
  items: Validated<typeof SPEC>['addresses'],
  context: DecodeContext,
): GatewaySpec['addresses'] {
  const addresses: GatewaySpec['addresses'][number][] = [];
  const seen = new Set<string>();
  for (const [index, item] of (items ?? []).entries()) {
    if (item === undefined || item === null) continue;
    const type = item.type ?? 'IPAddress';
    const value = item.value || null;
    addresses.push({ type, value });
    if (value === null || (type !== 'IPAddress' && type !== 'Hostname')) continue;
    const path = ['spec', 'addresses', index];
    if (seen.has(`${type}/${value}`)) {
      const args = { field: 'addresses', key: value };
      context.report({ code: 'list-entry-duplicate', args, place: { path } });
    } else if (type === 'Hostname' && !FORMATS.hostname.test(value)) {
      const args = { field: 'value', value, format: 'hostname' };
      context.report({ code: 'field-format', args, place: { path: [...path, 'value'] } });
    }
    seen.add(`${type}/${value}`);
  }
  return addresses;
}

const NO_TLS: GatewaySpec['tls'] = {
  backendClientCertificate: null,
  frontendDefault: null,
  frontendPerPort: [],
};

function decodeTLS(tls: Validated<typeof GATEWAY_TLS>, context: DecodeContext): GatewaySpec['tls'] {
  const path = ['spec', 'tls'];
  const client = tls.backend?.clientCertificateRef;
  const frontend = [...path, 'frontend'];
  return {
    backendClientCertificate: client
      ? decodeNamedRef(client, '', 'Secret', context, [...path, 'backend', 'clientCertificateRef'])
      : null,
    frontendDefault: decodeValidation(tls.frontend?.default, context, [...frontend, 'default']),
    frontendPerPort: (tls.frontend?.perPort ?? []).flatMap((item, index) =>
      item === undefined || item === null
        ? []
        : [
            {
              port: item.port,
              validation: decodeValidation(item.tls, context, [...frontend, 'perPort', index, 'tls']),
            },
          ],
    ),
  };
}

function decodeValidation(
  item: Validated<typeof FRONTEND_TLS> | null | undefined,
  context: DecodeContext,
  path: Path,
): FrontendValidation | null {
  const validation = item?.validation;
  if (validation === null || validation === undefined) return null;
  return {
    caCertificateRefs: decodeNamedRefs(validation.caCertificateRefs, '', '', context, [
      ...path,
      'validation',
      'caCertificateRefs',
    ]),
    mode: validation.mode ?? 'AllowValidOnly',
  };
}

export const GATEWAY = defineKind({
  kind: 'Gateway',
  group: 'gateway.networking.k8s.io',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  schema: objectSchema('An entrance to the cluster: listeners that routes attach to.', { spec: SPEC }, [
    'spec',
  ]),
  decode: (value, context) => decodeGateway(value.spec ?? {}, context),
});
