import type {
  ClusterProps,
  ProjectProps,
  SliceConfigProps,
  SliceNamespaceSelection,
  SliceSwitch,
} from './controller.kubeslice.io.js';
import type { BodySchemaOf, SchemaOf, StringSchema } from './schema.js';

const serviceAccountName: StringSchema = {
  type: 'string',
  pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,62}[A-Za-z0-9]$',
};

export const projectSchema: BodySchemaOf<ProjectProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        serviceAccount: {
          type: 'object',
          properties: {
            readOnly: { type: 'array', items: serviceAccountName },
            readWrite: { type: 'array', items: serviceAccountName },
          },
        },
        defaultSliceCreation: { type: 'boolean' },
      },
    },
  },
};

export const clusterSchema: BodySchemaOf<ClusterProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        networkInterface: { type: 'string', required: true, minLength: 1 },
        nodeIPs: { type: 'array', items: { type: 'string', minLength: 1 } },
        clusterProperty: {
          type: 'object',
          properties: {
            telemetry: {
              type: 'object',
              properties: {
                enabled: { type: 'boolean' },
                telemetryProvider: { type: 'string' },
                endpoint: { type: 'string' },
              },
            },
            geoLocation: {
              type: 'object',
              properties: {
                cloudProvider: { type: 'string' },
                cloudRegion: { type: 'string' },
                latitude: { type: 'string', pattern: '^-?\\d{1,2}(\\.\\d+)?$' },
                longitude: { type: 'string', pattern: '^-?\\d{1,3}(\\.\\d+)?$' },
              },
            },
          },
        },
        enableAutoEviction: { type: 'boolean' },
        requeueOnFailure: { type: 'boolean' },
      },
    },
  },
};

const toggle: SchemaOf<SliceSwitch> = {
  type: 'object',
  properties: { enabled: { type: 'boolean' } },
};

const namespaceSelection: SchemaOf<SliceNamespaceSelection> = {
  type: 'object',
  properties: {
    namespace: { type: 'string', required: true, pattern: '^[A-Za-z0-9-]+$' },
    clusters: { type: 'array', required: true, items: { type: 'string', minLength: 1 }, minItems: 1 },
  },
};

export const sliceConfigSchema: BodySchemaOf<SliceConfigProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        overlayNetworkDeploymentMode: {
          type: 'string',
          enum: { 'single-network': true, 'multi-network': true, 'no-network': true },
        },
        sliceSubnet: {
          type: 'string',
          pattern: '^(10\\.\\d{1,3}|172\\.(1[6-9]|2\\d|3[01])|192\\.168)\\.0\\.0/16$',
        },
        sliceType: { type: 'string', enum: { Application: true } },
        sliceGatewayProvider: {
          type: 'object',
          properties: {
            sliceGatewayType: { type: 'string', required: true, enum: { OpenVPN: true, Wireguard: true } },
            sliceCaType: { type: 'string', enum: { Local: true } },
            sliceGatewayServiceType: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  cluster: { type: 'string', required: true, minLength: 1 },
                  type: { type: 'string', enum: { NodePort: true, LoadBalancer: true } },
                  protocol: { type: 'string', enum: { TCP: true, UDP: true } },
                },
              },
            },
          },
        },
        sliceIpamType: { type: 'string', enum: { Local: true } },
        clusters: { type: 'array', items: { type: 'string', minLength: 1 }, maxItems: 32 },
        standardQosProfileName: { type: 'string', minLength: 1 },
        qosProfileDetails: {
          type: 'object',
          properties: {
            queueType: { type: 'string', enum: { HTB: true } },
            priority: { type: 'integer', required: true, minimum: 0 },
            tcType: { type: 'string', enum: { BANDWIDTH_CONTROL: true } },
            bandwidthCeilingKbps: { type: 'integer', required: true, minimum: 1 },
            bandwidthGuaranteedKbps: { type: 'integer', required: true, minimum: 0 },
            dscpClass: {
              type: 'string',
              required: true,
              enum: {
                Default: true,
                AF11: true,
                AF12: true,
                AF13: true,
                AF21: true,
                AF22: true,
                AF23: true,
                AF31: true,
                AF32: true,
                AF33: true,
                AF41: true,
                AF42: true,
                AF43: true,
                EF: true,
              },
            },
          },
        },
        namespaceIsolationProfile: {
          type: 'object',
          properties: {
            isolationEnabled: { type: 'boolean' },
            applicationNamespaces: { type: 'array', items: namespaceSelection },
            allowedNamespaces: { type: 'array', items: namespaceSelection },
          },
        },
        externalGatewayConfig: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              gatewayType: { type: 'string', enum: { none: true, istio: true, envoy: true } },
              clusters: { type: 'array', items: { type: 'string', minLength: 1 } },
              ingress: toggle,
              egress: toggle,
              nsIngress: toggle,
              vpcServiceAccess: { type: 'object', properties: { ingress: toggle, egress: toggle } },
            },
          },
        },
        maxClusters: { type: 'integer', required: true, minimum: 2, maximum: 32 },
        rotationInterval: { type: 'integer', minimum: 30, maximum: 90 },
        vpnConfig: {
          type: 'object',
          properties: {
            cipher: { type: 'string', required: true, enum: { 'AES-256-CBC': true, 'AES-128-CBC': true } },
          },
        },
      },
    },
  },
};
