import type { InertCanary } from '../nginx/canaries.ts';
import type { DecidedByNginx } from '../nginx/decided-by-nginx.ts';
import { namedPath, writtenPath } from './places.ts';
import type { Report } from './report.ts';

/** Reports canaries that take no request, and those that take the requests of unknown hosts (I-708). */
export function checkCanaries({ inert, servers }: DecidedByNginx, report: Report): void {
  for (const canary of inert) {
    const found = writtenPath(canary);
    if (found?.written.backend.kind !== 'service') continue;
    const { ingress, host, written } = found;
    const args = { ...namedPath(ingress, host, written), service: found.written.backend.name };
    const { origin } = found.written.backend;
    if (host !== null && takesRest(canary, servers))
      report('nginx-canary-takes-hosts', ingress, origin, args);
    else report('nginx-canary-inert', ingress, origin, { ...args, why: canary.why });
  }
}

/** Returns true if the path of a canary is one of the server of unknown hosts. */
function takesRest({ from, rule, match }: InertCanary, servers: DecidedByNginx['servers']): boolean {
  return (
    servers
      .get('')
      ?.locations.some((each) => each.from === from && each.rule === rule && each.match === match) ?? false
  );
}
