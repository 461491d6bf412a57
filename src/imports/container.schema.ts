import type {
  CommandAction,
  Container,
  ContainerResources,
  ContainerSecurityContext,
  EnvironmentVariable,
  HttpAction,
  ImagePullPolicy,
  InitContainer,
  KeyReference,
  NetworkProtocol,
  Probe,
  ProbeNumbers,
} from './container.js';
import type { EnumSchema, IntegerSchema, SchemaOf } from './schema.js';
import { portName, portNumber, portNumberOrName, quantity, text, texts } from './values.schema.js';

export const imagePullPolicy: EnumSchema<ImagePullPolicy> = {
  type: 'string',
  enum: { Always: true, Never: true, IfNotPresent: true },
};

export const networkProtocol: EnumSchema<NetworkProtocol> = {
  type: 'string',
  enum: { TCP: true, UDP: true },
};

/** A number of a user or group. */
export const userNumber: IntegerSchema = { type: 'integer', minimum: 0, maximum: 2_147_483_647 };

export const resources: SchemaOf<ContainerResources> = {
  type: 'object',
  properties: {
    requests: { type: 'object', additionalProperties: quantity },
    limits: { type: 'object', additionalProperties: quantity },
  },
};

export const keyReference: SchemaOf<KeyReference> = {
  type: 'object',
  properties: { name: { ...text, required: true }, key: { ...text, required: true } },
};

export const environment: SchemaOf<readonly EnvironmentVariable[]> = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      name: { ...text, required: true },
      value: { type: 'string' },
      valueFrom: {
        type: 'object',
        properties: {
          fieldRef: { type: 'object', properties: { fieldPath: { ...text, required: true } } },
          secretKeyRef: keyReference,
          configMapKeyRef: keyReference,
        },
      },
    },
  },
};

export const probeNumbers: SchemaOf<ProbeNumbers>['properties'] = {
  initialDelaySeconds: { type: 'integer', minimum: 0 },
  periodSeconds: { type: 'integer', minimum: 1 },
  timeoutSeconds: { type: 'integer', minimum: 1 },
  successThreshold: { type: 'integer', minimum: 1 },
  failureThreshold: { type: 'integer', minimum: 1 },
};

const command: SchemaOf<CommandAction> = {
  type: 'object',
  properties: { command: { ...texts, minItems: 1, required: true } },
};

const httpGet: SchemaOf<HttpAction> = {
  type: 'object',
  properties: {
    path: { type: 'string' },
    port: { ...portNumberOrName, required: true },
    scheme: { type: 'string', enum: { HTTP: true, HTTPS: true } },
  },
};

const probe: SchemaOf<Probe> = {
  type: 'object',
  properties: {
    exec: command,
    httpGet,
    tcpSocket: { type: 'object', properties: { port: { ...portNumberOrName, required: true } } },
    ...probeNumbers,
    terminationGracePeriodSeconds: { type: 'integer', minimum: 1 },
  },
};

export const containerSecurityContext: SchemaOf<ContainerSecurityContext> = {
  type: 'object',
  properties: {
    allowPrivilegeEscalation: { type: 'boolean' },
    readOnlyRootFilesystem: { type: 'boolean' },
    capabilities: { type: 'object', properties: { drop: texts } },
    runAsNonRoot: { type: 'boolean' },
    runAsUser: userNumber,
    runAsGroup: userNumber,
  },
};

const ports: SchemaOf<Container>['properties']['ports'] = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      name: portName,
      containerPort: { ...portNumber, required: true },
      protocol: networkProtocol,
    },
  },
};

const volumeMounts: SchemaOf<Container>['properties']['volumeMounts'] = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      name: { ...text, required: true },
      mountPath: { type: 'string', required: true, pattern: '^[^:]+$' },
      subPath: { type: 'string', pattern: '^[^/].*$' },
      readOnly: { type: 'boolean' },
    },
  },
};

export const container: SchemaOf<Container> = {
  type: 'object',
  properties: {
    name: { type: 'string', required: true, pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$', maxLength: 63 },
    image: { ...text, required: true },
    imagePullPolicy,
    command: texts,
    args: texts,
    env: environment,
    ports,
    resources,
    volumeMounts,
    startupProbe: probe,
    livenessProbe: probe,
    readinessProbe: probe,
    lifecycle: {
      type: 'object',
      properties: {
        preStop: {
          type: 'object',
          properties: {
            exec: command,
            sleep: {
              type: 'object',
              properties: { seconds: { type: 'integer', required: true, minimum: 1 } },
            },
          },
        },
      },
    },
    securityContext: containerSecurityContext,
  },
};

export const initContainer: SchemaOf<InitContainer> = {
  type: 'object',
  properties: { ...container.properties, restartPolicy: { type: 'string', enum: { Always: true } } },
};
