import { keyReference } from './container.schema.js';
import type {
  OperatorConnectionProps,
  OperatorDatabaseProps,
  OperatorGrantProps,
  OperatorSql,
  OperatorUserProps,
} from './k8s.mariadb.com.accounts.js';
import { mariaDBReference } from './k8s.mariadb.com.shared.schema.js';
import type { BodySchemaOf, SchemaOf, StringSchema } from './schema.js';
import { duration, portNumber, reference, templateMetadata, text, textMap } from './values.schema.js';

/** The CRDs ask for eighty; a database may have 64 only. */
const userName: StringSchema = { ...text, maxLength: 80 };
const databaseName: StringSchema = { ...text, maxLength: 64 };
const host: StringSchema = { ...text, maxLength: 255 };

const sql: SchemaOf<OperatorSql>['properties'] = {
  mariaDbRef: { ...mariaDBReference, required: true },
  cleanupPolicy: { type: 'string', enum: { Skip: true, Delete: true } },
  requeueInterval: duration,
  retryInterval: duration,
};

export const operatorUserSchema: BodySchemaOf<OperatorUserProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        ...sql,
        name: userName,
        host,
        passwordSecretKeyRef: keyReference,
        passwordHashSecretKeyRef: keyReference,
        require: {
          type: 'object',
          properties: {
            ssl: { type: 'boolean' },
            x509: { type: 'boolean' },
            issuer: text,
            subject: text,
          },
        },
        maxUserConnections: { type: 'integer', minimum: 1, maximum: 2_147_483_647 },
      },
    },
  },
};

export const operatorDatabaseSchema: BodySchemaOf<OperatorDatabaseProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: { ...sql, name: databaseName, characterSet: text, collate: text },
    },
  },
};

export const operatorGrantSchema: BodySchemaOf<OperatorGrantProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        ...sql,
        privileges: { type: 'array', required: true, minItems: 1, items: text },
        database: text,
        table: text,
        username: { ...userName, required: true },
        host,
        grantOption: { type: 'boolean' },
      },
    },
  },
};

export const operatorConnectionSchema: BodySchemaOf<OperatorConnectionProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        mariaDbRef: { ...mariaDBReference, required: true },
        username: { ...text, required: true },
        passwordSecretKeyRef: keyReference,
        tlsClientCertSecretRef: reference,
        database: text,
        host: text,
        serviceName: text,
        port: portNumber,
        params: textMap,
        secretName: text,
        secretTemplate: {
          type: 'object',
          properties: {
            metadata: templateMetadata,
            key: text,
            format: text,
            usernameKey: text,
            passwordKey: text,
            hostKey: text,
            portKey: text,
            databaseKey: text,
          },
        },
        healthCheck: { type: 'object', properties: { interval: duration, retryInterval: duration } },
      },
    },
  },
};
