import type { Cluster } from '../../../cluster/cluster.ts';
import { endpointsOf } from '../../../cluster/endpoints.ts';
import { namespacedName } from '../../../ids/ids.ts';
import type { Target } from '../../../ir/action.ts';
import type { Origin } from '../../../ir/origin.ts';
import { errorStatus } from '../../../ir/status.ts';
import type { IngressBackend } from '../../../resource/kinds/networking.k8s.io/ingress-spec.ts';
import type { ServicePort } from '../../../resource/resource.ts';
import type { ServiceFacet, ServiceFacets } from '../../service-facets.ts';

const UNAVAILABLE = 503;

/** Where a backend of an Ingress leads to. */
export interface ResolvedBackend extends Pick<Target, 'service' | 'port' | 'to'> {
  /** True if it has no ready endpoint for certain. */
  readonly isEmpty: boolean;
}

/** The context of backends. */
export interface BackendContext {
  readonly cluster: Cluster;
  readonly services: ServiceFacets;
}

type ServiceBackend = Extract<IngressBackend, { kind: 'service' }>;

/** Returns true if a port of a Service is the one that an Ingress names. */
type PortTest = (port: ServicePort, written: string) => boolean;

/** The port has the number or the name (I-401). */
export const BY_NUMBER_OR_NAME: PortTest = ({ port, name }, written) =>
  String(port) === written || name === written;

/** ingress-nginx also compares the target port (I-613). */
export const BY_ANY_PORT: PortTest = (port, written) =>
  BY_NUMBER_OR_NAME(port, written) || String(port.targetPort) === written;

/**
 * Returns the endpoints behind a backend. The first port of the Service that passes the test is used. A missing
 * Service or port answers 503 (I-402).
 */
export function resolveBackend(
  { name, port: written }: ServiceBackend,
  namespace: string,
  test: PortTest,
  { cluster, services }: BackendContext,
): ResolvedBackend {
  const service = namespacedName(namespace, name);
  const number = typeof written === 'number' ? written : null;
  const missing = (detail: 'service' | 'port' | 'external-name'): ResolvedBackend => ({
    service,
    port: number,
    to: {
      kind: 'unresolved',
      cause: 'BackendNotFound',
      status: errorStatus(UNAVAILABLE, 'by-http-code'),
      detail,
    },
    isEmpty: true,
  });
  const facet = services.find(service);
  if (facet === null) return missing('service');
  const port = facet.ports.find((each) => test(each, String(written))) ?? null;
  if (facet.facts.kind === 'external-name') {
    if (isLocalName(facet.facts.externalName ?? '')) return missing('external-name');
    // Without ports the number in the Ingress is dialled (I-406).
    const dialled = port?.port ?? (facet.ports.length === 0 ? number : null);
    return dialled === null ? missing('port') : leadsTo(service, dialled, false);
  }
  if (port === null) return facet.facts.assumed ? openPort(service, written) : missing('port');
  return leadsTo(service, port.port, hasNoEndpoint(facet, port, cluster));
}

/** Returns a backend as a target of a rule. */
export function targetTo({ service, port, to }: ResolvedBackend, origin: Origin, weight = 1): Target {
  return { service, port, to, weight, filters: [], origin };
}

function leadsTo(service: string, port: number, isEmpty: boolean): ResolvedBackend {
  return { service, port, to: { kind: 'backend', key: { service, port, subset: null } }, isEmpty };
}

/** A port by name of a Service that no manifest declares: its number is unknown. */
function openPort(service: string, written: string | number | null): ResolvedBackend {
  const what = `Service/${service} (${written})`;
  return { service, port: null, to: { kind: 'not-simulated', what }, isEmpty: false };
}

function hasNoEndpoint({ resource }: ServiceFacet, port: ServicePort, cluster: Cluster): boolean {
  return resource !== null && endpointsOf(cluster, resource, port, null).ready === 0;
}

/** Returns true for a name or address of the controller itself, which it refuses (I-406). */
export function isLocalName(name: string): boolean {
  return /^(localhost\.?|127\.\d+\.\d+\.\d+|::1|)$/i.test(name);
}
