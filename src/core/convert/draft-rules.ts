import type { Cluster } from '../cluster/cluster.ts';
import type { IngressResource } from '../control/dialects/ingress-api/class-of-ingress.ts';
import type { Condition } from '../ir/condition.ts';
import type { Filter, RespondCause } from '../ir/filter.ts';
import type { Origin } from '../ir/origin.ts';
import type { RouteEntry, RouteTable } from '../ir/table.ts';
import type { Profile } from '../profile/profile.ts';
import { backendsOfAction } from './backends-of-action.ts';
import { corsFilter } from './cors-filter.ts';
import type { LossCode } from './loss.ts';
import type { LossList } from './loss-list.ts';
import { pathMatch } from './path-match.ts';
import { redirectFilter } from './redirect-filter.ts';
import { writtenRewrite } from './rewrite-of-location.ts';
import type { DraftRule, RouteBackend, RouteFilterDocument, RouteMatch, RuleBody } from './route-rule.ts';
import type { ConvertedSettings } from './settings-of-ingress.ts';
import { withSlashlessPaths } from './slashless-paths.ts';

/** What decides how entries are written. */
export interface DraftContext {
  readonly cluster: Cluster;
  readonly profile: Profile;
  readonly losses: LossList;
  /** The Ingress of an entry, with its settings if its controller reads annotations of ingress-nginx. */
  ingress(
    id: string,
  ): { readonly resource: IngressResource; readonly converted: ConvertedSettings | null } | null;
}

const NOTHING: RuleBody = { filters: [], backends: [], timeouts: null, session: null, withheld: [] };

/**
 * Returns the rules of a host, one for each entry, in the order of the controller. What protects a path and
 * cannot be carried over closes it: its rule is written without backends and answers 500.
 */
export function draftRules(table: RouteTable, context: DraftContext): readonly DraftRule[] {
  const closed = new Set<string>();
  return withSlashlessPaths(table.entries).flatMap((entry) => {
    const found = draftOf(entry, closed, context);
    return found === null ? [] : [found];
  });
}

/** Returns the key of a location: entries with the same path of an Ingress. */
function locationOf({ route, rule, match, conditions }: RouteEntry): string {
  const path = conditions.find(({ of }) => of === 'path');
  return JSON.stringify([route, rule, match, path?.op, path?.value]);
}

function draftOf(entry: RouteEntry, closed: Set<string>, context: DraftContext): DraftRule | null {
  const { losses, profile } = context;
  const { action, route } = entry;
  const path = entry.conditions.find(({ of }) => of === 'path') ?? null;
  const written = pathMatch(path, profile);
  if (!written.ok) {
    if (written.why === 'value')
      losses.add(route, path?.origin ?? entry.origin, 'path-value', { path: path?.value ?? '' });
    return null;
  }
  const location = locationOf(entry);
  const loss = protectionIn(entry);
  if (loss !== null) {
    // The losses of protections are those of the annotations of the Ingress.
    if (context.ingress(route)?.converted?.isProtected !== true)
      losses.add(route, loss.origin, loss.code, loss.args);
    closed.add(location);
    // Requests from other addresses, or with credentials, have an entry of their own.
    if (loss.isPart) return null;
  }
  if (answerOf(action.filters)?.cause === 'preflight') return null;
  const headers = headersOf(entry.conditions, profile);
  if (headers === null) {
    losses.add(route, entry.origin, 'annotation', { annotation: '' });
    return null;
  }
  const match: RouteMatch = {
    path: written.path,
    headers: headers.map(({ origin: _, ...header }) => header),
    startInAnyCase: written.startInAnyCase,
  };
  const known = context.ingress(route);
  const places = { path: path?.origin ?? entry.origin, headers: headers.map(({ origin }) => origin) };
  const draft = { match, namespace: entry.routeNamespace, ingress: route, places };
  if (loss === null && closed.has(location)) return closedRule(draft, entry, context);
  if (loss !== null || (known?.converted?.isProtected === true && action.targets.length > 0))
    return closedRule(draft, entry, context);
  return openRule(draft, entry, known?.converted ?? null, context);
}

