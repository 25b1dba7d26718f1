import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding, Fix } from '../../../../findings/finding.ts';
import type { Filter } from '../../../../ir/filter.ts';
import type { Listener } from '../../../../resource/gateway-resource.ts';
import { own } from '../../../../text/own.ts';
import type { GatewayAttachment } from '../attach/attach-to-listeners.ts';
import type { GatewayAPIControl } from '../gateway-api-control.ts';

type Redirect = Extract<Filter, { kind: 'redirect' }>;

const SCHEMES: Readonly<Record<string, string>> = { HTTP: 'http', HTTPS: 'https' };
const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

/**
 * Reports redirects that lead to the listener that answers them, so that the client repeats the request
 * without end (R-311, S56). The usual error is a redirect to https on a route without sectionName. Reports
 * one finding for each rule.
 */
export function checkRedirects(control: GatewayAPIControl, report: (finding: Finding) => void): void {
  const told = new Set<string>();
  for (const attachment of control.plane.attachments) {
    const { route, verdicts } = attachment;
    for (const entry of control.compiledAtGateways.get(route)?.entries ?? []) {
      const rule = `${route.id}#${entry.rule}`;
      const filter = entry.action.filters.findIndex((each) => each.kind === 'redirect');
      const redirect = entry.action.filters[filter] as Redirect | undefined;
      if (redirect === undefined || told.has(rule)) continue;
      const taken = verdicts.filter((each) => each.refusal === null).map((each) => each.listener);
      const circular = taken.filter(({ listener }) => leadsTo(redirect, listener));
      const [first] = circular;
      if (first === undefined) continue;
      told.add(rule);
      const others = taken.filter((each) => !circular.includes(each));
      report({
        code: 'redirect-to-itself',
        severity: 'warning',
        args: { route: route.id, rule: entry.rule, listener: first.id },
        site: siteOf(route, ['spec', 'rules', entry.rule, 'filters', filter]),
        related: [],
        fixes:
          route.spec.rules.length === 1
            ? sectionFix(
                attachment,
                others.map((each) => each.listener),
              )
            : [],
      });
    }
  }
}

/** Returns true if a redirect of a listener leads back to that listener, with the same host and path. */
function leadsTo(redirect: Redirect, listener: Listener): boolean {
  const scheme = own(SCHEMES, listener.protocol);
  if (scheme === undefined || redirect.path !== null) return false;
  if (redirect.hostname !== null && redirect.hostname !== listener.hostname) return false;
  const port = redirect.port ?? (redirect.scheme === null ? listener.port : own(PORTS, redirect.scheme));
  return (redirect.scheme ?? scheme) === scheme && port === listener.port;
}

/**
 * Returns a fix that attaches a route whose only rule is the redirect to the one listener where it does not
 * lead back.
 */
function sectionFix(
  { route, parent, ref, byDefault }: GatewayAttachment,
  others: readonly Listener[],
): Fix[] {
  const [only, ...more] = others;
  if (only === undefined || more.length > 0 || byDefault || ref.sectionName !== null) return [];
  const site = siteOf(route, ['spec', 'parentRefs', parent]);
  const edits = [{ site, action: 'insert-field' as const, key: 'sectionName', text: only.name }];
  return [{ name: 'use-section', args: { section: only.name }, edits }];
}
