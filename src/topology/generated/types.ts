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
   * What the network between two clusters can do. From rtt come Galera's timers and the least that a commit takes, from bandwidth the time of a full copy and what the link carries beside the writes; what does not fit is a finding, and dbspan whatif tells the times. A pair that is not listed counts as unknown. What survives does not depend on it.
   */
  links?: Link[];
  /**
   * The databases to deploy.
   */
  databases: Database[];
  /**
   * Assertions about survival: what must happen to writes when something is lost. Every run checks them.
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
     * Who gives services of type LoadBalancer their address, which decides how an internal one is asked for. Default: azure on aks, aws on eks, gke on gke, servicelb on k3s.
     */
    loadBalancerProvider?: 'azure' | 'aws' | 'gke' | 'openstack' | 'metallb' | 'servicelb';
    /**
     * The network plugin enforces NetworkPolicy.
     */
    networkPolicy?: boolean;
    /**
     * Family of the addresses that pods get first.
     */
    ipFamily?: 'ipv4' | 'ipv6';
  };
  /**
   * Where the cluster stands.
   */
  location?: {
    /**
     * Region or site. Clusters of one region can be lost together, and zones of one name in them are one zone.
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
  /**
   * Makes this entry a fleet: clusters that are alike, one for each of these names; {001..050} counts, with leading zeros as they are written. A database placed on a fleet runs once on each of its clusters, each independent of the others.
   *
   * @minItems 1
   * @maxItems 5000
   */
  fleet?: string | string[];
  /**
   * DNS domain of the cluster: the end of the names of its services.
   */
  domain?: DnsSubdomain;
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
   * Round-trip time between the gateway nodes. The longest of a database sets Galera's timers; a commit takes at least that to the farthest replica.
   */
  rtt?: Duration;
  /**
   * What the link carries, less of it for a copy while writes take their part.
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
   * How replicas that share a cluster keep apart. DoNotSchedule also adds required anti-affinity: at most one replica per node or zone. What is left out follows survive.
   */
  spread?: {
    /**
     * Over nodes. Default of kubedb: DoNotSchedule with survive: node, zone or cluster+1 where no cluster is known to have too few, else ScheduleAnyway; of the others DoNotSchedule.
     */
    node?: 'ScheduleAnyway' | 'DoNotSchedule';
    /**
     * Over zones. Default of kubedb: DoNotSchedule with survive: zone where every cluster lists a zone for each of its replicas, else ScheduleAnyway; of the others DoNotSchedule on clusters of three zones or more, or of two with survive: zone.
     */
    zone?: 'ScheduleAnyway' | 'DoNotSchedule';
  };
  /**
   * What the database must survive, crashed without a word, and go on taking writes. node: any one node. zone: any one zone; a cluster that lists none counts as one. cluster: any one cluster. cluster+1: any one cluster and, meanwhile, any one node elsewhere. Each includes those before it. A layout that cannot keep it is an error. Without survive a cluster whose loss stops writes is a warning; none accepts that.
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
    /**
     * Fewer writes, for SD cards and eMMC: no binary log, and the redo log goes to the card once a second instead of at every commit. The price: a loss of power loses up to a second of commits (in a Galera cluster only if all replicas lose it together), and no replica in another cluster can follow. Not for kubedb.
     */
    wearSaving?: boolean;
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
    /**
     * Namespaces whose pods may connect, beside the database's own. Only statefulset writes a network policy.
     *
     * @minItems 1
     */
    fromNamespaces?: DnsLabel[];
    /**
     * Address that the load balancer shall have.
     */
    address?: IpAddress;
    /**
     * Subnet from which an internal load balancer takes its address, as the cloud names it.
     */
    subnet?: string;
    /**
     * MetalLB address pool of the load balancer, on clusters without a cloud.
     */
    addressPool?: DnsSubdomain;
    /**
     * Annotations of the service, beside those that its exposure brings.
     */
    annotations?: {
      /**
       * Value of the annotation.
       */
      [k: string]: string;
    };
  };
  /**
   * Encrypted connections.
   */
  tls?: {
    /**
     * The cert-manager issuer that signs the certificates. Not for statefulset.
     */
    issuer?: {
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
     * Secret with the server's certificate and its authority under the keys tls.crt, tls.key and ca.crt, in the database's namespace. Not for kubedb.
     */
    secret?: DnsSubdomain;
    /**
     * False turns encryption off. mariadb-operator signs certificates itself when neither an issuer nor a secret is named.
     */
    enabled?: boolean;
    /**
     * Refuse connections that are not encrypted. Default: true for kubedb, false for the others.
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
  scheduling?: Scheduling;
  /**
   * Secrets for pulling the image from a private registry. Not for kubedb.
   *
   * @minItems 1
   *
   * Items: Name of a secret in the database's namespace.
   */
  imagePullSecrets?: DnsSubdomain[];
  mariadbOperator?: MariadbOperator;
  statefulset?: Statefulset;
}
/**
 * The replicas of one cluster.
 */
export interface Placement {
  /**
   * A cluster or a fleet of this topology.
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
 * On which nodes the replicas may run. Not for kubedb.
 */
export interface Scheduling {
  /**
   * Labels that a node must have.
   */
  nodeSelector?: {
    /**
     * Value of the label.
     */
    [k: string]: string;
  };
  /**
   * Taints that the replicas bear.
   *
   * @minItems 1
   *
   * Items: A taint that is borne.
   */
  tolerations?: {
    /**
     * Key of the taint; every key when left out, and then operator is Exists.
     */
    key?: string;
    /**
     * Whether the value must be the same, or the key only be there.
     */
    operator?: 'Exists' | 'Equal';
    /**
     * Value of the taint.
     */
    value?: string;
    /**
     * Effect of the taint; every effect when left out.
     */
    effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
    /**
     * Seconds for which a NoExecute taint is borne.
     */
    tolerationSeconds?: number;
  }[];
  /**
   * Priority class of the pods. Cannot be changed later with mariadb-operator.
   */
  priorityClassName?: DnsSubdomain;
}
/**
 * Settings only mariadb-operator has.
 */
export interface MariadbOperator {
  /**
   * How a joining Galera replica gets a full copy. mariabackup does not block the donor.
   */
  sst?: 'mariabackup' | 'rsync' | 'mysqldump';
  /**
   * Whether a replica that gives a full copy goes on serving clients. Not with rsync and mysqldump, which block it.
   */
  availableWhenDonor?: boolean;
  /**
   * Databases that the operator creates on the server.
   *
   * @minItems 1
   *
   * Items: A database on the server.
   */
  databases?: {
    /**
     * Name of the database.
     */
    name: string;
    /**
     * Character set. The operator's own default is utf8, which holds no emoji.
     */
    characterSet?: string;
    /**
     * Collation.
     */
    collation?: string;
  }[];
  /**
   * Accounts that the operator creates on the server.
   *
   * @minItems 1
   */
  users?: User[];
  /**
   * Scheduled backups.
   *
   * @minItems 1
   */
  backups?: Backup[];
  /**
   * The exporter for Prometheus, and the ServiceMonitor that the operator always makes with it. Needs the Prometheus operator's CRDs.
   */
  metrics?: {
    /**
     * Whether the exporter runs.
     */
    enabled?: boolean;
  };
  /**
   * Bootstraps a Galera cluster that lost its quorum from one replica, at the cost of what only others have. For an emergency: remove it afterwards.
   */
  forceBootstrap?: {
    /**
     * The replica with the newest data.
     */
    ordinal: number;
  };
  multiCluster?: MultiCluster;
}
/**
 * An account of the server.
 */
export interface User {
  /**
   * Name of the account.
   */
  name: string;
  /**
   * Hosts from which it may log in, as MariaDB writes them.
   */
  host?: string;
  /**
   * Secret with its password.
   */
  passwordSecret: SecretKey;
  /**
   * Connections that it may have at once. Default: what the server admits, less what the operator, the exporter and an administrator need. The operator's own default is 10.
   */
  maxConnections?: number;
  /**
   * What it may do.
   *
   * @minItems 1
   *
   * Items: Privileges on a database or a table.
   */
  grants?: {
    /**
     * Database, or * for all.
     */
    database?: string;
    /**
     * Table, or * for all.
     */
    table?: string;
    /**
     * Privileges as MariaDB names them.
     *
     * @minItems 1
     *
     * Items: A privilege.
     */
    privileges: string[];
    /**
     * Whether it may pass them on.
     */
    grantOption?: boolean;
  }[];
  /**
   * Secret that the operator fills with a connection string for the account's first database.
   */
  connectionSecret?: DnsSubdomain;
}
/**
 * A value in a secret.
 */
export interface SecretKey {
  /**
   * Name of the secret in the database's namespace.
   */
  name: DnsSubdomain;
  /**
   * Key in the secret.
   */
  key?: string;
}
/**
 * A scheduled backup. Exactly one of s3 and volume.
 */
export interface Backup {
  /**
   * Name of the backup; its object is called DATABASE-NAME.
   */
  name: DnsLabel;
  /**
   * physical copies the data files with mariadb-backup; logical writes SQL.
   */
  kind?: 'physical' | 'logical';
  /**
   * When, as a cron line of five fields.
   */
  schedule: string;
  /**
   * Time zone of the schedule of a logical backup. Default: the operator's.
   */
  timeZone?: string;
  /**
   * How long a backup is kept.
   */
  retention?: Duration;
  s3?: S3;
  /**
   * A volume of its own on the same cluster.
   */
  volume?: {
    /**
     * Size of the volume.
     */
    size: Size;
    /**
     * Class of the volume. Default: that of the database.
     */
    storageClass?: DnsSubdomain;
  };
}
/**
 * A bucket that speaks S3.
 */
export interface S3 {
  /**
   * Name of the bucket.
   */
  bucket: string;
  /**
   * Folder in the bucket. Default: the namespace, the database and the backup. Each cluster of a fleet has a folder of its own below it.
   */
  prefix?: string;
  /**
   * Host and port of the service, without a scheme.
   */
  endpoint: string;
  /**
   * Region of the bucket.
   */
  region?: string;
  /**
   * Whether the service is reached over https.
   */
  tls?: boolean;
  /**
   * Secret that holds the access key's id.
   */
  accessKeyId: SecretKey;
  /**
   * Secret that holds the secret access key.
   */
  secretAccessKey: SecretKey;
}
/**
 * Joins the databases of several clusters by asynchronous replication. Each cluster of the placement runs a database of its own, called NAME-CLUSTER; one is the primary, the others follow it, read-only. A failover between clusters is a step of the runbook, not automatic, and can lose the commits not yet sent.
 */
export interface MultiCluster {
  /**
   * Cluster that takes the writes.
   */
  primary: DnsLabel;
  /**
   * How each cluster of the placement is reached from the others. The order decides the ids: append, never reorder.
   *
   * @minItems 2
   *
   * Items: One cluster.
   */
  members: {
    /**
     * A cluster of the placement.
     */
    cluster: DnsLabel;
    /**
     * Name or address of its primary service as the other clusters reach it.
     */
    host: string;
    /**
     * Port there.
     */
    port?: number;
    /**
     * First of its GTID domain ids; a Galera member takes one more than it has replicas. Cannot be changed later. Default: 0, 10, 20 … in the order of the members.
     */
    gtidDomainId?: number;
    /**
     * Its server id; with primary-replica the first of as many as it has replicas. Cannot be changed later. Default: 10, 20, 30 … in the order of the members.
     */
    serverId?: number;
  }[];
  /**
   * Secret with the password of replication. It must hold the same in every cluster, as must rootPasswordSecret.
   */
  replicationPasswordSecret: SecretKey;
}
/**
 * Settings only a Galera without an operator has.
 */
export interface Statefulset {
  /**
   * Members whose names every replica knows from the start, so that adding one later restarts nobody. Default: 5, or the number of replicas.
   */
  maxReplicas?: number;
  /**
   * Whether a replica that gives a full copy goes on serving clients.
   */
  availableWhenDonor?: boolean;
  /**
   * A Galera arbitrator: a vote without data.
   */
  arbitrator?: {
    /**
     * Image with garbd as its command; the mariadb image has none.
     */
    image: string;
    /**
     * Zone in which it runs, a third one when the replicas are in two. Replicas keep out of it, unless that would leave them one zone or none.
     */
    zone?: string;
  };
  /**
   * Account and database that the very first start makes. Later changes of it change nothing.
   */
  initialUser?: {
    /**
     * Name of the account, which may log in from anywhere.
     */
    name: string;
    /**
     * Database on which it has all privileges.
     */
    database: string;
    /**
     * Secret with its password.
     */
    passwordSecret: SecretKey;
  };
  /**
   * Starts the cluster from one replica although others are missing, at the cost of what only they have. Honoured once for each token, and never while a member serves. For an emergency: remove it afterwards.
   */
  forceBootstrap?: {
    /**
     * The replica with the newest data.
     */
    ordinal: number;
    /**
     * A word that was never used before.
     */
    token: string;
  };
  /**
   * Ordinal from which on replicas take a changed template. The highest alone is the canary.
   */
  partition?: number;
  /**
   * The exporter for Prometheus, beside each server.
   */
  metrics?: {
    /**
     * Image of mysqld_exporter.
     */
    image?: string;
    /**
     * Whether a ServiceMonitor is made. Needs the Prometheus operator's CRDs.
     */
    serviceMonitor?: boolean;
    /**
     * Namespace from which Prometheus asks.
     */
    fromNamespace?: DnsLabel;
  };
}
/**
 * What must happen when something is lost.
 */
export interface Expectation {
  /**
   * What is lost: CLUSTER (or cluster:CLUSTER), node:CLUSTER (any one node of it), zone:NAME (zone:REGION/NAME or zone:CLUSTER/NAME where several have that name), region:NAME, link:A-B (the network between two clusters; link:A+B where names have hyphens and allow for two), split:A+B (the network between these clusters and all others) or hub (its control plane only; hub: where a cluster is called so). Several are lost at the same moment.
   *
   * @minItems 1
   */
  lose: string | string[];
  /**
   * What happens to writes. Without databases: continue holds for every database that stands on what is lost, stop for one of them or more.
   */
  writes: 'continue' | 'stop';
  /**
   * Names of the databases it is said of, each of them. Default: those that stand on what is lost.
   *
   * @minItems 1
   */
  databases?: DatabaseName[];
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
