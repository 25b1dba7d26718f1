import type { ClusterPatch } from './cluster.ts';

/** Something of a cluster that a conclusion can rest on: `service:shop/cart`, `endpoints:shop/cart`, `grants:shop`. */
export type ReadKey = string & { readonly __brand: 'ReadKey' };

/** That a Service (`ns/name`) exists, with its ports. */
export const serviceRead = (service: string) => `service:${service}` as ReadKey;
/** The endpoints of a Service. */
export const endpointsRead = (service: string) => `endpoints:${service}` as ReadKey;
/** The ReferenceGrants of a namespace. */
export const grantsRead = (namespace: string) => `grants:${namespace}` as ReadKey;

/** What a patch changed of what can be read. */
export function changedReads({ services, endpoints, grants }: ClusterPatch): ReadonlySet<ReadKey> {
  return new Set([
    ...[...services].map(serviceRead),
    ...[...endpoints].map(endpointsRead),
    ...[...grants].map(grantsRead),
  ]);
}
