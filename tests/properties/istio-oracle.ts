import { type Form, matches } from './istio-matches.ts';
import { covers, full, hasAll, inOrder, overlaps, ROOT, ruleFor, seenFrom } from './istio-names.ts';
import {
  FQDN,
  type World,
  type WorldClient,
  type WorldMatch,
  type WorldRule,
  type WorldService,
  type WorldVirtualService,
} from './istio-world.ts';

/**
 * What Istio does with a request, read a second time from the digest of its rules and not from the code of the
 * simulator. It makes no tables: each question walks the objects. The numbers are sections of the digest.
 */

export interface WorldRequest extends Form {
  /** The dialled name, which is also the Host header. */
  readonly host: string;
  readonly port: number;
}

/** A result as one text: the rule, and the end of the request. */
export interface Verdict {
  readonly rule: string | null;
  readonly end: string;
}

const protocolOf = (name: string): 'http' | 'tcp' | 'open' => {
  const word = name.split('-')[0];
  return word === 'http' ? 'http' : word === 'tcp' ? 'tcp' : 'open';
};

export class Oracle {
  private readonly world: World;
  private readonly scopes = new Map<string, Scope>();

  constructor(world: World) {
    this.world = world;
  }

  decide(client: WorldClient, request: WorldRequest): Verdict {
    return this.scopeOf(client).decide(request);
  }

  /** Returns the results of requests to one destination. Equal to `decide` for each, and faster. */
  decideAll(client: WorldClient, destination: Destination, forms: readonly Form[]): readonly Verdict[] {
    return this.scopeOf(client).decideAll(destination, forms);
  }

  private scopeOf(client: WorldClient): Scope {
    const key = JSON.stringify(client);
    const scope = this.scopes.get(key) ?? new Scope(this.world, client);
    this.scopes.set(key, scope);
    return scope;
  }
}

export type Destination = Pick<WorldRequest, 'host' | 'port'>;

interface Host {
  readonly service: WorldService | null;
  readonly vs: WorldVirtualService | null;
}

/** What one client knows. */
class Scope {
  private readonly world: World;
  private readonly client: WorldClient;
  private readonly services: readonly WorldService[];
  private readonly order: readonly WorldVirtualService[];
  private readonly closed: boolean;
  private readonly known: ReadonlySet<WorldService>;
  private readonly hostsAt = new Map<number, Map<string, Host>>();

  constructor(world: World, client: WorldClient) {
    this.world = world;
    this.client = client;
    const { namespace, labels } = client;
    const own = inOrder(world.sidecars.filter((each) => each.namespace === namespace));
    const sidecar =
      own.find((each) => each.selector !== undefined && hasAll(labels, each.selector)) ??
      own.find((each) => each.selector === undefined) ??
      inOrder(world.sidecars).find((each) => each.namespace === ROOT && each.selector === undefined);
    this.closed = sidecar?.registryOnly ?? false;
    const entries =
      sidecar === undefined || sidecar.egress.length === 0 ? ['*/*'] : (sidecar.egress[0]?.hosts ?? []);
    const imports = entries.map((entry) => {
      const [from = '', dns = ''] = entry.split('/');
      return { from: from === '.' ? namespace : from, dns };
    });
    const isFor = (from: string, owner: string) => from === '*' || from === owner;
    const seen = world.services.filter((each) => seenFrom(each.exportTo, each.namespace, namespace));
    // 4.3
    this.services = seen.filter((each) =>
      imports.some(
        ({ from, dns }) => isFor(from, each.namespace) && covers(dns, FQDN(each.name, each.namespace)),
      ),
    );
    // 3.1, 3.2, 3.4, 4.4
    const all = inOrder(world.virtualServices).filter(
      (each) =>
        (each.gateways.length === 0 || each.gateways.includes('mesh')) &&
        seenFrom(each.exportTo, each.namespace, namespace) &&
        each.hosts.some((host) =>
          imports.some(
            ({ from, dns }) => isFor(from, each.namespace) && overlaps(dns, full(host, each.namespace)),
          ),
        ),
    );
    const isPublic = ({ exportTo }: WorldVirtualService) => exportTo.length === 0 || exportTo.includes('*');
    this.order = [
      ...all.filter((each) => !isPublic(each) && each.namespace === namespace),
      ...all.filter((each) => !isPublic(each) && each.namespace !== namespace),
      ...all.filter(isPublic),
    ];
    // 4.6
    const known = new Set(this.services);
    for (const each of this.order)
      for (const { match, route } of each.http) {
        const applies =
          match === undefined ||
          match.some((m) => m.sourceNamespace === undefined || m.sourceNamespace === namespace);
        for (const { host } of applies ? (route ?? []) : []) {
          const service = seen.find((s) => FQDN(s.name, s.namespace) === full(host, each.namespace));
          if (service !== undefined) known.add(service);
        }
      }
    this.known = known;
  }

