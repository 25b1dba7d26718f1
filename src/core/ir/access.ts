import type { Backend } from './backend.ts';
import type { Client } from './client.ts';
import type { SimRequest } from './request.ts';

/** The part of a request or of its sender that a condition of an access rule examines. */
export type AccessFacet =
  /** The identity that the connection proves: `TRUST-DOMAIN/ns/NAMESPACE/sa/ACCOUNT`. */
  | 'principal'
  /** The namespace in the identity. */
  | 'sender-namespace'
  /** The service account in the identity, as `NAMESPACE/ACCOUNT`. */
  | 'sender-account'
  | 'host'
  | 'method'
  | 'path'
  /** The port of the server: the target port of a Service. */
  | 'port'
  | 'header'
  /** The server name of a TLS connection. */
  | 'server-name'
  /** What a token in the request says. Its content is never known. */
  | 'token'
  /** Something that manifests and requests never say, for example an IP address. */
  | 'not-known';

/** A test of one value. `glob` takes any text for `*`; `path-template` takes segments for `{*}` and `{**}`. */
export interface AccessPattern {
  readonly op: 'present' | 'exact' | 'prefix' | 'suffix' | 'glob' | 'path-template';
  readonly value: string;
  readonly ignoreCase?: true;
}

/** A condition of an access rule: one of the patterns matches or, if it is negated, none of them. */
export interface AccessCondition {
  readonly of: AccessFacet;
  /** The name of a header in lower case. `''` for other facets. */
  readonly name: string;
  /** The name in traces, as the manifest writes it: `source.principals`, `operation.paths`. */
  readonly on: string;
  readonly negated: boolean;
  readonly anyOf: readonly AccessPattern[];
  /** The values as written. */
  readonly written: readonly string[];
}

/** A rule: one of the senders, one of the operations and every other condition. An empty list is no limit. */
export interface AccessRule {
  /** The place in the list of the manifest. */
  readonly index: number;
  /** True if a part of the rule cannot be read, so that it may match anything. */
  readonly unreadable: boolean;
  /** One of these groups of conditions must hold. */
  readonly from: readonly (readonly AccessCondition[])[];
  /** One of these groups of conditions must hold. */
  readonly to: readonly (readonly AccessCondition[])[];
  readonly when: readonly AccessCondition[];
}

/** An access policy that applies to a server, or may apply to it. */
export interface AccessPolicy {
  /** The id of its resource. */
  readonly id: string;
  /**
   * `deny`: a match refuses the request. `allow`: a request needs a match of one of these policies. `ask`: for a
   * match something outside the manifests decides.
   */
  readonly effect: 'ask' | 'deny' | 'allow';
  /** What decides, if the effect is `ask`. */
  readonly provider: string;
  /** False if the labels of the server are not known and decide whether the policy is for it. */
  readonly applies: boolean;
  readonly rules: readonly AccessRule[];
}

/** Which connections a server accepts, and the object that says so. */
export interface AcceptedConnections {
  readonly only: 'mutual-tls' | 'plain-text' | 'any' | 'not-known';
  /** The id of the resource. Null for the default. */
  readonly by: string | null;
}

/** Where clients put tokens that a server verifies, and the object that says so. */
export interface VerifiedTokens {
  readonly by: string;
  readonly applies: boolean;
  readonly headers: readonly string[];
  readonly parameters: readonly string[];
  readonly cookies: readonly string[];
}

/** What one server does with connections and requests before its application gets them. */
export interface ServerAccess {
  /** `ns/name` of its workload. Null if no manifest declares it. */
  readonly workload: string | null;
  /** The port of the server. Null if it is not known. */
  readonly port: number | null;
  /** True if its proxy does not read requests on this port, so that it knows only connections. */
  readonly connectionsOnly: boolean;
  readonly accepts: AcceptedConnections;
  /** How the client connects to it. */
  readonly channel: 'mutual-tls' | 'plain-text' | 'not-known';
  /** In the order in which they are evaluated. */
  readonly policies: readonly AccessPolicy[];
  readonly tokens: readonly VerifiedTokens[];
}

/** What is known of the sender of a request. */
export interface AccessSender {
  /** Null if it is not known. */
  readonly inMesh: boolean | null;
  readonly trustDomain: string;
  /** Null if it is not known. */
  readonly namespace: string | null;
  /** The service accounts that it may have. Null if any is possible. */
  readonly accounts: readonly string[] | null;
}

/** Where a request goes after routing. */
export interface AccessDestination {
  /** Null for a Pod that is dialled by its IP address, and for a client's own Gateway. */
  readonly backend: Backend | null;
  /** `ns/name` of the workload that is dialled directly. */
  readonly workload: string | null;
  readonly port: number;
  /** True if the connection goes to the address that the client dialled, and not to a Service that its proxy knows. */
  readonly direct: boolean;
}

/** The access stage of a mesh: who may send what to which server. */
export interface AccessControl {
  /** Returns the sender of a request. */
  sender(request: SimRequest): AccessSender;
  /** Returns the servers behind a destination. Servers with the same rules are one. Empty if it is not guarded. */
  servers(to: AccessDestination, request: SimRequest): readonly ServerAccess[];
  /** Returns the proxy of a Gateway as a server for the clients outside. Null if no policy may be for it. */
  gateway(namespace: string, name: string): ServerAccess | null;
  /** Returns a client of the mesh for each namespace and service account that the manifests declare. */
  clients(): readonly Client[];
}

export type AccessVerdict = 'allowed' | 'denied' | 'unrestricted' | 'unknown';

/** One policy or rule that was considered for a request. */
export interface ConsideredAccess {
  readonly policy: string;
  readonly effect: AccessPolicy['effect'] | 'mutual-tls' | 'token';
  /** Null if the policy has no rules. */
  readonly rule: number | null;
  readonly result: 'matched' | 'missed' | 'unknown';
  /** The part that failed or is not known, for example `source.principals`. `''` if all parts match. */
  readonly why: string;
  /** What the part requires. */
  readonly expected: string;
  /** What the request has. Null if it has none, or if it is not known. */
  readonly actual: string | null;
  /** How many conditions of the rule hold, and how many fail. Of alternatives, the nearest counts. */
  readonly held: number;
  readonly failed: number;
}

/** What access policies say about a request to one or several servers. */
export interface Access {
  readonly verdict: AccessVerdict;
  /** The ids of the objects that decide. */
  readonly by: readonly string[];
  readonly considered: readonly ConsideredAccess[];
}
