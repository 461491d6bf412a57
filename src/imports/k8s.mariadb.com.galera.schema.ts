import { claimSpec } from './claim.schema.js';
import { resources } from './container.schema.js';
import type {
  OperatorAgent,
  OperatorGalera,
  OperatorGaleraRecovery,
  OperatorInitContainer,
  OperatorJob,
  OperatorVolumeClaimTemplate,
} from './k8s.mariadb.com.galera.js';
import { generatedKeyReference } from './k8s.mariadb.com.shared.schema.js';
import type { IntegerSchema, SchemaOf } from './schema.js';
import { countOrPercent, duration, portNumber, templateMetadata, text } from './values.schema.js';

/** What the server keeps in 32 bits. */
export const domainId: IntegerSchema = { type: 'integer', minimum: 0, maximum: 4_294_967_295 };
export const serverId: IntegerSchema = { type: 'integer', minimum: 1, maximum: 4_294_967_295 };

export const volumeClaimTemplate: SchemaOf<OperatorVolumeClaimTemplate> = {
  type: 'object',
  properties: { ...claimSpec.properties, metadata: templateMetadata },
};

export const agent: SchemaOf<OperatorAgent> = {
  type: 'object',
  properties: {
    image: text,
    port: portNumber,
    probePort: portNumber,
    resources,
    kubernetesAuth: {
      type: 'object',
      properties: { enabled: { type: 'boolean', required: true }, authDelegatorRoleName: text },
    },
    basicAuth: {
      type: 'object',
      properties: {
        enabled: { type: 'boolean', required: true },
        username: text,
        passwordSecretKeyRef: generatedKeyReference,
      },
    },
    gracefulShutdownTimeout: duration,
  },
};

export const initContainer: SchemaOf<OperatorInitContainer> = {
  type: 'object',
  properties: { image: { ...text, required: true }, resources },
};

export const job: SchemaOf<OperatorJob> = {
  type: 'object',
  properties: { metadata: templateMetadata, resources },
};

const recovery: SchemaOf<OperatorGaleraRecovery> = {
  type: 'object',
  properties: {
    enabled: { type: 'boolean', required: true },
    minClusterSize: countOrPercent,
    clusterMonitorInterval: duration,
    clusterHealthyTimeout: duration,
    clusterBootstrapTimeout: duration,
    clusterUpscaleTimeout: duration,
    clusterDownscaleTimeout: duration,
    podRecoveryTimeout: duration,
    podSyncTimeout: duration,
    forceClusterBootstrapInPod: text,
    job: { type: 'object', properties: { ...job.properties, podAffinity: { type: 'boolean' } } },
  },
};

export const galera: SchemaOf<OperatorGalera> = {
  type: 'object',
  properties: {
    enabled: { type: 'boolean', required: true },
    primary: {
      type: 'object',
      properties: { podIndex: { type: 'integer', minimum: 0 }, autoFailover: { type: 'boolean' } },
    },
    sst: { type: 'string', enum: { rsync: true, mariabackup: true, mysqldump: true } },
    availableWhenDonor: { type: 'boolean' },
    galeraLibPath: { type: 'string', pattern: '^/.+$' },
    replicaThreads: { type: 'integer', minimum: 0 },
    providerOptions: {
      type: 'object',
      additionalProperties: { type: 'string', pattern: '^[^;"\\r\\n]+$' },
    },
    agent,
    initContainer,
    initJob: job,
    recovery,
    config: {
      type: 'object',
      properties: { reuseStorageVolume: { type: 'boolean' }, volumeClaimTemplate },
    },
    gtidDomainId: domainId,
    serverId,
    replPasswordSecretKeyRef: generatedKeyReference,
  },
};
