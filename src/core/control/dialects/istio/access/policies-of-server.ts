import type { AccessPolicy, VerifiedTokens } from '../../../../ir/access.ts';
import { own } from '../../../../text/own.ts';
import type { AccessConfig } from './access-config.ts';
import { compileRules } from './compile-rules.ts';
import { type PodsOfServer, selection } from './pods.ts';

const DRY_RUN = 'istio.io/dry-run';

/**
 * Returns the policies that are, or may be, for some Pods: those of their namespace and those of the root
 * namespace (I-21.3). Policies with targets are for Gateways and waypoints, and those that only log have no
 * effect (I-21.2).
 */
export function policiesOf(
  pods: PodsOfServer,
  { authorization, rootNamespace, trustDomain, trustDomainAliases }: AccessConfig,
): readonly AccessPolicy[] {
  return authorization.flatMap((policy): readonly AccessPolicy[] => {
    const { id, namespace, spec, annotations } = policy;
    if (spec.targetRefs.length > 0 || spec.action === 'AUDIT') return [];
    if (own(annotations, DRY_RUN)?.toLowerCase() === 'true') return [];
    const isFor = isForPods(spec.selector, namespace, pods, rootNamespace);
    if (isFor === 'no') return [];
    const rules = compileRules(spec.rules, { namespace, trustDomain, trustDomainAliases });
    const policyOf = (effect: AccessPolicy['effect'], provider: string): readonly AccessPolicy[] => [
      { id, effect, provider, applies: isFor === 'yes', rules },
    ];
    switch (spec.action) {
      case 'ALLOW':
        return policyOf('allow', '');
      case 'DENY':
        return policyOf('deny', '');
      case 'CUSTOM':
        return policyOf('ask', spec.provider ?? '');
      default:
        // No action of Istio: what it does is not known.
        return policyOf('ask', spec.action);
    }
  });
}

/** Returns where Pods expect tokens that they verify (I-21.8). */
export function tokensOf(
  pods: PodsOfServer,
  { tokens, rootNamespace }: AccessConfig,
): readonly VerifiedTokens[] {
  return tokens.flatMap(({ id, namespace, spec }): readonly VerifiedTokens[] => {
    if (spec.targetRefs.length > 0) return [];
    const isFor = isForPods(spec.selector, namespace, pods, rootNamespace);
    if (isFor === 'no' || spec.places.length === 0) return [];
    return [
      {
        by: id,
        applies: isFor === 'yes',
        headers: [...new Set(spec.places.flatMap(({ headers }) => headers))],
        parameters: [...new Set(spec.places.flatMap(({ parameters }) => parameters))],
        cookies: [...new Set(spec.places.flatMap(({ cookies }) => cookies))],
      },
    ];
  });
}

function isForPods(
  selector: Readonly<Record<string, string>> | null,
  namespace: string,
  pods: PodsOfServer,
  rootNamespace: string,
): 'yes' | 'no' | 'unknown' {
  const isRoot = namespace === rootNamespace;
  if (pods.namespace === null) return selection(selector, pods) === 'yes' && isRoot ? 'yes' : 'unknown';
  return isRoot || namespace === pods.namespace ? selection(selector, pods) : 'no';
}
