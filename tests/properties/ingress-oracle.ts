import type { IngressWorld, WorldIngress } from './ingress-world.ts';

/** A request from outside, at the controller. */
export interface IngressRequest {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly address: string;
  readonly xCanary: string | null;
  readonly cookie: string | null;
}

interface Place {
  readonly path: string;
  readonly type: 'Exact' | 'Prefix';
  readonly owner: WorldIngress | null;
  /** Null is the 404 of the controller. */
  readonly service: string | null;
}

interface Site {
  readonly places: Place[];
  tls: boolean;
}

const WHOLE = 100;

/**
 * A second reading of ingress-semantics, chapters 6 and 7: it follows one request after the other, without tables.
 * Patterns of its worlds are simple, so that a regular expression of the language means the same.
 */
export class IngressOracle {
  private readonly sites = new Map<string, Site>();
  private readonly canaryOf = new Map<string, WorldIngress['canary'] & { readonly service: string }>();
  private readonly empty: ReadonlySet<string>;

  constructor({ services, ingresses }: IngressWorld) {
    this.empty = new Set(services.filter(({ empty }) => empty).map(({ name }) => name));
    // I-601: oldest first, the last name first among equal or unknown ages.
    const ordered = [...ingresses].sort((a, b) =>
      a.age !== null && b.age !== null && a.age !== b.age ? a.age - b.age : a.name > b.name ? -1 : 1,
    );
    // I-708: the first Ingress that names a Service decides whether it is that of a canary.
    const definers = new Map<string, WorldIngress>();
    for (const each of ordered) {
      if (each.defaultBackend !== null) definers.set(each.defaultBackend, each);
      for (const { service } of each.paths) if (!definers.has(service)) definers.set(service, each);
    }
    const isCanary = (service: string) => definers.get(service)?.canary != null;
    // I-603: the servers, each with its location `/`.
    this.sites.set('', { places: [{ path: '/', type: 'Prefix', owner: null, service: null }], tls: false });
    for (const each of ordered) {
      if (each.canary !== null) continue;
      const rest = this.sites.get('') as Site;
      if (each.paths.length === 0) {
        // I-606: the first Ingress with a default backend alone. Its redirects do not act.
        const [root] = rest.places;
        if (root?.owner === null && each.defaultBackend !== null)
          rest.places[0] = { path: '/', type: 'Prefix', owner: quiet(each), service: each.defaultBackend };
        continue;
      }
      const key = each.host ?? '';
      if (!this.sites.has(key))
        this.sites.set(key, {
          places: [{ path: '/', type: 'Prefix', owner: each, service: each.defaultBackend }],
          tls: false,
        });
      if (each.tls) (this.sites.get(key) as Site).tls = true;
    }
    // I-605: the paths.
    const rootsTaken = new Set<Site>();
    for (const each of ordered)
      for (const { path, type, service } of each.paths) {
        if (isCanary(service)) continue;
        const site = this.sites.get(each.host ?? '') ?? (this.sites.get('') as Site);
        if (path === '/' && type === 'Prefix' && !rootsTaken.has(site)) {
          rootsTaken.add(site);
          site.places[0] = { path, type, owner: each, service };
        } else if (!site.places.some((known) => known.path === path && known.type === type))
          site.places.push({ path, type, owner: each, service });
      }
    this.hangCanaries(ordered, isCanary);
  }

  private hangCanaries(ordered: readonly WorldIngress[], isCanary: (service: string) => boolean): void {
    for (const each of ordered) {
      if (each.canary === null) continue;
      // A canary with a default backend acts on all paths of unknown hosts.
      const spare = each.defaultBackend;
      if (spare !== null && isCanary(spare))
        for (const known of this.sites.get('')?.places ?? [])
          if (known.service !== null && !isCanary(known.service) && !this.canaryOf.has(known.service))
            this.canaryOf.set(known.service, { ...each.canary, service: spare });
      for (const { path, type, service } of each.paths) {
        if (!isCanary(service)) continue;
        for (const known of this.sites.get(each.host ?? '')?.places ?? [])
          if (
            known.path === path &&
            known.type === type &&
            known.service !== null &&
            known.service !== service
          )
            if (!isCanary(known.service) && !this.canaryOf.has(known.service))
              this.canaryOf.set(known.service, { ...each.canary, service });
      }
    }
  }

  /** Returns the end of a request in words. */
  decide(request: IngressRequest): string {
    const wildcard = request.host.replace(/^[^.]+/, '*');
    const [key, site] = ([request.host, wildcard, '']
      .map((name) => [name, this.sites.get(name)] as const)
      .find(([, found]) => found !== undefined) ?? ['', undefined]) as [string, Site];
    const root = site.places.find(({ owner }) => owner?.appRoot != null)?.owner?.appRoot;
    if (root != null && request.path === '/') return `302 ${request.scheme}://${request.host}${root}`;
    const found = this.locate(site, request.path);
    if (found === null) return '404';
    if (found.slash !== undefined)
      return `301 ${request.scheme}://${request.host}${found.slash}${request.query === '' ? '' : `?${request.query}`}`;
    return this.answer(found.place, request, this.hasCertificate(key), found.rewritten ?? null);
  }

