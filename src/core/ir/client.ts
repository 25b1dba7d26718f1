/** The sender of a request from inside the cluster. */
export interface Client {
  readonly namespace: string;
  /** The name of the workload. Null if only the namespace is given. */
  readonly workload: string | null;
  /** The labels of its Pod, if the request gives them. Absent: those of the workload. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The service account of its Pod, if the request gives it. Absent: that of the workload. */
  readonly serviceAccount?: string;
  /** False outside the mesh, where no proxy intercepts the traffic of the client. */
  readonly inMesh: boolean;
}
