import type { DialectCompiler } from '../control/dialect-compiler.ts';
import { GATEWAY_API_COMPILER } from '../control/dialects/gateway-api/gateway-api.ts';
import { INGRESS_COMPILER } from '../control/dialects/ingress-api/ingress.ts';
import { ISTIO_COMPILER } from '../control/dialects/istio/istio.ts';

/** The compilers of all dialects that are simulated. */
export const DIALECT_COMPILERS: readonly DialectCompiler[] = [
  GATEWAY_API_COMPILER,
  ISTIO_COMPILER,
  INGRESS_COMPILER,
];
