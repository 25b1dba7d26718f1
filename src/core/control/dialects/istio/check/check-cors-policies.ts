import type { Cluster } from '../../../../cluster/cluster.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { compilePattern } from '../../../../match/pattern.ts';
import type { CORSRule } from '../../../../resource/kinds/networking.istio.io/virtual-service-spec.ts';
import { VIRTUAL_SERVICE } from '../../../../resource/kinds/rare-kinds.ts';
import type { Path } from '../../../../text/path.ts';
import { secondsOf } from '../cors-policy.ts';
import { findingAt } from './finding-at.ts';

const METHODS: ReadonlySet<string> = new Set([
  ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', '*'],
]);
const HEADER = /^(\*|[-_A-Za-z0-9]+)$/;

/** Reports VirtualServices that the webhook of Istio refuses because of a CORS policy. */
export function checkCORSPolicies(cluster: Cluster, report: (finding: Finding) => void): void {
  for (const service of cluster.resourcesOf(VIRTUAL_SERVICE)) {
    for (const [index, rule] of service.spec.http.entries()) {
      for (const { why, value, path } of refusalsOf(rule?.corsPolicy ?? null)) {
        const place = ['spec', 'http', index, 'corsPolicy', ...path];
        report(findingAt('cors-policy-refused', service, place, { resource: service.id, why, value }));
      }
    }
  }
}

interface Refusal {
  readonly why: 'origin-empty' | 'pattern' | 'method' | 'header' | 'max-age';
  readonly value: string;
  readonly path: Path;
}

function refusalsOf(policy: CORSRule | null): readonly Refusal[] {
  if (policy === null) return [];
  const found: Refusal[] = [];
  for (const [at, match] of policy.allowOrigins.entries()) {
    const path = ['allowOrigins', at];
    if (match.kind === 'present' || match.value === '') found.push({ why: 'origin-empty', value: '', path });
    else if (match.kind === 'regex' && !compilePattern(match.value, 'full').ok)
      found.push({ why: 'pattern', value: match.value, path: [...path, 'regex'] });
  }
  for (const [at, value] of policy.allowMethods.entries())
    if (!METHODS.has(value)) found.push({ why: 'method', value, path: ['allowMethods', at] });
  for (const field of ['allowHeaders', 'exposeHeaders'] as const)
    for (const [at, value] of policy[field].entries())
      if (!HEADER.test(value)) found.push({ why: 'header', value, path: [field, at] });
  if (policy.maxAge !== null && !isMaxAge(policy.maxAge))
    found.push({ why: 'max-age', value: policy.maxAge, path: ['maxAge'] });
  return found;
}

/** Returns true for whole seconds, of which there is at least one. */
function isMaxAge(text: string): boolean {
  const seconds = secondsOf(text);
  return seconds !== null && Number.isInteger(seconds) && seconds > 0;
}