type Unfinished = Omit<DraftRule, 'body'>;

/** Returns a rule that answers 500. Its backends are written in a comment. */
function closedRule(
  draft: Unfinished,
  { action, route }: RouteEntry,
  { cluster, losses }: DraftContext,
): DraftRule {
  const withheld = backendsOfAction(action, route, cluster, losses) ?? [];
  return { ...draft, body: { ...NOTHING, withheld } };
}

function openRule(
  draft: Unfinished,
  entry: RouteEntry,
  converted: ConvertedSettings | null,
  context: DraftContext,
): DraftRule {
  const { action, route } = entry;
  const { cluster, losses } = context;
  let { match } = draft;
  const filters: RouteFilterDocument[] = [];
  let isWritten = converted?.isUnreachable !== true;
  if (converted?.settings.cors != null) filters.push(corsFilter(converted.settings.cors));
  const rewrite: Record<string, unknown> = {};
  for (const filter of action.filters) {
    const done = writtenFilter(filter, route, match, losses);
    if (done === null) isWritten = false;
    else {
      filters.push(...done.filters);
      Object.assign(rewrite, done.rewrite);
      match = done.match;
    }
  }
  if (Object.keys(rewrite).length > 0) filters.push({ type: 'URLRewrite', urlRewrite: rewrite });
  const redirects = filters.some(({ type }) => type === 'RequestRedirect');
  const backends: readonly RouteBackend[] | null = redirects
    ? []
    : backendsOfAction(action, route, cluster, losses);
  if (!isWritten || backends === null)
    return { ...draft, match, body: { ...NOTHING, withheld: backends ?? [] } };
  const { session } = action;
  const cookie = session === null ? null : { ...(session.name === null ? null : { name: session.name }) };
  return {
    ...draft,
    match,
    body: {
      filters,
      backends,
      timeouts: redirects ? null : (converted?.timeouts ?? null),
      session:
        redirects || cookie === null ? null : { type: 'Cookie', sessionName: cookie.name ?? 'INGRESSCOOKIE' },
      withheld: [],
    },
  };
}

interface WrittenFilter {
  readonly filters: readonly RouteFilterDocument[];
  readonly rewrite: Readonly<Record<string, unknown>>;
  readonly match: RouteMatch;
}

/** Returns a filter as a route writes it. Returns null, and adds a loss, if its rule cannot be written. */
function writtenFilter(
  filter: Filter,
  route: string,
  match: RouteMatch,
  losses: LossList,
): WrittenFilter | null {
  const nothing: WrittenFilter = { filters: [], rewrite: {}, match };
  switch (filter.kind) {
    case 'return': {
      const redirect = redirectFilter(filter.status, filter.location);
      for (const { code, args } of redirect.losses) losses.add(route, filter.origin, code, args);
      return redirect.filter === null ? null : { ...nothing, filters: [redirect.filter] };
    }
    case 'rewrite': {
      const { hostname, path } = filter;
      const named = hostname === null ? {} : { hostname };
      if (path === null) return { ...nothing, rewrite: named };
      const change = writtenRewrite(path, match);
      if (change === null) {
        losses.add(route, filter.origin, 'rewrite-groups');
        return null;
      }
      const rewrite = { ...named, ...(change.path === null ? null : { path: change.path }) };
      if (change.prefix === null) return { ...nothing, rewrite };
      const prefix: RouteMatch = {
        ...match,
        path: { type: 'PathPrefix', value: change.prefix },
        startInAnyCase: null,
      };
      return { ...nothing, rewrite, match: prefix };
    }
    case 'request-headers': {
      const set = filter.change.set.filter(({ name, value }) => {
        const isPlain = !/\$\d/.test(value);
        if (!isPlain) losses.add(route, filter.origin, 'header-groups', { header: name });
        return isPlain;
      });
      if (set.length === 0) return nothing;
      return { ...nothing, filters: [{ type: 'RequestHeaderModifier', requestHeaderModifier: { set } }] };
    }
    case 'mirror': {
      const backend = mirroredService(filter.to.kind === 'not-simulated' ? filter.to.what : '');
      if (backend === null) {
        losses.add(route, filter.origin, 'mirror-target', { target: filter.service });
        return nothing;
      }
      return { ...nothing, filters: [{ type: 'RequestMirror', requestMirror: { backendRef: backend } }] };
    }
    // The filter for the answers to cross-origin requests has both parts.
    case 'response-headers':
    case 'envoy-cors':
      return nothing;
    case 'redirect':
    case 'respond':
    case 'delay':
    case 'cors':
    case 'opaque':
    case 'broken':
      return null;
    default:
      return filter satisfies never;
  }
}

