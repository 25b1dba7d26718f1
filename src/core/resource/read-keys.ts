import { namespacedName } from '../ids/ids.ts';

/**
 * A part of a cluster that a result can depend on. A result is kept after an edit if the edit changes none of
 * the keys that were read for it. Keys are compared, never parsed.
 */
export type ReadKey = string & { readonly __brand: 'ReadKey' };

/** Returns the key of the manifest of a Service (`ns/name`): its existence, ports and selector. */
export function serviceRead(service: string): ReadKey {
  return `service:${service}` as ReadKey;
}

/** Returns the key of the endpoint objects that name a Service (`ns/name`). */
export function endpointsRead(service: string): ReadKey {
  return `endpoints:${service}` as ReadKey;
}

/** Returns the key of the workloads of a namespace. The selector of any Service in it may match them. */
export function workloadsRead(namespace: string): ReadKey {
  return `workloads:${namespace}` as ReadKey;
}

/** Returns the key of what the ReferenceGrants of a namespace permit. */
export function grantsRead(namespace: string): ReadKey {
  return `grants:${namespace}` as ReadKey;
}

/**
 * Returns the key of all Ingresses and IngressClasses. They share hosts, so that each of them may change which
 * requests another one answers.
 */
export function ingressesRead(): ReadKey {
  return 'ingresses' as ReadKey;
}

/** Returns every key that the endpoints of a Service depend on. */
export function endpointReads(namespace: string, name: string): readonly ReadKey[] {
  const service = namespacedName(namespace, name);
  return [serviceRead(service), endpointsRead(service), workloadsRead(namespace)];
}
