import type { DialectDrawing } from '../../../../graph/dialect-drawing.ts';
import { VIRTUAL_SERVICE } from '../../../../resource/kinds/rare-kinds.ts';
import { drawVirtualServices } from './draw-virtual-services.ts';

/** Draws VirtualServices, with the hosts that they decide for and the subsets that they forward to. */
export const drawIstio: DialectDrawing = (drawing, cluster, control) => {
  if (cluster.resourcesOf(VIRTUAL_SERVICE).length > 0) drawVirtualServices(drawing, cluster, control);
};
