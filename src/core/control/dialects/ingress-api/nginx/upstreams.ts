import type { Origin } from '../../../../ir/origin.ts';
import type { IngressBackend } from '../../../../resource/kinds/networking.k8s.io/ingress-spec.ts';
import {
  type BackendContext,
  BY_ANY_PORT,
  type ResolvedBackend,
  resolveBackend,
} from '../backend-of-ingress.ts';
import { placeIn } from '../place-in-ingress.ts';
import type { NginxIngress } from './nginx-ingress.ts';
import type { CanarySettings } from './nginx-settings.ts';

/** The endpoints of a Service port, as all locations share them (I-708). */
export interface Upstream {
  /** Namespace, Service and port as written. */
  readonly key: string;
  /** The port as the Ingress names it. */
  readonly namedPort: ServiceBackend['port'];
  readonly backend: ResolvedBackend;
  readonly origin: Origin;
  /** The Ingress that defines it: the first that names it. */
  readonly definedBy: NginxIngress;
  /** Present if a canary defines it. Ordinary Ingresses cannot use it then. */
  readonly canary: CanarySettings | null;
  /** The canaries that are hung to it. Only the first counts. */
  readonly canaries: Upstream[];
  /** Ingresses that ask for session affinity, which is of the whole upstream (I-718). */
  affinity: { readonly name: string | null; readonly path: string | null } | null;
}

type ServiceBackend = Extract<IngressBackend, { kind: 'service' }>;

/** Returns the key of the upstream of a backend. */
export function upstreamKey(namespace: string, { name, port }: ServiceBackend): string {
  return `${namespace} ${name} ${port}`;
}

/** Returns the upstreams by key. The first Ingress that names one defines it. */
export function upstreamsOf(
  ingresses: readonly NginxIngress[],
  context: BackendContext,
): ReadonlyMap<string, Upstream> {
  const upstreams = new Map<string, Upstream>();
  const define = (each: NginxIngress, backend: IngressBackend | null, replaces: boolean) => {
    if (backend === null || backend.kind === 'resource') return;
    const { ingress, settings } = each;
    const key = upstreamKey(ingress.namespace, backend);
    if (upstreams.has(key) && !replaces) return;
    upstreams.set(key, {
      key,
      namedPort: backend.port,
      backend: resolveBackend(backend, ingress.namespace, BY_ANY_PORT, context),
      origin: placeIn(ingress, backend.origin),
      definedBy: each,
      canary: settings.canary,
      canaries: [],
      affinity: null,
    });
  };
  for (const each of ingresses) {
    const { defaultBackend, rules } = each.ingress.spec;
    // A default backend replaces the upstream.
    define(each, defaultBackend, true);
    for (const { paths } of rules) for (const { backend } of paths) define(each, backend, false);
  }
  return upstreams;
}
