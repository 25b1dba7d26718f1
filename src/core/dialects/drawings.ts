import { drawGatewayAPI } from '../control/dialects/gateway-api/draw/draw-gateway-api.ts';
import { INGRESS_DRAWING } from '../control/dialects/ingress-api/ingress.ts';
import { drawAccess } from '../control/dialects/istio/access/draw-access.ts';
import { drawIstio } from '../control/dialects/istio/draw/draw-istio.ts';
import type { DialectDrawing } from '../graph/dialect-drawing.ts';

/** The functions that draw the resources of each dialect in the graph. */
export const DIALECT_DRAWINGS: readonly DialectDrawing[] = [
  drawGatewayAPI,
  drawIstio,
  INGRESS_DRAWING,
  drawAccess,
];
