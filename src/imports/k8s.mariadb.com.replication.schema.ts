import { agent, domainId, initContainer, job, serverId } from './k8s.mariadb.com.galera.schema.js';
import type {
  OperatorBootstrap,
  OperatorMultiCluster,
  OperatorReplica,
  OperatorReplication,
} from './k8s.mariadb.com.replication.js';
import {
  azureBlob,
  count,
  generatedKeyReference,
  s3,
  stagingStorage,
} from './k8s.mariadb.com.shared.schema.js';
import type { SchemaOf } from './schema.js';
import { duration, reference, text } from './values.schema.js';

const replica: SchemaOf<OperatorReplica> = {
  type: 'object',
  properties: {
    replPasswordSecretKeyRef: generatedKeyReference,
    gtid: { type: 'string', enum: { CurrentPos: true, SlavePos: true } },
    connectionRetrySeconds: { type: 'integer', minimum: 1 },
    maxLagSeconds: count,
    syncTimeout: duration,
    bootstrapFrom: {
      type: 'object',
      properties: { physicalBackupTemplateRef: { ...reference, required: true }, restoreJob: job },
    },
    recovery: {
      type: 'object',
      properties: { enabled: { type: 'boolean', required: true }, errorDurationThreshold: duration },
    },
  },
};

export const replication: SchemaOf<OperatorReplication> = {
  type: 'object',
  properties: {
    enabled: { type: 'boolean', required: true },
    primary: {
      type: 'object',
      properties: {
        podIndex: count,
        autoFailover: { type: 'boolean' },
        autoFailoverDelay: duration,
      },
    },
    replica,
    gtidStrictMode: { type: 'boolean' },
    gtidDomainId: domainId,
    serverIdStartIndex: serverId,
    semiSyncEnabled: { type: 'boolean' },
    semiSyncAckTimeout: duration,
    semiSyncWaitPoint: { type: 'string', enum: { AfterSync: true, AfterCommit: true } },
    syncBinlog: count,
    agent,
    initContainer,
    standaloneProbes: { type: 'boolean' },
  },
};

export const multiCluster: SchemaOf<OperatorMultiCluster> = {
  type: 'object',
  properties: {
    enabled: { type: 'boolean', required: true },
    primary: { ...text, required: true },
    members: {
      type: 'array',
      required: true,
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          name: { ...text, required: true },
          externalMariaDbRef: {
            type: 'object',
            required: true,
            properties: { name: { ...text, required: true }, namespace: text },
          },
        },
      },
    },
  },
};

export const bootstrapFrom: SchemaOf<OperatorBootstrap> = {
  type: 'object',
  properties: {
    backupRef: {
      type: 'object',
      properties: {
        name: { ...text, required: true },
        kind: { type: 'string', enum: { Backup: true, PhysicalBackup: true } },
      },
    },
    volumeSnapshotRef: reference,
    pointInTimeRecoveryRef: reference,
    s3,
    azureBlob,
    backupContentType: { type: 'string', enum: { Logical: true, Physical: true } },
    targetRecoveryTime: {
      type: 'string',
      pattern:
        '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3])(:[0-5]\\d){2}(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$',
    },
    stagingStorage,
    restoreJob: job,
  },
};
