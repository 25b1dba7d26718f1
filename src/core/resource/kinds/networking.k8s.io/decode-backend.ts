import type { Path } from '../../../text/path.ts';
import type { Validated } from '../../schema.ts';
import type { DecodeContext } from '../kind.ts';
import type { INGRESS_SCHEMA, OLD_INGRESS_SCHEMA } from './ingress-schema.ts';
import type { IngressBackend, IngressPort } from './ingress-spec.ts';

type SpecOf<Schema extends typeof INGRESS_SCHEMA | typeof OLD_INGRESS_SCHEMA> = NonNullable<
  Validated<Schema>['spec']
>;

/** A backend of any version. A manifest with the fields of another version is read as it is meant. */
export type WrittenBackend = NonNullable<SpecOf<typeof INGRESS_SCHEMA>['defaultBackend']> &
  NonNullable<SpecOf<typeof OLD_INGRESS_SCHEMA>['backend']>;

/** What is wrong with a backend (I-106). */
type BackendProblem = 'both' | 'none' | 'port-both' | 'port-none';

/** Returns a backend of an Ingress. `origin` is its place. Reports `ingress-backend-invalid`. */
export function decodeBackend(backend: WrittenBackend, origin: Path, context: DecodeContext): IngressBackend {
  const { service, resource, serviceName } = backend;
  const problem = problemOf(backend, origin, context);
  if (problem !== null) {
    context.report({ code: 'ingress-backend-invalid', args: { problem }, place: { path: origin } });
  }
  if (resource && !service && !serviceName) {
    return {
      kind: 'resource',
      apiGroup: resource.apiGroup ?? '',
      resourceKind: resource.kind ?? '',
      name: resource.name ?? '',
      origin,
    };
  }
  return { kind: 'service', name: service?.name ?? serviceName ?? '', port: portOf(backend), origin };
}

function portOf({ service, servicePort }: WrittenBackend): IngressPort {
  const { number, name } = service?.port ?? {};
  return number ?? (name || servicePort || null);
}

function problemOf(
  backend: WrittenBackend,
  origin: Path,
  { written, elided }: DecodeContext,
): BackendProblem | null {
  const { service, resource, serviceName, servicePort } = backend;
  if (resource) return service || serviceName ? 'both' : null;
  if (!service && !serviceName && !servicePort) return elided || written(origin) !== null ? null : 'none';
  if (service?.port?.number && service.port.name) return 'port-both';
  if (portOf(backend) !== null || elided) return null;
  // A port that is written but cannot be read has its own finding.
  const places = [
    ['service', 'port'],
    ['service', 'port', 'number'],
    ['service', 'port', 'name'],
    ['servicePort'],
  ];
  return places.some((place) => written([...origin, ...place]) !== null) ? null : 'port-none';
}
