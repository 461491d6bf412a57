import {
  containerSecurityContext,
  environment,
  imagePullPolicy,
  probeNumbers,
  resources,
} from './container.schema.js';
import { galera, volumeClaimTemplate } from './k8s.mariadb.com.galera.schema.js';
import type {
  OperatorMariaDBProps,
  OperatorMetrics,
  OperatorProbe,
  OperatorService,
  OperatorStorage,
} from './k8s.mariadb.com.js';
import { bootstrapFrom, multiCluster, replication } from './k8s.mariadb.com.replication.schema.js';
import { count, generatedKeyReference, tls } from './k8s.mariadb.com.shared.schema.js';
import { podAntiAffinity, podSecurityContext, tolerations, topologySpreadConstraints } from './pod.schema.js';
import type { BodySchemaOf, SchemaOf, StringSchema } from './schema.js';
import {
  addressRange,
  countOrPercent,
  DNS_1035_LABEL,
  labels,
  portNumber,
  quantity,
  reference,
  scrapeInterval,
  templateMetadata,
  text,
  texts,
} from './values.schema.js';

/** The operator makes a StatefulSet of this name, whose pods are labelled with it and a hash, and Services. */
export const OPERATOR_DATABASE_NAME: StringSchema = { ...DNS_1035_LABEL, maxLength: 52 };

const storage: SchemaOf<OperatorStorage> = {
  type: 'object',
  properties: {
    size: quantity,
    storageClassName: text,
    ephemeral: { type: 'boolean' },
    resizeInUseVolumes: { type: 'boolean' },
    waitForVolumeResize: { type: 'boolean' },
    volumeClaimTemplate,
  },
};

const service: SchemaOf<OperatorService> = {
  type: 'object',
  properties: {
    type: { type: 'string', enum: { ClusterIP: true, NodePort: true, LoadBalancer: true } },
    metadata: templateMetadata,
    loadBalancerIP: text,
    loadBalancerSourceRanges: { type: 'array', items: addressRange },
    externalTrafficPolicy: { type: 'string', enum: { Cluster: true, Local: true } },
    sessionAffinity: { type: 'string', enum: { ClientIP: true, None: true } },
    allocateLoadBalancerNodePorts: { type: 'boolean' },
    loadBalancerClass: text,
  },
};

const probe: SchemaOf<OperatorProbe> = {
  type: 'object',
  properties: { ...probeNumbers, initialDelaySeconds: { type: 'integer', minimum: 1 } },
};

const metrics: SchemaOf<OperatorMetrics> = {
  type: 'object',
  properties: {
    enabled: { type: 'boolean', required: true },
    exporter: {
      type: 'object',
      properties: {
        image: text,
        port: portNumber,
        resources,
        nodeSelector: labels,
        tolerations,
        podMetadata: templateMetadata,
      },
    },
    serviceMonitor: {
      type: 'object',
      properties: {
        prometheusRelease: text,
        jobLabel: text,
        interval: scrapeInterval,
        scrapeTimeout: scrapeInterval,
      },
    },
    username: text,
    passwordSecretKeyRef: generatedKeyReference,
  },
};

export const operatorMariaDBSchema: BodySchemaOf<OperatorMariaDBProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        image: text,
        imagePullPolicy,
        imagePullSecrets: { type: 'array', items: reference },
        rootPasswordSecretKeyRef: generatedKeyReference,
        replicas: { type: 'integer', minimum: 1 },
        replicasAllowEvenNumber: { type: 'boolean' },
        storage: { ...storage, required: true },
        resources,
        port: portNumber,
        timeZone: text,
        myCnf: text,
        args: texts,
        env: environment,
        affinity: {
          type: 'object',
          properties: { antiAffinityEnabled: { type: 'boolean' }, podAntiAffinity },
        },
        nodeSelector: labels,
        tolerations,
        priorityClassName: text,
        topologySpreadConstraints,
        podSecurityContext,
        securityContext: containerSecurityContext,
        podMetadata: templateMetadata,
        inheritMetadata: templateMetadata,
        podDisruptionBudget: {
          type: 'object',
          properties: { minAvailable: countOrPercent, maxUnavailable: countOrPercent },
        },
        updateStrategy: {
          type: 'object',
          properties: {
            type: {
              type: 'string',
              enum: { ReplicasFirstPrimaryLast: true, RollingUpdate: true, OnDelete: true, Never: true },
            },
            rollingUpdate: {
              type: 'object',
              properties: { partition: count, maxUnavailable: countOrPercent },
            },
            autoUpdateDataPlane: { type: 'boolean' },
          },
        },
        terminationGracePeriodSeconds: count,
        service,
        primaryService: service,
        secondaryService: service,
        startupProbe: probe,
        livenessProbe: probe,
        readinessProbe: probe,
        galera,
        replication,
        multiCluster,
        tls,
        metrics,
        bootstrapFrom,
        suspend: { type: 'boolean' },
      },
    },
  },
};
