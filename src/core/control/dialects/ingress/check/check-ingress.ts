import { siteOf } from '../../../../cluster/resource-site.ts';
import { CATALOGUE } from '../../../../findings/catalogue.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { INGRESS, INGRESS_CLASS } from '../../../../resource/kinds/rare-kinds.ts';
import type { DialectCheck } from '../../../dialect-check.ts';
import { checkBackends } from './check-backends.ts';
import { checkClass } from './check-class.ts';
import type { Report } from './report.ts';

/** The findings about the classes and the backends of Ingresses. */
export const INGRESS_CHECK: DialectCheck = {
  name: 'ingress',
  check({ cluster }) {
    const findings: Finding[] = [];
    const report: Report = (code, of, path, args) => {
      const { severity } = CATALOGUE[code];
      findings.push({ code, severity, args, site: siteOf(of, path), related: [], fixes: [] });
    };
    const ingresses = cluster.resourcesOf(INGRESS);
    const classes = ingresses.length === 0 ? [] : cluster.resourcesOf(INGRESS_CLASS);
    for (const ingress of ingresses) {
      checkClass(ingress, classes, report);
      checkBackends(ingress, cluster, report);
    }
    return { findings, memo: null };
  },
};
