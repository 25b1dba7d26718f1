import type { Cluster } from '../../../../cluster/cluster.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import type {
  IngressBackend,
  IngressPort,
} from '../../../../resource/kinds/networking.k8s.io/ingress-spec.ts';
import type { ServicePort, ServiceResource } from '../../../../resource/resource.ts';
import { isLocalName } from '../backend-of-ingress.ts';
import type { IngressResource } from '../class-of-ingress.ts';
import type { Report } from './report.ts';

/** Reports backends whose Service or port does not exist (I-401, I-402). */
export function checkBackends(ingress: IngressResource, cluster: Cluster, report: Report): void {
  const { defaultBackend, rules } = ingress.spec;
  if (defaultBackend !== null) checkBackend(ingress, defaultBackend, cluster, report);
  for (const { paths } of rules)
    for (const { backend } of paths) checkBackend(ingress, backend, cluster, report);
}

/** The name of a port with which the controller of AWS finds its backend in an annotation. */
const ANNOTATED = 'use-annotation';

function checkBackend(
  ingress: IngressResource,
  backend: IngressBackend,
  cluster: Cluster,
  report: Report,
): void {
  if (backend.kind !== 'service' || backend.name === '' || backend.port === ANNOTATED) return;
  const key = namespacedName(ingress.namespace, backend.name);
  const service = cluster.services.get(key);
  if (service === undefined) {
    report('ingress-service-missing', ingress, backend.origin, { ingress: ingress.id, service: key });
    return;
  }
  const { type, externalName } = service.spec;
  if (type === 'ExternalName' && isLocalName(externalName ?? '')) {
    const args = { ingress: ingress.id, service: key, name: externalName ?? '' };
    report('ingress-external-name-local', ingress, backend.origin, args);
    return;
  }
  if (backend.port === null || hasPort(service, backend.port)) return;
  const args = { ingress: ingress.id, service: key, port: backend.port };
  const target = service.spec.ports.find(({ targetPort }) => targetPort === backend.port);
  if (target !== undefined) {
    report('ingress-port-is-target-port', ingress, backend.origin, { ...args, use: target.port });
    return;
  }
  const ports = service.spec.ports.map(shown).join(', ');
  report('ingress-port-missing', ingress, backend.origin, { ...args, ports });
}

function hasPort({ spec }: ServiceResource, wanted: Exclude<IngressPort, null>): boolean {
  // An ExternalName Service without ports is dialled at the port of the Ingress (I-406).
  if (spec.type === 'ExternalName' && spec.ports.length === 0) return true;
  return spec.ports.some(({ port, name }) =>
    typeof wanted === 'number' ? port === wanted : name === wanted,
  );
}

function shown({ port, name }: ServicePort): string {
  return name === '' ? String(port) : `${port} (${name})`;
}
