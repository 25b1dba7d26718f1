/** Ids of nodes that are not the id of a resource. `service` is `ns/name`. */
export const namespaceId = (namespace: string) => `Namespace/${namespace}`;
export const clientId = (namespace: string) => `client:${namespace}`;
/** Returns the id of a client outside the mesh. '' means a client outside the cluster. */
export const outsideClientId = (namespace: string) => `client:${namespace}#outside`;
export const frontendId = (service: string) => `Service/${service}`;
export const backendId = (service: string) => `Service/${service}#backend`;
/** Returns the id of the Pods of a Service that a subset of Istio selects. */
export const subsetId = (service: string, subset: string) => `Service/${service}#subset=${subset}`;
/** Returns the id of a host that is no Service. */
export const hostId = (host: string) => `host:${host}`;
/** Several resources of a namespace that are drawn as one; `kind` is `*` for several kinds. */
export const otherId = (namespace: string, kind: string) => `other:${namespace}/${kind}`;
export const missingId = (kind: string, key: string) => `missing:${kind}/${key}`;

/** Returns the id of a workload's second line in the picture: in another card. */
export const rowId = (card: string, workload: string) => `${workload}@${card}`;

/**
 * Returns the id of the Service's frontend for the id of its backend, or of a subset of it. Returns null for
 * other ids.
 */
export function frontendOfBackend(id: string): string | null {
  return /^(.*)#(?:backend$|subset=)/.exec(id)?.[1] ?? null;
}

/** Returns the id of the backend for the id of a Service's frontend. */
export const backendOfFrontend = (id: string) => `${id}#backend`;

/** Returns the namespace of a client, and whether the client is outside the mesh. */
export function readClientId(id: string): { readonly namespace: string; readonly outside: boolean } {
  const [namespace = '', outside] = id.slice('client:'.length).split('#');
  return { namespace, outside: outside !== undefined };
}
