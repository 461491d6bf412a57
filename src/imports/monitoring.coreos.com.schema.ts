import type { ServiceMonitorProps } from './monitoring.coreos.com.js';
import { labelSelector } from './pod.schema.js';
import type { BodySchemaOf } from './schema.js';
import { portName, scrapeInterval, text, texts } from './values.schema.js';

export const serviceMonitorSchema: BodySchemaOf<ServiceMonitorProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        jobLabel: text,
        selector: { ...labelSelector, required: true },
        namespaceSelector: { type: 'object', properties: { any: { type: 'boolean' }, matchNames: texts } },
        endpoints: {
          type: 'array',
          required: true,
          items: {
            type: 'object',
            properties: {
              port: { ...portName, required: true },
              interval: scrapeInterval,
              scrapeTimeout: scrapeInterval,
              path: { type: 'string', pattern: '^/.*$' },
            },
          },
        },
      },
    },
  },
};
