import type { KubedbDatabasePlan } from '../plan/index.js';
import { at, below, head, resources } from './common.js';
import { atHome, type DatabaseContext, inDatabase, indexIn, projectName } from './context.js';
import { optionFormula } from './options.js';
import type { Steps } from './place.js';
import { fixed, made, said, type Table } from './table.js';
import { placementWords } from './words.js';

type Context = DatabaseContext<KubedbDatabasePlan>;

/** Of a placement that a fleet shares one entry stands for several clusters. */
function entryOf({ database }: Context, rule: unknown): number {
  const cluster = database.placements[Number(rule)]?.cluster.source.name;
  return database.source.placement.findIndex((each) => each.cluster === cluster);
}

function clusterOf({ plan, database }: Context, rule: unknown): Steps {
  const source = database.placements[Number(rule)]?.cluster.source;
  return ['clusters', source === undefined ? 0 : indexIn(plan.topology.clusters, source)];
}

/** What keeps replicas apart, where nothing is said. */
function spreadFormula(over: 'node' | 'zone') {
  return ({ database: { source } }: Context): string | undefined => {
    if (source.spread?.[over] !== undefined) return undefined;
    const survive = source.survive === undefined ? 'nothing is to be survived' : `survive: ${source.survive}`;
    return over === 'node'
      ? `DoNotSchedule with survive node, zone or cluster+1 where every cluster has a node for each replica; here ${survive}`
      : `DoNotSchedule with survive zone where every cluster lists a zone for each replica; here ${survive}`;
  };
}

/** PlacementPolicy: which replica runs where. */
export const placementPolicy: Table<Context> = {
  'metadata.name': {
    of: at('kubedb', 'placementPolicy'),
    unsaid: 'NAMESPACE-NAME of the database',
  },
  'spec.clusterSpreadConstraint.distributionRules[].clusterName': said((context, { wild: [rule] }) => [
    inDatabase(context, 'placement', entryOf(context, rule), 'cluster'),
  ]),
  'spec.clusterSpreadConstraint.distributionRules[].storageClassName': {
    of: (context, { wild: [rule] }) => [
      inDatabase(context, 'storage', 'storageClass'),
      [...clusterOf(context, rule), 'storageClass'],
    ],
    says: () => 'the class of the database, or else that of the cluster',
  },
  'spec.clusterSpreadConstraint.distributionRules[].replicaIndices[]': {
    of: (context, { wild: [rule] }) => [inDatabase(context, 'placement', entryOf(context, rule), 'replicas')],
    says: ({ database }, { wild: [rule] }) => {
      const entry = database.source.placement[entryOf({ database } as Context, rule)];
      return typeof entry?.replicas === 'number'
        ? `counts are dealt out in turns over the clusters: ${placementWords(database)}`
        : undefined;
    },
  },
  'spec.clusterSpreadConstraint.slice.projectNamespace': made(
    'kubeslice-PROJECT: KubeSlice makes the namespace of that name',
    (context) => [projectName(context)],
  ),
  'spec.clusterSpreadConstraint.slice.sliceName': said(() => [['slice', 'name']]),
  'spec.{nodeSpreadConstraint,zoneSpreadConstraint}.maxSkew': fixed(
    'one replica more than elsewhere is the most',
  ),
  'spec.nodeSpreadConstraint.whenUnsatisfiable': { of: at('spread', 'node'), says: spreadFormula('node') },
  'spec.zoneSpreadConstraint.whenUnsatisfiable': { of: at('spread', 'zone'), says: spreadFormula('zone') },
  ...head,
  kind: fixed('what the controller of the replicas’ places reads'),
};

const container: Table<Context> = {
  name: fixed('the server’s container in KubeDB’s pods'),
  'env[MALLOC_ARENA_MAX].name': made(
    'set beside the sizes that are chosen: the allocator’s own figure grows with the cores of the node',
  ),
  'env[MALLOC_ARENA_MAX].value': made(
    'arenas of the allocator, by the memory: the server’s sizes count on it',
  ),
  ...below('resources.{requests,limits}', resources),
};

