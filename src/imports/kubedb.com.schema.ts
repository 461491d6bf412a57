import type {
  DatabaseConfiguration,
  DatabaseContainer,
  DatabasePodSpec,
  DatabaseResources,
  DatabaseSpec,
  MariaDBProps,
  PostgresProps,
} from './kubedb.com.js';
import type { BodySchemaOf, SchemaOf, StringSchema } from './schema.js';
import { duration, quantity, reference, texts } from './values.schema.js';

/** The CRDs restrict names further than the API server does. */
export const databaseNameSchema: StringSchema = {
  type: 'string',
  pattern: '^[a-z]([a-z0-9-]*[a-z0-9])?$',
  maxLength: 63,
};

const resources: SchemaOf<DatabaseResources> = {
  type: 'object',
  properties: {
    requests: { type: 'object', additionalProperties: quantity },
    limits: { type: 'object', additionalProperties: quantity },
  },
};

/** What the pods of both engines share; the containers differ by name only. */
const podSpec: Omit<SchemaOf<DatabasePodSpec<string>>['properties'], 'containers'> = {
  podPlacementPolicy: reference,
  nodeSelector: { type: 'object', additionalProperties: { type: 'string' } },
  tolerations: {
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
  },
};

const containerSettings: Omit<SchemaOf<DatabaseContainer<string>>['properties'], 'name'> = {
  resources,
  env: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        name: { type: 'string', required: true, minLength: 1 },
        value: { type: 'string', required: true },
      },
    },
  },
};

const configuration: SchemaOf<DatabaseConfiguration>['properties'] = {
  secretName: { type: 'string', minLength: 1 },
  inline: { type: 'object', additionalProperties: { type: 'string' } },
};

const databaseSpec: SchemaOf<DatabaseSpec>['properties'] = {
  version: { type: 'string', required: true, minLength: 1 },
  replicas: { type: 'integer', minimum: 1 },
  distributed: { type: 'boolean' },
  storageType: { type: 'string', enum: { Durable: true, Ephemeral: true } },
  storage: {
    type: 'object',
    properties: {
      accessModes: {
        type: 'array',
        items: {
          type: 'string',
          enum: { ReadWriteOnce: true, ReadOnlyMany: true, ReadWriteMany: true, ReadWriteOncePod: true },
        },
      },
      storageClassName: { type: 'string', minLength: 1 },
      resources: {
        type: 'object',
        required: true,
        properties: {
          requests: {
            type: 'object',
            required: true,
            properties: { storage: { ...quantity, required: true } },
          },
        },
      },
    },
  },
  authSecret: {
    type: 'object',
    properties: {
      kind: { type: 'string', enum: { Secret: true } },
      name: { type: 'string', required: true, minLength: 1 },
      externallyManaged: { type: 'boolean' },
    },
  },
  configSecret: reference,
  tls: {
    type: 'object',
    properties: {
      issuerRef: {
        type: 'object',
        properties: {
          apiGroup: { type: 'string' },
          kind: { type: 'string', required: true, enum: { Issuer: true, ClusterIssuer: true } },
          name: { type: 'string', required: true, minLength: 1 },
        },
      },
      certificates: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            alias: {
              type: 'string',
              required: true,
              enum: { server: true, client: true, archiver: true, 'metrics-exporter': true },
            },
            secretName: { type: 'string', minLength: 1 },
            dnsNames: texts,
            ipAddresses: texts,
            duration,
            renewBefore: duration,
          },
        },
      },
    },
  },
  deletionPolicy: {
    type: 'string',
    enum: { Halt: true, Delete: true, WipeOut: true, DoNotTerminate: true },
  },
  healthChecker: {
    type: 'object',
    properties: {
      periodSeconds: { type: 'integer', minimum: 1 },
      timeoutSeconds: { type: 'integer', minimum: 1 },
      failureThreshold: { type: 'integer', minimum: 1 },
      disableWriteCheck: { type: 'boolean' },
    },
  },
  halted: { type: 'boolean' },
};

export const mariaDBSchema: BodySchemaOf<MariaDBProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        ...databaseSpec,
        topology: {
          type: 'object',
          properties: {
            mode: { type: 'string', required: true, enum: { GaleraCluster: true, MariaDBReplication: true } },
          },
        },
        wsrepSSTMethod: { type: 'string', enum: { rsync: true, mariabackup: true } },
        configuration: { type: 'object', properties: configuration },
        podTemplate: {
          type: 'object',
          properties: {
            spec: {
              type: 'object',
              properties: {
                ...podSpec,
                containers: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: {
                      name: {
                        type: 'string',
                        required: true,
                        enum: { mariadb: true, 'md-coordinator': true },
                      },
                      ...containerSettings,
                    },
                  },
                },
              },
            },
          },
        },
        requireSSL: { type: 'boolean' },
      },
    },
  },
};

export const postgresSchema: BodySchemaOf<PostgresProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        ...databaseSpec,
        standbyMode: { type: 'string', enum: { Hot: true, Warm: true } },
        streamingMode: { type: 'string', enum: { Synchronous: true, Asynchronous: true } },
        leaderElection: {
          type: 'object',
          properties: {
            period: { ...duration, required: true },
            electionTick: { type: 'integer', required: true, minimum: 1 },
            heartbeatTick: { type: 'integer', required: true, minimum: 1 },
            maximumLagBeforeFailover: { type: 'integer', required: true, minimum: 0 },
            transferLeadershipInterval: { ...duration, required: true },
            transferLeadershipTimeout: { ...duration, required: true },
          },
        },
        replication: {
          type: 'object',
          properties: {
            walLimitPolicy: {
              type: 'string',
              required: true,
              enum: { WALKeepSize: true, ReplicationSlot: true, WALKeepSegment: true },
            },
            walKeepSize: { type: 'integer', minimum: 0 },
            maxSlotWALKeepSize: { type: 'integer', minimum: -1 },
          },
        },
        clientAuthMode: { type: 'string', enum: { md5: true, scram: true, cert: true } },
        sslMode: {
          type: 'string',
          enum: {
            disable: true,
            allow: true,
            prefer: true,
            require: true,
            'verify-ca': true,
            'verify-full': true,
          },
        },
        configuration: {
          type: 'object',
          properties: {
            ...configuration,
            tuning: {
              type: 'object',
              properties: {
                profile: {
                  type: 'string',
                  enum: { web: true, oltp: true, dw: true, mixed: true, desktop: true },
                },
                maxConnections: { type: 'integer', minimum: 1 },
                storageType: { type: 'string', enum: { ssd: true, hdd: true, san: true } },
                disableAutoTune: { type: 'boolean' },
              },
            },
          },
        },
        podTemplate: {
          type: 'object',
          properties: {
            spec: {
              type: 'object',
              properties: {
                ...podSpec,
                containers: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: {
                      name: {
                        type: 'string',
                        required: true,
                        enum: { postgres: true, 'pg-coordinator': true },
                      },
                      ...containerSettings,
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
