import type { Cluster } from '../../../../cluster/cluster.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import { CATALOGUE } from '../../../../findings/catalogue.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { INGRESS, INGRESS_CLASS } from '../../../../resource/kinds/rare-kinds.ts';
import type { CompiledDialect } from '../../../dialect-compiler.ts';
import { compiledClasses } from '../compiled-classes.ts';
import { checkBackends } from './check-backends.ts';
import { checkClass } from './check-class.ts';
import { checkNginx } from './check-nginx.ts';
import { checkSamePaths } from './check-same-paths.ts';
import { checkTLSHosts } from './check-tls-hosts.ts';
import type { Report } from './report.ts';

/** Returns the findings about Ingresses: their classes and backends, and what their controllers do with them. */
export function checkIngress(cluster: Cluster, compiled: CompiledDialect): readonly Finding[] {
  const findings: Finding[] = [];
  const report: Report = (code, of, path, args) => {
    const { severity } = CATALOGUE[code];
    findings.push({ code, severity, args, site: siteOf(of, path), related: [], fixes: [] });
  };
  const ingresses = cluster.resourcesOf(INGRESS);
  const declared = ingresses.length === 0 ? [] : cluster.resourcesOf(INGRESS_CLASS);
  for (const ingress of ingresses) {
    checkClass(ingress, declared, report);
    checkBackends(ingress, cluster, report);
    checkTLSHosts(ingress, report);
  }
  for (const served of compiledClasses(compiled).values()) {
    checkSamePaths(served, report);
    if (served.nginx !== null) checkNginx(served.nginx, report);
  }
  return findings;
}
