import { portProtocol } from '../../../../ir/port-protocol.ts';
import type { World } from '../../../dialect-compiler.ts';
import type { ServiceFacet } from '../../../service-facets.ts';
import type { AnyRoute } from '../routes.ts';

/** Returns the ports of a headless Service that a route applies to (Istio 12.1, 1.2). */
export function routedPorts(
  { kind }: AnyRoute,
  { ports }: ServiceFacet,
  { profile, dependsOn }: Pick<World, 'profile' | 'dependsOn'>,
): readonly number[] {
  if (kind !== 'HTTPRoute' && kind !== 'GRPCRoute') return [];
  const web = ports.filter(({ name, appProtocol }) => portProtocol(name, appProtocol) !== 'other');
  if (web.length > 0) dependsOn.add('headlessServices');
  return profile.headlessServices === 'routed' ? web.map(({ port }) => port) : [];
}
