import type { PodDisruptionBudgetProps } from './policy.js';
import type { BodySchemaOf } from './schema.js';
import { countOrPercent, labels } from './values.schema.js';

export const podDisruptionBudgetSchema: BodySchemaOf<PodDisruptionBudgetProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        maxUnavailable: countOrPercent,
        minAvailable: countOrPercent,
        selector: {
          type: 'object',
          required: true,
          properties: { matchLabels: { ...labels, required: true } },
        },
        unhealthyPodEvictionPolicy: { type: 'string', enum: { AlwaysAllow: true, IfHealthyBudget: true } },
      },
    },
  },
};