  decide(request: WorldRequest): Verdict {
    const place = this.placeOf(request);
    return 'end' in place ? place : this.at(place, request);
  }

  decideAll(destination: Destination, forms: readonly Form[]): readonly Verdict[] {
    const place = this.placeOf(destination);
    if ('end' in place) return forms.map(() => place);
    if (place.vs === null) return forms.map(() => pass(place.service as WorldService, destination.port));
    const { vs } = place;
    const routes = this.routes(vs, destination.port).map(({ rule, index, match, of }) => ({
      takes: match === null ? null : taken(match, forms),
      verdict: this.verdictOf(vs, rule, index, of, destination.port),
    }));
    return forms.map(
      (_, at) => routes.find(({ takes }) => takes === null || takes[at] === 1)?.verdict ?? NOT_FOUND,
    );
  }

  /** The virtual host that a destination leads to, or what happens without one. */
  private placeOf({ host, port }: Destination): Host | Verdict {
    const dialled = this.world.services.find(({ name, namespace }) =>
      this.namesOf({ name, namespace }).includes(host),
    );
    const imported =
      dialled !== undefined && this.services.includes(dialled) && portOf(dialled, port) !== null;
    const protocol = imported ? portOf(dialled, port) : null;
    if (protocol === 'tcp') return pass(dialled as WorldService, port);
    const hosts = this.hosts(port);
    // 1.2
    if (protocol === 'open') {
      const own = [...hosts.values()].find(({ service }) => service === dialled);
      return own ?? { service: dialled as WorldService, vs: null };
    }
    const hasListener = this.services.some((each) => portOf(each, port) === 'http');
    if (!hasListener) return this.unknown(dialled, port, 'failed');
    return hosts.get(host) ?? longest(hosts, host) ?? this.unknown(dialled, port, '502');
  }

  /** 1.4 */
  private unknown(dialled: WorldService | undefined, port: number, refused: string): Verdict {
    if (this.closed) return { rule: null, end: refused };
    if (dialled === undefined) return { rule: null, end: 'unknown' };
    return portOf(dialled, port) === null ? { rule: null, end: 'failed' } : pass(dialled, port);
  }

  private namesOf({
    name,
    namespace,
  }: {
    readonly name: string;
    readonly namespace: string;
  }): readonly string[] {
    const long = FQDN(name, namespace);
    return [
      long,
      `${name}.${namespace}.svc`,
      `${name}.${namespace}`,
      ...(namespace === this.client.namespace ? [name] : []),
    ];
  }

  /** 5 */
  private hosts(port: number): Map<string, Host> {
    const before = this.hostsAt.get(port);
    if (before !== undefined) return before;
    const here = this.services.filter((each) => portOf(each, port) !== null);
    const readable = here.filter((each) => portOf(each, port) !== 'tcp');
    const hosts = new Map<string, Host>();
    const taken = new Set<WorldService>();
    const claim = (names: readonly string[], host: Host) => {
      for (const name of names) if (!hosts.has(name)) hosts.set(name, host);
    };
    const serve = (service: WorldService, vs: WorldVirtualService | null) => {
      if (taken.has(service)) return;
      taken.add(service);
      claim(this.namesOf(service), { service, vs });
    };
    for (const vs of this.order) {
      const mine = vs.hosts.map((each) => full(each, vs.namespace));
      const services: WorldService[] = [];
      const plain: string[] = [];
      for (const host of mine) {
        if (!host.startsWith('*')) {
          const service = here.find((each) => FQDN(each.name, each.namespace) === host);
          if (service === undefined) plain.push(host);
          else services.push(service);
          continue;
        }
        // 3.8
        const own = readable.filter(
          (each) => covers(host, FQDN(each.name, each.namespace)) && this.mostSpecific(each) === vs,
        );
        if (own.length === 0) plain.push(host);
        services.push(...own);
      }
      const usable = services.filter((each) => readable.includes(each));
      if (port !== 80 && usable.length === 0) continue;
      if (this.routes(vs, port).length === 0) continue;
      for (const each of usable) serve(each, vs);
      for (const host of plain) claim([host], { service: null, vs });
    }
    for (const each of readable) serve(each, null);
    this.hostsAt.set(port, hosts);
    return hosts;
  }