  /** I-722: the certificate of the host or of the wildcard above it. The rest has none. */
  private hasCertificate(key: string): boolean {
    if (key === '') return false;
    return [key, key.replace(/^[^.]+/, '*')].some((name) => this.sites.get(name)?.tls === true);
  }

  private locate(
    { places }: Site,
    path: string,
  ): { readonly place: Place; readonly slash?: string; readonly rewritten?: string } | null {
    const rewrites = ({ owner }: Place, own: string) =>
      owner?.rewriteTarget != null && owner.rewriteTarget !== own;
    const written = (place: Place): readonly string[] => {
      const { path: own, type, owner } = place;
      if (own === '/' || type === 'Exact' || rewrites(place, own) || owner?.useRegex === true) return [own];
      const closed = own.endsWith('/') ? own : `${own}/`;
      const isTaken = places.some((other) => other.type === 'Exact' && other.path === own);
      return isTaken ? [closed] : [closed, own];
    };
    const isRegex = places.some(
      (place) => place.owner?.useRegex === true || written(place).some((own) => rewrites(place, own)),
    );
    if (isRegex) {
      // I-610, I-611: the first expression in the order of the lengths of their texts.
      const sorted = [...places].sort(
        (a, b) => b.path.length - a.path.length || (a.path > b.path ? -1 : a.path < b.path ? 1 : 0),
      );
      for (const place of sorted)
        for (const own of written(place))
          if (new RegExp(`^${own}`, 'i').test(path)) {
            if (!rewrites(place, own)) return { place };
            const match = new RegExp(own, 'i').exec(path) as RegExpExecArray;
            const target = place.owner?.rewriteTarget ?? '';
            return {
              place,
              rewritten: target.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? ''),
            };
          }
      return null;
    }
    // I-607, I-608: exact, then the redirect of a missing slash, then the longest prefix.
    const exact = places.find(({ type, path: own }) => type === 'Exact' && own === path);
    if (exact !== undefined) return { place: exact };
    const twin = places.find(({ type, path: own }) => type === 'Prefix' && own === path);
    if (twin !== undefined) return { place: twin };
    const slash = places.find(({ path: own }) => own !== '/' && own === `${path}/`);
    if (slash !== undefined) return { place: slash, slash: slash.path };
    const prefixes = places.filter(({ type, path: own }) => {
      if (type === 'Exact') return false;
      return path.startsWith(own.endsWith('/') ? own : `${own}/`);
    });
    const [best] = prefixes.sort((a, b) => b.path.length - a.path.length);
    return best === undefined ? null : { place: best };
  }

  /** I-614: the order inside a request. */
  private answer(
    { owner, service }: Place,
    request: IngressRequest,
    hasCertificate: boolean,
    rewritten: string | null,
  ): string {
    if (owner?.permanentRedirect != null) return `301 ${owner.permanentRedirect}`;
    if (owner !== null && request.scheme === 'http' && (owner.forceTLS || hasCertificate)) {
      const uri = `${request.path}${request.query === '' ? '' : `?${request.query}`}`;
      return `308 https://${request.host}${uri.replace(/\/$/, '')}`;
    }
    if (service !== null && this.empty.has(service)) return '503';
    if (owner?.allows != null && !request.address.startsWith('10.')) return '403';
    if (service === null) return '404';
    const path = `${rewritten ?? request.path}${request.query === '' ? '' : `?${request.query}`}`;
    return `${this.shares(service, request)} ${path}`;
  }

  private shares(service: string, { xCanary, cookie }: IngressRequest): string {
    const canary = this.canaryOf.get(service);
    if (canary === undefined || this.empty.has(canary.service)) return service;
    if (canary.header !== null && xCanary !== null) {
      if (canary.headerValue !== null) {
        if (xCanary === canary.headerValue) return canary.service;
      } else if (xCanary === 'always') return canary.service;
      else if (xCanary === 'never') return service;
    }
    if (canary.cookie !== null && cookie === 'always') return canary.service;
    if (canary.cookie !== null && cookie === 'never') return service;
    if (canary.weight <= 0) return service;
    if (canary.weight >= WHOLE) return canary.service;
    return [`${canary.service} ${canary.weight}`, `${service} ${WHOLE - canary.weight}`].sort().join(', ');
  }
}

/** Returns an Ingress without the annotations that do not act on the catch-all backend. */
function quiet(ingress: WorldIngress): WorldIngress {
  return {
    ...ingress,
    tls: false,
    useRegex: false,
    rewriteTarget: null,
    forceTLS: false,
    appRoot: null,
    permanentRedirect: null,
  };
}
