// Generated from spec/topology.schema.json by `npm run generate`. Do not edit.

/**
 * A DNS label: lower-case letters, digits and hyphens, at most 63 characters.
 */
export type DnsLabel = string;
/**
 * A version. Always a string: unquoted, YAML reads 17.2 as a number and 16.10 as 16.1.
 */
export type Version = string;
/**
 * An IPv4 or IPv6 address.
 */
export type IpAddress = string;
/**
 * An IPv4 or IPv6 network in CIDR notation.
 */
export type Cidr = string;
/**
 * A DNS subdomain name: DNS labels joined by dots, at most 253 characters.
 */
export type DnsSubdomain = string;
/**
 * Name of an account: 2 to 64 letters, digits, dots and hyphens.
 */
export type ProjectAccount = string;
/**
 * Bits per second, decimal: kbps, Mbps or Gbps.
 */
export type Bandwidth = string;
/**
 * A namespace on all members, or on some.
 */
export type SliceNamespace =
  | string
  | {
      /**
       * Name of the namespace.
       */
      namespace: DnsLabel;
      /**
       * Members on which it joins.
       *
       * @minItems 1
       */
      clusters: DnsLabel[];
    };
/**
 * A duration: numbers with the units ms, s, m, h or d, largest first.
 */
export type Duration = string;
/**
 * A DNS label that starts with a letter, at most 63 characters.
 */
export type DatabaseName = string;
/**
 * A size with a unit: Ki, Mi, Gi, Ti, Pi (powers of 1024) or k, M, G, T, P (powers of 1000).
 */
export type Size = string;
/**
 * Processor time: cores as a number, or thousandths with the suffix m.
 */
export type Cpu = string | number;

/**
 * One dbspan program: the clusters, the slice that joins them and the databases that span them.
 */
export interface Topology {
  /**
   * Version of the topology language.
   */
  apiVersion: 'dbspan/v1alpha1';
  /**
   * Kind of this document. dbspan knows one.
   */
  kind: 'Topology';
  metadata: Metadata;
  releases?: Releases;
  /**
   * Every Kubernetes cluster of this program. Each gets a directory of its own in the output. The order matters: it is the default order of the slice's members, which decides subnets and which side of a tunnel is the server; append, never reorder.
   *
   * @minItems 1
   */
  clusters: Cluster[];
  slice?: Slice;
  /**
   * What the network between two clusters can do. Used to judge commit latency, timers and transfer times; a pair that is not listed counts as unknown.
   */
  links?: Link[];
  /**
   * The databases to deploy.
   */
  databases: Database[];
  /**
   * Assertions about survival: what must happen to writes when something is lost.
   */
  expect?: Expectation[];
  /**
   * Warnings that were looked at and accepted, each with a reason and an end date. Errors cannot be waived.
   */
  waivers?: Waiver[];
}
/**
 * What identifies this program.
 */
export interface Metadata {
  /**
   * Name of the program. Also the KubeSlice project's name, unless slice.project says otherwise.
   */
  name: DnsLabel;
}
/**
 * The releases the output must be valid for. What is not named is the newest this dbspan knows.
 */
export interface Releases {
  /**
   * Kubernetes minor version of the clusters.
   */
  kubernetes?: Version;
  /**
   * KubeDB release: the version of the kubedb Helm chart. Decides which fields of the database exist.
   */
  kubedb?: Version;
  /**
   * Version of the kubeslice-controller Helm chart.
   */
  kubeslice?: Version;
  /**
   * Open Cluster Management bundle that clusteradm installs. Left out, clusteradm takes its own default.
   */
  ocm?: Version;
  /**
   * mariadb-operator release: the version of its Helm chart.
   */
  mariadbOperator?: Version;
}
/**
 * One Kubernetes cluster.
 */
