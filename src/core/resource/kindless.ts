import type { Problem } from '../manifest/problem.ts';
import { type Fields, isMapping } from '../text/mapping.ts';
import type { Path } from '../text/path.ts';

/** Kinds that the fields of `spec` identify, in the order in which they are tried. */
const BY_SPEC: readonly (readonly [kind: string, apiVersion: string, fields: readonly string[]])[] = [
  ['HTTPRoute', 'gateway.networking.k8s.io/v1', ['parentRefs', 'rules']],
  ['HTTPRoute', 'gateway.networking.k8s.io/v1', ['parentRefs']],
  ['Gateway', 'gateway.networking.k8s.io/v1', ['gatewayClassName', 'listeners']],
  ['VirtualService', 'networking.istio.io/v1', ['hosts', 'http']],
  ['VirtualService', 'networking.istio.io/v1', ['hosts', 'tcp']],
  ['VirtualService', 'networking.istio.io/v1', ['hosts', 'tls']],
  ['ServiceEntry', 'networking.istio.io/v1', ['hosts', 'ports']],
  ['DestinationRule', 'networking.istio.io/v1', ['host', 'subsets']],
  ['DestinationRule', 'networking.istio.io/v1', ['host', 'trafficPolicy']],
  ['Gateway', 'networking.istio.io/v1', ['servers']],
  ['Ingress', 'networking.k8s.io/v1', ['ingressClassName']],
  ['TrafficSplit', 'split.smi-spec.io/v1alpha4', ['service', 'backends']],
  ['Deployment', 'apps/v1', ['template', 'selector']],
  ['Service', 'v1', ['ports', 'selector']],
  ['ReferenceGrant', 'gateway.networking.k8s.io/v1beta1', ['from', 'to']],
];

/**
 * Returns the problem of an object without `kind`: it is the output of `kubectl describe`, a part of a
 * manifest (`spec`, `rules`, `status`) with the kind that it looks like, or unknown.
 */
export function kindlessProblem(object: Fields, root: Path): Problem {
  const described = object.Kind;
  if (typeof described === 'string' && Object.hasOwn(object, 'API Version'))
    return { code: 'description-not-manifest', args: { kind: described }, place: { path: root } };
  if (isMapping(object.spec)) return incompleteSpec(object.spec, root);
  if (Array.isArray(object.rules)) {
    const isRoute = object.rules.some(
      (rule) => isMapping(rule) && ('backendRefs' in rule || 'matches' in rule),
    );
    return incomplete('rules', isRoute ? 'HTTPRoute' : '', root);
  }
  if (isMapping(object.status)) {
    const { parents, listeners } = object.status;
    const kind = Array.isArray(parents) ? 'HTTPRoute' : Array.isArray(listeners) ? 'Gateway' : '';
    return incomplete('status', kind, root);
  }
  return { code: 'kind-missing', args: {}, place: { path: root } };
}

function incompleteSpec(spec: Fields, root: Path): Problem {
  const known = BY_SPEC.find(([, , fields]) => fields.every((field) => Object.hasOwn(spec, field)));
  if (known === undefined) return incomplete('spec', '', root);
  const [kind, apiVersion] = known;
  const place = { path: root };
  // Fields are inserted before the first one, so the last edit comes first in the text.
  const edits = [
    { place, action: 'insert-field' as const, key: 'apiVersion', text: apiVersion },
    { place, action: 'insert-field' as const, key: 'kind', text: kind },
    { place, action: 'insert-field' as const, key: 'metadata', text: `{name: my-${kind.toLowerCase()}}` },
  ];
  return { ...incomplete('spec', kind, root), fixes: [{ name: 'complete-manifest', args: { kind }, edits }] };
}

function incomplete(part: string, kind: string, root: Path): Problem {
  return { code: 'manifest-incomplete', args: { part, kind }, place: { path: root } };
}
