import type { RouteEntry, RouteTable } from '../../../../ir/table.ts';
import type { TraceNote } from '../../../../ir/trace-note.ts';
import type { CanaryProblem, InertCanary } from './canaries.ts';
import { clashingLocations, isRegexServer, rewritesPath } from './location-matches.ts';
import type { ReadIngresses } from './nginx-ingress.ts';
import { allLocations, type Location, type Server, serverOf } from './servers.ts';

/** What the notes on the requests of a controller read. */
interface ReadController {
  readonly read: ReadIngresses;
  readonly servers: ReadonlyMap<string, Server>;
  readonly inert: readonly InertCanary[];
}

type Remarks = NonNullable<RouteTable['remarks']>;

/** Returns a function that returns the notes on the requests to a server, where ingress-nginx surprises. */
export function nginxRemarks(controller: ReadController): (server: Server, notes: EntryNotes) => Remarks {
  const refused = refusedConfiguration(controller.servers);
  return (server, notes) => {
    const always = [
      ...refused,
      ...notesOnDropped(server, controller),
      ...notesOnCanaries(server, controller),
    ];
    return (request, winner) => [
      ...always,
      ...notesOnHost(request.host, server, controller),
      ...(winner === null ? [] : [...notesOnWinner(winner, server), ...(notes.get(winner) ?? [])]),
    ];
  };
}

/** The notes on the requests that an entry wins. */
export type EntryNotes = ReadonlyMap<RouteEntry, readonly TraceNote[]>;

/** Returns a note if nginx refuses the configuration of all hosts (I-609). */
function refusedConfiguration(servers: ReadonlyMap<string, Server>): readonly TraceNote[] {
  for (const server of servers.values()) {
    const [clash] = clashingLocations(server);
    if (clash === undefined) continue;
    const args = { ingress: clash.from.ingress.id, path: clash.path };
    return [{ code: 'nginx-configuration-refused', rule: 'I-609', args }];
  }
  return [];
}

/** Returns notes on the Ingresses that name the host and are not served (I-602). */
function notesOnDropped({ host }: Server, { read }: ReadController): readonly TraceNote[] {
  if (host === '') return [];
  return droppedOn(host, read);
}

function droppedOn(host: string, { dropped }: ReadIngresses): readonly TraceNote[] {
  return dropped.flatMap(({ ingress, settings }): readonly TraceNote[] => {
    const names = ingress.spec.rules.some((rule) => rule.host?.toLowerCase() === host);
    const args = { ingress: ingress.id, annotation: settings.droppedBy ?? '' };
    return names ? [{ code: 'nginx-not-served', rule: 'I-602', args }] : [];
  });
}

/** Returns notes on a request to a host that no server has. */
function notesOnHost(host: string, server: Server, { read }: ReadController): readonly TraceNote[] {
  if (server.host !== '') return [];
  return droppedOn(host, read);
}

const PROBLEM_CODES = {
  'service-taken': 'nginx-canary-service-taken',
  'no-primary': 'nginx-canary-no-primary',
  second: 'nginx-canary-second',
  empty: 'nginx-canary-empty',
} as const satisfies Record<CanaryProblem, TraceNote['code']>;

/** Returns notes on the canaries of the host that take no request (I-708). */
function notesOnCanaries(server: Server, { servers, inert }: ReadController): readonly TraceNote[] {
  const told = new Set<string>();
  return inert.flatMap(({ from, rule, why }): readonly TraceNote[] => {
    const host = from.ingress.spec.rules[rule]?.host ?? null;
    const key = `${from.ingress.id} ${why}`;
    if (serverOf(host, servers) !== server || told.has(key)) return [];
    told.add(key);
    return [{ code: PROBLEM_CODES[why], rule: 'I-708', args: { canary: from.ingress.id } }];
  });
}

/** Returns notes on the location of the winner. */
function notesOnWinner({ route, rule, match }: RouteEntry, server: Server): readonly TraceNote[] {
  const location = allLocations(server).find(
    (each) => each.from.ingress.id === route && each.rule === rule && each.match === match,
  );
  return location === undefined
    ? []
    : [...notesOnRegex(location, server), ...notesOnRest(location), ...notesOnOrder(location, server)];
}

/** Returns a note if another Ingress makes an expression of the path (I-610). */
function notesOnRegex({ from }: Location, server: Server): readonly TraceNote[] {
  if (!isRegexServer(server) || from.settings.usesRegex) return [];
  const by = allLocations(server).find((each) => each.from.settings.usesRegex || rewritesPath(each));
  if (by === undefined || by.from.ingress.id === from.ingress.id) return [];
  return [{ code: 'nginx-regex-host', rule: 'I-610', args: { by: by.from.ingress.id } }];
}

/** Returns a note if no rule names the path (I-603). */
function notesOnRest({ from, rule }: Location): readonly TraceNote[] {
  if (rule !== 'defaultBackend' || from.ingress.spec.rules.length === 0) return [];
  return [{ code: 'nginx-rest-of-host', rule: 'I-603', args: { ingress: from.ingress.id } }];
}

/** Returns a note if the name of an Ingress decided which of two paths is used (I-601). */
function notesOnOrder(location: Location, { duplicates }: Server): readonly TraceNote[] {
  const { ingress } = location.from;
  const other = duplicates.find(
    (each) =>
      each.path === location.path &&
      each.isExact === location.isExact &&
      each.from.ingress.id !== ingress.id &&
      (each.from.ingress.created === null ||
        ingress.created === null ||
        each.from.ingress.created === ingress.created),
  );
  if (other === undefined) return [];
  const args = { ingress: ingress.id, other: other.from.ingress.id };
  return [{ code: 'nginx-order-by-name', rule: 'I-601', args }];
}
