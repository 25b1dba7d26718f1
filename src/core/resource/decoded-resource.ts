import type { Finding } from '../findings/finding.ts';
import type { AttachedPolicySpec } from './gateway-resource.ts';
import type { ResourceOf } from './kinds/kind.ts';
import type { DecodedKind } from './kinds/kinds.ts';
import type { DocumentRef, ResourceMeta, WorkloadSpec } from './resource.ts';

/** A resource of a kind that is not simulated. The graph draws it and it has a name, but no effect. */
export interface UnknownResource extends ResourceMeta {
  readonly raw: unknown;
  /** Present if it has `targetRef` or `targetRefs`: an attached policy with unknown content. */
  readonly policy?: AttachedPolicySpec;
  /** Present if it has a Pod template with labels, which a Service can select. */
  readonly workload?: WorkloadSpec;
}

/** The result of decoding one document: its resources (several for a List) and its findings. */
export interface DecodedDocument {
  readonly resources: readonly Resource[];
  readonly routeTests: readonly RawRouteTest[];
  readonly findings: readonly Finding[];
  /** Present if the file is not a manifest. Problems of its text are then irrelevant. */
  readonly skipped?: true;
}

/** A RouteTest document (gammascope.dev). The routetest folder decodes it. */
export interface RawRouteTest {
  readonly name: string;
  readonly raw: unknown;
  readonly origin: DocumentRef;
}

/** A resource of any decoded kind. */
export type DecodedResource = DecodedKind extends infer K ? ResourceOf<K> : never;

/** A resource of the bundle. `decoded` distinguishes simulated kinds from kinds that are only drawn. */
export type Resource =
  | { readonly decoded: true; readonly resource: DecodedResource }
  | { readonly decoded: false; readonly resource: UnknownResource };
