/** `ns/name` of a Service. */
export type ServiceKey = string;

/** What step 3 knows of a Service. */
export interface ServiceFacts {
  readonly key: ServiceKey;
  readonly namespace: string;
  readonly name: string;
  readonly kind: 'cluster-ip' | 'headless' | 'external-name';
  readonly externalName: string | null;
  /** Port numbers in the order of the manifest. */
  readonly ports: readonly number[];
  /** True if no manifest declares it and only references name it (profile field undeclaredServices). */
  readonly assumed: boolean;
}

/** The address of a Pod and its workload. */
export interface PodAddress {
  readonly ip: string;
  /** `ns/name` of the Deployment, StatefulSet, … or of the Pod itself. */
  readonly workload: string | null;
  readonly ready: boolean;
}
