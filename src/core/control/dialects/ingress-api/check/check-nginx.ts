import type { DecidedByNginx } from '../nginx/decided-by-nginx.ts';
import { checkCanaries } from './check-canaries.ts';
import { checkLocations } from './check-locations.ts';
import { checkRegexHosts } from './check-regex-hosts.ts';
import type { Report } from './report.ts';

const PREFIX = 'nginx.ingress.kubernetes.io/';

/** Reports what a controller of ingress-nginx does unexpectedly with its Ingresses. */
export function checkNginx(decided: DecidedByNginx, report: Report): void {
  for (const { ingress, settings } of decided.read.dropped) {
    const annotation = `${PREFIX}${settings.droppedBy}`;
    report('nginx-ingress-dropped', ingress, ['metadata', 'annotations', annotation], {
      ingress: ingress.id,
      annotation,
    });
  }
  checkLocations(decided, report);
  checkRegexHosts(decided, report);
  checkCanaries(decided, report);
  checkDefaultBackends(decided, report);
}

/**
 * Reports the default backends of Ingresses with rules: they take nothing of unknown hosts, and nothing of hosts
 * that an earlier Ingress names (I-606).
 */
function checkDefaultBackends({ read, servers }: DecidedByNginx, report: Report): void {
  for (const { ingress, settings } of read.served) {
    const { defaultBackend, rules } = ingress.spec;
    if (defaultBackend?.kind !== 'service' || rules.length === 0 || settings.canary !== null) continue;
    const hosts = [...servers.values()].filter(({ fallback }) => fallback?.from.ingress === ingress);
    // A host whose path `/` is taken has no use for it.
    report('nginx-default-backend-of-hosts', ingress, defaultBackend.origin, {
      ingress: ingress.id,
      service: defaultBackend.name,
      hosts: hosts.map(({ host }) => host || '*').join(', '),
    });
  }
}