export interface Cluster {
  /**
   * Name of the cluster: its directory in the output, its OCM name and hub namespace, and its KubeSlice name. Keep it to 15 characters or fewer when it joins a slice.
   */
  name: DnsLabel;
  /**
   * True on the one cluster that runs the OCM hub, the KubeSlice controller and the KubeDB operator. Exactly one when databases are distributed by kubedb.
   */
  hub?: boolean;
  /**
   * Kubernetes distribution. Decides by which object slice.local reaches the cluster's DNS.
   */
  distribution: 'kubeadm' | 'kind' | 'k3s' | 'rke2' | 'eks' | 'aks' | 'gke' | 'openshift' | 'other';
  /**
   * kubeconfig context used by the commands in the runbook. Default: the cluster's name.
   */
  context?: string;
  /**
   * https URL of the cluster's API server as the other clusters reach it. Needed on the hub: members join through it.
   */
  apiServer?: string;
  /**
   * Network interface of the cluster's gateway nodes (ip route get 8.8.8.8 | awk '{ print $5 }' on a gateway node). Needed on every member of the slice and never defaulted: a wrong one makes the tunnel fail silently.
   */
  networkInterface?: string;
  /**
   * Addresses under which the other members reach the gateway nodes. Needed behind NAT; otherwise KubeSlice finds them itself.
   *
   * @minItems 1
   */
  nodeIPs?: IpAddress[];
  /**
   * Pod networks of the cluster. The slice's subnet must not overlap them.
   *
   * @minItems 1
   */
  podCIDRs?: Cidr[];
  /**
   * Service networks of the cluster. The slice's subnet must not overlap them.
   *
   * @minItems 1
   */
  serviceCIDRs?: Cidr[];
  /**
   * Storage class of the database volumes on this cluster. Default: the cluster's own default class.
   */
  storageClass?: DnsSubdomain;
  /**
   * Availability zones, as in the label topology.kubernetes.io/zone of the nodes.
   *
   * @minItems 1
   *
   * Items: Value of the zone label.
   */
  zones?: string[];
  /**
   * Number of schedulable nodes, or the number per zone.
   */
  nodes?:
    | number
    | {
        /**
         * Nodes in this zone.
         */
        [k: string]: number;
      };
  /**
   * Nodes that carry the tunnels. They get the label kubeslice.io/node-type=gateway; without one the KubeSlice worker never starts. Two or more for redundancy.
   *
   * @minItems 1
   */
  gatewayNodes?: DnsSubdomain[];
  /**
   * ClusterIP of the service kubeslice-system/kubeslice-dns on this cluster. Known only after KubeSlice is installed; the runbook says how to read it.
   */
  kubesliceDNS?: IpAddress;
  /**
   * Path of a file with the cluster's current Corefile, relative to this topology file and below its folder. Needed by distributions whose CoreDNS imports nothing (kubeadm, kind, EKS).
   */
  corefile?: string;
  /**
   * What the cluster offers beside the core API.
   */
  capabilities?: {
    /**
     * Services of type LoadBalancer get an address.
     */
    loadBalancer?: boolean;
    /**
     * The network plugin enforces NetworkPolicy.
     */
    networkPolicy?: boolean;
  };
  /**
   * Where the cluster stands.
   */
  location?: {
    /**
     * Region or site. Clusters of one region can be lost together.
     */
    region?: string;
    /**
     * Degrees north, -90 to 90. KubeSlice wants latitude and longitude together.
     */
    latitude?: number;
    /**
     * Degrees east, -180 to 180.
     */
    longitude?: number;
  };
}
/**
 * The KubeSlice overlay network that joins the clusters. Needed when kubedb distributes a database over clusters.
 */
