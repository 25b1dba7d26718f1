import { namespacedName } from '../../../ids/ids.ts';
import type { Condition } from '../../../ir/condition.ts';
import type { Filter } from '../../../ir/filter.ts';
import type { RankKey, RouteEntry } from '../../../ir/table.ts';
import type { IngressPath, IngressRule } from '../../../resource/kinds/networking.k8s.io/ingress-spec.ts';
import { own } from '../../../text/own.ts';
import { type BackendContext, BY_NUMBER_OR_NAME, resolveBackend, targetTo } from './backend-of-ingress.ts';
import type { IngressResource } from './class-of-ingress.ts';
import { inOrderOfRank, writtenPosition } from './entry-order.ts';
import type { ServedHost } from './ingress-hosts.ts';
import { ingressAction, ingressEntry, ingressTable, pathCondition } from './ingress-table.ts';
import { placeIn } from './place-in-ingress.ts';
import type { AgedIngress } from './specification-hosts.ts';

const PREFIX = 'traefik.ingress.kubernetes.io/router.';

/** A router of Traefik: one path of one rule. */
interface Router {
  /** As written in lower case. Null takes every host. */
  readonly host: string | null;
  readonly entry: RouteEntry;
}

/**
 * Returns the hosts of a controller of Traefik (I-802): every path is a router, the router with the longest text
 * of its rule wins, and routers without a host take part at every host.
 */
export function traefikHosts(
  ingresses: readonly AgedIngress[],
  context: BackendContext,
): readonly ServedHost[] {
  const routers = ingresses.flatMap(({ ingress }) =>
    ingress.spec.rules.flatMap((rule, at) => routersOf(ingress, rule, at, context)),
  );
  const last = defaultRouter(ingresses, context);
  const hosts = new Set([null, ...routers.map(({ host }) => host)]);
  return [...hosts].map((host) => {
    const own = routers.filter((router) => router.host === null || covers(router.host, host));
    const entries = own.map(({ entry }) => entry).sort(inOrderOfRank);
    const table = ingressTable(last === null ? entries : [...entries, last]);
    return { host, http: table, https: table };
  });
}

/** Returns true if a router takes the requests to a host: its own, or one below its wildcard. */
function covers(pattern: string, host: string | null): boolean {
  if (host === null) return false;
  return pattern === host || (pattern.startsWith('*.') && host.replace(/^[^.]+/, '*') === pattern);
}

function routersOf(
  ingress: IngressResource,
  rule: IngressRule,
  at: number,
  context: BackendContext,
): readonly Router[] {
  return rule.paths.flatMap((path, match): readonly Router[] => {
    if (path.backend.kind === 'resource' || (rule.host === null && path.path === '')) return [];
    const backend = resolveBackend(path.backend, ingress.namespace, BY_NUMBER_OR_NAME, context);
    // A router without a usable Service does not exist (I-402), nor one with an ExternalName Service (I-406).
    if (backend.isEmpty || context.services.find(backend.service)?.facts.kind === 'external-name') return [];
    const origin = placeIn(ingress, path.origin);
    const action = ingressAction(origin, {
      filters: middlewares(ingress, origin),
      targets: [targetTo(backend, origin)],
    });
    const matcher = matcherOf(path, ingress);
    const conditions =
      path.path === ''
        ? []
        : [conditionOf(matcher, path.path, { ...origin, path: [...origin.path, 'path'] })];
    const rank = rankOf(ruleText(rule.host, path.path, matcher), ingress, at, match);
    const entry = ingressEntry({ ingress, rule: at, match }, conditions, rank, action);
    return [{ host: rule.host?.toLowerCase() ?? null, entry }];
  });
}

type Matcher = 'Path' | 'PathPrefix' | 'PathRegexp';

function matcherOf({ pathType }: IngressPath, { annotations }: IngressResource): Matcher {
  if (pathType === 'Exact') return 'Path';
  const asked = pathType === 'Prefix' ? undefined : own(annotations, `${PREFIX}pathmatcher`);
  return asked === 'Path' || asked === 'PathRegexp' ? asked : 'PathPrefix';
}

function conditionOf(matcher: Matcher, path: string, origin: Condition['origin']): Condition {
  switch (matcher) {
    case 'Path':
      return pathCondition('exact', path, origin);
    case 'PathPrefix':
      return pathCondition('prefix', path, origin);
    case 'PathRegexp':
      return pathCondition('regex', `^(?s:.*)(?:${path})(?s:.*)$`, origin);
    default:
      return matcher satisfies never;
  }
}

/** Returns the rule as Traefik writes it. Its length is the priority. */
function ruleText(host: string | null, path: string, matcher: Matcher): string {
  const parts = [
    ...(host === null ? [] : [`Host(${JSON.stringify(host)})`]),
    ...(path === '' ? [] : [`${matcher}(${JSON.stringify(path)})`]),
  ];
  return parts.join(' && ');
}

function rankOf(
  rule: string,
  { annotations, namespace, name }: IngressResource,
  at: number,
  match: number,
): readonly RankKey[] {
  const priority = Number(own(annotations, `${PREFIX}priority`));
  return [
    { by: 'rule-length', prefer: 'greater', value: priority || rule.length },
    { by: 'name', prefer: 'lesser', value: namespacedName(namespace, name) },
    { by: 'position', prefer: 'lesser', value: writtenPosition(at, match) },
  ];
}

/** Middlewares are objects of Traefik. They may answer themselves. */
function middlewares({ annotations }: IngressResource, origin: Condition['origin']): readonly Filter[] {
  const names = own(annotations, `${PREFIX}middlewares`);
  return names === undefined
    ? []
    : [{ kind: 'opaque', what: `Middleware ${names}`, mayAnswer: true, origin }];
}

/** Returns the router of the first Ingress that has only a default backend. It comes last. */
function defaultRouter(ingresses: readonly AgedIngress[], context: BackendContext): RouteEntry | null {
  for (const { ingress } of ingresses) {
    const backend = ingress.spec.defaultBackend;
    if (ingress.spec.rules.length > 0 || backend === null || backend.kind === 'resource') continue;
    const resolved = resolveBackend(backend, ingress.namespace, BY_NUMBER_OR_NAME, context);
    if (resolved.isEmpty) continue;
    const origin = placeIn(ingress, backend.origin);
    const rank: readonly RankKey[] = [
      { by: 'rule-length', prefer: 'greater', value: Number.MIN_SAFE_INTEGER },
      { by: 'name', prefer: 'lesser', value: namespacedName(ingress.namespace, ingress.name) },
      { by: 'position', prefer: 'lesser', value: 0 },
    ];
    const action = ingressAction(origin, {
      filters: middlewares(ingress, origin),
      targets: [targetTo(resolved, origin)],
    });
    const ref = { ingress, rule: 'defaultBackend', match: 0 } as const;
    return ingressEntry(ref, [pathCondition('prefix', '/', origin)], rank, action);
  }
  return null;
}
