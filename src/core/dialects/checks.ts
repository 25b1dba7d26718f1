import type { DialectCheck } from '../control/dialect-check.ts';
import { GATEWAY_API_CHECK } from '../control/dialects/gateway-api/check/check-gateway-api.ts';

/** What finds what is wrong with the resources of each dialect. */
export const DIALECT_CHECKS: readonly DialectCheck[] = [GATEWAY_API_CHECK];
