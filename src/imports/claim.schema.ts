import type { ClaimSpec } from './claim.js';
import type { SchemaOf } from './schema.js';
import { quantity, text } from './values.schema.js';

export const claimSpec: SchemaOf<ClaimSpec> = {
  type: 'object',
  properties: {
    accessModes: {
      type: 'array',
      required: true,
      minItems: 1,
      items: {
        type: 'string',
        enum: { ReadWriteOnce: true, ReadOnlyMany: true, ReadWriteMany: true, ReadWriteOncePod: true },
      },
    },
    storageClassName: text,
    resources: {
      type: 'object',
      required: true,
      properties: {
        requests: {
          type: 'object',
          required: true,
          properties: { storage: { ...quantity, required: true } },
        },
      },
    },
  },
};
