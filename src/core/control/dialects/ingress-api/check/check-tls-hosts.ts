import type { IngressResource } from '../class-of-ingress.ts';
import type { Report } from './report.ts';

/** Reports hosts under `tls` that no rule of the Ingress names: no request to them is routed here (I-501). */
export function checkTLSHosts(ingress: IngressResource, report: Report): void {
  const { rules, tls } = ingress.spec;
  // A rule without a host, or a default backend, takes requests to all hosts.
  if (rules.length === 0 || rules.some(({ host }) => host === null)) return;
  const named = new Set(rules.flatMap(({ host }) => host?.toLowerCase() ?? []));
  const above = new Set([...named].map((host) => host.replace(/^[^.]+/, '*')));
  for (const { hosts, origin } of tls)
    hosts.forEach((host, at) => {
      const key = host.toLowerCase();
      const isNamed = named.has(key) || above.has(key) || named.has(key.replace(/^[^.]+/, '*'));
      if (!isNamed)
        report('ingress-tls-host-without-rule', ingress, [...origin, 'hosts', at], {
          ingress: ingress.id,
          host,
        });
    });
}
