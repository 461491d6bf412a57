import type { ServiceMonitorProps } from './monitoring.coreos.com.js';
import { labelSelector } from './pod.schema.js';
import type { BodySchemaOf, StringSchema } from './schema.js';
import { portName, text, texts } from './values.schema.js';

/** As Prometheus writes it, each unit once: `1m30s`. */
const interval: StringSchema = { type: 'string', pattern: '^([1-9]\\d*h)?([1-9]\\d*m)?[1-9]\\d*s$|^[1-9]\\d*[hm]$' };

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
              interval,
              scrapeTimeout: interval,
              path: { type: 'string', pattern: '^/.*$' },
            },
          },
        },
      },
    },
  },
};
