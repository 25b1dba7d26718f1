import type { Finding } from '../../../../findings/finding.ts';
import type { DialectCheck } from '../../../dialect-check.ts';
import { gatewayAPIOf } from '../gateway-api.ts';
import { type AnyRoute, allRoutes } from '../routes.ts';
import { checkKindConflicts } from './check-attachment.ts';
import { checkChannel } from './check-channel.ts';
import { checkGateways } from './check-gateways.ts';
import { checkNearGrants } from './check-near-grants.ts';
import { checkNearParents } from './check-near-parents.ts';
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
    for (const [, own] of memo.routes.entries()) for (const finding of own.findings) findings.push(finding);
    const routes = new Map(allRoutes(cluster).map((route): [string, AnyRoute] => [route.id, route]));
    checkParentless(cluster, report);
    checkGateways(cluster, control, report);
    checkNearParents(cluster, control.services, report);
    checkPolicies(cluster, control, report);
    checkNearGrants(cluster, control, report);
    for (const [route, { entries }] of control.compiledAtGateways)
      checkPlainText(route, entries, control, cluster, report);
    checkKindConflicts(control, routes, report);
    if (profile.channel === 'standard') checkChannel(cluster, report);
    return { findings, memo };
  },
};
