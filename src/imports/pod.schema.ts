import { container, initContainer, userNumber } from './container.schema.js';
import type {
  LabelSelector,
  NodeAffinity,
  PodAffinityTerm,
  PodAntiAffinity,
  PodSecurityContext,
  PodSpec,
  PodTemplate,
  ProjectedFiles,
  Toleration,
  TopologySpreadConstraint,
  Volume,
  VolumeItem,
} from './pod.js';
import type { IntegerSchema, SchemaOf } from './schema.js';
import { labels, quantity, reference, templateMetadata, text, texts } from './values.schema.js';

/** What a label's value must be; nodes and pods are chosen by the same. */
const requirement = {
  type: 'object',
  properties: {
    key: { ...text, required: true },
    operator: {
      type: 'string',
      required: true,
      enum: { In: true, NotIn: true, Exists: true, DoesNotExist: true },
    },
    values: texts,
  },
} as const;

export const labelSelector: SchemaOf<LabelSelector> = {
  type: 'object',
  properties: {
    matchLabels: labels,
    matchExpressions: {
      type: 'array',
      items: requirement,
    },
  },
};

export const podSecurityContext: SchemaOf<PodSecurityContext> = {
  type: 'object',
  properties: {
    runAsNonRoot: { type: 'boolean' },
    runAsUser: userNumber,
    runAsGroup: userNumber,
    fsGroup: userNumber,
    fsGroupChangePolicy: { type: 'string', enum: { Always: true, OnRootMismatch: true } },
    seccompProfile: {
      type: 'object',
      properties: {
        type: { type: 'string', required: true, enum: { RuntimeDefault: true, Unconfined: true } },
      },
    },
  },
};

const affinityTerm: SchemaOf<PodAffinityTerm> = {
  type: 'object',
  properties: {
    labelSelector: { ...labelSelector, required: true },
    topologyKey: { ...text, required: true },
  },
};

const nodeAffinity: SchemaOf<NodeAffinity> = {
  type: 'object',
  properties: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      type: 'object',
      required: true,
      properties: {
        nodeSelectorTerms: {
          type: 'array',
          required: true,
          items: {
            type: 'object',
            properties: {
              matchExpressions: {
                type: 'array',
                required: true,
                items: requirement,
              },
            },
          },
        },
      },
    },
  },
};

export const podAntiAffinity: SchemaOf<PodAntiAffinity> = {
  type: 'object',
  properties: {
    requiredDuringSchedulingIgnoredDuringExecution: { type: 'array', items: affinityTerm },
    preferredDuringSchedulingIgnoredDuringExecution: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          weight: { type: 'integer', required: true, minimum: 1, maximum: 100 },
          podAffinityTerm: { ...affinityTerm, required: true },
        },
      },
    },
  },
};

export const topologySpreadConstraints: SchemaOf<readonly TopologySpreadConstraint[]> = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      maxSkew: { type: 'integer', required: true, minimum: 1 },
      topologyKey: { ...text, required: true },
      whenUnsatisfiable: {
        type: 'string',
        required: true,
        enum: { DoNotSchedule: true, ScheduleAnyway: true },
      },
      labelSelector: { ...labelSelector, required: true },
      minDomains: { type: 'integer', minimum: 1 },
      nodeAffinityPolicy: { type: 'string', enum: { Honor: true, Ignore: true } },
      nodeTaintsPolicy: { type: 'string', enum: { Honor: true, Ignore: true } },
    },
  },
};

export const tolerations: SchemaOf<readonly Toleration[]> = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      key: { type: 'string' },
      operator: { type: 'string', enum: { Exists: true, Equal: true } },
      value: { type: 'string' },
      effect: { type: 'string', enum: { NoSchedule: true, PreferNoSchedule: true, NoExecute: true } },
      tolerationSeconds: { type: 'integer' },
    },
  },
};

const fileMode: IntegerSchema = { type: 'integer', minimum: 0, maximum: 0o777 };

const items: SchemaOf<readonly VolumeItem[]> = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      key: { ...text, required: true },
      path: { type: 'string', required: true, pattern: '^[^/].*$' },
      mode: fileMode,
    },
  },
};

const projectedFiles: SchemaOf<ProjectedFiles> = {
  type: 'object',
  properties: { name: { ...text, required: true }, items },
};

const volumes: SchemaOf<readonly Volume[]> = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      name: { type: 'string', required: true, pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$', maxLength: 63 },
      configMap: {
        type: 'object',
        properties: { name: { ...text, required: true }, defaultMode: fileMode, items },
      },
      emptyDir: {
        type: 'object',
        properties: { medium: { type: 'string', enum: { Memory: true } }, sizeLimit: quantity },
      },
      secret: {
        type: 'object',
        properties: { secretName: { ...text, required: true }, defaultMode: fileMode, items },
      },
      projected: {
        type: 'object',
        properties: {
          defaultMode: fileMode,
          sources: {
            type: 'array',
            required: true,
            items: { type: 'object', properties: { configMap: projectedFiles, secret: projectedFiles } },
          },
        },
      },
      persistentVolumeClaim: { type: 'object', properties: { claimName: { ...text, required: true } } },
    },
  },
};

export const podSpec: SchemaOf<PodSpec> = {
  type: 'object',
  properties: {
    serviceAccountName: text,
    automountServiceAccountToken: { type: 'boolean' },
    enableServiceLinks: { type: 'boolean' },
    terminationGracePeriodSeconds: { type: 'integer', minimum: 0 },
    securityContext: podSecurityContext,
    affinity: { type: 'object', properties: { nodeAffinity, podAntiAffinity } },
    topologySpreadConstraints,
    nodeSelector: labels,
    tolerations,
    priorityClassName: text,
    imagePullSecrets: { type: 'array', items: reference },
    initContainers: { type: 'array', items: initContainer },
    containers: { type: 'array', required: true, minItems: 1, items: container },
    volumes,
  },
};

export const podTemplate: SchemaOf<PodTemplate> = {
  type: 'object',
  properties: {
    metadata: { ...templateMetadata, required: true },
    spec: { ...podSpec, required: true },
  },
};