export interface Slice {
  /**
   * Name of the slice. Keep it to 15 characters or fewer: KubeSlice joins it with cluster names.
   */
  name: DnsLabel;
  /**
   * KubeSlice project. At most 30 characters, no dots. Default: metadata.name.
   */
  project?: string;
  /**
   * People or tools that get a service account in the project.
   */
  serviceAccounts?: {
    /**
     * Accounts that may change the project's slices.
     */
    readWrite?: ProjectAccount[];
    /**
     * Accounts that may only look.
     */
    readOnly?: ProjectAccount[];
  };
  /**
   * Overlay network: a private IPv4 /16 (10.x.0.0/16, 172.16.0.0/16 to 172.31.0.0/16 or 192.168.0.0/16) that no member's pod or service network overlaps. Cannot be changed later.
   */
  subnet: string;
  /**
   * Number of slots the subnet is split into, rounded up to a power of two; each member takes one. Cannot be changed later, so leave room to grow. Default: 16, or 32 from 16 members on.
   */
  maxClusters?: number;
  /**
   * Members of the slice. The order decides subnets and VPN roles (earlier is the server): append, never reorder. Default: the hub and every cluster that holds a replica of a kubedb database, in the order of clusters.
   *
   * @minItems 1
   */
  clusters?: DnsLabel[];
  /**
   * The tunnels between members.
   */
  gateway?: {
    /**
     * VPN of the tunnels. Cannot be changed later.
     */
    type?: 'wireguard' | 'openvpn';
    /**
     * How each member's gateways are reached. A member that is not listed uses NodePort over UDP. Entries may be added; LoadBalancer never goes back to NodePort, and a protocol never changes.
     */
    services?: GatewayService[];
  };
  /**
   * Cipher of the VPN. Cannot be changed later.
   */
  cipher?: 'AES-256-CBC' | 'AES-128-CBC';
  /**
   * Days between rotations of the VPN keys.
   */
  rotationInterval?: number;
  /**
   * Traffic shaping of everything the slice sends between clusters, state transfers included. Default: KubeSlice's profile named default (10 Gbit/s ceiling, 1 Gbit/s guaranteed).
   */
  bandwidth?: {
    /**
     * Name of a SliceQoSConfig that exists in the project. Excludes the other fields.
     */
    profile?: DnsLabel;
    /**
     * Most the slice may use. Sets how long a state transfer takes: 5Mbps moves 1 GiB in 28 minutes.
     */
    ceiling?: Bandwidth;
    /**
     * What the slice always gets. Not above the ceiling. Default: a tenth of the ceiling.
     */
    guaranteed?: Bandwidth;
    /**
     * Priority among slices, 0 is the highest.
     */
    priority?: number;
    /**
     * DSCP class marked on the tunnel's packets.
     */
    dscp?:
      | 'Default'
      | 'AF11'
      | 'AF12'
      | 'AF13'
      | 'AF21'
      | 'AF22'
      | 'AF23'
      | 'AF31'
      | 'AF32'
      | 'AF33'
      | 'AF41'
      | 'AF42'
      | 'AF43'
      | 'EF';
  };
  /**
   * Whether KubeSlice writes network policies that let only the slice's namespaces talk to each other.
   */
  isolation?: boolean;
  /**
   * Namespaces whose pods join the slice. A namespace belongs to one slice per cluster. Default: the namespaces of the kubedb databases, then the operator's, kubedb.
   *
   * @minItems 1
   */
  namespaces?: SliceNamespace[];
  /**
   * Namespaces outside the slice that may still reach its pods when isolation is on.
   */
  allowedNamespaces?: SliceNamespace[];
}
/**
 * How one member's gateways are reached.
 */
export interface GatewayService {
  /**
   * A member of the slice.
   */
  cluster: DnsLabel;
  /**
   * Type of the gateway's Service.
   */
  type?: 'NodePort' | 'LoadBalancer';
  /**
   * Transport of the tunnel.
   */
  protocol?: 'UDP' | 'TCP';
}
/**
 * The network between two clusters.
 */
export interface Link {
  /**
   * The two clusters.
   *
   * @minItems 2
   * @maxItems 2
   */
  between: DnsLabel[];
  /**
   * Round-trip time between the gateway nodes.
   */
  rtt?: Duration;
  /**
   * What the link carries.
   */
  bandwidth?: Bandwidth;
}
/**
 * One database.
 */
