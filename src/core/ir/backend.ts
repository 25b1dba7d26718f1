import { sameData } from './same-data.ts';
import type { ServiceKey } from './service.ts';

/** Some of the endpoints of a Service, picked by labels of their Pods. */
interface Subset {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Where an action forwards to: a port of a Service, all of it or a subset. */
export interface BackendKey {
  readonly service: ServiceKey;
  readonly port: number;
  readonly subset: Subset | null;
}

/** Whether two keys lead to the same endpoints. */
export function sameBackend(a: BackendKey, b: BackendKey): boolean {
  return a.service === b.service && a.port === b.port && sameData(a.subset, b.subset);
}

/** The endpoints behind a backend key. */
export interface Backend {
  readonly key: BackendKey;
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
