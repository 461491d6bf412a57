import type { KlusterletProps } from './operator.open-cluster-management.io.js';
import type { BodySchemaOf, IntegerSchema, StringSchema } from './schema.js';

const rate: IntegerSchema = { type: 'integer', minimum: 1 };
const duration: StringSchema = { type: 'string', pattern: '^(\\d+[smh])+$' };

export const klusterletSchema: BodySchemaOf<KlusterletProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        clusterName: {
          type: 'string',
          required: true,
          pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
          maxLength: 63,
        },
        namespace: { type: 'string', pattern: '^open-cluster-management-[a-z0-9-]*[a-z0-9]$', maxLength: 57 },
        registrationConfiguration: {
          type: 'object',
          properties: {
            featureGates: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  feature: {
                    type: 'string',
                    required: true,
                    enum: {
                      ClusterClaim: true,
                      AddonManagement: true,
                      ClusterProperty: true,
                      MultipleHubs: true,
                      V1beta1CSRAPICompatibility: true,
                    },
                  },
                  mode: { type: 'string', required: true, enum: { Enable: true, Disable: true } },
                },
              },
            },
          },
        },
        workConfiguration: {
          type: 'object',
          properties: {
            featureGates: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  feature: {
                    type: 'string',
                    required: true,
                    enum: { RawFeedbackJsonString: true, ExecutorValidatingCaches: true },
                  },
                  mode: { type: 'string', required: true, enum: { Enable: true, Disable: true } },
                },
              },
            },
            hubKubeAPIQPS: rate,
            hubKubeAPIBurst: rate,
            kubeAPIQPS: rate,
            kubeAPIBurst: rate,
            appliedManifestWorkEvictionGracePeriod: duration,
            statusSyncInterval: duration,
          },
        },
      },
    },
  },
};
