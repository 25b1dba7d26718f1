import type { RuleIndex } from '../ids/ids.ts';
import type { Condition } from '../ir/condition.ts';
import type { RouteEntry } from '../ir/table.ts';
import { expectedOf } from '../match/operators/operators.ts';
import type { GraphRule } from './graph-model.ts';

/** Longer summaries do not fit on a card. The whole rule is one click away. */
const MAX_SUMMARY = 80;

/** A rule of a route, by its index in the manifest. */
interface NamedRule {
  readonly index: RuleIndex;
  readonly name: string | null;
}

/** Returns the rules of a route as lines of its card, in the order of the manifest. */
export function summarise(rules: readonly NamedRule[], entries: readonly RouteEntry[]): readonly GraphRule[] {
  const byRule = new Map<RuleIndex, RouteEntry[]>();
  for (const entry of entries) {
    const list = byRule.get(entry.rule);
    if (list) list.push(entry);
    else byRule.set(entry.rule, [entry]);
  }
  return rules.map((rule) => {
    const own = byRule.get(rule.index) ?? [];
    const [first] = own;
    const summary = rule.name ?? (first ? matchText(first.conditions) : '');
    return {
      rule: rule.index,
      summary: summary.length > MAX_SUMMARY ? `${summary.slice(0, MAX_SUMMARY)}…` : summary,
      more: rule.name === null ? Math.max(0, own.length - 1) : 0,
      answers: first ? answerOf(first) : null,
    };
  });
}

function answerOf({ action }: RouteEntry): GraphRule['answers'] {
  if (action.filters.some((filter) => filter.kind === 'redirect' || filter.kind === 'return'))
    return 'redirect';
  return action.targets.length === 0 ? 'error' : null;
}

/** Returns `GET /smiley/… x-user: a ?debug=1`. `~` marks regular expressions, `/…` a prefix. */
function matchText(conditions: readonly Condition[]): string {
  const part = (of: Condition['of']) => conditions.filter((each) => each.of === of);
  const words = part('method').map((each) => each.value);
  for (const of of ['authority', 'scheme'] as const)
    for (const each of part(of)) words.push(`${of}: ${expectedOf(each)}`);
  for (const each of part('path')) words.push(expectedOf(each));
  const [service] = part('grpc-service');
  const [method] = part('grpc-method');
  if (service || method)
    words.push(`${service ? expectedOf(service) : '*'}/${method ? expectedOf(method) : '*'}`);
  for (const each of part('header')) words.push(`${each.name}: ${expectedOf(each)}`);
  for (const each of part('query')) words.push(`?${each.name}=${expectedOf(each)}`);
  return words.length === 0 ? '*' : words.join(' ');
}
