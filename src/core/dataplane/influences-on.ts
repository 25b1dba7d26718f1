import { namespacedName, readNamespacedName } from '../ids/ids.ts';
import { coversHost } from '../ir/host-pattern.ts';
import type { Entrance, Influence, InfluencePlace } from '../ir/influence.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { SimRequest } from '../ir/request.ts';
import type { FollowedTrace } from '../ir/trace.ts';
import type { NotSimulatedBy, TraceNote } from '../ir/trace-note.ts';
import { hostHeaderOf, identify } from './identify.ts';
import { notSimulated } from './not-simulated.ts';

/** The parts of the way of a request that influences depend on. */
interface Way {
  readonly entrance: Entrance;
  readonly hosts: readonly string[];
  readonly frontend: string | null;
  readonly backends: readonly string[];
  readonly workloads: readonly string[];
  readonly namespaces: ReadonlySet<string>;
  readonly gateway: string | null;
  readonly routes: readonly string[];
  readonly client: SimRequest['from'];
}

/**
 * Returns a note for each influence that may act on this request: the trace passes one of its places, enters
 * through one of its entrances, and comes from a client that it applies to. Other influences get no note.
 */
export function influencesOn(trace: FollowedTrace, ir: MeshIR): readonly TraceNote[] {
  const influences = ir.influences();
  const way = wayOf(trace, ir);
  const notes: TraceNote[] = [];
  const told = new Set<string>();
  for (const influence of influences) {
    const key = `${influence.resource} ${influence.setting ?? ''}`;
    if (told.has(key) || !isConcerned(influence, way)) continue;
    const place = influence.places.find((each) => passes(each, way, ir));
    if (place === undefined) continue;
    told.add(key);
    notes.push(noteOn(influence, place, way));
  }
  return notes;
}

function isConcerned({ entrances, visibleTo }: Influence, way: Way): boolean {
  if (!entrances.includes(way.entrance)) return false;
  return visibleTo === null || way.client === null || visibleTo.includes(way.client.namespace);
}

function wayOf(trace: FollowedTrace, ir: MeshIR): Way {
  const { request, outcome, steps } = trace;
  const identified = steps.find((step) => step.step === 3);
  const own = identified?.step === 3 ? identified : null;
  const isOutside = request.from !== null && !request.from.inMesh;
  const proxy = ir.proxy(ir.classOf(request));
  // Traffic of a client outside the mesh is not simulated, but its destination is known.
  const dialled =
    isOutside && own === null
      ? identify(request, ir, proxy?.entrance === 'mesh' && proxy.authorityFirst)
      : null;
  const service = own?.service ?? (dialled !== null && 'service' in dialled ? dialled.service.key : null);
  const live = outcome.backends.filter(({ share }) => share > 0);
  const backends = live.flatMap((backend) => backend.service ?? []);
  if (dialled !== null && service !== null) backends.push(service);
  const workloads = [
    ...(request.podOf === null ? [] : [request.podOf]),
    ...live.filter((backend) => backend.service === null).flatMap((backend) => backend.workloads),
  ];
  const entrance: Entrance =
    request.gateway !== null
      ? 'gateway'
      : isOutside
        ? 'outside-mesh'
        : own?.why === 'unknown-host'
          ? 'unresolved'
          : 'mesh';
  const header = hostHeaderOf(request)?.host;
  return {
    entrance,
    hosts: [
      ...(header === undefined || request.gateway === null ? [request.host] : []),
      ...(header === undefined ? [] : [header]),
    ].map((each) => each.toLowerCase().replace(/\.$/, '')),
    frontend: request.gateway === null ? service : null,
    backends,
    workloads,
    namespaces: new Set([...backends, ...workloads].map((key) => readNamespacedName(key).namespace)),
    gateway:
      request.gateway === null ? null : namespacedName(request.gateway.namespace, request.gateway.name),
    routes: outcome.route === null ? [] : [outcome.route],
    client: request.from,
  };
}

function passes(place: InfluencePlace, way: Way, ir: MeshIR): boolean {
  switch (place.at) {
    case 'frontend':
      return way.frontend === place.service;
    case 'backend':
      return way.backends.includes(place.service);
    case 'server':
      return way.workloads.includes(place.workload);
    case 'server-namespace':
      return way.namespaces.has(place.namespace);
    case 'sender':
      return sends(place, way, ir);
    case 'gateway':
      return (
        way.gateway === place.gateway &&
        (place.hosts === null || place.hosts.some((each) => way.hosts.some((host) => coversHost(each, host))))
      );
    case 'route':
      return way.routes.includes(place.route);
    case 'host':
      return way.hosts.some((host) => coversHost(place.pattern, host));
    case 'mesh':
      return true;
    default:
      return place satisfies never;
  }
}

/**
 * Returns true if the client of the request may be meant. A client without a workload may be any workload of
 * its namespace. A workload that no manifest declares may have any label.
 */
function sends(place: Extract<InfluencePlace, { at: 'sender' }>, way: Way, ir: MeshIR): boolean {
  const { client } = way;
  if (client === null || client.namespace !== place.namespace) return false;
  if (place.workloads === null) return true;
  if (client.workload === null) return place.workloads.length > 0 || place.open;
  const key = namespacedName(client.namespace, client.workload);
  return place.workloads.includes(key) || (place.open && ir.workload(key) === null);
}

function noteOn(influence: Influence, place: InfluencePlace, way: Way): TraceNote {
  const { resource, setting } = influence;
  if (setting !== null) return notSimulated('R-608', setting, 'setting', resource);
  const [by, on] = placeName(place, way);
  return notSimulated('R-608', resource, by, on);
}

/** Returns the name of a place for the note. */
function placeName(place: InfluencePlace, way: Way): readonly [NotSimulatedBy, string] {
  switch (place.at) {
    case 'frontend':
      return ['target', `Service/${place.service}`];
    case 'backend':
      return [place.selected ? 'workload' : 'target', `Service/${place.service}`];
    case 'server':
      return ['workload', place.workload];
    case 'server-namespace':
      return ['namespace', place.namespace];
    case 'sender':
      return place.workloads === null
        ? ['namespace', place.namespace]
        : [
            'workload',
            way.client?.workload == null
              ? place.namespace
              : namespacedName(place.namespace, way.client.workload),
          ];
    case 'gateway':
      return ['target', `Gateway/${place.gateway}`];
    case 'route':
      return ['target', place.route];
    case 'host':
      return ['host', place.pattern];
    case 'mesh':
      return ['mesh', ''];
    default:
      return place satisfies never;
  }
}
