import type { PlacementPolicyProps, PlacementSpreadConstraint } from './apps.k8s.appscode.com.js';
import type { BodySchemaOf, SchemaOf } from './schema.js';

const spreadConstraint: SchemaOf<PlacementSpreadConstraint> = {
  type: 'object',
  properties: {
    maxSkew: { type: 'integer', required: true, minimum: 1 },
    whenUnsatisfiable: {
      type: 'string',
      required: true,
      enum: { DoNotSchedule: true, ScheduleAnyway: true },
    },
  },
};

export const placementPolicySchema: BodySchemaOf<PlacementPolicyProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        zoneSpreadConstraint: spreadConstraint,
        nodeSpreadConstraint: spreadConstraint,
        clusterSpreadConstraint: {
          type: 'object',
          properties: {
            distributionRules: {
              type: 'array',
              required: true,
              minItems: 1,
              items: {
                type: 'object',
                properties: {
                  clusterName: { type: 'string', required: true, minLength: 1 },
                  replicaIndices: { type: 'array', required: true, items: { type: 'integer', minimum: 0 } },
                  storageClassName: { type: 'string', minLength: 1 },
                },
              },
            },
            slice: {
              type: 'object',
              required: true,
              properties: {
                projectNamespace: { type: 'string', required: true, minLength: 1 },
                sliceName: { type: 'string', required: true, minLength: 1 },
              },
            },
          },
        },
      },
    },
  },
};
