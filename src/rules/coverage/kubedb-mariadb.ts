import type { Fact } from './fact.js';

const sheet = 'kubedb';
const schema =
  'the schema of the CRD, which verify holds every manifest against; dbspan writes no other value';

/** MariaDB, and what it has in common with Postgres. */
export const kubedbMariadbFacts: readonly Fact[] = [
  {
    sheet,
    id: '§0 1',
    fact: 'no webhook looks at PlacementPolicies any more, so gaps, duplicates and clusters off the slice are found by nobody',
    covered: ['placement/indices', 'placement/slice', 'slice/not-a-member'],
  },
  {
    sheet,
    id: '§0 2',
    fact: 'a forgotten podPlacementPolicy is called default, and the error names that policy',
    covered: ['kubedb/policy-reference'],
  },
  {
    sheet,
    id: '§0 3',
    fact: 'an ordinal that moves to another cluster comes up there with an empty volume when its pod is next made',
    covered: ['placement/ordinal-moved'],
  },
  {
    sheet,
    id: '§0 4',
    fact: 'works carry neither namespace nor engine, so a distributed name is unique per cluster',
    covered: ['kubedb/names'],
  },
  {
    sheet,
    id: '§0 5',
    fact: 'Galera starts at 3 and is scaled up to 9, its name has at most 32 characters',
    covered: ['kubedb/replicas', 'kubedb/names'],
  },
  {
    sheet,
    id: '§0 6',
    fact: 'storageClassName is looked up on the hub, even if no replica runs there',
    covered: ['kubedb/storage-class-on-hub'],
  },
  {
    sheet,
    id: '§0 7',
    fact: 'an unquoted version is a number: 17.2 is refused, 16.10 becomes 16.1',
    covered:
      'the schema of the language and that of the CRD both refuse a number as a version; dbspan prints every version so that it stays text',
  },
  {
    sheet,
    id: '§0 8',
    fact: 'a spread without whenUnsatisfiable is DoNotSchedule and adds required anti-affinity',
    covered: ['placement/spread-default'],
  },
  {
    sheet,
    id: '§0 9',
    fact: 'KubeDB sets no buffer pool and no gcache; files of a MariaDB must end in .cnf',
    covered: ['config/file-form'],
  },
  {
    sheet,
    id: '§0 10',
    fact: 'a Postgres keeps 1536 MB of WAL, which fills the volumes of the guides',
    covered: ['kubedb/postgres-wal-retention'],
  },

  {
    sheet,
    id: '§1 versions of the API',
    fact: 'v1 is stored; v1alpha2 is served, converted, and spells the pod template and the policies differently',
    covered: ['kubedb/api-version'],
  },
  {
    sheet,
    id: '§1 name',
    fact: 'the CRD limits the name to 63 characters that start with a letter; the CRD of the GitOps API has no limit',
    covered: ['kubedb/names'],
  },
  { sheet, id: '§1 version', fact: 'only spec.version is demanded by the CRD', covered: ['provider/field'] },

  { sheet, id: '§1.1 replicas', fact: 'replicas left out are 1', covered: ['kubedb/replicas'] },
  {
    sheet,
    id: '§1.1 topology.mode',
    fact: 'a topology without a mode counts as a cluster and is not Galera',
    covered: ['kubedb/topology-mode'],
  },
  {
    sheet,
    id: '§1.1 topology.maxscale',
    fact: 'maxscale belongs to MariaDBReplication only, and the webhook fails without it there',
    covered: ['kubedb/topology-mode', 'kubedb/idle-setting'],
  },
  {
    sheet,
    id: '§1.1 distributed',
    fact: 'distributed is false unless said, whatever the policy says',
    covered: ['placement/not-distributed'],
  },
  {
    sheet,
    id: '§1.1 wsrepSSTMethod',
    fact: 'rsync is the default; MariaDBReplication turns it into mariabackup, a single replica has no use for it',
    covered: ['kubedb/idle-setting', 'kubedb/drift', 'provider/field'],
  },
  {
    sheet,
    id: '§1.1 storageType',
    fact: 'Durable is the default and needs storage',
    covered: ['kubedb/storage-request'],
  },
  {
    sheet,
    id: '§1.1 authSecret',
    fact: 'a secret that is given has kind and name, the keys username and password, and the user root',
    covered: ['kubedb/auth-secret', 'provider/field'],
  },
  {
    sheet,
    id: '§1.1 serviceTemplates',
    fact: 'the alias is primary, standby or stats',
    covered: schema,
  },
  {
    sheet,
    id: '§1.1 tls issuer',
    fact: 'the CRD takes any kind of issuer, the operator finds an Issuer of the namespace or a ClusterIssuer',
    covered: ['kubedb/tls'],
  },
  {
    sheet,
    id: '§1.1 tls certificates',
    fact: 'the CRD takes any alias; KubeDB makes server, client, archiver and metrics-exporter',
    covered: ['kubedb/tls'],
  },
  {
    sheet,
    id: '§1.1 monitor',
    fact: 'the exporter listens on 56790 by default',
    covered: ['kubedb/monitor'],
  },
  {
    sheet,
    id: '§1.1 init',
    fact: 'waitForInitialRestore keeps the database waiting, and an archive needs a recoveryTimestamp',
    covered: 'the CRD demands the time stamp; whether a restore comes is a state of the live system',
  },
  {
    sheet,
    id: '§1.1 archiver',
    fact: 'an archiver is named by ref, or put in by the webhook',
    covered: ['kubedb/archiver-label'],
  },
  {
    sheet,
    id: '§1.1 halted',
    fact: 'halted turns the deletion policy into Halt',
    covered: ['kubedb/drift', 'kubedb/deletion-policy'],
  },
  {
    sheet,
    id: '§1.1 deletionPolicy',
    fact: 'Delete is the default and removes the volumes; WipeOut removes secrets and snapshots too',
    covered: ['kubedb/deletion-policy-unsaid', 'kubedb/wipe-out'],
  },
  {
    sheet,
    id: '§1.1 healthChecker',
    fact: 'period 10, timeout 10 and threshold 1 are the defaults',
    covered: ['kubedb/health-checker'],
  },
  {
    sheet,
    id: '§1.1 allowedSchemas, autoOps',
    fact: 'schemas are allowed from the same namespace, recommendations are on',
    covered: 'neither can be refused or break a database: both are defaults that dbspan leaves alone',
  },

  {
    sheet,
    id: '§1.3 fields of the pod',
    fact: 'v1 has no affinity, topologySpreadConstraints, and no resources, env, args, mounts, probes of the pod as a whole',
    covered: 'unknown fields are found by the schema of the CRD, which verify holds every manifest against',
  },
  {
    sheet,
    id: '§1.3 container names',
    fact: 'a container that is misspelt becomes one more, and the server keeps the default of 1Gi',
    covered: ['kubedb/container-name'],
  },
  {
    sheet,
    id: '§1.3 v1alpha2 spellings',
    fact: 'terminationPolicy, coordinator and the flat pod template belong to v1alpha2',
    covered: ['kubedb/api-version'],
  },

  {
    sheet,
    id: '§1.4 both',
    fact: 'configSecret beside configuration is dropped by a MariaDB and ambiguous for a Postgres',
    covered: ['kubedb/config-secret'],
  },
  {
    sheet,
    id: '§1.4 releases',
    fact: 'configuration exists from v2026.1.19 on, configSecret is for the releases before',
    covered: 'impossible by construction: src/charts/kubedb/mariadb.ts writes the one that the release has',
  },
  {
    sheet,
    id: '§1.4 drift',
    fact: 'a committed configSecret never comes back as it was written',
    covered: ['kubedb/drift'],
  },

  {
    sheet,
    id: 'M1',
    fact: 'a version must be there',
    covered: ['provider/field'],
  },
  {
    sheet,
    id: 'M2',
    fact: 'the version must be one of the catalogue in the cluster',
    covered:
      'the version is held against the catalogue of the release (§5), and the runbook looks it up in the cluster before the database is made',
  },
  { sheet, id: 'M3', fact: 'replicas must be above zero', covered: ['kubedb/replicas'] },
  { sheet, id: 'M4', fact: 'one replica and a topology exclude each other', covered: ['kubedb/replicas'] },
  { sheet, id: 'M5', fact: 'a topology needs three replicas', covered: ['kubedb/replicas'] },
  { sheet, id: 'M6', fact: 'the name of a cluster has at most 32 characters', covered: ['kubedb/names'] },
  {
    sheet,
    id: 'M7',
    fact: 'containers may not set the password of root by environment variables',
    covered: ['kubedb/environment'],
  },
  { sheet, id: 'M8', fact: 'storageType is Durable or Ephemeral', covered: schema },
  { sheet, id: 'M9', fact: 'a durable database has storage', covered: ['kubedb/storage-request'] },
  {
    sheet,
    id: 'M10',
    fact: 'the storage class exists on the hub, an empty one is looked up too',
    covered: ['kubedb/storage-class-on-hub', 'kubedb/storage-request'],
  },
  { sheet, id: 'M11', fact: 'storage asks for a size above zero', covered: ['kubedb/storage-request'] },
  { sheet, id: 'M12', fact: 'wsrepSSTMethod is rsync or mariabackup', covered: schema },
  { sheet, id: 'M13', fact: 'ten names of volumes are reserved', covered: ['kubedb/reserved-volume'] },
  {
    sheet,
    id: 'M14',
    fact: 'paths of KubeDB, and below, cannot be mounted over; those above are not looked at',
    covered: ['kubedb/reserved-path', 'kubedb/path-above'],
  },
  {
    sheet,
    id: 'M15',
    fact: 'a deletion policy is there, and an ephemeral database has not Halt',
    covered: ['kubedb/deletion-policy'],
  },
  {
    sheet,
    id: 'M16',
    fact: 'a halted database has not DoNotTerminate',
    covered: ['kubedb/deletion-policy'],
  },
  {
    sheet,
    id: 'M17',
    fact: 'monitoring has an agent, and the exporter a port from 1024 to 65535',
    covered: ['kubedb/monitor'],
  },
  { sheet, id: 'M18', fact: 'requireSSL needs server 10.5.2', covered: ['kubedb/require-ssl'] },
  {
    sheet,
    id: 'M19',
    fact: 'the figures of the health check are above zero',
    covered: ['kubedb/health-checker'],
  },
  {
    sheet,
    id: 'M20',
    fact: 'MariaDBReplication says the replicas of MaxScale, and its storage type',
    covered: ['kubedb/topology-mode'],
  },
  {
    sheet,
    id: 'M21',
    fact: 'a distributed database names a PlacementPolicy',
    covered: ['kubedb/policy-reference'],
  },
  {
    sheet,
    id: 'M22',
    fact: 'the PlacementPolicy is there before the database',
    covered: ['kubedb/policy-reference'],
  },
  {
    sheet,
    id: 'M23',
    fact: 'the PlacementPolicy of a distributed database has clusterSpreadConstraint',
    covered: ['kubedb/policy-reference'],
  },
  {
    sheet,
    id: 'M24',
    fact: 'scripts are not cloned to a reserved path',
    covered: ['kubedb/reserved-path'],
  },
  {
    sheet,
    id: 'M25',
    fact: 'a deprecated version is accepted and then skipped by the operator',
    covered: 'the version is held against the catalogue of the release (§5), deprecated ones included',
  },
  {
    sheet,
    id: '§2.1 update',
    fact: 'storageType, and init once it is done, cannot change',
    covered: ['kubedb/frozen-field'],
  },
  {
    sheet,
    id: '§2.1 update passes',
    fact: 'edits of version, replicas, storage, distributed and the policy pass admission, and none is checked',
    covered: [
      'kubedb/version-refused',
      'kubedb/volumes-shrink',
      'kubedb/distributed-toggled',
      'placement/ordinal-moved',
      'kubedb/by-request',
    ],
  },
  {
    sheet,
    id: '§2.1 delete',
    fact: 'DoNotTerminate keeps the object from being deleted',
    covered: ['kubedb/database-removed', 'kubedb/deletion-policy-loosened'],
  },
  {
    sheet,
    id: '§2.1 odd count',
    fact: 'an even Galera cluster is accepted',
    covered: ['kubedb/replicas'],
  },
  {
    sheet,
    id: '§2.1 upper bound',
    fact: 'more than 9 replicas are accepted and no scaling request takes such a number',
    covered: ['kubedb/replicas'],
  },
  {
    sheet,
    id: '§2.1 inline keys',
    fact: 'the keys of configuration.inline are not looked at',
    covered: ['config/file-form'],
  },
  {
    sheet,
    id: '§2.1 distributed alone',
    fact: 'a distributed database of one replica is accepted',
    covered: ['kubedb/replicas'],
  },
  {
    sheet,
    id: '§2.1 distributed replication',
    fact: 'a distributed MariaDBReplication is accepted',
    covered: ['kubedb/topology-mode', 'provider/field'],
  },
  {
    sheet,
    id: '§2.1 distributed toggled',
    fact: 'distributed can be switched on a live database',
    covered:
      'a change against what is written already; in one state placement/not-distributed warns before the database is made',
  },
  {
    sheet,
    id: '§2.1 index coverage',
    fact: 'nobody compares the indices of the policy with the replicas until the pods are made',
    covered: ['placement/replicas-covered'],
  },

  {
    sheet,
    id: '§2.3 default policy',
    fact: 'the CRD fills in the policy default, which the petset chart installs without clusters',
    covered: ['kubedb/policy-reference'],
  },
  {
    sheet,
    id: '§2.3 own default',
    fact: 'no policy of one’s own is called default',
    covered: ['kubedb/names', 'placement/default-name'],
  },

  {
    sheet,
    id: '§2.4 defaults',
    fact: 'the webhook writes defaults for what is left out, security contexts and resizePolicy among them',
    covered:
      'fields that Git does not have are no difference for a GitOps controller that applies by fields; dbspan writes no security context',
  },
  {
    sheet,
    id: '§2.4 resources',
    fact: 'a limit below the request is raised, memory of one kind alone is taken for both',
    covered: ['kubedb/resources'],
  },
  {
    sheet,
    id: '§2.4 archiver',
    fact: 'labels and namespace that an archiver selects make the webhook write spec.archiver',
    covered: ['kubedb/archiver-label'],
  },
  {
    sheet,
    id: '§2.4 quantities',
    fact: 'amounts come back in canonical form',
    covered: ['kubedb/drift'],
  },

  {
    sheet,
    id: '§4.1 services',
    fact: 'a database makes services with the suffixes pods, standby and stats, and for some arbiter, rr and maxscale',
    covered: ['kubedb/derived-names'],
  },
  {
    sheet,
    id: '§4.1 secrets',
    fact: 'a database makes the secret with the suffix auth, whose user is root for MariaDB',
    covered: ['kubedb/derived-names', 'kubedb/auth-secret'],
  },
  {
    sheet,
    id: '§4.1 works',
    fact: 'works are called after pods and volumes, so data-orders meets the volumes of orders',
    covered: ['kubedb/names'],
  },
  {
    sheet,
    id: '§4.1 namespaces',
    fact: 'the namespace of a distributed database joins the slice, and is no cluster’s',
    covered: ['kubedb/namespace', 'slice/namespaces'],
  },
  {
    sheet,
    id: '§4.2 pods',
    fact: 'the name of the pod set has at most 52 characters, 44 with an arbiter, as a label of the pods joins it with a hash',
    covered: ['kubedb/names'],
  },
  {
    sheet,
    id: '§4.2 cut names',
    fact: 'longer derived names are cut to 63 characters, or for the metrics not at all',
    covered: ['kubedb/names'],
  },
  {
    sheet,
    id: '§4.2 ordinals',
    fact: 'a name that ends in a number is taken for that of a replica',
    covered: ['kubedb/names'],
  },
  {
    sheet,
    id: '§9 Helm label',
    fact: 'both guides say managed-by: Helm on objects that Helm did not make',
    covered: ['kubedb/helm-label'],
  },
];
