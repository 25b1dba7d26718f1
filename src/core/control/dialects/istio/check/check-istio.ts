import type { Cluster } from '../../../../cluster/cluster.ts';
import type { Finding } from '../../../../findings/finding.ts';
import type { MeshIR } from '../../../../ir/mesh-ir.ts';
import type { CompiledDialect } from '../../../dialect-compiler.ts';
import { compiledMesh } from '../compiled-mesh.ts';
import { checkCORSPolicies } from './check-cors-policies.ts';
import { checkExports } from './check-exports.ts';
import { checkGateways } from './check-gateways.ts';
import { checkHosts } from './check-hosts.ts';
import { checkLanes } from './check-lanes.ts';
import { checkMixed } from './check-mixed.ts';
import { checkServiceEntries } from './check-service-entries.ts';
import { checkSubsets } from './check-subsets.ts';

/** Returns the findings about objects of Istio and what VirtualEnvironments derive. */
export function checkIstio(cluster: Cluster, compiled: CompiledDialect, ir: MeshIR): readonly Finding[] {
  const mesh = compiledMesh(compiled);
  if (mesh === null) return [];
  const findings: Finding[] = [];
  const report = (finding: Finding) => void findings.push(finding);
  checkLanes(mesh.config.derived, report);
  checkSubsets(mesh, cluster, report);
  checkHosts(mesh, report);
  checkExports(mesh, cluster, report);
  checkGateways(mesh, cluster, report);
  checkServiceEntries(cluster, report);
  checkCORSPolicies(cluster, report);
  checkMixed(cluster, ir, report);
  return findings;
}
