import { sameData } from './same-data.ts';
import type { ServiceKey } from './service.ts';

/** Some of the endpoints of a Service, selected by the labels of their Pods. */
interface Subset {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The target of an action: a port of a Service, with all its endpoints or a subset of them. */
export interface BackendKey {
  readonly service: ServiceKey;
  readonly port: number;
  readonly subset: Subset | null;
}

/** Returns true if two keys lead to the same endpoints. */
export function sameBackend(a: BackendKey, b: BackendKey): boolean {
  return a.service === b.service && a.port === b.port && sameData(a.subset, b.subset);
}

/** The endpoints behind a backend key. */
export interface Backend {
  readonly key: BackendKey;
  /** The number of ready endpoints. Null if the manifests do not say. */
  readonly endpoints: number | null;
  /** The source of the number. */
  readonly source:
    | 'endpoint-slices'
    | 'endpoints'
    | 'workloads'
    | 'no-selector'
    | 'external-name'
    /** Its selector matches no workload of a bundle that has others. */
    | 'unmatched'
    /** A host of ServiceEntries. */
    | 'service-entry'
    | 'unknown';
  /** The workloads behind it (`ns/name`), sorted. */
  readonly workloads: readonly string[];
  /**
   * How the proxy finds an endpoint outside the cluster: DNS, or the address that the client dialled. Absent
   * if the endpoints are in the manifests.
   */
  readonly outside?: 'dns' | 'dialled-address';
}
