import { selectWorkloads } from '../../../../cluster/endpoints.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { FindingCode } from '../../../../findings/catalogue.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { namespacedName, servicePortId } from '../../../../ids/ids.ts';
import { readPrincipal } from '../../../../ids/principal.ts';
import type { AccessFacet, AccessRule } from '../../../../ir/access.ts';
import { SERVICE_ACCOUNT } from '../../../../resource/kinds/core/namespace-and-service-account.ts';
import {
  AUTHORIZATION_POLICY,
  PEER_AUTHENTICATION,
  REQUEST_AUTHENTICATION,
} from '../../../../resource/kinds/rare-kinds.ts';
import type { ResourceMeta } from '../../../../resource/resource.ts';
import type { Path } from '../../../../text/path.ts';
import type { DialectCheck } from '../../../dialect-check.ts';
import { hasLabels, type PodLabels } from '../labels.ts';
import { protocolOf } from '../mesh-services.ts';
import { type AccessConfig, accessConfigOf } from './access-config.ts';
import { compileRules, facetOfKey } from './compile-rules.ts';
import { incompleteParts } from './incomplete-parts.ts';

type Report = (code: FindingCode, of: ResourceMeta, path: Path, args: Finding['args']) => void;

const SEVERITIES = {
  'access-policy-incomplete': 'error',
  'access-key-unknown': 'error',
  'access-selects-nothing': 'warning',
  'access-rule-on-connections': 'warning',
  'access-account-undeclared': 'info',
} as const;

/** The findings on access policies of Istio, if the profile applies them. */
export const ACCESS_CHECK: DialectCheck = {
  name: 'istio-access',
  check({ cluster, control }) {
    const findings: Finding[] = [];
    if (control.ir.access === null) return { findings, memo: null };
    const config = accessConfigOf(cluster);
    const report: Report = (code, of, path, args) => {
      const severity = SEVERITIES[code as keyof typeof SEVERITIES];
      findings.push({ code, severity, args, site: siteOf(of, path), related: [], fixes: [] });
    };
    for (const policy of cluster.resourcesOf(AUTHORIZATION_POLICY)) {
      for (const { part, path } of incompleteParts(policy.spec))
        report('access-policy-incomplete', policy, path, { policy: policy.id, part });
      for (const [at, rule] of policy.spec.rules.entries())
        for (const [index, condition] of (rule?.when ?? []).entries())
          if (condition !== null && condition.key !== '' && facetOfKey(condition.key) === null)
            report('access-key-unknown', policy, ['spec', 'rules', at, 'when', index, 'key'], {
              policy: policy.id,
              key: condition.key,
            });
      checkConnections(policy, config, report);
      checkAccounts(policy, config, report);
    }
    for (const policy of cluster.resourcesOf(PEER_AUTHENTICATION))
      if (policy.spec.selector === null && policy.spec.ports.length > 0)
        report('access-policy-incomplete', policy, ['spec', 'portLevelMtls'], {
          policy: policy.id,
          part: 'selector',
        });
    for (const kind of [AUTHORIZATION_POLICY, PEER_AUTHENTICATION, REQUEST_AUTHENTICATION])
      for (const policy of cluster.resourcesOf(kind))
        checkSelector(policy, policy.spec.selector, config, report);
    return { findings, memo: null };
  },
};

/** Reports a selector that no workload of the bundle has, if the bundle declares workloads there. */
function checkSelector(
  policy: ResourceMeta,
  selector: PodLabels | null,
  { cluster, rootNamespace }: AccessConfig,
  report: Report,
): void {
  if (selector === null) return;
  const { namespace, id } = policy;
  const namespaces = namespace === rootNamespace ? [...cluster.workloadsIn.keys()] : [namespace];
  const declared = namespaces.filter((each) => cluster.workloadsIn.has(each));
  if (declared.length === 0) return;
  if (declared.some((each) => selectWorkloads(cluster, each, selector).length > 0)) return;
  const text = Object.entries(selector)
    .map(([label, value]) => `${label}=${value}`)
    .join(', ');
  report('access-selects-nothing', policy, ['spec', 'selector'], { policy: id, selector: text });
}

const OF_REQUESTS: ReadonlySet<AccessFacet> = new Set(['host', 'method', 'path', 'header', 'token']);

function readsRequests({ from, to, when }: AccessRule): boolean {
  return [...from.flat(), ...to.flat(), ...when].some(({ of }) => OF_REQUESTS.has(of));
}

/**
 * Reports a rule that reads requests, at a Service port where the proxy sees only connections: an ALLOW rule
 * never matches there, and a DENY rule without other conditions refuses every connection (I-21.6).
 */
function checkConnections(
  policy: AccessConfig['authorization'][number],
  config: AccessConfig,
  report: Report,
): void {
  const { namespace, spec, id } = policy;
  if (spec.targetRefs.length > 0 || (spec.action !== 'ALLOW' && spec.action !== 'DENY')) return;
  for (const rule of compileRules(spec.rules, { ...config, namespace })) {
    if (!readsRequests(rule)) continue;
    const others = [...rule.from.flat(), ...rule.to.flat(), ...rule.when].filter(
      ({ of }) => !OF_REQUESTS.has(of),
    );
    if (spec.action === 'DENY' && others.length > 0) continue;
    // A rule for ports that are not those of the Service does not concern it.
    if (others.some(({ of }) => of === 'port')) continue;
    const port = connectionPort(namespace, spec.selector, config);
    if (port === null) continue;
    const args = { policy: id, rule: rule.index, port, action: spec.action };
    report('access-rule-on-connections', policy, ['spec', 'rules', rule.index], args);
  }
}

/** Returns a Service port that is not HTTP, with Pods that a selector selects. Null if there is none. */
function connectionPort(
  namespace: string,
  selector: PodLabels | null,
  { cluster, rootNamespace }: AccessConfig,
): string | null {
  for (const service of cluster.services.values()) {
    const { spec } = service;
    if (spec.selector === null || (namespace !== rootNamespace && service.namespace !== namespace)) continue;
    const pods = selectWorkloads(cluster, service.namespace, spec.selector);
    if (selector !== null && !pods.some((each) => hasLabels(each.spec.podLabels, selector))) continue;
    const found = spec.ports.find(
      (each) => each.protocol === 'TCP' && ['tcp', 'tls'].includes(protocolOf(each)),
    );
    if (found !== undefined)
      return servicePortId(namespacedName(service.namespace, service.name), found.port);
  }
  return null;
}

/** Reports a service account that no manifest of a declared namespace has. */
function checkAccounts(
  policy: AccessConfig['authorization'][number],
  { cluster }: AccessConfig,
  report: Report,
): void {
  const accounts = new Set(
    cluster.resourcesOf(SERVICE_ACCOUNT).map(({ namespace, name }) => namespacedName(namespace, name)),
  );
  for (const [at, rule] of policy.spec.rules.entries()) {
    const groups = rule?.from ?? [];
    for (const [index, group] of groups.entries()) {
      for (const [field, values] of group ?? []) {
        if (field !== 'principals') continue;
        for (const principal of values) {
          const named = readPrincipal(principal);
          if (named === null) continue;
          const { namespace, account } = named;
          const workloads = cluster.workloadsIn.get(namespace) ?? [];
          const isUsed = workloads.some(({ spec }) => (spec.serviceAccount ?? 'default') === account);
          if (workloads.length === 0 || isUsed || accounts.has(namespacedName(namespace, account))) continue;
          const path = ['spec', 'rules', at, 'from', index, 'source', field];
          report('access-account-undeclared', policy, path, { policy: policy.id, principal });
        }
      }
    }
  }
}
