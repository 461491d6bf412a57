import type { FileContent } from '../src/plan/index.js';

/** A program that says nearly everything the language has, each thing as it should be: only notes on what is not applied yet. */
export const richTopology = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata:
  name: retail
releases:
  kubernetes: "1.33"
  kubedb: v2026.7.10
  kubeslice: v2026.1.15
  ocm: v1.3.1
clusters:
  - name: fra
    hub: true
    distribution: k3s
    context: admin@fra
    apiServer: https://k8s.fra.example.com:6443
    networkInterface: ens5
    nodeIPs: [203.0.113.10, 203.0.113.11]
    podCIDRs: [10.42.0.0/16]
    serviceCIDRs: [10.43.0.0/16]
    storageClass: fast
    zones: [fra-a, fra-b, fra-c]
    nodes: { fra-a: 2, fra-b: 2, fra-c: 2 }
    gatewayNodes: [fra-gw-1, fra-gw-2]
    kubesliceDNS: 10.43.40.10
    capabilities: { loadBalancer: true, networkPolicy: true }
    location: { region: eu-central, latitude: 50.11, longitude: 8.68 }
  - name: ams
    distribution: rke2
    context: admin@ams
    networkInterface: eth0
    nodeIPs: [198.51.100.10, 198.51.100.11]
    podCIDRs: [10.44.0.0/16]
    serviceCIDRs: [10.45.0.0/16]
    storageClass: fast
    zones: [ams-a, ams-b]
    nodes: { ams-a: 2, ams-b: 2 }
    gatewayNodes: [ams-gw-1, ams-gw-2]
    kubesliceDNS: 10.45.40.10
    capabilities: { loadBalancer: true, networkPolicy: true }
    location: { region: eu-west, latitude: 52.37, longitude: 4.9 }
  - name: par
    distribution: openshift
    context: admin@par
    networkInterface: br-ex
    podCIDRs: [10.128.0.0/14]
    serviceCIDRs: [172.30.0.0/16]
    storageClass: fast
    zones: [par-a, par-b]
    nodes: 4
    gatewayNodes: [par-gw-1, par-gw-2]
    kubesliceDNS: 172.30.40.10
    capabilities: { networkPolicy: true }
    location: { region: eu-west-3, latitude: 48.86, longitude: 2.35 }
  - name: lon
    distribution: kubeadm
    context: admin@lon
    networkInterface: ens192
    podCIDRs: [10.244.0.0/16]
    serviceCIDRs: [10.96.0.0/12]
    storageClass: fast
    zones: [lon-a, lon-b]
    nodes: 4
    gatewayNodes: [lon-gw-1, lon-gw-2]
    kubesliceDNS: 10.96.40.10
    corefile: corefiles/lon.Corefile
    capabilities: { networkPolicy: true }
    location: { region: eu-west-2, latitude: 51.51, longitude: -0.13 }
slice:
  name: retail
  project: retail
  serviceAccounts:
    readWrite: [deployer]
    readOnly: [auditor]
  subnet: 10.7.0.0/16
  maxClusters: 8
  clusters: [fra, ams, par, lon]
  gateway:
    type: openvpn
    services:
      - { cluster: fra, type: LoadBalancer, protocol: UDP }
      - { cluster: ams, type: NodePort, protocol: UDP }
  cipher: AES-256-CBC
  rotationInterval: 60
  bandwidth:
    ceiling: 800Mbps
    guaranteed: 200Mbps
    priority: 1
    dscp: AF11
  isolation: true
  namespaces:
    - catalog
    - ledger
    - kubedb
    - namespace: reports
      clusters: [fra, par]
  allowedNamespaces:
    - kube-system
    - namespace: monitoring
      clusters: [fra, ams]
links:
  - { between: [fra, ams], rtt: 7ms, bandwidth: 1Gbps }
  - { between: [fra, par], rtt: 9ms, bandwidth: 1Gbps }
  - { between: [fra, lon], rtt: 14ms, bandwidth: 1Gbps }
  - { between: [ams, par], rtt: 10ms, bandwidth: 1Gbps }
  - { between: [ams, lon], rtt: 8ms, bandwidth: 1Gbps }
  - { between: [par, lon], rtt: 9ms, bandwidth: 1Gbps }
databases:
  - name: items
    namespace: catalog
    provider: kubedb
    engine: mariadb
    version: "11.8.5"
    replication: galera
    placement:
      - cluster: fra
        replicas: [0, 3]
      - cluster: ams
        replicas: [1, 4]
      - cluster: par
        replicas: [2]
    spread: { node: DoNotSchedule, zone: ScheduleAnyway }
    survive: cluster
    storage: { size: 100Gi, storageClass: fast }
    resources: { memory: 16Gi, cpu: "4" }
    sizing:
      mode: guaranteed
      bufferPool: 8Gi
      maxConnections: 150
      gcache: { rideOut: 30m, writeRate: 4Mi }
      workload: oltp
    config:
      max_allowed_packet: 16M
      slow_query_log: true
    tls:
      issuer: { name: retail-ca, kind: ClusterIssuer }
      required: true
    deletionPolicy: DoNotTerminate
    rootPasswordSecret: { name: items-admin }
    kubedb:
      placementPolicy: items-placement
      configurationSecret: items-config
      wsrepSSTMethod: mariabackup
  - name: accounts
    namespace: ledger
    provider: kubedb
    engine: postgres
    version: 17.9-bookworm
    replication: primary-replica
    placement:
      - { cluster: fra, replicas: 1 }
      - { cluster: ams, replicas: 1 }
      - { cluster: lon, replicas: 1 }
    spread: { node: ScheduleAnyway, zone: ScheduleAnyway }
    survive: cluster
    storage: { size: 200Gi }
    resources: { memory: 8Gi, cpu: 2500m }
    sizing: { maxConnections: 80, sharedBuffers: 2Gi, workMem: 4Mi }
    config:
      log_min_duration_statement: 500
    tls:
      issuer: { name: ledger-ca }
    deletionPolicy: Halt
    rootPasswordSecret: { name: accounts-admin }
    kubedb:
      placementPolicy: accounts-placement
      configurationSecret: accounts-config
      standbyMode: Hot
      streamingMode: Synchronous
      leaderElection: { period: 500ms, electionTick: 10, heartbeatTick: 1, maximumLagBeforeFailover: 64Mi }
      walKeepSize: 4Gi
expect:
  - { lose: fra, writes: continue }
  - { lose: [ams, lon], writes: stop }
  - { lose: "zone:fra-a", writes: continue }
  - { lose: "link:fra-ams", writes: continue }
`;

/** The files that {@link richTopology} refers to. */
export const richFiles: Readonly<Record<string, FileContent>> = {
  'corefiles/lon.Corefile': `.:53 {
    errors
    health {
        lameduck 5s
    }
    ready
    kubernetes cluster.local in-addr.arpa ip6.arpa {
        pods insecure
        fallthrough in-addr.arpa ip6.arpa
        ttl 30
    }
    prometheus :9153
    forward . /etc/resolv.conf
    cache 30
    loop
    reload
    loadbalance
}
`,
};
