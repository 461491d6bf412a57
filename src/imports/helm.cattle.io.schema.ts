import type { HelmChartConfigProps } from './helm.cattle.io.js';
import type { BodySchemaOf } from './schema.js';

export const helmChartConfigSchema: BodySchemaOf<HelmChartConfigProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        valuesContent: { type: 'string', required: true, minLength: 1 },
        failurePolicy: { type: 'string', enum: { abort: true, reinstall: true } },
      },
    },
  },
};
