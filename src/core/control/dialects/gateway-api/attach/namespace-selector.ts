import type { Cluster } from '../../../../cluster/cluster.ts';
import type { AllowedNamespaces, LabelSelector } from '../../../../resource/gateway-resource.ts';
import { flawOfExpression } from '../../../../resource/kinds/gateway-api/label-selector.ts';

/** The label that the API server adds to every Namespace. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** Whether a namespace is allowed. `unknown` means that its labels decide and no manifest declares them. */
export type Admission = 'yes' | 'no' | 'unknown';

/** Returns the labels of a namespace: the declared ones, and always its name. */
function namespaceLabels(cluster: Cluster, namespace: string): ReadonlyMap<string, string> {
  const declared = cluster.namespaces.get(namespace)?.labels ?? {};
  return new Map([...Object.entries(declared), [NAME_LABEL, namespace]]);
}

/**
 * Returns whether a selector holds: all labels and all expressions must hold. A malformed selector matches
 * nothing. For a namespace that no manifest declares, only the name is known.
 */
function selectorHolds(selector: LabelSelector, cluster: Cluster, namespace: string): Admission {
  const labels = namespaceLabels(cluster, namespace);
  const isKnown = (key: string) => key === NAME_LABEL || cluster.namespaces.has(namespace);
  const results: Admission[] = Object.entries(selector.matchLabels).map(([key, value]) =>
    isKnown(key) ? yesOrNo(labels.get(key) === value) : 'unknown',
  );
  for (const expression of selector.matchExpressions) {
    if (flawOfExpression(expression) !== null) return 'no';
    results.push(isKnown(expression.key) ? yesOrNo(holds(expression, labels)) : 'unknown');
  }
  return results.includes('no') ? 'no' : results.includes('unknown') ? 'unknown' : 'yes';
}

function yesOrNo(holding: boolean): Admission {
  return holding ? 'yes' : 'no';
}

function holds(
  { key, operator, values }: LabelSelector['matchExpressions'][number],
  labels: ReadonlyMap<string, string>,
): boolean {
  const actual = labels.get(key);
  switch (operator) {
    case 'In':
      return actual !== undefined && values.includes(actual);
    case 'NotIn':
      return actual === undefined || !values.includes(actual);
    case 'Exists':
      return actual !== undefined;
    default:
      return actual === undefined;
  }
}

/** Returns whether an object in the namespace `own` allows objects of `namespace`. */
export function allowsNamespace(
  allowed: AllowedNamespaces,
  own: string,
  namespace: string,
  cluster: Cluster,
): Admission {
  switch (allowed.from) {
    case 'All':
      return 'yes';
    case 'Same':
      return yesOrNo(own === namespace);
    case 'None':
      return 'no';
    case 'Selector':
      // `from: Selector` without a selector: the documentation requires one, but no validation checks it. It
      // allows no namespace.
      return allowed.selector === null ? 'no' : selectorHolds(allowed.selector, cluster, namespace);
    default:
      return allowed.from satisfies never;
  }
}
