import type { DecidedByNginx } from '../nginx/decided-by-nginx.ts';
import { isRegexServer, makesRegex } from '../nginx/location-matches.ts';
import { allLocations } from '../nginx/servers.ts';
import { namedPath, placeOfPath, writtenPath } from './places.ts';
import type { Report } from './report.ts';

/**
 * Reports Ingresses whose paths are case-insensitive expressions because of another Ingress of the host (I-610).
 * The path `/` takes the same requests in both ways.
 */
export function checkRegexHosts({ servers }: DecidedByNginx, report: Report): void {
  for (const server of servers.values()) {
    if (!isRegexServer(server)) continue;
    const cause = allLocations(server).find(makesRegex);
    const told = new Set<unknown>();
    for (const location of server.locations) {
      const { ingress, settings } = location.from;
      const found = writtenPath(location);
      const isOwn = settings.usesRegex || settings.rewriteTarget !== '';
      if (found === null || cause === undefined || isOwn || location.path === '/' || told.has(ingress))
        continue;
      told.add(ingress);
      report('nginx-regex-by-neighbour', ingress, placeOfPath(found.written), {
        ...namedPath(ingress, found.host, found.written),
        by: cause.from.ingress.id,
      });
    }
  }
}
