import { claimSpec } from './claim.schema.js';
import { keyReference } from './container.schema.js';
import type {
  OperatorAzureBlob,
  OperatorGeneratedKeyReference,
  OperatorIssuerReference,
  OperatorMariaDBReference,
  OperatorS3,
  OperatorStagingStorage,
  OperatorStorageTLS,
  OperatorTLS,
} from './k8s.mariadb.com.shared.js';
import type { IntegerSchema, SchemaOf } from './schema.js';
import { reference, text, texts } from './values.schema.js';

export const count: IntegerSchema = { type: 'integer', minimum: 0 };

export const generatedKeyReference: SchemaOf<OperatorGeneratedKeyReference> = {
  type: 'object',
  properties: { ...keyReference.properties, generate: { type: 'boolean' } },
};

export const mariaDBReference: SchemaOf<OperatorMariaDBReference> = {
  type: 'object',
  properties: {
    name: { ...text, required: true },
    namespace: text,
    kind: { type: 'string', enum: { MariaDB: true, ExternalMariaDB: true } },
    waitForIt: { type: 'boolean' },
  },
};

const issuer: SchemaOf<OperatorIssuerReference> = {
  type: 'object',
  properties: {
    group: text,
    kind: { type: 'string', enum: { Issuer: true, ClusterIssuer: true } },
    name: { ...text, required: true },
  },
};

export const tls: SchemaOf<OperatorTLS> = {
  type: 'object',
  properties: {
    enabled: { type: 'boolean', required: true },
    required: { type: 'boolean' },
    serverCASecretRef: reference,
    serverCertSecretRef: reference,
    serverCertIssuerRef: issuer,
    serverCertAdditionalNames: texts,
    clientCASecretRef: reference,
    clientCertSecretRef: reference,
    clientCertIssuerRef: issuer,
    galeraSSTEnabled: { type: 'boolean' },
  },
};

const storageTLS: SchemaOf<OperatorStorageTLS> = {
  type: 'object',
  properties: { enabled: { type: 'boolean', required: true }, caSecretKeyRef: keyReference },
};

export const s3: SchemaOf<OperatorS3> = {
  type: 'object',
  properties: {
    bucket: { ...text, required: true },
    endpoint: { ...text, required: true },
    region: text,
    prefix: text,
    accessKeyIdSecretKeyRef: keyReference,
    secretAccessKeySecretKeyRef: keyReference,
    sessionTokenSecretKeyRef: keyReference,
    tls: storageTLS,
  },
};

export const azureBlob: SchemaOf<OperatorAzureBlob> = {
  type: 'object',
  properties: {
    containerName: { ...text, required: true },
    serviceURL: { ...text, required: true },
    prefix: text,
    storageAccountName: text,
    storageAccountKey: keyReference,
    tls: storageTLS,
  },
};

export const stagingStorage: SchemaOf<OperatorStagingStorage> = {
  type: 'object',
  properties: { persistentVolumeClaim: claimSpec },
};
