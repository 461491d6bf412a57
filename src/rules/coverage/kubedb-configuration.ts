import type { Fact } from './fact.js';

const sheet = 'kubedb';

const handWritten = 'dbspan writes no such object';

/** Sections 1.2 (volume), 4.3, 5, 6, 7, 8, 9 and the part of 10 that is about releases, versions, storage and configuration. */
export const kubedbConfigurationFacts: readonly Fact[] = [
  // The volume of a Postgres.
  {
    sheet,
    id: '§1.2 volume',
    fact: 'the volume holds data, 1.5 GiB of WAL for standbys and max_wal_size',
    covered: ['sizing/volume-exceeded', 'sizing/volume-risked'],
  },
  {
    sheet,
    id: '§1.2 pgtune',
    fact: "pgtune's profile web sets max_wal_size to 4GB",
    covered: 'the language has no tuning; a profile in a manifest is not read for its sizes',
  },

  // Configuration files of MariaDB.
  {
    sheet,
    id: '§4.3 includedir',
    fact: 'only files that end in .cnf are read',
    covered: ['config/file-form'],
  },
  {
    sheet,
    id: '§4.3 order',
    fact: "the user's files are read after the operator's and win",
    covered: ['config/operator-owned'],
  },
  {
    sheet,
    id: '§4.3 alphabet',
    fact: 'of several keys the alphabetical order decides, inline comes last',
    covered: ['sizing/secret-unseen', 'config/option-repeated'],
  },
  {
    sheet,
    id: '§4.3 key length',
    fact: 'an inline key gets a prefix and is cut at 63 characters with its .cnf',
    covered: ['config/file-form'],
  },
  {
    sheet,
    id: '§4.3 section',
    fact: 'a file starts with a group such as [mysqld]',
    covered: ['config/file-form'],
  },
  {
    sheet,
    id: '§4.3 mariadbd group',
    fact: 'the operator writes [mariadbd] from major 11 on, [mysqld] works as well',
    covered: 'both groups are read (src/rules/config/file.ts), and dbspan writes [mysqld]',
  },
  {
    sheet,
    id: '§4.3 standalone',
    fact: 'one replica mounts its files in /etc/mysql/conf.d',
    covered: 'the same keys are read there; KubeDB chooses the folder',
  },
  {
    sheet,
    id: '§4.3 owned',
    fact: 'galera.cnf sets format, engine, lock mode, addresses, names, provider and state transfer',
    covered: ['config/operator-owned'],
  },
  {
    sheet,
    id: '§4.3 sst password',
    fact: 'wsrep_sst_auth holds the root password unquoted, so quotes, spaces and # break mariabackup',
    covered: ['kubedb/auth-secret'],
  },
  {
    sheet,
    id: '§4.3 provider options',
    fact: 'wsrep_provider_options is one string, and a second one replaces the first',
    covered: ['config/galera-options'],
  },
  {
    sheet,
    id: '§4.3 provider keys',
    fact: 'the provider refuses keys and values it does not know',
    covered: ['config/galera-options'],
  },
  {
    sheet,
    id: '§4.3 provider order',
    fact: 'periods and windows of the provider stand in an order, of which it checks a part',
    covered: ['config/galera-options', 'config/galera-values'],
  },
  {
    sheet,
    id: '§4.3 applyConfig',
    fact: "a request's applyConfig is a map of files as well",
    covered: ['config/file-form', 'config/option-unknown'],
  },

  // Configuration files of Postgres.
  {
    sheet,
    id: '§4.3 Postgres key',
    fact: 'the only file that is read is user.conf, of a Secret and inline',
    covered: ['config/file-form'],
  },
  {
    sheet,
    id: '§4.3 Postgres order',
    fact: 'inline wins over the Secret, the Secret over tuning',
    covered: 'documented order; the language says that configurationSecret stands beside config',
  },
  {
    sheet,
    id: '§4.3 Postgres owned',
    fact: 'KubeDB sets archiving, connection to the primary, hot standby, addresses and the paths of hba and ident',
    covered: ['config/operator-owned'],
  },
  {
    sheet,
    id: '§4.3 preload',
    fact: 'another shared_preload_libraries drops pg_stat_statements',
    covered: ['config/unsafe'],
  },
  {
    sheet,
    id: '§4.3 comments',
    fact: 'comments with // are no comments of Postgres',
    covered: ['config/file-form'],
  },
  {
    sheet,
    id: '§4.3 WAL settings',
    fact: 'wal keep settings of the file override those of the object',
    covered: ['config/unsafe'],
  },

  // The server itself.
  {
    sheet,
    id: 'options unknown',
    fact: 'a server does not start with an option it does not know',
    covered: ['config/option-unknown', 'config/option-doubtful'],
  },
  {
    sheet,
    id: 'options values',
    fact: 'MariaDB refuses words and adjusts numbers, Postgres refuses both',
    covered: ['config/option-value', 'config/option-adjusted'],
  },
  {
    sheet,
    id: 'options switches',
    fact: 'MariaDB reads any other word for a switch as OFF, and log_bin takes OFF for a file name',
    covered: ['config/option-value'],
  },
  {
    sheet,
    id: 'options twice',
    fact: 'a file gives an option twice, under two spellings or two names, and the last counts',
    covered: ['config/option-repeated', 'config/option-overridden'],
  },
  {
    sheet,
    id: 'options plain numbers',
    fact: 'a plain number is bytes to MariaDB, and kB or pages of 8 kB to Postgres',
    covered: ['config/option-adjusted', 'config/option-doubtful', 'config/option-value'],
  },
  {
    sheet,
    id: 'options groups',
    fact: 'mariadbd passes over groups of other programs, of other series and with misspelt names',
    covered: ['config/file-form'],
  },
  {
    sheet,
    id: 'options gone',
    fact: 'options that are gone are refused, or taken and do nothing',
    covered: ['config/option-unknown', 'config/option-doubtful'],
  },

  // Versions.
  {
    sheet,
    id: '§5.1 usable',
    fact: 'a release has its list of MariaDB versions',
    covered: ['kubedb/version-unknown'],
  },
  {
    sheet,
    id: '§5.1 end of life',
    fact: 'ten of them get no more fixes',
    covered: ['kubedb/version-end-of-life'],
  },
  {
    sheet,
    id: '§5.1 deprecated',
    fact: 'six are deprecated: taken at the API server and then passed over',
    covered: ['kubedb/version-deprecated'],
  },
  {
    sheet,
    id: '§5.1 availability',
    fact: '11.8.5 and 12.1.2 came with v2026.1.19, three more only with a preview',
    covered: ['kubedb/version-unknown'],
  },
  {
    sheet,
    id: '§5.1 upgrades',
    fact: 'any version goes up to 12.1.2, from there alone to 12.3.2, none goes down',
    covered: ['kubedb/ops-upgrade', 'kubedb/version-refused', 'kubedb/version-up'],
  },
  {
    sheet,
    id: '§5.2 usable',
    fact: 'a release has its list of Postgres versions, alpine and bookworm and special builds',
    covered: ['kubedb/version-unknown'],
  },
  {
    sheet,
    id: '§5.2 special names',
    fact: 'the names of special builds are not server versions, and not all are numbers',
    covered:
      'a version of the language begins with a number (schema/bad-quantity), so names such as timescaledb-2.14.2-pg16 can stand in manifests only; the major of an option check is the number that a name begins with',
  },
  {
    sheet,
    id: '§5.2 deprecated',
    fact: 'families of old patches are deprecated, 14.1 and 13.2 among them',
    covered: ['kubedb/version-deprecated'],
  },
  {
    sheet,
    id: '§5.2 availability',
    fact: '17.8, 17.9, 18.2 and 18.3 came with v2026.2.26, -ext with v2026.7.10',
    covered: ['kubedb/version-unknown'],
  },
  {
    sheet,
    id: '§5.2 defect',
    fact: '17.9 of v2026.8.14-rc.0 names the image of 17.9-percona',
    covered: ['kubedb/version-defect'],
  },
  {
    sheet,
    id: '§5.2 base system',
    fact: 'no upgrade crosses from alpine to bookworm or to another distribution',
    covered: ['kubedb/ops-upgrade', 'kubedb/version-refused'],
  },

  // Releases.
  {
    sheet,
    id: '§5.3 floor',
    fact: 'before v2025.8.31 the policy has another shape',
    covered: ['kubedb/release'],
  },
  {
    sheet,
    id: '§5.3 Postgres',
    fact: 'a distributed Postgres needs v2026.6.19',
    covered: ['kubedb/release'],
  },
  {
    sheet,
    id: '§5.3 configuration',
    fact: 'configuration came with v2026.1.19, before it there was configSecret',
    covered: ['kubedb/release'],
  },
  {
    sheet,
    id: '§5.3 order',
    fact: 'names do not sort by age: v2026.2.26 is the newest of three',
    covered:
      'the table of releases is in the order of age (src/plan/releases.ts) and nothing compares names of known ones',
  },
  {
    sheet,
    id: '§5.3 unknown',
    fact: 'a release that is not in the table',
    covered: ['kubedb/release-unknown'],
  },
  {
    sheet,
    id: '§5.3 preview',
    fact: 'v2026.8.14-rc.0 is a release candidate',
    covered: ['kubedb/release-preview'],
  },
  {
    sheet,
    id: '§5.3 synchronous',
    fact: 'synchronousReplicationConfig came with v2026.7.10',
    covered: 'impossible by construction: dbspan writes no such block (src/charts/kubedb/postgres.ts)',
  },
  {
    sheet,
    id: '§5.3 autoscaler',
    fact: 'autoscaling of a distributed MariaDB came with v2025.10.17, archiving with v2026.2.x',
    covered: handWritten,
  },
  {
    sheet,
    id: '§5.4 engines',
    fact: 'no other engine can be distributed',
    covered: 'impossible by construction: the language has two engines',
  },

  // Requests.
  {
    sheet,
    id: '§6.1 immutable',
    fact: 'the spec of a request cannot be changed: one request a change, each under a new name',
    covered: ['kubedb/ops-kept'],
  },
  {
    sheet,
    id: '§6.1 namespace',
    fact: 'a request is in the namespace of its database',
    covered: ['kubedb/ops-request'],
  },
  {
    sheet,
    id: '§6.1 types',
    fact: 'each engine has its types, each type its block',
    covered: ['kubedb/ops-request'],
  },
  {
    sheet,
    id: '§6.1 members',
    fact: 'a Galera cluster scales to 3 to 9 members, and a missing member crashes the webhook',
    covered: ['kubedb/ops-request'],
  },
  {
    sheet,
    id: '§6.1 Postgres scaling',
    fact: 'replicas are above 0 and exclude readReplicas',
    covered: ['kubedb/ops-request'],
  },
  {
    sheet,
    id: '§6.1 policy first',
    fact: 'going up the policy gets its indices before the request, going down after it',
    covered: ['kubedb/ops-request', 'kubedb/scale-up', 'kubedb/scale-down'],
  },
  {
    sheet,
    id: '§6.1 vertical scaling',
    fact: 'mode Restart or InPlace, the latter a restart when distributed',
    covered: ['kubedb/ops-request'],
  },
  {
    sheet,
    id: '§6.1 expansion',
    fact: 'mode is needed and the size grows',
    covered: ['kubedb/ops-request'],
  },
  {
    sheet,
    id: '§6.1 expandable class',
    fact: 'the class can be expanded on every member',
    covered: ['kubedb/class-not-expandable'],
  },
  {
    sheet,
    id: '§6.1 reconfigure',
    fact: 'something is to be changed, and removing needs a restart',
    covered: ['kubedb/ops-request'],
  },
  {
    sheet,
    id: '§6.1 merge',
    fact: 'several pending reconfigurations are merged and the originals skipped',
    covered: 'a behaviour of the live operator; nothing of a file is wrong',
  },
  {
    sheet,
    id: '§6.1 rotate',
    fact: 'the secret exists on the hub and keeps its username',
    covered: ['kubedb/password-secret-changed'],
  },
  {
    sheet,
    id: '§6.1 migration',
    fact: 'StorageMigration needs a timeout and a class in the database object',
    covered: ['kubedb/ops-request'],
  },
  {
    sheet,
    id: '§6.1 kept',
    fact: 'a request that is made anew is carried out anew',
    covered: ['kubedb/ops-kept'],
  },

  // Changes of what runs.
  {
    sheet,
    id: '§6.1 scaling of one',
    fact: 'a single MariaDB is never scaled to members, nor members to one',
    covered: ['kubedb/mode-changed', 'kubedb/scale-up', 'kubedb/scale-down'],
  },
  {
    sheet,
    id: '§6.3 by request',
    fact: 'version, replicas, storage, password, certificates, settings and resources are changed by requests',
    covered: ['kubedb/by-request', 'kubedb/restart', 'kubedb/storage-class-changed'],
  },
  {
    sheet,
    id: '§6.1 certificates',
    fact: 'ReconfigureTLS changes certificates and what is demanded of clients',
    covered: ['kubedb/encryption-changed'],
  },
  {
    sheet,
    id: '§1.2 streaming changed',
    fact: 'a synchronous Postgres may become an asynchronous one',
    covered: ['kubedb/streaming-weaker'],
  },
  {
    sheet,
    id: '§1.2 WAL changed',
    fact: 'what is kept for standbys may become less, 1536 MB when nothing is said',
    covered: ['kubedb/kept-wal-lowered'],
  },
  {
    sheet,
    id: '§1.2 elections changed',
    fact: 'the timing of elections may change, and has two sets of defaults',
    covered: ['kubedb/election-changed'],
  },
  {
    sheet,
    id: '§5.3 up and down',
    fact: 'releases change names, webhooks, configuration and containers, and older ones know less',
    covered: ['kubedb/release-up', 'kubedb/release-down'],
  },
  {
    sheet,
    id: '§2.1 another object',
    fact: 'kind, name and namespace cannot change: it is another object',
    covered: ['provider/another-database'],
  },
  {
    sheet,
    id: '§3.6 spread changed',
    fact: 'constraints of a policy become rules of pods when these are made',
    covered: ['placement/spread-later'],
  },
  {
    sheet,
    id: '§2.1 policy renamed',
    fact: 'a database may name another policy, which must be there',
    covered: ['placement/policy-renamed'],
  },

  // Autoscalers, GitOps, archivers.
  {
    sheet,
    id: '§6.2 trigger',
    fact: 'trigger is the text "On" or "Off", a boolean without quotes',
    covered: ['kubedb/autoscaler'],
  },
  {
    sheet,
    id: '§6.2 mode',
    fact: 'storage.expansionMode is needed',
    covered: ['kubedb/autoscaler'],
  },
  {
    sheet,
    id: '§6.2 Prometheus',
    fact: 'each rule of a distributed database names its Prometheus',
    covered: ['kubedb/autoscaler'],
  },
  {
    sheet,
    id: '§6.2 class',
    fact: 'the class of each rule is named and can be expanded',
    covered: ['kubedb/autoscaler'],
  },
  {
    sheet,
    id: '§6.2 fight',
    fact: 'what is scaled is not fixed in Git, and memory not scaled below a fixed pool',
    covered: ['kubedb/autoscaler-against-git'],
  },
  {
    sheet,
    id: '§6.3 one mode',
    fact: 'a database is written for the GitOps operator or for KubeDB',
    covered: ['kubedb/two-owners'],
  },
  {
    sheet,
    id: '§6.3 chart value',
    fact: 'its CRDs need installGitOpsCRDs of the chart',
    covered: 'dbspan writes databases of kubedb.com only, and values for them',
  },
  {
    sheet,
    id: '§6.3 late errors',
    fact: 'no webhook looks at its objects, so errors surface later',
    covered: 'rules about databases look at objects of gitops.kubedb.com as at those of kubedb.com',
  },
  {
    sheet,
    id: '§6.4 archiver options',
    fact: 'archiving a Galera cluster needs log_bin, log_slave_updates and wsrep_gtid_mode',
    covered: ['kubedb/archiver-log', 'config/unsafe'],
  },
  {
    sheet,
    id: '§6.4 Postgres archiver',
    fact: 'nothing is documented for a distributed Postgres',
    covered: ['kubedb/archiver-log'],
  },
  {
    sheet,
    id: '§6.4 snapshot class',
    fact: 'VolumeSnapshotClass and KubeStash exist on each member',
    covered: `a state of the live clusters; ${handWritten}`,
  },
  {
    sheet,
    id: '§6.4 restore',
    fact: 'init.archiver relaxes the three members until the restore is done',
    covered: handWritten,
  },
  {
    sheet,
    id: '§6.4 monitoring',
    fact: 'where ServiceMonitors of pods on members land is not known',
    covered: handWritten,
  },

  // Helm and licence.
  {
    sheet,
    id: '§7 ocm',
    fact: 'petset.features.ocm.enabled gives the agents the right to ServiceExports',
    covered:
      'impossible by construction: written for every hub with a distributed database (src/charts/kubedb/values.ts)',
  },
  {
    sheet,
    id: '§7 before install',
    fact: 'the gate ManifestWorkReplicaSet and the CRDs of OCM are there before the chart',
    covered: 'a state of the live hub: the runbook joins and checks before it installs KubeDB',
  },
  {
    sheet,
    id: '§7 controller chart',
    fact: 'the KubeSlice controller is installed with ocm.enabled',
    covered:
      'impossible by construction: written (src/charts/kubeslice/values.ts), held by test/kubedb-guide-errors.test.ts',
  },
  {
    sheet,
    id: '§7 klusterlet',
    fact: 'every member has the gate and the rates',
    covered: 'impossible by construction: written for each (src/charts/ocm/klusterlet-configuration.ts)',
  },
  {
    sheet,
    id: '§7 licence',
    fact: 'the licence is of the hub, expires, and never stands in Git',
    covered:
      'impossible by construction: values.yaml of KubeDB holds no licence, the runbook gives it on the command line',
  },
  {
    sheet,
    id: '§7 cert-manager',
    fact: 'tls needs cert-manager on the hub',
    covered: 'a state of the live hub: a step of the runbook',
  },
  {
    sheet,
    id: '§7 placement global',
    fact: 'the chart makes a Placement global, which nobody else may make',
    covered:
      'impossible by construction: dbspan writes no Placement; in manifests a rule about OCM looks at it',
  },

  // Memory.
  {
    sheet,
    id: '§8 defaults',
    fact: 'a container that asks for nothing has 1Gi',
    covered: ['sizing/memory-exceeded', 'sizing/memory-risked'],
  },
  {
    sheet,
    id: '§8 merge',
    fact: 'limits are raised to requests and missing ones filled in',
    covered:
      'impossible by construction: requests equal limits (src/charts/kubedb/database-spec.ts); in manifests kubedb/resources',
  },
  {
    sheet,
    id: '§8 pool',
    fact: 'the pool is a share of the limit, not of the node',
    covered: 'impossible by construction: a share is taken of the limit or of 1Gi (src/plan/sizing.ts)',
  },
  {
    sheet,
    id: '§8 overhead',
    fact: 'pool, sessions and caches together are below the limit',
    covered: ['sizing/memory-exceeded', 'sizing/memory-risked'],
  },
  {
    sheet,
    id: '§8 pool above memory',
    fact: 'a pool or shared_buffers of all memory or more',
    covered: ['sizing/memory-exceeded', 'sizing/memory-risked'],
  },
  {
    sheet,
    id: '§8 no gcache',
    fact: 'KubeDB sets no gcache.size; the default is 128 MiB',
    covered: ['sizing/volume-exceeded', 'sizing/volume-risked'],
  },
  {
    sheet,
    id: '§8 gcache on the volume',
    fact: 'gcache and redo lie on the volume',
    covered: ['sizing/volume-exceeded', 'sizing/volume-risked'],
  },
  {
    sheet,
    id: '§8 state transfer',
    fact: 'a joiner needs room for the data once more',
    covered: ['sizing/volume-exceeded', 'sizing/volume-risked'],
  },
  {
    sheet,
    id: '§8 segments',
    fact: 'there is one configuration, so gmcast.segment cannot differ by cluster',
    covered: ['config/galera-values'],
  },
  {
    sheet,
    id: '§8 shared_buffers',
    fact: 'KubeDB sets a quarter of the memory; user.conf may override it',
    covered: ['sizing/memory-exceeded', 'sizing/memory-risked'],
  },
  {
    sheet,
    id: '§8 one block',
    fact: 'all replicas share one block of resources',
    covered: 'impossible by construction: resources are of the database, not of a placement',
  },

  // Mistakes of the guides.
  {
    sheet,
    id: '§9 PodPlacementPolicy',
    fact: 'the object is PlacementPolicy, without a namespace',
    covered: 'impossible by construction: held by test/kubedb-guide-errors.test.ts',
  },
  { sheet, id: '§9 CoreDNS', fact: 'the step about CoreDNS is missing', covered: ['dns/address-unknown'] },
  {
    sheet,
    id: '§9 namespace',
    fact: 'the namespace of the database is made nowhere, or in one cluster',
    covered: 'impossible by construction: held by test/kubedb-guide-errors.test.ts',
  },
  {
    sheet,
    id: '§9 ocm.enabled',
    fact: 'the KubeSlice controller is installed without OCM',
    covered: 'impossible by construction: held by test/kubedb-guide-errors.test.ts',
  },
  {
    sheet,
    id: '§9 mixed releases',
    fact: 'chart versions of three releases are mixed',
    covered:
      'impossible by construction: one set in plan and runbook, held by test/kubedb-guide-errors.test.ts',
  },
  {
    sheet,
    id: '§9 klusterlet',
    fact: 'the patch of the Klusterlet is called optional',
    covered: 'impossible by construction: held by test/kubedb-guide-errors.test.ts',
  },
  {
    sheet,
    id: '§9 interface',
    fact: 'the same network interface for all clusters',
    covered: ['slice/network-interface'],
  },
  {
    sheet,
    id: '§9 unquoted version',
    fact: 'a version without quotes is text by luck',
    covered: 'schema/numeric-version refuses numbers, and every version is written as text',
  },
  {
    sheet,
    id: '§9 end of life',
    fact: '11.5.2 gets no more fixes',
    covered: ['kubedb/version-end-of-life'],
  },
  { sheet, id: '§9 500Mi', fact: 'a volume of 500Mi', covered: ['sizing/volume-risked'] },
  { sheet, id: '§9 WipeOut', fact: 'deletionPolicy WipeOut', covered: ['kubedb/wipe-out'] },
  {
    sheet,
    id: '§9 client name',
    fact: 'clients are told a name that other clusters do not resolve',
    covered: 'the runbook names the one on the slice, held by test/kubedb-guide-errors.test.ts',
  },
  {
    sheet,
    id: '§9 indentation',
    fact: 'odd indentation and empty documents',
    covered: 'impossible by construction: held by test/kubedb-guide-errors.test.ts',
  },
  {
    sheet,
    id: '§9 2/2',
    fact: "pods are shown without the slice's container",
    covered: 'the runbook expects 3/3, held by test/kubedb-guide-errors.test.ts',
  },
  {
    sheet,
    id: '§9 application namespaces',
    fact: "the operator's namespace is on the slice as well",
    covered: ['slice/namespaces'],
  },
  { sheet, id: '§9 hub', fact: 'the hub is a member of the slice', covered: ['slice/not-a-member'] },
  {
    sheet,
    id: '§9 2+1',
    fact: 'two of three replicas in one cluster',
    covered: ['kubedb/quorum-in-one-cluster'],
  },
  { sheet, id: '§9 cipher', fact: 'a cipher of OpenVPN with WireGuard', covered: ['slice/cipher-unused'] },
  { sheet, id: '§9 bandwidth', fact: 'a ceiling of 5 Mbit/s', covered: ['slice/ceiling-low'] },
  {
    sheet,
    id: '§9 12.3.2',
    fact: 'the documentation has a version that its release has not',
    covered: ['kubedb/version-unknown'],
  },
  {
    sheet,
    id: '§9 autoscaler',
    fact: 'volumes of local-path are to be expanded, and the Prometheus of the rules is missing',
    covered: ['kubedb/autoscaler'],
  },
  {
    sheet,
    id: '§9 PetSet on the worker',
    fact: 'the PetSet is looked for on a member',
    covered: 'the runbook looks on the hub, held by test/kubedb-guide-errors.test.ts',
  },
  {
    sheet,
    id: '§9 project',
    fact: 'registration, slice and policy point to another project',
    covered: 'impossible by construction: one project namespace, held by test/kubedb-guide-errors.test.ts',
  },
  {
    sheet,
    id: '§9 Postgres 500Mi',
    fact: 'a Postgres on 500Mi against 1.5 GiB of WAL',
    covered: ['sizing/volume-exceeded'],
  },
  {
    sheet,
    id: '§9 tokens',
    fact: 'values with tokens of real clusters',
    covered:
      'impossible by construction: no secret is ever written, held by test/kubedb-guide-errors.test.ts',
  },
  {
    sheet,
    id: '§9 top-level podPlacementPolicy',
    fact: 'spec.podPlacementPolicy does not exist',
    covered:
      'impossible by construction: podTemplate.spec; in manifests the schema of the CRD has no such field',
  },

  // The check list.
  {
    sheet,
    id: 'C0',
    fact: 'the release is declared, new enough, and has the fields that are used',
    covered: ['kubedb/release', 'kubedb/release-unknown', 'kubedb/release-preview'],
  },
  {
    sheet,
    id: 'C9',
    fact: "the version is text, in the release's table, not deprecated, not past its end",
    covered: ['kubedb/version-unknown', 'kubedb/version-deprecated', 'kubedb/version-end-of-life'],
  },
  {
    sheet,
    id: 'C9 edge',
    fact: 'the upgrade edge is allowed, of Postgres the base system stays',
    covered: ['kubedb/ops-upgrade', 'kubedb/version-refused'],
  },
  {
    sheet,
    id: 'C9 edited version',
    fact: 'a version edited in the topology is an edge as well',
    covered: ['kubedb/version-refused', 'kubedb/version-up'],
  },
  {
    sheet,
    id: 'C10',
    fact: 'the class of the object is absent or exists on the hub',
    covered: ['kubedb/storage-class-on-hub'],
  },
  {
    sheet,
    id: 'C10 rule',
    fact: 'each rule names its class',
    covered:
      'the class is written where the topology knows it; left out it is the default of that cluster, as in the guide',
  },
  {
    sheet,
    id: 'C10 immutable',
    fact: 'the class of an existing replica does not change',
    covered: ['placement/class-ignored', 'kubedb/storage-class-changed'],
  },
  {
    sheet,
    id: 'C11',
    fact: 'the volume holds WAL retention, gcache and redo',
    covered: ['sizing/volume-exceeded', 'sizing/volume-risked'],
  },
  { sheet, id: 'C11 shrink', fact: 'the volume never shrinks', covered: ['kubedb/volumes-shrink'] },
  {
    sheet,
    id: 'C12',
    fact: 'resources stand on containers with known names',
    covered: ['kubedb/container-name'],
  },
  {
    sheet,
    id: 'C12 equal',
    fact: 'memory requests equal limits, in canonical quantities',
    covered:
      'impossible by construction: src/charts/kubedb/database-spec.ts, src/topology/quantities.ts; in manifests kubedb/resources and kubedb/drift',
  },
  {
    sheet,
    id: 'C12 share',
    fact: 'the pool is 70 % of the limit at the most',
    covered: ['sizing/memory-exceeded', 'sizing/memory-risked'],
  },
  {
    sheet,
    id: 'C13',
    fact: 'names of files, groups, options that are not free and one provider string',
    covered: ['config/file-form', 'config/operator-owned', 'config/galera-options'],
  },
  {
    sheet,
    id: 'C13 secret',
    fact: 'secretName or configSecret, not both',
    covered: ['kubedb/config-secret'],
  },
  {
    sheet,
    id: 'C18',
    fact: 'an autoscaler needs a Prometheus in every rule, a quoted trigger and an expandable class',
    covered: ['kubedb/autoscaler'],
  },
  {
    sheet,
    id: 'C19',
    fact: 'deletionPolicy is explicit',
    covered:
      'impossible by construction: always written, DoNotTerminate when nothing is said (src/plan/build.ts); in manifests kubedb/deletion-policy-unsaid',
  },
  { sheet, id: 'C19 WipeOut', fact: 'WipeOut only with an opt-in', covered: ['kubedb/wipe-out'] },
];
