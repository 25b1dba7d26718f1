import type { DialectDrawing } from '../../../../graph/dialect-drawing.ts';
import { compareText } from '../../../../graph/drawing.ts';
import { VIRTUAL_SERVICE } from '../../../../resource/kinds/rare-kinds.ts';
import { compiledMesh } from '../compiled-mesh.ts';
import type { DerivedLanes } from '../lanes/derive-lanes.ts';
import { drawGatewayRoutes, drawGateways } from './draw-gateways.ts';
import { drawHosts } from './draw-hosts.ts';
import { drawVirtualServices } from './draw-virtual-services.ts';

const NOTHING: DerivedLanes['generated'] = new Map();

/**
 * Draws Gateways, hosts of ServiceEntries, and VirtualServices with what they forward to. VirtualServices that
 * a VirtualEnvironment generates are drawn like written ones.
 */
export const drawIstio: DialectDrawing = (drawing, cluster, control) => {
  drawGateways(drawing, cluster);
  drawHosts(drawing, cluster, control.ir);
  // Only profiles with Istio apply what a VirtualEnvironment generates.
  const mesh = compiledMesh(control.compiled.get('istio') ?? {});
  const virtualServices = mesh?.config.derived.virtualServices ?? cluster.resourcesOf(VIRTUAL_SERVICE);
  const generated = mesh?.config.derived.generated ?? NOTHING;
  if (virtualServices.length === 0) return;
  const sorted = [...virtualServices].sort((a, b) => compareText(a.id, b.id));
  drawVirtualServices(drawing, sorted, generated, control);
  drawGatewayRoutes(drawing, new Set(sorted.map(({ id }) => id)), control.ir);
};
