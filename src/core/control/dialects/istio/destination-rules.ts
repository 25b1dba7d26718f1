import type { ResourceOf } from '../../../resource/kinds/kind.ts';
import type { SubsetOfHost } from '../../../resource/kinds/networking.istio.io/destination-rule.ts';
import { type TLSPolicy, tlsModeAt } from '../../../resource/kinds/networking.istio.io/tls-policy.ts';
import type { DESTINATION_RULE } from '../../../resource/kinds/rare-kinds.ts';
import { hasLabels, type PodLabels } from './labels.ts';
import { mostSpecific, ROOT_NAMESPACE, resolveHost } from './names.ts';
import { audienceOf, sees } from './visibility.ts';

type DestinationRuleResource = ResourceOf<typeof DESTINATION_RULE>;

/** One or more DestinationRules of a namespace for one host that act as one (Istio 9.5). */
interface MergedRule {
  readonly namespace: string;
  readonly exportTo: readonly string[];
  readonly selector: PodLabels | null;
  /** By name. The first definition counts. */
  readonly subsets: Map<string, SubsetOfHost>;
  /** The first of the rules. */
  readonly id: string;
  /** That of the first rule that has one. */
  tls: TLSPolicy | null;
}

/** The client and the host that a rule is looked up for. */
interface RuleQuery {
  readonly host: string;
  readonly hostNamespace: string;
  readonly client: string | null;
  readonly labels: PodLabels;
}

/** The merged rules of a namespace by host. */
type ByHost = ReadonlyMap<string, readonly MergedRule[]>;

/** Finds the DestinationRule that applies to the requests of a client to a Service. */
export interface DestinationRules {
  /** True if clients of all namespaces without rules of their own have the same rules. */
  readonly isPublic: boolean;
  /**
   * Returns the labels of a subset. Returns null if the rule that applies to the client does not define it
   * (Istio 8.4).
   */
  subset(of: RuleQuery & { readonly name: string }): PodLabels | null;
  /** Returns the ids of the rules for a host that define a subset, for whichever clients. */
  definersOf(name: string, host: string): readonly string[];
  /** Returns the mode of TLS to a port of a host, with the rule. Returns null if no rule says it. */
  tls(
    of: RuleQuery & { readonly port: number; readonly subset: string | null },
  ): { readonly mode: string; readonly rule: string } | null;
  /** The labels that workload selectors name, by namespace. */
  readonly selectors: ReadonlyMap<string, readonly PodLabels[]>;
  /** The namespaces whose clients have rules of their own. */
  readonly namespaces: ReadonlySet<string>;
}