  /** 3.8: null if another host is more specific than all wildcards. */
  private mostSpecific(service: WorldService): WorldVirtualService | null {
    const name = FQDN(service.name, service.namespace);
    let best: { readonly host: string; readonly vs: WorldVirtualService } | null = null;
    for (const vs of this.order)
      for (const written of vs.hosts) {
        const host = full(written, vs.namespace);
        if (!covers(host, name)) continue;
        const isBetter =
          best === null || (best.host !== name && (host === name || host.length > best.host.length));
        if (isBetter) best = { host, vs };
      }
    return best?.vs ?? null;
  }

  /** 6.2, 6.3 */
  private routes(vs: WorldVirtualService, port: number) {
    const made: {
      readonly rule: number;
      readonly index: number;
      readonly match: WorldMatch | null;
      readonly of: WorldRule;
    }[] = [];
    for (const [rule, of] of vs.http.entries()) {
      if (of.match === undefined) {
        made.push({ rule, index: 0, match: null, of });
        break;
      }
      for (const [index, match] of of.match.entries()) {
        if (match.port !== undefined && match.port !== port) continue;
        if (match.gateways !== undefined) {
          if (!match.gateways.includes('mesh')) continue;
        } else {
          if (match.sourceNamespace !== undefined && match.sourceNamespace !== this.client.namespace)
            continue;
          if (!hasAll(this.client.labels, match.sourceLabels)) continue;
        }
        made.push({ rule, index, match, of });
      }
    }
    return made;
  }

  private at({ service, vs }: Host, request: WorldRequest): Verdict {
    if (vs === null) return pass(service as WorldService, request.port);
    const winner = this.routes(vs, request.port).find(
      ({ match }) => match === null || matches(match, request),
    );
    return winner === undefined
      ? NOT_FOUND
      : this.verdictOf(vs, winner.rule, winner.index, winner.of, request.port);
  }

  private verdictOf(
    vs: WorldVirtualService,
    at: number,
    index: number,
    { status, route }: WorldRule,
    dialled: number,
  ): Verdict {
    const rule = `VirtualService/${vs.namespace}/${vs.name} ${at} ${index}`;
    if (status !== undefined) return { rule, end: `responds ${status}` };
    const parts = new Map<string, number>();
    const single = route?.length === 1;
    for (const { host, subset, port, weight = 0 } of route ?? []) {
      const text = this.cluster(full(host, vs.namespace), subset ?? null, port ?? dialled);
      parts.set(text, (parts.get(text) ?? 0) + (single ? 1 : weight));
    }
    const total = [...parts.values()].reduce((sum, each) => sum + each, 0);
    const shares = [...parts]
      .map(([text, weight]) => `${text} ${((100 * weight) / total).toFixed(1)}`)
      .sort();
    return { rule, end: shares.join(', ') };
  }

  /** 8.4 … 8.6 */
  private cluster(host: string, subset: string | null, port: number): string {
    const service = this.world.services.find((each) => FQDN(each.name, each.namespace) === host);
    const [short = '', owner = ''] = host.split('.');
    const name = `${owner}/${short}:${port}${subset === null ? '' : `@${subset}`}`;
    if (service === undefined) return `${name} NC`;
    if (!this.known.has(service) || portOf(service, port) === null) return `${name} NC`;
    if (subset === null) return `${name} ok`;
    const found = ruleFor(service, this.client, this.world)?.subsets.find((each) => each.name === subset);
    if (found === undefined) return `${name} NC-subset`;
    const { version = '' } = found.labels;
    return `${name} ${service.versions.includes(version) ? version : 'UH'}`;
  }
}

const NOT_FOUND: Verdict = { rule: null, end: '404' };

const known = new WeakMap<WorldMatch, Uint8Array>();

/** Returns a 1 for each form that a match takes. */
function taken(match: WorldMatch, forms: readonly Form[]): Uint8Array {
  const before = known.get(match);
  if (before !== undefined) return before;
  const made = Uint8Array.from(forms, (form) => (matches(match, form) ? 1 : 0));
  known.set(match, made);
  return made;
}

function portOf(service: WorldService, port: number): ReturnType<typeof protocolOf> | null {
  const found = service.ports.find((each) => each.port === port);
  return found === undefined ? null : protocolOf(found.name);
}

function pass({ namespace, name }: WorldService, port: number): Verdict {
  return { rule: null, end: `passes to ${namespace}/${name}:${port}` };
}

/** 5.6 */
function longest(hosts: ReadonlyMap<string, Host>, host: string): Host | null {
  let best: string | null = null;
  for (const domain of hosts.keys())
    if (domain.startsWith('*') && host.endsWith(domain.slice(1)) && host.length >= domain.length)
      if (best === null || domain.length > best.length) best = domain;
  return best === null ? null : (hosts.get(best) ?? null);
}
