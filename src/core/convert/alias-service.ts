import type { Cluster } from '../cluster/cluster.ts';
import { namespacedName } from '../ids/ids.ts';

/** A Service port. */
export interface NamedPort {
  /** `ns/name`. */
  readonly service: string;
  readonly port: number;
}

/** What an ExternalName Service is, as the target of a route. */
export type AliasTarget =
  /** An alias of a Service of this cluster, at the port that the controller connects to (I-406). */
  { readonly to: 'service'; readonly target: NamedPort } | { readonly to: 'host'; readonly name: string };

/** Returns where an ExternalName Service leads to. Returns null if the Service is of another type. */
export function aliasTarget({ service, port }: NamedPort, cluster: Cluster): AliasTarget | null {
  const spec = cluster.services.get(service)?.spec;
  if (spec === undefined || spec.type !== 'ExternalName') return null;
  const host = (spec.externalName ?? '').toLowerCase().replace(/\.$/, '');
  const suffix = [`.svc.${cluster.clusterDomain}`, '.svc'].find((each) => host.endsWith(each));
  const [name = '', namespace = '', ...rest] =
    suffix === undefined ? [] : host.slice(0, -suffix.length).split('.');
  if (name === '' || namespace === '' || rest.length > 0) return { to: 'host', name: host };
  const written = spec.ports.find((each) => each.port === port)?.targetPort ?? port;
  const target = { service: namespacedName(namespace, name), port: Number(written) };
  return Number.isInteger(target.port) ? { to: 'service', target } : { to: 'host', name: host };
}
