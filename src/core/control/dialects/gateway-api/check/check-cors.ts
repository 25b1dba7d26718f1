import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding } from '../../../../findings/finding.ts';
import type { RuleIndex } from '../../../../ids/ids.ts';
import type { Condition } from '../../../../ir/condition.ts';
import type { RouteEntry } from '../../../../ir/table.ts';
import { languageKindOf } from '../../../../match/operators/operators.ts';
import type { AnyRoute } from '../routes.ts';

/** Headers that a browser sends with a preflight. It never sends those that a script sets. */
const PREFLIGHT_HEADERS: ReadonlySet<string> = new Set([
  'access-control-request-headers',
  'access-control-request-method',
  'host',
  'origin',
  'user-agent',
]);

/**
 * Reports rules with a CORS filter that no preflight can match. A preflight is an OPTIONS request without the
 * headers of the actual request. Another rule of the route with a CORS filter may match it for the
 * same path.
 */
export function checkCORS(
  route: AnyRoute,
  entries: readonly RouteEntry[],
  report: (finding: Finding) => void,
): void {
  const own = entries.filter(({ action }) => action.filters.some(({ kind }) => kind === 'cors'));
  const open = own.filter(({ conditions }) => takesPreflight(conditions));
  const told = new Set<RuleIndex>();
  for (const { rule, conditions } of own) {
    const isTaken = open.some((each) => each.rule === rule || pathOf(each.conditions) === pathOf(conditions));
    if (isTaken || told.has(rule)) continue;
    told.add(rule);
    const blocking = conditions.find((each) => !lets(each));
    report({
      code: 'cors-preflight-unmatched',
      severity: 'warning',
      args: { route: route.id, rule, on: blocking?.on ?? '' },
      site: siteOf(route, ['spec', 'rules', rule, 'matches']),
      related: [],
      fixes: [],
    });
  }
}

function takesPreflight(conditions: readonly Condition[]): boolean {
  return conditions.every(lets);
}

function lets(condition: Condition): boolean {
  const { of, name, value } = condition;
  if (of === 'method') return languageKindOf(condition) !== 'value' || value === 'OPTIONS';
  return of !== 'header' || PREFLIGHT_HEADERS.has(name);
}

function pathOf(conditions: readonly Condition[]): string {
  const path = conditions.find(({ of }) => of === 'path');
  return path === undefined ? '' : `${path.op} ${path.value}`;
}
