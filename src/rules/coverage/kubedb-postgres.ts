import type { Fact } from './fact.js';

const sheet = 'kubedb';
const schema =
  'the schema of the CRD and of the language, against which every file is held before the rules look at it';

/** What is only Postgres's, and the PlacementPolicy. */
export const kubedbPostgresFacts: readonly Fact[] = [
  {
    sheet,
    id: '§1.2 replicas',
    fact: 'replicas of a Postgres left out are 1',
    covered: ['kubedb/replicas', 'kubedb/postgres-synchronous'],
  },
  { sheet, id: '§1.2 standbyMode', fact: 'Hot when nothing is said', covered: schema },
  {
    sheet,
    id: '§1.2 synchronousReplicationConfig',
    fact: 'exists from v2026.7.10 on only, and means Any, 1, RemoteWrite when left out',
    covered:
      'dbspan does not write the block, and a manifest does not say its release; the page of kubedb/postgres-synchronous says it',
  },
  {
    sheet,
    id: '§1.2 leaderElection defaults',
    fact: 'a block that leaves something out gets other defaults than no block',
    covered: ['kubedb/leader-election-partial'],
  },
  {
    sheet,
    id: '§1.2 leaderElection of a topology',
    fact: 'dbspan writes the whole block or none',
    covered: 'impossible by construction: src/charts/kubedb/postgres.ts fills in every field of a block',
  },
  {
    sheet,
    id: '§1.2 leaderElection old fields',
    fact: 'three fields in seconds are deprecated',
    covered:
      'accepted and without effect beside the fields that dbspan writes; the language has none of them',
  },
  {
    sheet,
    id: '§1.2 walLimitPolicy',
    fact: 'kept WAL is counted in a unit the version has, whatever a comment in the code says',
    covered: ['kubedb/postgres-wal-retention'],
  },
  {
    sheet,
    id: '§1.2 WAL sizes',
    fact: '1536 MB, 96 segments and no limit are the defaults',
    covered:
      'sizing/volume-exceeded and sizing/volume-risked hold the volume against them, and kubedb/postgres-wal-retention refuses what is out of range',
  },
  {
    sheet,
    id: '§1.2 forceFailoverAcceptingDataLossAfter',
    fact: 'a forced failover gives commits up',
    covered: ['kubedb/postgres-forced-failover'],
  },
  {
    sheet,
    id: '§1.2 clientAuthMode',
    fact: 'md5 below version 18, scram from it on',
    covered:
      'a default that is right either way; kubedb/postgres-client-auth refuses modes that the version has not',
  },
  {
    sheet,
    id: '§1.2 sslMode',
    fact: 'verify-full with tls, disable without',
    covered: ['kubedb/postgres-ssl-mode'],
  },
  {
    sheet,
    id: '§1.2 arbiter',
    fact: 'an even number of replicas brings an arbiter',
    covered: ['kubedb/replicas'],
  },
  {
    sheet,
    id: '§1.2 distributed',
    fact: 'false unless said, whatever the policy',
    covered: ['placement/not-distributed'],
  },
  {
    sheet,
    id: '§1.2 readReplicas',
    fact: 'a group takes the PlacementPolicy default unless it names another',
    covered: ['kubedb/read-replica-placement'],
  },
  { sheet, id: '§1.2 mode', fact: 'a remote replica names its source', covered: schema },
  {
    sheet,
    id: '§1.2 enforceFsGroup',
    fact: 'false unless said',
    covered: 'no value is refused, and the language has no field for it',
  },
  {
    sheet,
    id: 'G1',
    fact: 'the version is there and in the catalogue',
    covered:
      'the CRD demands it, provider/field asks a topology for it, and kubedb/version-unknown holds it against the table',
  },
  { sheet, id: 'G2', fact: 'replicas are 1 or more', covered: ['kubedb/replicas'] },
  {
    sheet,
    id: 'G3',
    fact: 'groups of read replicas have names of their own, not arbiter, and replicas',
    covered: ['kubedb/postgres-read-replicas'],
  },
  {
    sheet,
    id: 'G4',
    fact: 'no container sets POSTGRES_PASSWORD or POSTGRES_USER',
    covered: ['kubedb/environment'],
  },
  {
    sheet,
    id: 'G5',
    fact: 'storage and its type as for MariaDB',
    covered: ['kubedb/storage-request', 'kubedb/storage-class-on-hub'],
  },
  { sheet, id: 'G6', fact: 'standbyMode and streamingMode are words of their lists', covered: schema },
  {
    sheet,
    id: 'G7',
    fact: 'a synchronousReplicationConfig goes with synchronous streaming',
    covered: ['kubedb/postgres-synchronous'],
  },
  {
    sheet,
    id: 'G8',
    fact: 'as many synchronous standbys are asked for as there are',
    covered: ['kubedb/postgres-synchronous'],
  },
  { sheet, id: 'G9', fact: 'scram needs a server of 11', covered: ['kubedb/postgres-client-auth'] },
  {
    sheet,
    id: 'G10',
    fact: 'inline configuration has the one key user.conf',
    covered:
      'dbspan writes that key only (src/charts/kubedb/postgres.ts); config/file-form looks at manifests',
  },
  {
    sheet,
    id: 'G11',
    fact: 'names of volumes are reserved, those of certificates too',
    covered: ['kubedb/reserved-volume'],
  },
  { sheet, id: 'G12', fact: 'mount paths are reserved', covered: ['kubedb/reserved-path'] },
  { sheet, id: 'G13', fact: 'an Alpine image runs as user 70 only', covered: ['kubedb/postgres-user'] },
  {
    sheet,
    id: 'G14',
    fact: 'sslMode, tls and clientAuthMode go together',
    covered: ['kubedb/postgres-ssl-mode', 'kubedb/postgres-client-auth'],
  },
  {
    sheet,
    id: 'G15',
    fact: 'the way of keeping WAL fits the version, its sizes are in range',
    covered: ['kubedb/postgres-wal-retention'],
  },
  {
    sheet,
    id: 'G16',
    fact: 'electionTick is above heartbeatTick, both 1 or more',
    covered: ['kubedb/leader-election'],
  },
  {
    sheet,
    id: 'G17',
    fact: 'an externally managed auth secret has a name',
    covered: ['kubedb/postgres-auth-secret'],
  },
  {
    sheet,
    id: 'G18',
    fact: 'deletionPolicy, monitor and health as for MariaDB',
    covered: ['kubedb/deletion-policy', 'kubedb/monitor', 'kubedb/health-checker'],
  },
  {
    sheet,
    id: 'G19',
    fact: 'a remote replica has version 13 or later, compared as text',
    covered: ['kubedb/postgres-remote-replica'],
  },
  {
    sheet,
    id: 'G20',
    fact: 'a distributed Postgres names a PlacementPolicy over clusters that is there',
    covered: ['kubedb/policy-reference'],
  },
  {
    sheet,
    id: '§2.2 unchecked',
    fact: 'no webhook looks at even counts, long names and timing',
    covered: ['kubedb/replicas', 'kubedb/names', 'kubedb/leader-election-round-trip'],
  },
  {
    sheet,
    id: '§2.2 update',
    fact: 'the type of the storage is immutable',
    covered:
      'dbspan writes Durable always (src/charts/kubedb/database-spec.ts); a manifest alone does not say what it was before',
  },
  { sheet, id: '§3.1 scope', fact: 'a PlacementPolicy is cluster-scoped', covered: ['placement/namespace'] },
  { sheet, id: '§3.1 kind', fact: 'the kind is PlacementPolicy', covered: ['placement/kind'] },
  {
    sheet,
    id: '§3.1 spread constraint',
    fact: 'whenUnsatisfiable left out is DoNotSchedule',
    covered: ['placement/spread-default'],
  },
  {
    sheet,
    id: '§3.1 spread constraint values',
    fact: 'neither whenUnsatisfiable nor maxSkew is checked by the CRD',
    covered: ['placement/spread-constraint'],
  },
  {
    sheet,
    id: '§3.1 affinity weight',
    fact: 'a weight of 1 to 100 is not enforced',
    covered: ['placement/affinity'],
  },
  {
    sheet,
    id: '§3.1 affinity domains',
    fact: 'replicas of a domain are a number, an expression, or empty for the rest',
    covered: ['placement/affinity'],
  },
  {
    sheet,
    id: '§3.1 distributionRules',
    fact: 'rules name a cluster and indices, and both parts of the slice are demanded',
    covered: schema,
  },
  {
    sheet,
    id: '§3.1 monitoring',
    fact: 'a rule can name the Prometheus of its cluster',
    covered: ['kubedb/autoscaler'],
  },
  {
    sheet,
    id: '§3.1 role, failoverPolicy',
    fact: 'they are in no CRD that ships',
    covered: ['placement/field'],
  },
  {
    sheet,
    id: '§3.2 create',
    fact: 'indices are 0, 1, 2, … over all rules',
    covered: ['placement/indices'],
  },
  {
    sheet,
    id: '§3.2 update',
    fact: 'an index keeps its cluster, and the tail may grow and shrink',
    covered:
      'synth holds the placements against those written before (placement/ordinal-moved in src/committed/)',
  },
  {
    sheet,
    id: '§3.2 update hole',
    fact: 'with no clusterSpreadConstraint before or after nothing is compared',
    covered: 'dbspan writes one for every distributed database and compares the written files itself',
  },
  {
    sheet,
    id: '§3.2 slice',
    fact: 'the SliceConfig is there and has every cluster',
    covered: ['placement/slice', 'slice/not-a-member'],
  },
  {
    sheet,
    id: '§3.3 placementpolicies',
    fact: 'from v2026.6.19 on the webhook is registered nowhere',
    covered: ['placement/indices', 'placement/slice'],
  },
  {
    sheet,
    id: '§3.3 petsets',
    fact: 'each replica of the database has an index',
    covered: ['placement/replicas-covered'],
  },
  {
    sheet,
    id: '§3.3 petsets late',
    fact: 'the refusal hits what the operator makes, not what the user applies',
    covered: ['placement/replicas-covered'],
  },
  {
    sheet,
    id: '§3.3 duplicates',
    fact: 'the webhook for petsets does not see an index that stands twice',
    covered: ['placement/indices'],
  },
  {
    sheet,
    id: '§3.4 first rule',
    fact: 'of an index in two rules the first wins',
    covered: ['placement/indices'],
  },
  {
    sheet,
    id: '§3.4 missing index',
    fact: 'its pod is never made, and those after it wait',
    covered: ['placement/indices', 'placement/replicas-covered'],
  },
  {
    sheet,
    id: '§3.4 unknown cluster',
    fact: 'without its namespace on the hub no work can be made',
    covered: ['placement/slice', 'topology/unknown-cluster'],
  },
  {
    sheet,
    id: '§3.4 off the slice',
    fact: 'a pod on a cluster outside the slice waits for its address',
    covered: ['placement/slice', 'slice/not-a-member'],
  },
  {
    sheet,
    id: '§3.4 unreachable',
    fact: 'the work for a spoke that is away stays pending',
    covered:
      'a state of the live system: the wait of the database wave in the runbook ends when all replicas are ready',
  },
  {
    sheet,
    id: '§3.4 moved index',
    fact: 'an index that moves comes up empty at its next restart',
    covered: 'synth refuses it (placement/ordinal-moved in src/committed/)',
  },
  {
    sheet,
    id: '§3.4 scale-down',
    fact: 'works of volumes stay, and an index that returns finds stale data or none',
    covered:
      'a change over time: the fix of placement/ordinal-moved says to scale down first, and nothing checks yet what becomes of the volumes',
  },
  {
    sheet,
    id: '§3.4 volume class',
    fact: 'the class of the rule wins over that of the claim, else the default of the spoke',
    covered: ['placement/storage-class'],
  },
  {
    sheet,
    id: '§3.4 volume class later',
    fact: 'a class changed later has no effect on volumes that are there',
    covered: ['placement/storage-class'],
  },
  {
    sheet,
    id: '§3.4 update strategy',
    fact: 'works are applied with force, labels that are there are kept',
    covered: 'no file of the program says otherwise: it is how the controller writes its works',
  },
  {
    sheet,
    id: '§3.4 feedback',
    fact: 'ready is never seen without a feature gate on every spoke',
    covered:
      'the Klusterlet of every member is written with it (src/charts/ocm), and the rules about OCM look at others',
  },
  {
    sheet,
    id: '§3.4 deletion annotation',
    fact: 'an annotation of the PetSet keeps works at its deletion',
    covered: 'the PetSet is made by the operator; no file of the program has it',
  },
  {
    sheet,
    id: '§3.4 labels',
    fact: 'selectors of distributed databases hold the namespace, names do not',
    covered: ['kubedb/names'],
  },
  {
    sheet,
    id: '§3.4 arbiter',
    fact: 'works of the arbiter and of the database are taken for each other',
    covered: ['kubedb/replicas'],
  },
  {
    sheet,
    id: '§3.4 read replica indices',
    fact: 'groups count from 0 in their policy, which is default unless said',
    covered: ['kubedb/read-replica-placement', 'placement/replicas-covered'],
  },
  {
    sheet,
    id: '§3.5 names',
    fact: 'one name in two namespaces or of two engines collides on a spoke',
    covered: ['kubedb/names'],
  },
  {
    sheet,
    id: '§3.5 data-',
    fact: 'a database called like the volumes of another collides with them',
    covered: ['kubedb/names'],
  },
  {
    sheet,
    id: '§3.5 numbers',
    fact: 'a name that ends in a number is taken for a replica’s',
    covered: ['kubedb/names'],
  },
  {
    sheet,
    id: '§3.5 reserved',
    fact: 'names of derived objects are taken',
    covered: ['kubedb/derived-names'],
  },
  {
    sheet,
    id: '§3.6 anti-affinity',
    fact: 'DoNotSchedule means one replica per zone or node in each cluster',
    covered: ['placement/spread-impossible', 'placement/spread-default'],
  },
  {
    sheet,
    id: '§3.6 own scheduler',
    fact: 'clusters are spread over by the list of indices only',
    covered: ['kubedb/quorum-in-one-cluster'],
  },
  {
    sheet,
    id: '§3.6 domains',
    fact: 'domains are filled in order over all clusters, and with none left no pod is made',
    covered: ['placement/affinity'],
  },
  {
    sheet,
    id: '§3.7 DNS names',
    fact: 'replicas are reached under slice.local',
    covered:
      'the names are KubeDB’s own; the runbook and the forwarding of slice.local are derived from one constant (src/plan/corefile.ts)',
  },
  {
    sheet,
    id: '§3.7 aliases',
    fact: 'aliases of exports are unique per slice',
    covered:
      'they are made of name and namespace of the database by the operator: kubedb/names and topology/duplicate-name keep those apart',
  },
  {
    sheet,
    id: '§3.7 hub',
    fact: 'the hub is a member, and the namespace of the operator joins the slice',
    covered: ['placement/operator-namespace', 'slice/not-a-member', 'slice/namespaces'],
  },
  {
    sheet,
    id: '§3.7 injection',
    fact: 'pods are passed over by a label, an annotation, or a slice without a network',
    covered: ['placement/off-the-network'],
  },
  {
    sheet,
    id: '§3.7 one slice',
    fact: 'a namespace joins one slice, which is the one of the policy',
    covered: ['placement/namespace-joined', 'slice/namespaces'],
  },
  {
    sheet,
    id: '§3.7 missing namespaces',
    fact: 'application namespaces are made on the workers, the hub needs its own',
    covered: 'dbspan writes the Namespace on the hub and on every member (src/charts/namespaces)',
  },
  {
    sheet,
    id: '§3.7 works',
    fact: 'a work makes no namespace',
    covered: 'dbspan writes the Namespace on every member (src/plan/build.ts)',
  },
  {
    sheet,
    id: 'C1',
    fact: 'every index 0 to n-1 exactly once',
    covered: ['placement/indices'],
  },
  {
    sheet,
    id: 'C2',
    fact: 'clusters of rules are joined, in the slice, and called the same everywhere',
    covered: ['placement/slice', 'slice/not-a-member'],
  },
  {
    sheet,
    id: 'C3',
    fact: 'hub and namespaces are on the slice',
    covered: [
      'slice/missing',
      'placement/namespace-joined',
      'placement/operator-namespace',
      'slice/not-a-member',
      'slice/namespaces',
    ],
  },
  { sheet, id: 'C4', fact: 'the policy names a slice that there is', covered: ['placement/slice'] },
  {
    sheet,
    id: 'C5',
    fact: 'no index moves, and no policy shrinks below its replicas',
    covered:
      'synth refuses a moved ordinal (placement/ordinal-moved in src/committed/) and derives the policy from the replicas; placement/replicas-covered looks at manifests',
  },
  {
    sheet,
    id: 'C6',
    fact: 'names are unique per set of spokes and of a form that KubeDB can derive from',
    covered: ['kubedb/names', 'kubedb/derived-names', 'topology/duplicate-name'],
  },
  {
    sheet,
    id: 'C7',
    fact: 'counts are odd and 3 or more, the mode is said',
    covered: ['kubedb/replicas', 'kubedb/topology-mode'],
  },
  {
    sheet,
    id: 'C8',
    fact: 'no cluster holds half of the votes',
    covered: ['survival/cluster-loss', 'survival/goal', 'kubedb/quorum-in-one-cluster'],
  },
  {
    sheet,
    id: 'C14',
    fact: 'DoNotSchedule needs zones and nodes enough, and whenUnsatisfiable is said',
    covered: ['placement/spread-impossible', 'placement/spread-default', 'placement/spread-constraint'],
  },
  {
    sheet,
    id: 'C15',
    fact: 'an election waits for several round trips, and its block is whole',
    covered: [
      'kubedb/leader-election-round-trip',
      'kubedb/leader-election-partial',
      'kubedb/leader-election',
    ],
  },
  {
    sheet,
    id: 'C16',
    fact: 'encryption, certificates, authentication and user go together',
    covered: ['kubedb/postgres-ssl-mode', 'kubedb/postgres-client-auth', 'kubedb/postgres-user'],
  },
  {
    sheet,
    id: 'C17',
    fact: 'the policy comes before the database, and is not called default',
    covered: ['placement/default-name', 'kubedb/policy-reference', 'kubedb/names'],
  },
  {
    sheet,
    id: 'C20',
    fact: 'memory, version and configuration are the same for all replicas',
    covered:
      'impossible by construction: a placement has a cluster and replicas only, everything else stands once per database',
  },
  {
    sheet,
    id: 'C21',
    fact: 'distributed and the type of storage never change',
    covered:
      'a change over time: dbspan writes both from the topology (src/charts/kubedb/database-spec.ts); an ordinal that would come up elsewhere is refused in src/committed/',
  },
];
