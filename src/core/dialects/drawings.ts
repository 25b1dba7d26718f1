import { drawGatewayAPI } from '../control/dialects/gateway-api/draw/draw-gateway-api.ts';
import type { DialectDrawing } from '../graph/dialect-drawing.ts';

/** What draws the resources of each dialect. */
export const DIALECT_DRAWINGS: readonly DialectDrawing[] = [drawGatewayAPI];
