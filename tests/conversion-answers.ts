/** The answers of a conversion, compared request by request with those of its Ingresses. */

import { effectOf } from '../src/core/analysis/questions/canonical-outcome.ts';
import { aliasTarget } from '../src/core/convert/alias-service.ts';
import {
  type Conversion,
  type ConversionChange,
  type ConversionOptions,
  convertIngresses,
} from '../src/core/convert/conversion.ts';
import { worldsOf } from '../src/core/convert/prove-conversion.ts';
import { settle } from '../src/core/dataplane/decide.ts';
import { readGatewayName } from '../src/core/ids/gateway-names.ts';
import type { Outcome } from '../src/core/ir/outcome.ts';
import type { SimRequest } from '../src/core/ir/request.ts';
import { decodedPath } from '../src/core/match/decoded-path.ts';
import type { Snapshot } from '../src/core/snapshot.ts';

/** A conversion with both worlds. */
export interface Converted {
  readonly conversion: Conversion;
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Returns the outcomes of a request that enters through the class of Ingresses. */
  answers(request: SimRequest): {
    readonly before: Outcome;
    readonly after: Outcome;
    readonly isSame: boolean;
  };
}

/** Returns the conversion of a snapshot. */
export function converted(snapshot: Snapshot, options: ConversionOptions = {}): Converted {
  const conversion = convertIngresses(snapshot, options);
  const profile = options.profile ?? snapshot.profile;
  const { before, after } = worldsOf(snapshot, conversion.documents, profile);
  const gateways = new Map(conversion.gateways.map(({ ingressClass, gateway }) => [ingressClass, gateway]));
  return {
    conversion,
    before,
    after,
    answers(request) {
      const className = request.gateway?.name ?? '';
      const gateway = readGatewayName(gateways.get(className) ?? '');
      const first = settle(request, before.control.ir, profile);
      const second = settle({ ...request, gateway }, after.control.ir, profile);
      const isSame = effectOf(withoutAliases(first, before)) === effectOf(second);
      return { before: first, after: second, isSame };
    },
  };
}

/** Returns an outcome with the Services behind aliases in their place. */
function withoutAliases(outcome: Outcome, { cluster }: Snapshot): Outcome {
  return {
    ...outcome,
    backends: outcome.backends.map((backend) => {
      const { service, port } = backend;
      const alias = service === null || port === null ? null : aliasTarget({ service, port }, cluster);
      if (alias === null || alias.to === 'host' || !cluster.services.has(alias.target.service))
        return backend;
      return { ...backend, service: alias.target.service, port: alias.target.port };
    }),
  };
}

/** Returns true if a change of the proof, or a loss, says what happens to a request. */
export function isCovered(request: SimRequest, both: BothOutcomes, conversion: Conversion): boolean {
  const { route } = both.before;
  const isLost = conversion.losses.some(
    ({ resource, severity }) => severity !== 'note' && resource === route,
  );
  return isLost || isCoveredByChange(request, both, conversion);
}

interface BothOutcomes {
  readonly before: Outcome;
  readonly after: Outcome;
}

/** Returns true if a change of the proof says what happens to a request. */
export function isCoveredByChange(
  { scheme, host, path }: SimRequest,
  { before, after }: BothOutcomes,
  { proof }: Conversion,
): boolean {
  return proof.changes.some((change) => {
    if (!change.witness.url.startsWith(`${scheme}:`) || !concernsHost(change, host)) return false;
    if (change.topic === 'no-certificate') return true;
    if (change.topic === 'encoded-path') return decodedPath(path) !== path;
    const isAlike = (a: Outcome, b: Outcome) => a.kind === b.kind && a.status === b.status;
    return isAlike(change.before, before) && isAlike(change.after, after);
  });
}

/** Returns true if a change is about a host, or about the hosts that a wildcard covers. */
export function concernsHost({ hosts }: ConversionChange, host: string): boolean {
  return [host, host.replace(/^[^.]+/, '*'), '*'].some((name) => hosts.includes(name));
}