export interface Database {
  /**
   * Name of the database object. Unique over all namespaces and engines that share a cluster: OCM's work objects carry neither.
   */
  name: DatabaseName;
  /**
   * Namespace of the database on the hub and on every cluster that holds a replica.
   */
  namespace: DnsLabel;
  /**
   * What runs the database: kubedb (over several clusters with KubeSlice and OCM), mariadb-operator, or statefulset (no operator).
   */
  provider: 'kubedb' | 'mariadb-operator' | 'statefulset';
  /**
   * Database engine.
   */
  engine: 'mariadb' | 'postgres';
  /**
   * Engine version as the provider's catalogue names it. Always a string. Needed by kubedb.
   */
  version?: Version;
  /**
   * Container image, for providers that take one instead of a version.
   */
  image?: string;
  /**
   * How replicas follow each other. Default: galera for more than one MariaDB replica, primary-replica for more than one Postgres replica, none for one.
   */
  replication?: 'galera' | 'primary-replica' | 'none';
  /**
   * Which cluster holds which replicas.
   *
   * @minItems 1
   */
  placement: Placement[];
  /**
   * How replicas that share a cluster keep apart. DoNotSchedule also adds required anti-affinity: at most one replica per node or zone.
   */
  spread?: {
    /**
     * Over nodes.
     */
    node?: 'ScheduleAnyway' | 'DoNotSchedule';
    /**
     * Over zones.
     */
    zone?: 'ScheduleAnyway' | 'DoNotSchedule';
  };
  /**
   * What the database must survive without losing writes: the loss of any one node, zone or cluster, or of a cluster and one thing more.
   */
  survive?: 'none' | 'node' | 'zone' | 'cluster' | 'cluster+1';
  /**
   * The volume of each replica.
   */
  storage: {
    /**
     * Size of each replica's volume. Can grow, never shrink.
     */
    size: Size;
    /**
     * Storage class on every cluster of this database. Default: each cluster's storageClass.
     */
    storageClass?: DnsSubdomain;
  };
  /**
   * What each replica's database container gets. Requests equal limits.
   */
  resources?: {
    /**
     * Memory limit and request of the database container.
     */
    memory?: Size;
    /**
     * Processor limit and request of the database container.
     */
    cpu?: Cpu;
  };
  sizing?: Sizing;
  /**
   * Extra server options as a map of option to value. true and false become ON and OFF for MariaDB, on and off for Postgres.
   */
  config?: {
    /**
     * Value of the option.
     */
    [k: string]: string | number | boolean;
  };
  /**
   * How clients reach the database.
   */
  service?: {
    /**
     * Inside the cluster only, through a load balancer with a private address, or with a public one.
     */
    exposure?: 'cluster' | 'internal-load-balancer' | 'load-balancer';
    /**
     * Networks that may connect.
     *
     * @minItems 1
     */
    allowFrom?: Cidr[];
  };
  /**
   * Encrypted connections with certificates from cert-manager.
   */
  tls?: {
    /**
     * The cert-manager issuer.
     */
    issuer: {
      /**
       * Name of the issuer.
       */
      name: DnsSubdomain;
      /**
       * Issuer in the database's namespace, or ClusterIssuer.
       */
      kind?: 'Issuer' | 'ClusterIssuer';
    };
    /**
     * Refuse connections that are not encrypted.
     */
    required?: boolean;
  };
  /**
   * What happens when the database object is deleted. DoNotTerminate refuses; Halt keeps volumes and secrets; Delete removes the volumes; WipeOut removes secrets and backups as well.
   */
  deletionPolicy?: 'DoNotTerminate' | 'Halt' | 'Delete' | 'WipeOut';
  /**
   * Timing of the container probes, for providers that let them be set.
   */
  probes?: {
    /**
     * Until the server is up.
     */
    startup?: Probe;
    /**
     * When to restart the container.
     */
    liveness?: Probe;
    /**
     * When to send traffic.
     */
    readiness?: Probe;
  };
  /**
   * Secret that holds the administrator's password. dbspan refers to secrets and never writes one. For kubedb a secret of type basic-auth; left out, the operator makes one.
   */
  rootPasswordSecret?: {
    /**
     * Name of the secret in the database's namespace.
     */
    name: DnsSubdomain;
    /**
     * Key of the password in the secret.
     */
    key?: string;
  };
  kubedb?: Kubedb;
}
/**
 * The replicas of one cluster.
 */
export interface Placement {
  /**
   * A cluster of this topology.
   */
  cluster: DnsLabel;
  /**
   * How many replicas, or which ordinals. Ordinals are final: an ordinal that moves to another cluster comes up there with an empty volume. With counts dbspan deals the ordinals out in turns over the clusters.
   *
   * @minItems 1
   */
  replicas: number | number[];
}
/**
 * How the server's memory and disk settings are chosen.
 */
