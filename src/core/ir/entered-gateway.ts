import { type GatewayName, gatewayIdOf } from '../ids/gateway-names.ts';
import type { Trace } from './trace.ts';

/** The parts of a trace that name its Gateway. */
type Entered = Pick<Trace, 'request' | 'steps'>;

/**
 * Returns the Gateway that a request enters through, with its kind if it is not a Gateway of Gateway API.
 * Returns null in a mesh.
 */
export function enteredGateway({ request, steps }: Entered): GatewayName | null {
  if (request.gateway === null) return null;
  const step = steps.find((each) => each.step === 2);
  return step?.step === 2 && step.of !== undefined ? { ...request.gateway, kind: step.of } : request.gateway;
}

/** Returns the id of the Gateway that a request enters through. Returns null in a mesh. */
export function enteredGatewayId(trace: Entered): string | null {
  const gateway = enteredGateway(trace);
  return gateway === null ? null : gatewayIdOf(gateway);
}
