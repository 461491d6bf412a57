import { networkProtocol } from './container.schema.js';
import type { NetworkPolicyPeer, NetworkPolicyPort, NetworkPolicyProps } from './networking.js';
import { labelSelector } from './pod.schema.js';
import type { BodySchemaOf, SchemaOf } from './schema.js';
import { addressRange, portNumber, portNumberOrName } from './values.schema.js';

const peers: SchemaOf<readonly NetworkPolicyPeer[]> = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      podSelector: labelSelector,
      namespaceSelector: labelSelector,
      ipBlock: {
        type: 'object',
        properties: {
          cidr: { ...addressRange, required: true },
          except: { type: 'array', items: addressRange },
        },
      },
    },
  },
};

const ports: SchemaOf<readonly NetworkPolicyPort[]> = {
  type: 'array',
  items: {
    type: 'object',
    properties: { protocol: networkProtocol, port: portNumberOrName, endPort: portNumber },
  },
};

export const networkPolicySchema: BodySchemaOf<NetworkPolicyProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        podSelector: { ...labelSelector, required: true },
        policyTypes: {
          type: 'array',
          required: true,
          minItems: 1,
          items: { type: 'string', enum: { Ingress: true, Egress: true } },
        },
        ingress: { type: 'array', items: { type: 'object', properties: { from: peers, ports } } },
        egress: { type: 'array', items: { type: 'object', properties: { to: peers, ports } } },
      },
    },
  },
};
