/** The kinds of nodes of workloads. The control plane names a workload without its kind. */
const WORKLOAD_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'ReplicaSet', 'Pod'];

/** Returns the ids that the node of a workload (`ns/name`) can have. */
export function workloadIds(key: string): readonly string[] {
  return WORKLOAD_KINDS.map((kind) => `${kind}/${key}`);
}
