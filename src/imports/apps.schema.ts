import type { DeploymentProps, StatefulSetProps, WorkloadSelector } from './apps.js';
import { claimSpec } from './claim.schema.js';
import { podTemplate } from './pod.schema.js';
import type { BodySchemaOf, EnumSchema, IntegerSchema, SchemaOf, StringSchema } from './schema.js';
import { DNS_1035_LABEL, labels, textMap } from './values.schema.js';

/** A pod is labelled with the name and a hash of ten characters, and one hyphen. */
export const STATEFUL_SET_NAME: StringSchema = { ...DNS_1035_LABEL, maxLength: 52 };

const count: IntegerSchema = { type: 'integer', minimum: 0 };

const selector: SchemaOf<WorkloadSelector> = {
  type: 'object',
  properties: { matchLabels: { ...labels, required: true } },
};

const retention: EnumSchema<'Retain' | 'Delete'> = { type: 'string', enum: { Retain: true, Delete: true } };

export const statefulSetSchema: BodySchemaOf<StatefulSetProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        replicas: count,
        serviceName: { ...DNS_1035_LABEL, required: true },
        podManagementPolicy: { type: 'string', enum: { OrderedReady: true, Parallel: true } },
        updateStrategy: {
          type: 'object',
          properties: {
            type: { type: 'string', required: true, enum: { RollingUpdate: true, OnDelete: true } },
            rollingUpdate: { type: 'object', properties: { partition: count } },
          },
        },
        minReadySeconds: count,
        revisionHistoryLimit: count,
        persistentVolumeClaimRetentionPolicy: {
          type: 'object',
          properties: { whenDeleted: retention, whenScaled: retention },
        },
        selector: { ...selector, required: true },
        template: { ...podTemplate, required: true },
        volumeClaimTemplates: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              metadata: {
                type: 'object',
                required: true,
                properties: {
                  name: { ...DNS_1035_LABEL, required: true },
                  labels,
                  annotations: textMap,
                },
              },
              spec: { ...claimSpec, required: true },
            },
          },
        },
      },
    },
  },
};

export const deploymentSchema: BodySchemaOf<DeploymentProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        replicas: count,
        strategy: {
          type: 'object',
          properties: {
            type: { type: 'string', required: true, enum: { Recreate: true, RollingUpdate: true } },
          },
        },
        minReadySeconds: count,
        revisionHistoryLimit: count,
        selector: { ...selector, required: true },
        template: { ...podTemplate, required: true },
      },
    },
  },
};
