import type { ConfigMapProps, NamespaceProps } from './core.js';
import type { BodySchemaOf } from './schema.js';

export const namespaceSchema: BodySchemaOf<NamespaceProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: {
        finalizers: { type: 'array', items: { type: 'string' } },
      },
    },
  },
};

export const configMapSchema: BodySchemaOf<ConfigMapProps> = {
  type: 'object',
  properties: {
    data: { type: 'object', additionalProperties: { type: 'string' } },
    binaryData: {
      type: 'object',
      additionalProperties: { type: 'string', pattern: '^[A-Za-z0-9+/]*={0,2}$' },
    },
    immutable: { type: 'boolean' },
  },
};
