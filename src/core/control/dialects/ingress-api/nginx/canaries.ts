import type { IngressPath } from '../../../../resource/kinds/networking.k8s.io/ingress-spec.ts';
import type { NginxIngress } from './nginx-ingress.ts';
import { allLocations, type Server, serverOf } from './servers.ts';
import { type Upstream, upstreamKey } from './upstreams.ts';

/** Why a canary takes no request (I-708). */
export type CanaryProblem = 'service-taken' | 'no-primary' | 'second' | 'empty';

/** A canary that takes no request. */
export interface InertCanary {
  readonly from: NginxIngress;
  readonly rule: number;
  readonly match: number;
  readonly why: CanaryProblem;
}

/**
 * Hangs the canaries to the upstreams of the locations with the same host, path and type (I-708). Returns those
 * that take no request.
 */
export function hangCanaries(
  ingresses: readonly NginxIngress[],
  upstreams: ReadonlyMap<string, Upstream>,
  servers: ReadonlyMap<string, Server>,
): readonly InertCanary[] {
  const inert: InertCanary[] = [];
  for (const each of ingresses) {
    if (each.settings.canary === null) continue;
    hangToRest(each, upstreams, servers);
    each.ingress.spec.rules.forEach(({ host, paths }, rule) => {
      const server = servers.get(host?.toLowerCase() ?? '');
      paths.forEach((path, match) => {
        const why = hangPath(path, each, server, upstreams);
        if (why !== null) inert.push({ from: each, rule, match, why });
      });
    });
  }
  return inert;
}

/** Hangs the upstream of a path of a canary to its primaries. Returns why it takes no request, or null. */
function hangPath(
  { path, pathType, backend }: IngressPath,
  { ingress }: NginxIngress,
  server: Server | undefined,
  upstreams: ReadonlyMap<string, Upstream>,
): CanaryProblem | null {
  if (backend.kind === 'resource') return null;
  const own = upstreams.get(upstreamKey(ingress.namespace, backend));
  if (own === undefined || own.canary === null) return 'service-taken';
  const isExact = pathType === 'Exact';
  const locations = server === undefined ? [] : allLocations(server);
  const primaries = locations.filter(
    (known) => known.path === path && known.isExact === isExact && mayCarry(known.upstream, own),
  );
  if (primaries.length === 0) return 'no-primary';
  for (const { upstream } of primaries) hang(own, upstream);
  if (primaries.every(({ upstream }) => upstream?.canaries[0] !== own)) return 'second';
  return own.backend.isEmpty ? 'empty' : null;
}

function mayCarry(primary: Upstream | null, own: Upstream): boolean {
  return primary !== null && primary !== own && primary.canary === null;
}

function hang(own: Upstream, primary: Upstream | null): void {
  if (primary !== null && !primary.canaries.includes(own)) primary.canaries.push(own);
}

/** A canary with a default backend is hung to all upstreams of the server of unknown hosts. */
function hangToRest(
  { ingress }: NginxIngress,
  upstreams: ReadonlyMap<string, Upstream>,
  servers: ReadonlyMap<string, Server>,
): void {
  const backend = ingress.spec.defaultBackend;
  if (backend === null || backend.kind === 'resource') return;
  const own = upstreams.get(upstreamKey(ingress.namespace, backend));
  if (own === undefined || own.canary === null) return;
  for (const { upstream } of allLocations(serverOf(null, servers)))
    if (mayCarry(upstream, own)) hang(own, upstream);
}
