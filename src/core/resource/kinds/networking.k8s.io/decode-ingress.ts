import { isMapping } from '../../../text/mapping.ts';
import { extendPath, type Path, ROOT_PATH } from '../../../text/path.ts';
import { present, type Validated } from '../../schema.ts';
import type { DecodeContext } from '../kind.ts';
import type { INGRESS_SCHEMA, OLD_INGRESS_SCHEMA } from './ingress-schema.ts';
import type { IngressBackend, IngressPath, IngressPort, IngressRule, IngressSpec } from './ingress-spec.ts';
import { tellNotSimulated } from './tell-not-simulated.ts';

type Written = Validated<typeof INGRESS_SCHEMA>;
type WrittenSpec = NonNullable<Written['spec']>;
type WrittenRule = NonNullable<NonNullable<WrittenSpec['rules']>[number]>;
type WrittenBackend = NonNullable<WrittenSpec['defaultBackend']>;
type OldSpec = NonNullable<Validated<typeof OLD_INGRESS_SCHEMA>['spec']>;
/** A backend of any version. A manifest with the fields of another version is read as it is meant. */
type AnyBackend = WrittenBackend & NonNullable<OldSpec['backend']>;

const SPEC = extendPath(ROOT_PATH, 'spec');

/** Returns the spec of an Ingress. Reports what the API server refuses beyond the schema (I-106). */
export function decodeIngress(value: Written, context: DecodeContext): IngressSpec {
  tellNotSimulated('Ingress', context);
  const spec: WrittenSpec & Pick<OldSpec, 'backend'> = value.spec ?? {};
  const field = spec.defaultBackend ? 'defaultBackend' : 'backend';
  const backend = spec[field];
  return {
    ingressClassName: spec.ingressClassName || null,
    defaultBackend: backend ? decodeBackend(backend, extendPath(SPEC, field), context) : null,
    tls: (spec.tls ?? []).flatMap((each, index) =>
      each
        ? [
            {
              hosts: present(each.hosts),
              secretName: each.secretName || null,
              origin: extendPath(SPEC, 'tls', index),
            },
          ]
        : [],
    ),
    rules: (spec.rules ?? []).flatMap((rule, index) =>
      rule ? [decodeRule(rule, extendPath(SPEC, 'rules', index), context)] : [],
    ),
    loadBalancer: addressesOf(value.status),
  };
}

function decodeRule(rule: WrittenRule, origin: Path, context: DecodeContext): IngressRule {
  const paths = (rule.http?.paths ?? []).flatMap((each, index): readonly IngressPath[] => {
    if (!each) return [];
    const at = extendPath(origin, 'http', 'paths', index);
    return [
      {
        path: each.path ?? '',
        pathType: each.pathType ?? 'ImplementationSpecific',
        backend: decodeBackend(each.backend ?? {}, extendPath(at, 'backend'), context),
        origin: at,
      },
    ];
  });
  return {
    host: rule.host || null,
    hasHttp: rule.http !== undefined && rule.http !== null,
    paths,
    origin,
  };
}

function decodeBackend(backend: AnyBackend, origin: Path, _context: DecodeContext): IngressBackend {
  const { service, resource, serviceName, servicePort } = backend;
  if (resource && !service && !serviceName) {
    return {
      kind: 'resource',
      apiGroup: resource.apiGroup ?? '',
      resourceKind: resource.kind ?? '',
      name: resource.name ?? '',
      origin,
    };
  }
  const port: IngressPort = service?.port?.number ?? (service?.port?.name || null) ?? (servicePort || null);
  return { kind: 'service', name: service?.name ?? serviceName ?? '', port, origin };
}

/** Returns the addresses in the status, which is not validated. */
function addressesOf(status: unknown): IngressSpec['loadBalancer'] {
  if (!isMapping(status) || !isMapping(status.loadBalancer)) return [];
  const { ingress } = status.loadBalancer;
  const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return (Array.isArray(ingress) ? ingress : [])
    .filter(isMapping)
    .map(({ ip, hostname }) => ({ ip: textOf(ip), hostname: textOf(hostname) }));
}
