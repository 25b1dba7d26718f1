import type { Cluster } from '../../../../cluster/cluster.ts';
import type { AllowedNamespaces, LabelSelector } from '../../../../resource/gateway-resource.ts';
import { flawOfExpression } from '../../../../resource/kinds/gateway-api/label-selector.ts';

/** The label that the API server puts on every Namespace. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** Whether something is let in; `unknown`: no manifest tells the labels of its namespace, and they decide. */
export type Admission = 'yes' | 'no' | 'unknown';

/** Labels of a namespace: those declared, and always its name. */
function namespaceLabels(cluster: Cluster, namespace: string): ReadonlyMap<string, string> {
  const declared = cluster.namespaces.get(namespace)?.labels ?? {};
  return new Map([...Object.entries(declared), [NAME_LABEL, namespace]]);
}

/**
 * Whether a selector holds: all labels and all expressions; a malformed one matches nothing. Of a namespace that
 * no manifest declares, the name alone is known.
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

/** Whether objects of `namespace` are let in by something that lives in `own`. */
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
      // Selector without a selector: the documentation requires one, nothing validates it; it lets nobody in.
      return allowed.selector === null ? 'no' : selectorHolds(allowed.selector, cluster, namespace);
  }
}
