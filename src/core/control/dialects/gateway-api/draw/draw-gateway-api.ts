import type { DialectDrawing } from '../../../../graph/dialect-drawing.ts';
import { gatewayAPIOf } from '../gateway-api-control.ts';
import { drawGatewayAttachments, drawGateways } from './draw-gateways.ts';
import { drawRoutes } from './draw-routes.ts';

/** Draws Gateways, ListenerSets, routes and grants. */
export const drawGatewayAPI: DialectDrawing = (drawing, cluster, control) => {
  const own = gatewayAPIOf(control);
  drawGateways(drawing, cluster, own);
  drawRoutes(drawing, cluster, own);
  drawGatewayAttachments(drawing, own);
};
