/** Who sends a request from inside the cluster. */
export interface Client {
  readonly namespace: string;
  /** Name of the workload; null when only the namespace is given. */
  readonly workload: string | null;
  /** False: outside the mesh, its traffic is not intercepted. */
  readonly inMesh: boolean;
}
