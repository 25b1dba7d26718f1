import type { Cluster } from '../../../../cluster/cluster.ts';
import { selectWorkloads } from '../../../../cluster/endpoints.ts';
import type { DialectDrawing } from '../../../../graph/dialect-drawing.ts';
import { backendId } from '../../../../graph/node-ids.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import {
  AUTHORIZATION_POLICY,
  PEER_AUTHENTICATION,
  REQUEST_AUTHENTICATION,
} from '../../../../resource/kinds/rare-kinds.ts';
import { hasLabels, type PodLabels } from '../labels.ts';
import { accessConfigOf } from './access-config.ts';

/**
 * More policies of one namespace are drawn as one node (graph/draw-other-kinds.ts), and a policy for more
 * Services is drawn without them.
 */
const MOST = 12;

/** Draws access policies with the Services whose Pods they select. Those with targets are drawn with these. */
export const drawAccess: DialectDrawing = (drawing, cluster) => {
  const { rootNamespace } = accessConfigOf(cluster);
  const policies = [AUTHORIZATION_POLICY, PEER_AUTHENTICATION, REQUEST_AUTHENTICATION]
    .flatMap((kind) => cluster.resourcesOf(kind))
    .filter(({ spec }) => !('targetRefs' in spec) || spec.targetRefs.length === 0);
  const counts = new Map<string, number>();
  for (const { namespace } of policies) counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  for (const policy of policies) {
    const { id, namespace, spec } = policy;
    if ((counts.get(namespace) ?? 0) > MOST) continue;
    drawing.addResource(policy, { kind: 'other' });
    const of = namespace === rootNamespace ? null : namespace;
    const services = servicesOf(spec.selector ?? {}, of, cluster);
    if (services.length > MOST) continue;
    for (const to of services.map(backendId)) drawing.addEdge({ from: id, to, kind: 'applies' });
  }
};

/** Returns the Services (`ns/name`) with Pods that a selector selects. A null namespace is any. */
function servicesOf(selector: PodLabels, namespace: string | null, cluster: Cluster): readonly string[] {
  return [...cluster.services.values()]
    .filter(({ namespace: of, spec }) => {
      if ((namespace !== null && of !== namespace) || spec.selector === null) return false;
      return selectWorkloads(cluster, of, spec.selector).some((each) =>
        hasLabels(each.spec.podLabels, selector),
      );
    })
    .map(({ namespace: of, name }) => namespacedName(of, name));
}
