import type { DialectDrawing } from '../../../../graph/dialect-drawing.ts';
import { VIRTUAL_SERVICE } from '../../../../resource/kinds/rare-kinds.ts';
import { drawGatewayRoutes, drawGateways } from './draw-gateways.ts';
import { drawHosts } from './draw-hosts.ts';
import { drawVirtualServices } from './draw-virtual-services.ts';

/** Draws Gateways, hosts of ServiceEntries, and VirtualServices with what they forward to. */
export const drawIstio: DialectDrawing = (drawing, cluster, control) => {
  drawGateways(drawing, cluster);
  drawHosts(drawing, cluster, control.ir);
  if (cluster.resourcesOf(VIRTUAL_SERVICE).length === 0) return;
  drawVirtualServices(drawing, cluster, control);
  drawGatewayRoutes(drawing, cluster, control.ir);
};
