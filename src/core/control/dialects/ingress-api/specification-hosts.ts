import { namespacedName } from '../../../ids/ids.ts';
import type { Condition } from '../../../ir/condition.ts';
import type { RankKey, RouteEntry } from '../../../ir/table.ts';
import type { IngressPath } from '../../../resource/kinds/networking.k8s.io/ingress-spec.ts';
import { type BackendContext, BY_NUMBER_OR_NAME, resolveBackend, targetTo } from './backend-of-ingress.ts';
import type { IngressResource } from './class-of-ingress.ts';
import { inOrderOfRank, writtenPosition } from './entry-order.ts';
import type { ServedHost } from './ingress-hosts.ts';
import {
  type IngressRuleRef,
  ingressAction,
  ingressEntry,
  ingressTable,
  pathCondition,
} from './ingress-table.ts';
import { placeIn } from './place-in-ingress.ts';

/** An Ingress with its age. */
export interface AgedIngress {
  readonly ingress: IngressResource;
  /** Null if the manifest does not say. */
  readonly age: number | null;
}

/**
 * Returns the hosts of a controller as the specification describes them: the most specific host without a
 * fall-through (I-203), the longest path, exact before prefix (I-304), then the default backends (I-403).
 */
export function specificationHosts(
  ingresses: readonly AgedIngress[],
  context: BackendContext,
): readonly ServedHost[] {
  const byHost = new Map<string, RouteEntry[]>([['', []]]);
  const definers = new Map<string, Set<IngressResource>>();
  for (const { ingress, age } of ingresses) {
    ingress.spec.rules.forEach((rule, at) => {
      const host = rule.host?.toLowerCase() ?? '';
      const entries = byHost.get(host) ?? [];
      byHost.set(host, entries);
      definers.set(host, (definers.get(host) ?? new Set()).add(ingress));
      rule.paths.forEach((path, match) => {
        entries.push(...entriesOf(path, { ingress, rule: at, match }, age, context));
      });
    });
  }
  return [...byHost].map(([host, entries]) => {
    const defaults = defaultEntries(ingresses, definers.get(host) ?? new Set(), context);
    const table = ingressTable([...entries.sort(inOrderOfRank), ...defaults]);
    return { host: host === '' ? null : host, http: table, https: table };
  });
}

function entriesOf(
  path: IngressPath,
  ref: IngressRuleRef,
  age: number | null,
  context: BackendContext,
): readonly RouteEntry[] {
  const { ingress } = ref;
  const origin = placeIn(ingress, path.origin);
  // A reference to an object of an unknown kind: only its controller knows what it does (I-404).
  const action =
    path.backend.kind === 'resource'
      ? ingressAction(origin, {
          filters: [{ kind: 'opaque', what: resourceName(path.backend), mayAnswer: true, origin }],
        })
      : ingressAction(origin, { targets: [targetOf(path.backend, ingress, origin, context)] });
  const place = { ...origin, path: [...origin.path, 'path'] };
  return [ingressEntry(ref, [conditionOf(path, place)], rankOf(path, ref, age), action)];
}

type Backend = IngressPath['backend'];

function resourceName({ apiGroup, resourceKind, name }: Extract<Backend, { kind: 'resource' }>): string {
  return `${resourceKind}${apiGroup === '' ? '' : `.${apiGroup}`}/${name}`;
}

function targetOf(
  backend: Extract<Backend, { kind: 'service' }>,
  ingress: IngressResource,
  origin: RouteEntry['origin'],
  context: BackendContext,
) {
  return targetTo(resolveBackend(backend, ingress.namespace, BY_NUMBER_OR_NAME, context), origin);
}

/** Exact paths are equal. A prefix counts elements of the path. Other types are read as prefixes (I-301 to I-305). */
function conditionOf({ path, pathType }: IngressPath, origin: RouteEntry['origin']): Condition {
  if (pathType === 'Exact') return pathCondition('exact', path, origin);
  return pathCondition('path-prefix', path === '' ? '/' : path, origin);
}

function rankOf(
  { path, pathType }: IngressPath,
  { ingress, rule, match }: IngressRuleRef,
  age: number | null,
) {
  const rank: readonly RankKey[] = [
    { by: 'exact-path', prefer: 'greater', value: pathType === 'Exact' ? 1 : 0 },
    { by: 'path-length', prefer: 'greater', value: path.length },
    { by: 'age', prefer: 'lesser', value: age },
    { by: 'name', prefer: 'lesser', value: namespacedName(ingress.namespace, ingress.name) },
    { by: 'position', prefer: 'lesser', value: writtenPosition(Number(rule), match) },
  ];
  return rank;
}

/**
 * Returns the entries of the default backends, which take what no rule takes: those of the Ingresses that name
 * the host, then those of Ingresses without rules, then the others (I-403, O-2).
 */
function defaultEntries(
  ingresses: readonly AgedIngress[],
  definers: ReadonlySet<IngressResource>,
  context: BackendContext,
): readonly RouteEntry[] {
  const groupOf = ({ ingress }: AgedIngress) =>
    definers.has(ingress) ? 0 : ingress.spec.rules.length === 0 ? 1 : 2;
  const rankOfDefault = (each: AgedIngress): readonly RankKey[] => [
    { by: 'position', prefer: 'lesser', value: Number.MAX_SAFE_INTEGER - 2 + groupOf(each) },
    { by: 'age', prefer: 'lesser', value: each.age },
    { by: 'name', prefer: 'lesser', value: namespacedName(each.ingress.namespace, each.ingress.name) },
  ];
  const entries = ingresses.flatMap((each) => {
    const { ingress } = each;
    const backend = ingress.spec.defaultBackend;
    if (backend === null || backend.kind === 'resource') return [];
    const origin = placeIn(ingress, backend.origin);
    const action = ingressAction(origin, { targets: [targetOf(backend, ingress, origin, context)] });
    const ref: IngressRuleRef = { ingress, rule: 'defaultBackend', match: 0 };
    return [ingressEntry(ref, [pathCondition('path-prefix', '/', origin)], rankOfDefault(each), action)];
  });
  return entries.sort(inOrderOfRank);
}
