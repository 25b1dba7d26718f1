import type { DecidedByNginx } from '../nginx/decided-by-nginx.ts';
import { clashingLocations, locationMatches } from '../nginx/location-matches.ts';
import { type Location, type Server, serverOf } from '../nginx/servers.ts';
import { upstreamKey } from '../nginx/upstreams.ts';
import { namedPath, placeOfPath, writtenPath } from './places.ts';
import type { Report } from './report.ts';

/**
 * Reports the prefixes that nginx refuses (I-609), the paths that answer with a slash (I-608), and the paths that
 * a canary takes away (I-708).
 */
export function checkLocations(decided: DecidedByNginx, report: Report): void {
  for (const server of decided.servers.values()) {
    for (const location of clashingLocations(server)) reportClash(location, server, report);
    for (const { location, addsSlash } of locationMatches(server)) {
      const found = addsSlash ? writtenPath(location) : null;
      if (found === null) continue;
      const { ingress, host, written } = found;
      const args = { ...namedPath(ingress, host, written), bare: location.path.slice(0, -1) };
      report('nginx-slash-added', ingress, placeOfPath(written), args);
    }
  }
  reportTaken(decided, report);
}

function reportClash(location: Location, { locations }: Server, report: Report): void {
  const found = writtenPath(location);
  const first = locations.find((each) => !each.isExact && closed(each) === closed(location));
  if (found === null || first === undefined) return;
  const { ingress, host, written } = found;
  report('nginx-duplicate-location', ingress, placeOfPath(written), {
    ...namedPath(ingress, host, written),
    other: first.path,
    by: first.from.ingress.id,
  });
}

function closed({ path }: Location): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** Reports the paths of ordinary Ingresses whose Service an earlier canary uses: nginx has no location for them. */
function reportTaken({ read, servers }: DecidedByNginx, report: Report): void {
  const canaries = new Map<string, string>();
  for (const { ingress, settings } of read.served) {
    for (const { host, paths } of ingress.spec.rules)
      for (const written of paths) {
        if (written.backend.kind === 'resource') continue;
        const key = upstreamKey(ingress.namespace, written.backend);
        if (settings.canary !== null) {
          if (!canaries.has(key)) canaries.set(key, ingress.id);
          continue;
        }
        const canary = canaries.get(key);
        const isThere = locationsAt(serverOf(host, servers)).some(
          ({ from, path }) => from.ingress === ingress && path === (written.path || '/'),
        );
        if (canary === undefined || isThere) continue;
        report('nginx-service-of-canary', ingress, written.backend.origin, {
          ...namedPath(ingress, host, written),
          service: written.backend.name,
          canary,
        });
      }
  }
}

function locationsAt({ locations, duplicates }: Server): readonly Location[] {
  return [...locations, ...duplicates];
}
