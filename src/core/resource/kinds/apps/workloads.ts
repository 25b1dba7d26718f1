import { any, integer } from '../../schema.ts';
import { POD_TEMPLATE, workload, workloadSpec } from '../core/pod-template.ts';

const REPLICAS = integer('How many Pods.', { min: 0, defaultTo: 1 });
const APPS = ['v1', 'v1beta2', 'v1beta1'] as const;

export const DEPLOYMENT = workload(
  'Deployment',
  'apps',
  APPS,
  'Keeps a number of equal Pods running.',
  workloadSpec(
    { replicas: REPLICAS, template: POD_TEMPLATE, selector: any('Labels of the Pods that it owns.') },
    'minReadySeconds',
    'paused',
    'progressDeadlineSeconds',
    'revisionHistoryLimit',
    'strategy',
    'rollbackTo',
  ),
);

export const STATEFUL_SET = workload(
  'StatefulSet',
  'apps',
  APPS,
  'Keeps numbered Pods running, each with a name of its own.',
  workloadSpec(
    { replicas: REPLICAS, template: POD_TEMPLATE, selector: any('Labels of the Pods that it owns.') },
    'minReadySeconds',
    'ordinals',
    'persistentVolumeClaimRetentionPolicy',
    'podManagementPolicy',
    'revisionHistoryLimit',
    'serviceName',
    'updateStrategy',
    'volumeClaimTemplates',
  ),
);

export const DAEMON_SET = workload(
  'DaemonSet',
  'apps',
  APPS,
  'Keeps one Pod running on every node.',
  workloadSpec(
    { template: POD_TEMPLATE, selector: any('Labels of the Pods that it owns.') },
    'minReadySeconds',
    'revisionHistoryLimit',
    'updateStrategy',
  ),
);

export const REPLICA_SET = workload(
  'ReplicaSet',
  'apps',
  APPS,
  'Keeps a number of equal Pods running; usually made by a Deployment.',
  workloadSpec(
    { replicas: REPLICAS, template: POD_TEMPLATE, selector: any('Labels of the Pods that it owns.') },
    'minReadySeconds',
  ),
);
