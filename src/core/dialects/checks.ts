import type { DialectCheck } from '../control/dialect-check.ts';
import { GATEWAY_API_CHECK } from '../control/dialects/gateway-api/check/check-gateway-api.ts';
import { INGRESS_CHECK } from '../control/dialects/ingress-api/ingress.ts';
import { ACCESS_CHECK } from '../control/dialects/istio/access/check-access.ts';
import { ISTIO_CHECK } from '../control/dialects/istio/istio.ts';

/** The checks of all dialects. Each returns the findings about the resources of its dialect. */
export const DIALECT_CHECKS: readonly DialectCheck[] = [
  GATEWAY_API_CHECK,
  ISTIO_CHECK,
  ACCESS_CHECK,
  INGRESS_CHECK,
];
