import type { Target } from '../../../../ir/action.ts';
import type { Condition } from '../../../../ir/condition.ts';
import type { Filter, RespondCause } from '../../../../ir/filter.ts';
import type { Origin } from '../../../../ir/origin.ts';
import { errorStatus } from '../../../../ir/status.ts';
import type { RouteEntry } from '../../../../ir/table.ts';
import { targetTo } from '../backend-of-ingress.ts';
import { ingressAction, ingressEntry } from '../ingress-table.ts';
import { annotationPlace } from './annotation-place.ts';
import { canaryBranches } from './canary-branches.ts';
import { corsFilters, corsHeaders, originCondition } from './cors-of-location.ts';
import type { LocationMatch } from './location-matches.ts';
import type { NginxContext } from './nginx-context.ts';
import type { Location } from './servers.ts';
import { defaultUpstream } from './spare-backend.ts';

const REDIRECT_TO_HTTPS = 308;
const MOVED = 301;
const FORBIDDEN = 403;
const UNAUTHORIZED = 401;
const UNAVAILABLE = 503;
const NO_CONTENT = 204;

/** What decides about the entries of a location besides its path. */
export interface LocationContext extends NginxContext {
  /** True if requests over HTTP at this server are redirected where `ssl-redirect` asks for it (I-704). */
  readonly hasCertificate: boolean;
  readonly scheme: 'http' | 'https';
  /** True if only the wildcard above the host has a certificate. */
  readonly ofWildcard: boolean;
  /** The host of the server. '' for the rest. */
  readonly host: string;
}

/**
 * Returns the entries of a location in the order in which nginx handles a request: the redirect of a missing
 * slash, a preflight, redirects, missing endpoints, lists of addresses, authentication, canaries (I-614).
 */
export function locationEntries(match: LocationMatch, context: LocationContext): readonly RouteEntry[] {
  const { location } = match;
  const { settings, ingress } = location.from;
  const add = entryAdder(match);
  const at = (name: string): Origin => annotationPlace(ingress, name, location.origin);
  if (match.isUnreadable) return [add.unknown('path', location.origin)];
  if (match.addsSlash) {
    const target = { kind: 'path', path: location.path, keepsQuery: true } as const;
    return [add.filter({ kind: 'return', status: MOVED, location: target, origin: location.origin })];
  }
  const denied = settings.deniedBy ?? missingSecret(location, context);
  if (denied !== null) return [add.answer(UNAVAILABLE, 'location-denied', at(denied))];
  const entries: RouteEntry[] = [];
  const { cors } = settings;
  if (cors !== null) {
    const origin = at('enable-cors');
    const preflight = [...originCondition(cors, origin), methodCondition('OPTIONS', origin)];
    const headers = { kind: 'response-headers', change: corsHeaders(cors), origin } as const;
    entries.push(add.answer(NO_CONTENT, 'preflight', origin, preflight, [headers]));
  }
  if (settings.redirect !== null) {
    const { url, code: status } = settings.redirect;
    const origin = at('permanent-redirect');
    return [...entries, add.filter({ kind: 'return', status, location: { kind: 'literal', url }, origin })];
  }
  const redirectsHere = settings.forceSSLRedirect || (settings.sslRedirect && context.hasCertificate);
  if (context.scheme === 'http' && redirectsHere) {
    const target = {
      kind: 'request-uri',
      scheme: 'https',
      host: null,
      writesPort: false,
      cutsSlash: !settings.preservesSlash,
    } as const;
    const origin = at(settings.forceSSLRedirect ? 'force-ssl-redirect' : 'ssl-redirect');
    return [...entries, add.filter({ kind: 'return', status: REDIRECT_TO_HTTPS, location: target, origin })];
  }
  const upstream = defaultUpstream(location, context);
  if (upstream?.isEmpty === true) return [...entries, add.forward([targetTo(upstream, location.origin)], [])];
  for (const range of settings.denies)
    entries.push(
      add.answer(FORBIDDEN, 'address-refused', at('denylist-source-range'), [
        addressCondition(range, at('denylist-source-range')),
      ]),
    );
  if (settings.allows !== null) {
    const origin = at('whitelist-source-range');
    const others = settings.allows.map(
      (range) => ({ ...addressCondition(range, origin), negated: true }) as const,
    );
    entries.push(add.answer(FORBIDDEN, 'address-refused', origin, others));
  }
  if (settings.authURL !== null) return [...entries, add.unknown('auth-url', at('auth-url'))];
  if (settings.passwords !== null) {
    const origin = at('auth-type');
    const without: Condition = {
      ...{ of: 'header', name: 'authorization', on: 'header:authorization', op: 'present', value: '' },
      negated: true,
      origin,
    };
    entries.push(add.answer(UNAUTHORIZED, 'credentials-missing', origin, [without]));
    return [...entries, add.unknown('auth-type', origin)];
  }
  if (settings.snippet !== null) return [...entries, add.unknown(settings.snippet, at(settings.snippet))];
  if (upstream === null) return entries;
  const filters = forwardFilters(match, context);
  const session = location.upstream?.affinity ?? null;
  for (const { conditions, targets } of canaryBranches(location, upstream))
    entries.push(add.forward(targets, filters, conditions, session));
  return entries;
}

