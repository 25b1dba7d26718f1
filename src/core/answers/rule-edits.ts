import { siteOf } from '../cluster/resource-site.ts';
import type { Fix, FixEdit } from '../findings/finding.ts';
import { namespacedName } from '../ids/ids.ts';
import { flowYAML } from '../manifest/flow-yaml.ts';
import type { BackendRef, GRPCRouteRule, HTTPRouteRule } from '../resource/resource.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Proposal } from './proposal.ts';
import { type Destination, lastBackends, parentDestination, refTo } from './route-backends.ts';
import { MOST_RULES, type RuleRoute, type Written, writtenRules } from './rule-cures.ts';

/**
 * Returns the edits that add a rule to a route: one for a path prefix that it does not have yet, and one for
 * all other requests if it has none.
 */
export function ruleEdits(route: RuleRoute, snapshot: Snapshot): readonly Proposal[] {
  if (route.sketch || writtenRules(route).length >= MOST_RULES) return [];
  const parent = parentDestination(route, snapshot);
  const written = lastBackends(route);
  const backends = written.length > 0 ? written : parent === null ? [] : [refTo(parent, route.namespace)];
  if (backends.length === 0) return [];
  const { match, path } = newMatch(route);
  const rule = { matches: [match], backendRefs: backends };
  const proposals = [addRule('add-path-rule', { path, route: route.id }, route, rule)];
  const rest = parent ?? lastDestination(route);
  // The default rule of a route without rules disappears with the first rule.
  if (rest !== null && (writtenRules(route).length === 0 || !hasCatchAll(route))) {
    const args = { route: route.id, service: rest.service, port: rest.port };
    const backendRefs = [refTo(rest, route.namespace)];
    proposals.push(addRule('add-catch-all-to', args, route, { backendRefs }));
  }
  return proposals;
}

/** Returns the first backend of the last rule that has one. Returns null if it is no Service with a port. */
function lastDestination({ spec }: RuleRoute): Destination | null {
  const rules: readonly { readonly backendRefs: readonly BackendRef[] }[] = spec.rules;
  const ref = rules.findLast(({ backendRefs }) => backendRefs.length > 0)?.backendRefs[0];
  if (ref === undefined || ref.port === null || ref.kind !== 'Service' || ref.group !== '') return null;
  return { service: namespacedName(ref.namespace, ref.name), port: ref.port };
}

function hasCatchAll(route: RuleRoute): boolean {
  return route.kind === 'HTTPRoute'
    ? route.spec.rules.some(takesAllHTTP)
    : route.spec.rules.some(takesAllGRPC);
}

function takesAllHTTP({ matches }: HTTPRouteRule): boolean {
  return matches.some(
    ({ path, method, headers, queryParams }) =>
      path.type === 'PathPrefix' &&
      path.value === '/' &&
      method === null &&
      headers.length === 0 &&
      queryParams.length === 0,
  );
}

function takesAllGRPC({ matches }: GRPCRouteRule): boolean {
  return matches.some(({ method, headers }) => method === null && headers.length === 0);
}

/** Returns a match for a path that no match of the route has, and that path in its short form. */
function newMatch(route: RuleRoute): { readonly match: Written; readonly path: string } {
  if (route.kind === 'GRPCRoute') {
    const services = route.spec.rules.flatMap(({ matches }) => matches.map((each) => each.method?.service));
    const service = firstFree('new.Service', '', new Set(services));
    return { match: { method: { service } }, path: `/${service}/…` };
  }
  const paths = route.spec.rules.flatMap(({ matches }) => matches.map(({ path }) => path.value));
  const value = firstFree('/new', '-', new Set(paths));
  return { match: { path: { type: 'PathPrefix', value } }, path: `${value}/…` };
}

function firstFree(wanted: string, separator: string, taken: ReadonlySet<string | undefined>): string {
  let found = wanted;
  for (let number = 2; taken.has(found); number++) found = `${wanted}${separator}${number}`;
  return found;
}

/** Returns the edit that adds a rule after the last rule of a route, or a list with this rule. */
function addRule(name: string, args: Fix['args'], route: RuleRoute, rule: Written): Proposal {
  const { length } = writtenRules(route);
  const edit: FixEdit =
    length === 0
      ? { site: siteOf(route, ['spec']), action: 'insert-field', key: 'rules', text: flowYAML([rule]) }
      : {
          site: siteOf(route, ['spec', 'rules', length - 1]),
          action: 'append-item',
          text: Object.entries(rule)
            .map(([key, value]) => `${key}: ${flowYAML(value)}`)
            .join('\n'),
          value: rule,
        };
  return { fix: { name, args, edits: [edit] }, makes: route.id, rules: length + 1 };
}