export interface Sizing {
  /**
   * guaranteed: no setting with which the replica can be killed for want of memory or fill its volume. target: the numbers asked for are taken as they are, with warnings.
   */
  mode?: 'guaranteed' | 'target';
  /**
   * InnoDB buffer pool: a share of the container's memory, or a size.
   */
  bufferPool?: string;
  /**
   * Connections the server admits.
   */
  maxConnections?: number;
  /**
   * Galera's write-set cache: a size, or what it must bridge.
   */
  gcache?:
    | string
    | {
        /**
         * Longest absence after which a replica still catches up without a full state transfer.
         */
        rideOut: Duration;
        /**
         * Write sets per second, in bytes.
         */
        writeRate: Size;
      };
  /**
   * Data each replica will hold. Volume, transfer and start-up are judged by it. Default: what the volume has room for.
   */
  data?: Size;
  /**
   * Kind of load: it decides how memory is shared between the cache and the connections, and how much one of them may take.
   */
  workload?: 'oltp' | 'mixed' | 'analytics' | 'edge';
  /**
   * Postgres shared_buffers.
   */
  sharedBuffers?: Size;
  /**
   * Postgres work_mem.
   */
  workMem?: Size;
}
/**
 * Timing of one probe.
 */
export interface Probe {
  /**
   * Seconds before the first probe.
   */
  initialDelaySeconds?: number;
  /**
   * Seconds between probes.
   */
  periodSeconds?: number;
  /**
   * Seconds after which a probe counts as failed.
   */
  timeoutSeconds?: number;
  /**
   * Failures in a row that count.
   */
  failureThreshold?: number;
  /**
   * Successes in a row that count; 1 for startup and liveness.
   */
  successThreshold?: number;
}
/**
 * Settings only KubeDB has.
 */
export interface Kubedb {
  /**
   * Name of the PlacementPolicy, a cluster-scoped object. Not default: KubeDB installs one of that name. Default: the namespace and the database's name joined by a hyphen.
   */
  placementPolicy?: DnsSubdomain;
  /**
   * Secret with server configuration files of your own, beside config. Keys end in .cnf for MariaDB; the key is user.conf for Postgres.
   */
  configurationSecret?: DnsSubdomain;
  /**
   * How a joining Galera replica gets a full copy. rsync blocks the donor for writes; mariabackup does not, and breaks when the password holds quotes, spaces or #.
   */
  wsrepSSTMethod?: 'rsync' | 'mariabackup';
  /**
   * Whether Postgres standbys answer reads.
   */
  standbyMode?: 'Hot' | 'Warm';
  /**
   * Whether a Postgres commit waits for a standby. Asynchronous loses the commits not yet streamed at a failover.
   */
  streamingMode?: 'Synchronous' | 'Asynchronous';
  /**
   * Timing of the Postgres coordinators' Raft. An election starts after period times electionTick without a heartbeat; keep that well above the largest round trip.
   */
  leaderElection?: {
    /**
     * Length of a tick.
     */
    period?: Duration;
    /**
     * Ticks without a heartbeat before an election. Above heartbeatTick.
     */
    electionTick?: number;
    /**
     * Ticks between heartbeats.
     */
    heartbeatTick?: number;
    /**
     * Most WAL a standby may be behind and still become the primary.
     */
    maximumLagBeforeFailover?: Size;
  };
  /**
   * WAL a Postgres primary keeps for standbys that fell behind. KubeDB keeps 1536Mi when nothing is said; it lies on the database's volume.
   */
  walKeepSize?: Size;
}
/**
 * What must happen when something is lost.
 */
export interface Expectation {
  /**
   * What is lost: a cluster, zone:NAME or link:A-B; or several at once.
   *
   * @minItems 1
   */
  lose: string | string[];
  /**
   * What happens to writes.
   */
  writes: 'continue' | 'stop';
}
/**
 * One accepted warning.
 */
export interface Waiver {
  /**
   * Id of the rule.
   */
  rule: string;
  /**
   * What it is waived for: a path in this file, such as clusters[fra] or slice. Default: everything.
   */
  for?: string;
  /**
   * Why this is acceptable.
   */
  reason: string;
  /**
   * Last day the waiver holds, YYYY-MM-DD.
   */
  until: string;
}
