import { Construct } from 'constructs';
import { Postgres, type PostgresLeaderElection } from '../../imports/index.js';
import { electionTiming } from '../../plan/index.js';
import { bytes, type Database, milliseconds } from '../../topology/index.js';
import { from } from '../origin.js';
import { configuration, databaseSpec, podSpec } from './database-spec.js';
import type { KubedbDatabaseProps } from './mariadb.js';

const mebibyte = 2 ** 20;

/** A Postgres of KubeDB: a primary and streaming standbys, the primary elected by the coordinators. */
export class KubedbPostgres extends Construct {
  constructor(scope: Construct, id: string, { database, release }: KubedbDatabaseProps) {
    super(scope, id);
    const { source } = database;
    const { kubedb, tls } = source;
    const spec = podSpec(database, 'postgres');
    const secret = kubedb?.configurationSecret;
    const postgres = new Postgres(this, 'postgres', {
      metadata: { name: database.name, namespace: database.namespace },
      spec: {
        ...databaseSpec(database),
        standbyMode: kubedb?.standbyMode,
        streamingMode: kubedb?.streamingMode,
        leaderElection: leaderElection(source),
        replication: database.walKeepSize === undefined ? undefined : walRetention(database.walKeepSize),
        sslMode: tls && (tls.required === false ? 'prefer' : 'verify-full'),
        configuration: release.configuration ? configuration(database, 'user.conf') : undefined,
        configSecret: release.configuration || secret === undefined ? undefined : { name: secret },
        podTemplate: spec && { spec },
      },
    });
    from(source, `databases[${database.name}]`, postgres);
  }
}

/** Kept WAL in MB, rounded up. */
function walRetention(size: string) {
  return { walLimitPolicy: 'WALKeepSize', walKeepSize: Math.ceil(bytes(size) / mebibyte) } as const;
}

/**
 * The whole block or none: a partial one gets other defaults (period 100ms, lag 32 MiB) than an absent one.
 * Source: kubedb/apimachinery apis/kubedb/v1/postgres_helpers.go and the CRD's defaults.
 */
function leaderElection(source: Database): PostgresLeaderElection | undefined {
  const asked = source.kubedb?.leaderElection;
  if (!asked) return undefined;
  const { period, electionTick } = electionTiming(source);
  return {
    period: `${milliseconds(period)}ms`,
    electionTick,
    heartbeatTick: asked.heartbeatTick ?? 1,
    maximumLagBeforeFailover: bytes(asked.maximumLagBeforeFailover ?? '64Mi'),
    transferLeadershipInterval: '1s',
    transferLeadershipTimeout: '60s',
  };
}