const both: Table<Context> = {
  'metadata.name': said(at('name')),
  'spec.version': said(at('version')),
  'spec.replicas': made(
    ({ database }) => `${database.replicas} = ${placementWords(database)}`,
    ({ plan, database }) =>
      database.source.placement.map((_, index) =>
        inDatabase({ plan, database } as Context, 'placement', index, 'replicas'),
      ),
  ),
  'spec.distributed': made('true, since a slice joins the clusters of its placement', () => [['slice']]),
  'spec.storageType': fixed('replicas keep their data on volumes'),
  'spec.storage.accessModes[]': fixed('a volume belongs to one replica'),
  'spec.storage.storageClassName': {
    of: (context) => [inDatabase(context, 'storage', 'storageClass'), atHome(context, 'storageClass')],
    says: () => 'the class of the database, or else that of the cluster',
  },
  'spec.storage.resources.requests.storage': said(at('storage', 'size')),
  'spec.authSecret.kind': fixed('KubeDB takes a Secret or a store of them; dbspan refers to a Secret'),
  'spec.authSecret.name': said(at('rootPasswordSecret', 'name')),
  'spec.tls.issuerRef.apiGroup': fixed('issuers are cert-manager’s'),
  'spec.tls.issuerRef.kind': said(at('tls', 'issuer', 'kind'), 'Issuer'),
  'spec.tls.issuerRef.name': said(at('tls', 'issuer', 'name')),
  'spec.deletionPolicy': said(at('deletionPolicy'), 'DoNotTerminate: nobody deletes it by mistake'),
  'spec.configuration.secretName': said(at('kubedb', 'configurationSecret')),
  'spec.configSecret.name': made(
    'configurationSecret, under the name that releases before v2026.1.19 have for it',
    at('kubedb', 'configurationSecret'),
  ),
  'spec.configuration.inline.*.**': { says: ({ database }, field) => optionFormula(database, field) },
  'spec.podTemplate.spec.podPlacementPolicy.name': {
    of: at('kubedb', 'placementPolicy'),
    unsaid: 'NAMESPACE-NAME of the database, as the PlacementPolicy is called',
  },
  ...below('spec.podTemplate.spec.containers[]', container),
  ...head,
};

/** MariaDB of KubeDB. */
export const mariadb: Table<Context> = {
  'spec.topology.mode': made('GaleraCluster, since there is more than one replica', at('placement')),
  'spec.wsrepSSTMethod': said(at('kubedb', 'wsrepSSTMethod')),
  'spec.requireSSL': said(at('tls', 'required'), 'true where tls is said: what is not encrypted is refused'),
  ...both,
};

/** Postgres of KubeDB. */
export const postgres: Table<Context> = {
  'spec.standbyMode': said(at('kubedb', 'standbyMode')),
  'spec.streamingMode': said(at('kubedb', 'streamingMode')),
  'spec.leaderElection.period': {
    of: at('kubedb', 'leaderElection', 'period'),
    unsaid: 'what KubeDB takes without a block: 300ms',
  },
  'spec.leaderElection.electionTick': {
    of: at('kubedb', 'leaderElection', 'electionTick'),
    unsaid: 'what KubeDB takes without a block: 10',
  },
  'spec.leaderElection.heartbeatTick': {
    of: at('kubedb', 'leaderElection', 'heartbeatTick'),
    unsaid: 'what KubeDB takes without a block: 1',
  },
  'spec.leaderElection.maximumLagBeforeFailover': {
    of: at('kubedb', 'leaderElection', 'maximumLagBeforeFailover'),
    says: () => 'in bytes',
    unsaid: 'what KubeDB takes without a block: 64Mi, in bytes',
  },
  'spec.leaderElection.{transferLeadershipInterval,transferLeadershipTimeout}': fixed(
    'a block that is said in part gets other defaults for the rest, so that these are said as they are without a block',
  ),
  'spec.replication.walLimitPolicy': made('WALKeepSize, since a size is kept'),
  'spec.replication.walKeepSize': {
    of: at('kubedb', 'walKeepSize'),
    says: ({ database }) =>
      database.source.kubedb?.walKeepSize === undefined
        ? 'MB that a volume of this size has room for; KubeDB would keep 1536'
        : 'in MB, rounded up',
  },
  'spec.sslMode': {
    of: at('tls', 'required'),
    says: ({ database: { source } }) =>
      source.tls?.required === undefined ? undefined : 'verify-full; prefer where it is not required',
    unsaid: 'verify-full where tls is said',
  },
  ...both,
};
