import { METADATA, objectSchema } from '../../metadata.ts';
import { workloadsRead } from '../../read-keys.ts';
import { record } from '../../schema.ts';
import { decodeTemplate, POD_TEMPLATE, workload, workloadSpec } from '../core/pod-template.ts';
import { defineKind } from '../kind.ts';

const JOB_FIELDS = [
  'activeDeadlineSeconds',
  'backoffLimit',
  'backoffLimitPerIndex',
  'completionMode',
  'completions',
  'managedBy',
  'manualSelector',
  'maxFailedIndexes',
  'parallelism',
  'podFailurePolicy',
  'podReplacementPolicy',
  'selector',
  'successPolicy',
  'suspend',
  'ttlSecondsAfterFinished',
] as const;

export const JOB = workload(
  'Job',
  'batch',
  ['v1'],
  'Runs Pods until they are done.',
  workloadSpec({ template: POD_TEMPLATE }, ...JOB_FIELDS),
);

/** The Pods of a CronJob have the template of its Jobs. */
export const CRON_JOB = defineKind({
  kind: 'CronJob',
  group: 'batch',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  schema: objectSchema('Runs a Job again and again.', {
    spec: workloadSpec(
      {
        jobTemplate: record('The Jobs to make.', {
          metadata: METADATA,
          spec: workloadSpec({ template: POD_TEMPLATE }, ...JOB_FIELDS),
        }),
      },
      'concurrencyPolicy',
      'failedJobsHistoryLimit',
      'schedule',
      'startingDeadlineSeconds',
      'successfulJobsHistoryLimit',
      'suspend',
      'timeZone',
    ),
  }),
  decode: ({ spec }, context) => decodeTemplate(spec?.jobTemplate?.spec?.template, null, context),
  changedByEdit: (_, { namespace }) => [workloadsRead(namespace)],
});
