import type { ManagedClusterAddOnProps } from './addon.open-cluster-management.io.js';
import type { BodySchemaOf } from './schema.js';

export const managedClusterAddOnSchema: BodySchemaOf<ManagedClusterAddOnProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        installNamespace: { type: 'string', pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$', maxLength: 63 },
        configs: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              group: { type: 'string' },
              resource: { type: 'string', required: true, minLength: 1 },
              namespace: { type: 'string' },
              name: { type: 'string', required: true, minLength: 1 },
            },
          },
        },
      },
    },
  },
};