/** Returns the look-up for DestinationRules, which are given in the order of their age. */
export function destinationRules(
  rules: readonly DestinationRuleResource[],
  clusterDomain: string,
): DestinationRules {
  const ordered = [
    ...rules.filter(({ spec }) => spec.workloadSelector !== null),
    ...rules.filter(({ spec }) => spec.workloadSelector === null),
  ];
  const local = new Map<string, Map<string, MergedRule[]>>();
  const exported = new Map<string, Map<string, MergedRule[]>>();
  const rootPrivate = new Map<string, MergedRule[]>();
  const selectors = new Map<string, PodLabels[]>();
  for (const { id, namespace, spec } of ordered) {
    const host = resolveHost(spec.host, namespace, clusterDomain);
    const exportTo = spec.workloadSelector === null ? spec.exportTo : ['.'];
    const own: MergedRule = {
      namespace,
      exportTo,
      selector: spec.workloadSelector,
      subsets: new Map(),
      id,
      tls: spec.tls,
    };
    for (const subset of spec.subsets)
      if (!own.subsets.has(subset.name)) own.subsets.set(subset.name, subset);
    if (own.selector !== null) selectors.set(namespace, [...(selectors.get(namespace) ?? []), own.selector]);
    const isPrivate = exportTo.length === 1 && (exportTo[0] === '.' || exportTo[0] === namespace);
    if (sees(audienceOf(exportTo, namespace), namespace)) add(into(local, namespace), host, own);
    if (!isPrivate) add(into(exported, namespace), host, own);
    else if (namespace === ROOT_NAMESPACE) add(rootPrivate, host, own);
  }
  const applying = (host: string, hostNamespace: string, client: string | null): readonly MergedRule[] => {
    const nearest = client === ROOT_NAMESPACE ? rootPrivate : client === null ? undefined : local.get(client);
    const first = rulesFor(host, nearest);
    if (first.length > 0) return first;
    for (const namespace of [hostNamespace, ROOT_NAMESPACE]) {
      const found = rulesFor(host, exported.get(namespace)).filter((each) =>
        sees(audienceOf(each.exportTo, each.namespace), client),
      );
      if (found.length > 0) return found;
    }
    return [];
  };
  const ruleFor = ({ host, hostNamespace, client, labels }: RuleQuery): MergedRule | undefined => {
    const found = applying(host, hostNamespace, client);
    const selected = found.find(
      (each) => each.selector !== null && each.namespace === client && hasLabels(labels, each.selector),
    );
    // Of several general rules the last one counts (Istio 9.6).
    return selected ?? found.filter((each) => each.selector === null).at(-1);
  };
  return {
    isPublic: rules.every(
      ({ spec }) =>
        spec.workloadSelector === null && (spec.exportTo.length === 0 || spec.exportTo.includes('*')),
    ),
    selectors,
    namespaces: new Set(local.keys()),
    definersOf: (name, host) =>
      rules
        .filter(
          ({ namespace, spec }) =>
            mostSpecific(host, [resolveHost(spec.host, namespace, clusterDomain)]) !== null &&
            spec.subsets.some((subset) => subset.name === name),
        )
        .map(({ id }) => id),
    subset: ({ name, ...of }) => ruleFor(of)?.subsets.get(name)?.labels ?? null,
    tls({ port, subset, ...of }) {
      const rule = ruleFor(of);
      const own = subset === null ? null : (rule?.subsets.get(subset)?.tls ?? null);
      const mode = tlsModeAt(port, rule?.tls ?? null, own);
      return mode === null || rule === undefined ? null : { mode, rule: rule.id };
    },
  };
}

function into<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const known = maps.get(key) ?? new Map<string, Value>();
  maps.set(key, known);
  return known;
}

function rulesFor(host: string, byHost: ByHost | undefined): readonly MergedRule[] {
  if (byHost === undefined) return [];
  const best = mostSpecific(host, byHost.keys());
  return best === null ? [] : (byHost.get(best) ?? []);
}

/**
 * Adds a rule to those of its host. It is merged into an earlier one if both have the same `exportTo`, or its
 * own contains that of the earlier one, and both select the same clients (Istio 9.5, 9.7).
 */
function add(byHost: Map<string, MergedRule[]>, host: string, rule: MergedRule): void {
  const known = byHost.get(host) ?? [];
  byHost.set(host, known);
  let stays = true;
  for (const earlier of known) {
    if (rule.selector !== null && !sameLabels(earlier.selector, rule.selector)) continue;
    const same = isSame(rule.exportTo, earlier.exportTo);
    const wider =
      earlier.exportTo.length > 0 && earlier.exportTo.every((each) => rule.exportTo.includes(each));
    if (!same && !wider) continue;
    for (const [name, subset] of rule.subsets)
      if (!earlier.subsets.has(name)) earlier.subsets.set(name, subset);
    earlier.tls ??= rule.tls;
    // A general rule also applies to the clients that the selector leaves out.
    if (sameLabels(earlier.selector, rule.selector)) stays = false;
  }
  if (stays) known.push({ ...rule, subsets: new Map(rule.subsets) });
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

function sameLabels(a: PodLabels | null, b: PodLabels | null): boolean {
  if (a === null || b === null) return a === b;
  return hasLabels(a, b) && hasLabels(b, a);
}