/** Returns the Service that a URL names: `http://NAME.NAMESPACE.svc.cluster.local:8080`. */
function mirroredService(url: string) {
  const found = /^http:\/\/([a-z0-9-]+)\.([a-z0-9-]+)\.svc(?:\.[a-z0-9.-]+)?(?::(\d+))?(?:[/$]|$)/.exec(url);
  if (found === null) return null;
  const [, name = '', namespace = '', port = '80'] = found;
  return { name, namespace, port: Number(port) };
}

function answerOf(filters: readonly Filter[]) {
  return filters.find((filter) => filter.kind === 'respond') ?? null;
}

interface Protection {
  readonly code: LossCode;
  readonly args: Readonly<Record<string, string>>;
  readonly origin: Origin;
  /** True if it answers a part of the requests of its location. */
  readonly isPart: boolean;
}

/** Returns what protects the requests of an entry and has no equal in Gateway API. */
function protectionIn({ action, conditions }: RouteEntry): Protection | null {
  const isPart = conditions.some(({ of }) => of !== 'path');
  const answer = answerOf(action.filters);
  if (answer !== null && isProtective(answer.cause))
    return {
      code: 'access-control',
      args: { annotation: lastOf(answer.origin) },
      origin: answer.origin,
      isPart,
    };
  const opaque = action.filters.find((filter) => filter.kind === 'opaque') ?? null;
  if (opaque === null) return null;
  const isAnnotation = opaque.origin.path.includes('annotations');
  const what = opaque.what.slice(opaque.what.lastIndexOf(' ') + 1);
  const code: LossCode =
    what === 'path'
      ? 'pattern-unreadable'
      : /^auth-(url|type)$/.test(what)
        ? 'access-control'
        : /snippet/.test(what)
          ? 'unknown-effect'
          : 'resource-backend';
  const annotation = isAnnotation ? lastOf(opaque.origin) : '';
  return { code, args: { annotation, what: opaque.what }, origin: opaque.origin, isPart: false };
}

function isProtective(cause: RespondCause): boolean {
  switch (cause) {
    case 'address-refused':
    case 'credentials-missing':
    case 'location-denied':
      return true;
    case 'preflight':
    case 'direct-response':
    case 'fault-abort':
    case 'no-ready-endpoints':
    case 'backend-not-found':
      return false;
    default:
      return cause satisfies never;
  }
}

/** Returns the name of the annotation at a place. */
function lastOf({ path }: Origin): string {
  return String(path.at(-1) ?? '').replace(/^.*\//, '');
}

/** Returns the conditions on headers as a route writes them. Returns null if it cannot express one. */
function headersOf(conditions: readonly Condition[], profile: Profile) {
  const headers: (RouteMatch['headers'][number] & { readonly origin: Origin })[] = [];
  for (const { of, name, op, value, negated, origin } of conditions) {
    if (of === 'path') continue;
    if (of !== 'header' || negated === true || (op !== 'exact' && op !== 'regex')) return null;
    const type = op === 'exact' ? 'Exact' : 'RegularExpression';
    headers.push({ type, name, value: type === 'Exact' ? value : plainPattern(value, profile), origin });
  }
  return headers;
}

/** Returns an expression for whole values. Its anchors are written if the target searches in values. */
function plainPattern(pattern: string, { regexAnchor }: Profile): string {
  const text = pattern.replaceAll('(?s:.*)', '.*');
  return regexAnchor === 'full' ? text.replace(/^\^/, '').replace(/\$$/, '') : text;
}
