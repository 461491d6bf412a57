import { networkProtocol } from './container.schema.js';
import type { ConfigMapProps, NamespaceProps, ServiceAccountProps, ServiceProps } from './core.js';
import type { BodySchemaOf } from './schema.js';
import {
  addressRange,
  labels,
  portName,
  portNumber,
  portNumberOrName,
  reference,
  text,
} from './values.schema.js';

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

export const serviceAccountSchema: BodySchemaOf<ServiceAccountProps> = {
  type: 'object',
  properties: {
    automountServiceAccountToken: { type: 'boolean' },
    imagePullSecrets: { type: 'array', items: reference },
  },
};

export const serviceSchema: BodySchemaOf<ServiceProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        type: { type: 'string', enum: { ClusterIP: true, NodePort: true, LoadBalancer: true } },
        clusterIP: { type: 'string', enum: { None: true } },
        selector: { ...labels, required: true },
        ports: {
          type: 'array',
          required: true,
          minItems: 1,
          items: {
            type: 'object',
            properties: {
              name: { ...portName, required: true },
              port: { ...portNumber, required: true },
              targetPort: portNumberOrName,
              protocol: networkProtocol,
              appProtocol: text,
            },
          },
        },
        publishNotReadyAddresses: { type: 'boolean' },
        sessionAffinity: { type: 'string', enum: { ClientIP: true, None: true } },
        externalTrafficPolicy: { type: 'string', enum: { Cluster: true, Local: true } },
        loadBalancerClass: text,
        loadBalancerIP: text,
        loadBalancerSourceRanges: { type: 'array', items: addressRange },
        allocateLoadBalancerNodePorts: { type: 'boolean' },
        ipFamilyPolicy: {
          type: 'string',
          enum: { SingleStack: true, PreferDualStack: true, RequireDualStack: true },
        },
      },
    },
  },
};
