import { namespacedName } from '../../../../ids/ids.ts';
import { readServiceName } from '../../../../ir/service-name.ts';
import type { RouteEntry } from '../../../../ir/table.ts';
import type { TraceNote } from '../../../../ir/trace-note.ts';
import type { LocationContext } from './location-entries.ts';
import type { LocationMatch } from './location-matches.ts';
import type { Upstream } from './upstreams.ts';

/** Returns notes on the requests that an entry of a location wins: what the annotations do in addition to routing. */
export function notesOnLocation(
  entry: RouteEntry,
  { location, addsSlash }: LocationMatch,
  context: LocationContext,
): readonly TraceNote[] {
  const { settings } = location.from;
  if (addsSlash) return [{ code: 'nginx-slash-added', rule: 'I-608', args: { path: location.path } }];
  const { targets, filters } = entry.action;
  if (targets.length === 0)
    return filters.some(({ kind }) => kind === 'return') ? notesOnCertificate(context) : [];
  const { upstream } = location;
  return [
    ...settings.limits.map(
      (limits): TraceNote => ({ code: 'nginx-limits', rule: 'I-716', args: { limits } }),
    ),
    ...(settings.timeouts.length === 0
      ? []
      : [
          {
            code: 'nginx-timeouts',
            rule: 'I-713',
            args: { timeouts: settings.timeouts.join(', ') },
          } as const,
        ]),
    ...(settings.protocol === 'HTTP'
      ? []
      : [{ code: 'nginx-protocol', rule: 'I-710', args: { protocol: settings.protocol } } as const]),
    ...settings.unsimulated.map(
      (what): TraceNote => ({
        code: 'not-simulated',
        rule: 'I-721',
        args: { what, by: 'setting', on: location.from.ingress.id },
      }),
    ),
    ...(upstream === null ? [] : notesOnUpstream(upstream, location.from.ingress.id, entry, context)),
  ];
}

/** Returns a note if only the wildcard above the host has a certificate (I-722). */
function notesOnCertificate({ scheme, host, ofWildcard }: LocationContext): readonly TraceNote[] {
  return scheme === 'http' && ofWildcard
    ? [{ code: 'nginx-certificate-of-wildcard', rule: 'I-722', args: { host } }]
    : [];
}

function notesOnUpstream(
  upstream: Upstream,
  ingress: string,
  { action }: RouteEntry,
  { services, cluster }: LocationContext,
): readonly TraceNote[] {
  const notes: TraceNote[] = [];
  const [canary] = upstream.canaries;
  const acts =
    canary !== undefined && action.targets.some(({ service }) => service === canary.backend.service);
  if (acts && !namesPlace(canary, ingress, upstream)) {
    const args = { canary: canary.definedBy.ingress.id };
    notes.push({ code: 'nginx-canary-by-service', rule: 'I-708', args });
  }
  const { service } = upstream.backend;
  const facet = services.find(service);
  const named = upstream.namedPort;
  if (
    facet !== null &&
    typeof named === 'number' &&
    facet.ports.length > 0 &&
    !facet.facts.ports.includes(named)
  )
    notes.push({ code: 'nginx-target-port', rule: 'I-613', args: { service, port: named } });
  const name = facet?.facts.externalName ?? null;
  if (facet?.facts.kind === 'external-name' && name !== null) {
    const target = readServiceName(name, null, cluster.clusterDomain);
    if (target !== null) {
      const to = namespacedName(target.namespace, target.name);
      notes.push({ code: 'service-alias', rule: 'I-406', args: { service, name, target: to } });
    }
  }
  return notes;
}

/** Returns true if a canary names the Ingress of the location by one of its hosts. */
function namesPlace({ definedBy }: Upstream, ingress: string, primary: Upstream): boolean {
  const hosts = new Set(definedBy.ingress.spec.rules.map(({ host }) => host));
  return (
    primary.definedBy.ingress.id === ingress &&
    primary.definedBy.ingress.spec.rules.some(({ host }) => hosts.has(host))
  );
}
