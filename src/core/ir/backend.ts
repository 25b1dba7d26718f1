import type { ServiceKey } from './service.ts';

/** `ns/name:port`: a Service port as routes forward to it. */
export type BackendId = string;

/** The endpoints behind a Service port. */
export interface Backend {
  readonly id: BackendId;
  readonly service: ServiceKey;
  readonly port: number;
  /** Number of ready endpoints; null when the manifests do not say. */
  readonly endpoints: number | null;
  /** Where the number comes from. */
  readonly source:
    | 'endpoint-slices'
    | 'endpoints'
    | 'workloads'
    | 'no-selector'
    | 'external-name'
    | 'unknown';
  /** `ns/name` of the workloads behind it, sorted. */
  readonly workloads: readonly string[];
}