/** Returns the functions that make the entries of a location, each after the one before. */
function entryAdder({ location, conditions: own, rank }: LocationMatch) {
  const { from, rule, match, origin: place } = location;
  let position = 0;
  const add = (conditions: readonly Condition[], action: RouteEntry['action']): RouteEntry =>
    ingressEntry(
      { ingress: from.ingress, rule, match },
      [...own, ...conditions],
      [...rank, { by: 'position', prefer: 'lesser', value: position++ }],
      action,
    );
  return {
    filter: (filter: Filter) => add([], ingressAction(place, { filters: [filter] })),
    unknown: (what: string, origin: Origin) =>
      add(
        [],
        ingressAction(place, {
          filters: [{ kind: 'opaque', what: `${from.ingress.id} ${what}`, mayAnswer: true, origin }],
        }),
      ),
    answer: (
      status: number,
      cause: RespondCause,
      origin: Origin,
      conditions: readonly Condition[] = [],
      before: readonly Filter[] = [],
    ) =>
      add(
        conditions,
        ingressAction(place, {
          filters: [
            ...before,
            { kind: 'respond', status: errorStatus(status, 'by-http-code'), cause, percent: 100, origin },
          ],
        }),
      ),
    forward: (
      targets: readonly Target[],
      filters: readonly Filter[],
      conditions: readonly Condition[] = [],
      session: { readonly name: string | null; readonly path: string | null } | null = null,
    ) =>
      add(
        conditions,
        ingressAction(place, {
          targets,
          filters,
          session:
            session === null ? null : { type: 'Cookie', ...session, lifetime: null, absoluteTimeout: null },
        }),
      ),
  };
}

function methodCondition(value: string, origin: Origin): Condition {
  return { of: 'method', name: '', on: 'method', op: 'exact', value, origin };
}

function addressCondition(value: string, origin: Origin): Condition {
  return { of: 'client-address', name: '', on: 'client-address', op: 'subnet', value, origin };
}

/** Returns the annotation of a Secret with passwords that the manifests do not have (I-602). */
function missingSecret({ from }: Location, { hasSecret }: LocationContext): string | null {
  const { passwords } = from.settings;
  return passwords === null || hasSecret(from.ingress.namespace, passwords.secret) ? null : 'auth-secret';
}

function forwardFilters({ location, rewrite }: LocationMatch, { host }: LocationContext): readonly Filter[] {
  const { ingress, settings } = location.from;
  const at = (name: string): Origin => annotationPlace(ingress, name, location.origin);
  const filters: Filter[] = [];
  if (settings.cors !== null) filters.push(...corsFilters(settings.cors, at('enable-cors')));
  if (rewrite !== null) {
    const origin = at('rewrite-target');
    // The query of the target would come before that of the request.
    if (rewrite.value.includes('?'))
      filters.push({ kind: 'opaque', what: 'rewrite-target', mayAnswer: false, origin });
    else
      filters.push({
        kind: 'rewrite',
        hostname: null,
        path: { kind: 'regex', ...rewrite, decodes: true },
        origin,
      });
  }
  const set: { readonly name: string; readonly value: string }[] = [];
  if (settings.upstreamVhost !== '') {
    filters.push({
      kind: 'rewrite',
      hostname: settings.upstreamVhost,
      path: null,
      origin: at('upstream-vhost'),
    });
    // The host of the request stays in this header (I-711). Only a server with a name knows it.
    if (host !== '' && !host.startsWith('*')) set.push({ name: 'X-Forwarded-Host', value: host });
  }
  if (settings.forwardedPrefix !== '' && rewrite !== null)
    set.push({ name: 'X-Forwarded-Prefix', value: settings.forwardedPrefix });
  if (set.length > 0) {
    const origin = at(settings.forwardedPrefix === '' ? 'upstream-vhost' : 'x-forwarded-prefix');
    filters.push({ kind: 'request-headers', change: { set, add: [], remove: [] }, origin });
  }
  if (settings.mirror !== '') {
    const service = settings.mirror.replace(/^https?:\/\//, '').replace(/[/$].*$/, '');
    filters.push({
      kind: 'mirror',
      service,
      to: { kind: 'not-simulated', what: settings.mirror },
      numerator: 1,
      denominator: 1,
      origin: at('mirror-target'),
    });
  }
  return filters;
}
