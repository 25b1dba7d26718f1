/** Ids of nodes that are no resource's own; `service` is `ns/name`. */
export const namespaceId = (namespace: string) => `Namespace/${namespace}`;
export const clientId = (namespace: string) => `client:${namespace}`;
/** A client that the mesh does not see; '' stands for one outside the cluster. */
export const outsideClientId = (namespace: string) => `client:${namespace}#outside`;
export const frontendId = (service: string) => `Service/${service}`;
export const backendId = (service: string) => `Service/${service}#backend`;
export const missingId = (kind: string, key: string) => `missing:${kind}/${key}`;
