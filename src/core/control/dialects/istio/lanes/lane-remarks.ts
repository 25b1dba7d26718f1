import type { RuleIndex } from '../../../../ids/ids.ts';
import type { RemarkedRequest, RouteEntry, RouteTable } from '../../../../ir/table.ts';
import type { TraceNote } from '../../../../ir/trace-note.ts';
import type { GeneratedLanes } from './derive-lanes.ts';
import { nearestLevel } from './lane-rules.ts';

/** Returns the notes on the requests of a table that KT-env generates. */
export function laneRemarks(lanes: GeneratedLanes): NonNullable<RouteTable['remarks']> {
  return (request, winner, entries) => [
    ...onEnvironments(lanes),
    ...(lanes.isKept ? [] : [...onValue(lanes, request), ...onWinner(lanes, winner)]),
    ...onAliases(lanes, request),
    ...onOrder(lanes, request, winner, entries),
  ];
}

function onEnvironments({ active }: GeneratedLanes): readonly TraceNote[] {
  if (active.isKnown) return [];
  const others = active.replaced.map(({ id }) => id).join(', ');
  const args = { environment: active.resource.id, others };
  return [{ code: 'lane-environments-several', rule: 'KT-20.1', args }];
}

/** A value that no workload carries takes the default, even if an ancestor exists (KT-env 20.4). */
function onValue(
  { environment, available, service }: GeneratedLanes,
  request: RemarkedRequest,
): readonly TraceNote[] {
  const { header, splitter } = environment.spec;
  const value = request.header(header.toLowerCase())?.join(',') ?? null;
  if (value === null || available.includes(value)) return [];
  const ancestor = nearestLevel(value, available, splitter);
  if (ancestor === null) return [];
  const args = { header, value, ancestor, namespace: service.namespace };
  return [{ code: 'lane-value-unknown', rule: 'KT-20.4', args }];
}

function onWinner(
  { rules, related, service, environment }: GeneratedLanes,
  winner: RouteEntry | null,
): readonly TraceNote[] {
  const rule = winner === null ? undefined : ruleAt(rules, winner.rule);
  if (rule === undefined) return [];
  const name = service.name;
  if (rule.value !== null && rule.instance !== null && rule.value !== rule.instance) {
    const args = { service: name, value: rule.value, instance: rule.instance };
    return [{ code: 'lane-fallback', rule: 'KT-20.4', args }];
  }
  const wanted = environment.spec.defaultSubset;
  if (rule.value !== null || wanted === null || related.includes(wanted)) return [];
  // Another value may have a subset of the same name.
  if (rules.some(({ subset, value }) => value !== null && subset === rule.subset)) return [];
  const args = { service: name, subset: wanted, label: environment.spec.label };
  return [{ code: 'lane-default-missing', rule: 'KT-20.6', args }];
}

/** A pattern without a placeholder is not used (KT-env 20.8). */
function onAliases({ environment }: GeneratedLanes, request: RemarkedRequest): readonly TraceNote[] {
  return environment.spec.aliases.flatMap(({ name, pattern, placeholder }): readonly TraceNote[] => {
    if (pattern === null || placeholder !== null || request.header(name.toLowerCase()) === null) return [];
    return [{ code: 'lane-alias-exact', rule: 'KT-20.8', args: { header: name, pattern } }];
  });
}

/** The controller writes the environments in any order, which counts if rules of two of them match. */
function onOrder(
  { rules, environment, isKept }: GeneratedLanes,
  request: RemarkedRequest,
  winner: RouteEntry | null,
  entries: readonly RouteEntry[],
): readonly TraceNote[] {
  if (isKept || winner === null || environment.spec.aliases.length === 0) return [];
  const subsets = new Set<string>();
  for (const entry of entries) {
    const rule = ruleAt(rules, entry.rule);
    if (rule?.value == null || rule.subset === null) continue;
    if (entry.conditions.every((each) => request.holds(each))) subsets.add(rule.subset);
  }
  if (subsets.size < 2) return [];
  const args = { environment: environment.id, subsets: [...subsets].join(', ') };
  return [{ code: 'lane-rule-order', rule: 'KT-20.3', args }];
}

/** Returns the generated rule with an index. */
function ruleAt(
  rules: GeneratedLanes['rules'],
  rule: RuleIndex,
): GeneratedLanes['rules'][number] | undefined {
  return rule === 'defaultBackend' ? undefined : rules[rule];
}
