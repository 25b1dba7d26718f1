import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { type AnyRoute, hasMatches } from '../routes.ts';

/**
 * Reports weights that are spread over two rules with the same matches. Weights count only within one rule,
 * so that the first rule takes every request.
 */
export function checkSplitWeights(route: AnyRoute, report: (finding: Finding) => void): void {
  if (!hasMatches(route)) return;
  const first = new Map<string, number>();
  for (const { matches, backendRefs, index } of route.spec.rules) {
    const key = JSON.stringify(matches);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, index);
      continue;
    }
    const before = route.spec.rules.find((rule) => rule.index === earlier)?.backendRefs ?? [];
    // Without a weight the two rules may be two versions of one rule. The unreachable rule has another
    // finding.
    if (backendRefs.length === 0 || ![...before, ...backendRefs].some(({ weight }) => weight !== 1)) continue;
    report({
      code: 'weights-across-rules',
      severity: 'warning',
      args: { route: route.id, rule: index, first: earlier },
      site: siteOf(route, ['spec', 'rules', index, 'backendRefs']),
      related: [{ note: 'takes-the-requests', site: siteOf(route, ['spec', 'rules', earlier]) }],
      fixes: [],
    });
  }
}
