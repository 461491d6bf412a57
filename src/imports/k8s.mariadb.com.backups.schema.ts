import { claimSpec } from './claim.schema.js';
import { containerSecurityContext, resources } from './container.schema.js';
import type {
  OperatorBackupJob,
  OperatorBackupProps,
  OperatorPhysicalBackupProps,
} from './k8s.mariadb.com.backups.js';
import { azureBlob, count, mariaDBReference, s3, stagingStorage } from './k8s.mariadb.com.shared.schema.js';
import { podSecurityContext, tolerations } from './pod.schema.js';
import type { BodySchemaOf, SchemaOf, StringSchema } from './schema.js';
import { duration, labels, reference, templateMetadata, text, texts } from './values.schema.js';

/** Five fields, of which the webhook reads more than the shape. */
const cron: StringSchema = { type: 'string', pattern: '^[^@ ][^ ]*( [^ ]+){4}$' };

const backupJob: SchemaOf<OperatorBackupJob>['properties'] = {
  mariaDbRef: { ...mariaDBReference, required: true },
  compression: { type: 'string', enum: { none: true, bzip2: true, gzip: true } },
  maxRetention: duration,
  stagingStorage,
  backoffLimit: count,
  args: texts,
  resources,
  successfulJobsHistoryLimit: count,
  failedJobsHistoryLimit: count,
  imagePullSecrets: { type: 'array', items: reference },
  serviceAccountName: text,
  tolerations,
  priorityClassName: text,
  podSecurityContext,
  securityContext: containerSecurityContext,
  podMetadata: templateMetadata,
  inheritMetadata: templateMetadata,
};

export const operatorBackupSchema: BodySchemaOf<OperatorBackupProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        ...backupJob,
        storage: {
          type: 'object',
          required: true,
          properties: { s3, persistentVolumeClaim: claimSpec },
        },
        schedule: {
          type: 'object',
          properties: { cron: { ...cron, required: true }, suspend: { type: 'boolean' } },
        },
        timeZone: text,
        databases: texts,
        ignoreGlobalPriv: { type: 'boolean' },
        nodeSelector: labels,
      },
    },
  },
};

export const operatorPhysicalBackupSchema: BodySchemaOf<OperatorPhysicalBackupProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        ...backupJob,
        storage: {
          type: 'object',
          required: true,
          properties: {
            s3,
            azureBlob,
            persistentVolumeClaim: claimSpec,
            volumeSnapshot: {
              type: 'object',
              properties: {
                volumeSnapshotClassName: { ...text, required: true },
                metadata: templateMetadata,
              },
            },
          },
        },
        schedule: {
          type: 'object',
          properties: {
            cron,
            suspend: { type: 'boolean' },
            immediate: { type: 'boolean' },
            onDemand: text,
          },
        },
        target: { type: 'string', enum: { Replica: true, PreferReplica: true } },
        timeout: duration,
        podAffinity: { type: 'boolean' },
      },
    },
  },
};
