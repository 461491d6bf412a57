import type { DNSProps } from './operator.openshift.io.js';
import type { BodySchemaOf } from './schema.js';

export const dnsSchema: BodySchemaOf<DNSProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        servers: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              name: {
                type: 'string',
                required: true,
                pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
                maxLength: 15,
              },
              zones: { type: 'array', required: true, items: { type: 'string', minLength: 1 }, minItems: 1 },
              forwardPlugin: {
                type: 'object',
                required: true,
                properties: {
                  policy: { type: 'string', enum: { Random: true, RoundRobin: true, Sequential: true } },
                  upstreams: {
                    type: 'array',
                    required: true,
                    items: { type: 'string', minLength: 1 },
                    minItems: 1,
                    maxItems: 15,
                  },
                  transportConfig: {
                    type: 'object',
                    properties: {
                      transport: { type: 'string', enum: { TLS: true, Cleartext: true } },
                      tls: {
                        type: 'object',
                        properties: {
                          serverName: { type: 'string', required: true, minLength: 1, maxLength: 253 },
                          caBundle: {
                            type: 'object',
                            properties: { name: { type: 'string', required: true, minLength: 1 } },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};
