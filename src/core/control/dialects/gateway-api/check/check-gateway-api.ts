import type { Finding } from '../../../../findings/finding.ts';
import type { DialectCheck } from '../../../dialect-check.ts';
import { gatewayAPIOf } from '../gateway-api-control.ts';
import { allRoutes } from '../routes.ts';
import { checkKindConflicts } from './check-attachment.ts';
import { checkChannel } from './check-channel.ts';
import { checkGateways } from './check-gateways.ts';
import { checkNearGrants } from './check-near-grants.ts';
import { checkParentPorts } from './check-parent-ports.ts';
import { checkParentless } from './check-parentless.ts';
import { checkPlainText } from './check-plain-text.ts';
import { checkPolicies } from './check-policies.ts';
import { checkRoutes, type RoutesMemo } from './check-routes.ts';

/** The findings of Gateway API: first each route, then the findings that need the whole bundle. */
export const GATEWAY_API_CHECK: DialectCheck = {
  name: 'gateway-api',
  check(world, previous) {
    const { cluster, profile } = world;
    const control = gatewayAPIOf(world.control);
    const memo = checkRoutes({ cluster, control, profile }, previous as RoutesMemo | null);
    const findings: Finding[] = [];
    const report = (finding: Finding) => findings.push(finding);
    let isRefused = false;
    memo.routes.forEach(({ findings: own, refused }) => {
      for (const finding of own) findings.push(finding);
      isRefused ||= refused.length > 0;
    });
    checkParentless(cluster, report);
    checkGateways(cluster, control, report);
    checkPolicies(cluster, control, report);
    // In the order of the bundle, so that a grant gets the same finding after an edit as in a cold run.
    const refused = isRefused
      ? allRoutes(cluster).flatMap((route) => memo.routes.get(route)?.refused ?? [])
      : [];
    checkNearGrants(cluster, refused, report);
    for (const [route, { entries }] of control.compiledAtGateways)
      checkPlainText(route, entries, control, cluster, report);
    checkKindConflicts(control, cluster, report);
    if (profile.parentPorts === 'apart') checkParentPorts(control, cluster, report);
    if (profile.channel === 'standard') checkChannel(cluster, report);
    return { findings, memo };
  },
};
