/** Manifests as objects, their snapshots and requests to them, for unit tests of the cluster, the control plane and the data plane. */

import { analyse, findProfile, type Snapshot, traceRequest } from '../src/core/index.ts';
import type { SimRequest } from '../src/core/ir/request.ts';
import type { Trace } from '../src/core/ir/trace.ts';
import { GATEWAY_API, type Profile } from '../src/core/profile/profile.ts';
import { decodeRequest } from '../src/core/routetest/decode-suite.ts';
import { FieldReader } from '../src/core/routetest/field-reader.ts';

const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/** A manifest; `name` is `ns/name`, or a name alone for a cluster-scoped kind. */
export function manifest(
  apiVersion: string,
  kind: string,
  name: string,
  fields: object = {},
  metadata: object = {},
): object {
  const [first = '', second] = name.split('/');
  const meta = second === undefined ? { name: first } : { namespace: first, name: second };
  return { apiVersion, kind, metadata: { ...meta, ...metadata }, ...fields };
}

/** A Service with port 80. */
export function service(name: string, spec: object = {}): object {
  return manifest('v1', 'Service', name, { spec: { ports: [{ port: 80 }], ...spec } });
}

/** An object of Gateway API, version v1. */
export function gatewayAPI(kind: string, name: string, spec: object, metadata: object = {}): object {
  return manifest(`${GATEWAY_GROUP}/v1`, kind, name, { spec }, metadata);
}

/** A Gateway without a declared class. */
export function gateway(name: string, listeners: readonly object[], spec: object = {}): object {
  return gatewayAPI('Gateway', name, { gatewayClassName: 'any', listeners, ...spec });
}

/** A ReferenceGrant in the namespace of its name. */
export function grant(name: string, from: object, to: object): object {
  return gatewayAPI('ReferenceGrant', name, { from: [{ group: GATEWAY_GROUP, ...from }], to: [to] });
}

/** A parentRef that names a Service. */
export function toService(name: string, more: object = {}): object {
  return { group: '', kind: 'Service', name, ...more };
}

/** A rule that forwards to port 80 of Services. */
export function forward(...names: readonly string[]): object {
  return { backendRefs: names.map((name) => ({ name, port: 80 })) };
}

/** A rule that forwards requests to a path prefix to port 80 of a Service. */
export function forwardPath(value: string, name: string, type = 'PathPrefix'): object {
  return { matches: [{ path: { type, value } }], ...forward(name) };
}

/** The snapshot of some manifests under a profile with some fields changed. */
export function load(manifests: readonly object[], profile: Partial<Profile> = {}): Snapshot {
  const text = manifests.map((each) => JSON.stringify(each)).join('\n---\n');
  return analyse([{ file: 'a.yaml', text }], { profile: { ...GATEWAY_API, ...profile } });
}

/** A built-in profile. */
export function profileNamed(name: string): Profile {
  const profile = findProfile(name);
  if (profile === null) throw new Error(`there is no profile ${name}`);
  return profile;
}

/** A request as a RouteTest writes it. */
export function readRequest(fields: object): SimRequest {
  const reader = new FieldReader({ file: 'a.yaml', document: 0, root: [] });
  const request = decodeRequest(fields, undefined, [], reader);
  if (request === null || reader.findings.length > 0) throw new Error(JSON.stringify(reader.findings));
  return request;
}

/** The trace of a request as a RouteTest writes it. */
export function ask(snapshot: Snapshot, fields: object): Trace {
  return traceRequest(snapshot, readRequest(fields));
}
