import type { Finding } from '../findings/finding.ts';
import type { AttachedPolicySpec } from './gateway-resource.ts';
import type { ResourceOf } from './kinds/kind.ts';
import type { DecodedKind } from './kinds/kinds.ts';
import type { DocumentRef, ResourceMeta, WorkloadSpec } from './resource.ts';

/** A kind we do not simulate: kept, drawn, named, harmless. */
export interface UnknownResource extends ResourceMeta {
  readonly raw: unknown;
  /** Present when it has `targetRef` or `targetRefs`: a policy that is attached, content unknown. */
  readonly policy?: AttachedPolicySpec;
  /** Present when it has a Pod template with labels, which a Service can select. */
  readonly workload?: WorkloadSpec;
}

/** What reading one document gives: the resources in it (several for a List) and what is wrong with them. */
export interface DecodedDocument {
  readonly resources: readonly Resource[];
  readonly routeTests: readonly RawRouteTest[];
  readonly findings: readonly Finding[];
  /** Present when the file is for something else than manifests: what is wrong with its text is nobody's concern. */
  readonly skipped?: true;
}

/** A RouteTest document (gammascope.dev): decoded by the routetest room, carried along here. */
export interface RawRouteTest {
  readonly name: string;
  readonly raw: unknown;
  readonly origin: DocumentRef;
}

/** A resource of any kind that is decoded. */
export type DecodedResource = DecodedKind extends infer K ? ResourceOf<K> : never;

/** A resource of the bundle; `decoded` tells the simulated kinds from the ones that are only drawn. */
export type Resource =
  | { readonly decoded: true; readonly resource: DecodedResource }
  | { readonly decoded: false; readonly resource: UnknownResource };
