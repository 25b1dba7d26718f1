import type { Cluster } from '../../cluster/cluster.ts';
import type { AllowedNamespaces, LabelSelector } from '../../resource/gateway-resource.ts';

/** The label that the API server puts on every Namespace. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** Labels of a namespace: those declared, and always its name; one that nobody declares has the name alone. */
function namespaceLabels(cluster: Cluster, namespace: string): ReadonlyMap<string, string> {
  const declared = cluster.namespaces.get(namespace)?.labels ?? {};
  return new Map([...Object.entries(declared), [NAME_LABEL, namespace]]);
}

/** Whether a selector holds: all labels and all expressions; a malformed one matches nothing. */
function selectorHolds(selector: LabelSelector, labels: ReadonlyMap<string, string>): boolean {
  for (const [key, value] of Object.entries(selector.matchLabels))
    if (labels.get(key) !== value) return false;
  return selector.matchExpressions.every(({ key, operator, values }) => {
    const actual = labels.get(key);
    switch (operator) {
      case 'In':
        return values.length > 0 && actual !== undefined && values.includes(actual);
      case 'NotIn':
        return values.length > 0 && (actual === undefined || !values.includes(actual));
      case 'Exists':
        return values.length === 0 && actual !== undefined;
      case 'DoesNotExist':
        return values.length === 0 && actual === undefined;
      default:
        return false;
    }
  });
}

/** Whether objects of `namespace` are let in by something that lives in `own`. */
export function allowsNamespace(
  allowed: AllowedNamespaces,
  own: string,
  namespace: string,
  cluster: Cluster,
): boolean {
  switch (allowed.from) {
    case 'All':
      return true;
    case 'Same':
      return own === namespace;
    case 'None':
      return false;
    case 'Selector':
      // Selector without a selector: the documentation requires one, nothing validates it; it lets nobody in.
      return (
        allowed.selector !== null && selectorHolds(allowed.selector, namespaceLabels(cluster, namespace))
      );
  }
}
