import type { GatewayProxy } from '../ir/proxy-config.ts';
import type { ProxyRules } from '../profile/proxy-rules.ts';
import { EngineMissing } from '../text/engine-missing.ts';

/** Returns the configuration of a Gateway under a profile. See gateway-under-profile.ts. */
export type ApplyGatewayRules = (gateway: GatewayProxy, rules: ProxyRules) => GatewayProxy;

let provided: ApplyGatewayRules | null = null;

/** Provides the function. See core/libraries.ts. */
export function provideGatewayRules(apply: ApplyGatewayRules): void {
  provided = apply;
}

/** Returns the configuration of a Gateway under a profile. Throws EngineMissing if it is not provided yet. */
export const gatewayUnder: ApplyGatewayRules = (gateway, rules) => {
  if (provided === null) throw new EngineMissing('Gateways');
  return provided(gateway, rules);
};
