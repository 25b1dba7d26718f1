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
  const gateways = gatewaysOf(before, conversion);
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

/** Returns the new Gateways by the class whose place they take. */
function gatewaysOf({ cluster, control }: Snapshot, { documents }: Conversion): ReadonlyMap<string, string> {
  const made = documents.flatMap((text) => {
    const [, name = '', namespace = ''] =
      /^kind: Gateway\nmetadata:\n {2}name: (\S+)\n {2}namespace: (\S+)/m.exec(text) ?? [];
    return name === '' ? [] : [`${namespace}/${name}`];
  });
  const classes = [...control.ir.gateways.values()].flatMap(({ controller }) =>
    controller?.ingresses.some((id) => cluster.byId.has(id)) ? [controller.className] : [],
  );
  return new Map(classes.map((name, at) => [name, made[at] ?? '']));
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

/** Returns true if a change of the proof says what happens to a request. */
export function isCovered(
  request: SimRequest,
  { before, after }: { readonly before: Outcome; readonly after: Outcome },
  { proof, losses }: Conversion,
): boolean {
  const lost = losses.some(({ resource, severity }) => severity !== 'note' && resource === before.route);
  const { scheme, host } = request;
  return (
    lost ||
    proof.changes.some(
      (change) =>
        change.witness.url.startsWith(`${scheme}:`) &&
        concernsHost(change, host) &&
        (change.topic === 'no-certificate' ||
          change.topic === 'encoded-path' ||
          (change.before.kind === before.kind && change.after.kind === after.kind)),
    )
  );
}

/** Returns true if a change is about a host, or about the hosts that a wildcard covers. */
export function concernsHost({ hosts }: ConversionChange, host: string): boolean {
  return [host, host.replace(/^[^.]+/, '*'), '*'].some((name) => hosts.includes(name));
}
