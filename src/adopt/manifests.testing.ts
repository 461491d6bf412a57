/** A distributed database as somebody wrote it by hand, in one file. */
export const distributed = `apiVersion: controller.kubeslice.io/v1alpha1
kind: Project
metadata: { name: lab, namespace: kubeslice-controller }
spec: { serviceAccount: { readWrite: [ops], readOnly: [watch] } }
---
apiVersion: controller.kubeslice.io/v1alpha1
kind: Cluster
metadata: { name: north, namespace: kubeslice-lab }
spec: { networkInterface: ens3, nodeIPs: [192.0.2.1], clusterProperty: { geoLocation: { latitude: "50.1", longitude: "8.6" } } }
---
apiVersion: controller.kubeslice.io/v1alpha1
kind: Cluster
metadata: { name: south, namespace: kubeslice-lab }
spec: { networkInterface: ens4, clusterProperty: {} }
---
apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata: { name: lab, namespace: kubeslice-lab }
spec:
  sliceSubnet: 10.9.0.0/16
  maxClusters: 4
  sliceType: Application
  sliceGatewayProvider:
    sliceGatewayType: OpenVPN
    sliceCaType: Local
    sliceGatewayServiceType: [{ cluster: north, type: LoadBalancer, protocol: UDP }]
  sliceIpamType: Local
  rotationInterval: 45
  vpnConfig: { cipher: AES-256-CBC }
  clusters: [north, south]
  qosProfileDetails: { queueType: HTB, priority: 0, tcType: BANDWIDTH_CONTROL, bandwidthCeilingKbps: 500000, bandwidthGuaranteedKbps: 50000, dscpClass: AF11 }
  namespaceIsolationProfile:
    applicationNamespaces: [{ namespace: books, clusters: ["*"] }, { namespace: kubedb, clusters: ["*"] }]
    isolationEnabled: false
---
apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata: { name: books-ledger }
spec:
  clusterSpreadConstraint:
    distributionRules:
      - { clusterName: north, storageClassName: local-path, replicaIndices: [0, 1] }
      - { clusterName: south, storageClassName: fast, replicaIndices: [2] }
    slice: { projectNamespace: kubeslice-lab, sliceName: lab }
  nodeSpreadConstraint: { maxSkew: 1, whenUnsatisfiable: DoNotSchedule }
  zoneSpreadConstraint: { maxSkew: 1, whenUnsatisfiable: ScheduleAnyway }
---
apiVersion: kubedb.com/v1
kind: MariaDB
metadata: { name: ledger, namespace: books }
spec:
  version: "11.8.5"
  replicas: 3
  distributed: true
  storageType: Durable
  deletionPolicy: Halt
  storage: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20480Mi } } }
  authSecret: { kind: Secret, name: ledger-admin }
  wsrepSSTMethod: mariabackup
  configuration:
    inline:
      mine.cnf: |
        [mysqld]
        max_connections = 80
        slow_query_log = 1
  podTemplate:
    spec:
      podPlacementPolicy: { name: books-ledger }
      containers:
        - name: mariadb
          resources: { limits: { cpu: 2, memory: 4096Mi }, requests: { cpu: "2", memory: 4Gi } }
`;

/** A Galera cluster of mariadb-operator as somebody wrote it by hand, with what is made on it. */
export const galera = `apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata: { name: wiki, namespace: wiki }
spec:
  image: mariadb:11.8.8
  replicas: 3
  rootPasswordSecretKeyRef: { name: wiki-admin, key: password }
  storage: { size: 10Gi, storageClassName: fast }
  resources: { requests: { memory: 2Gi, cpu: 500m }, limits: { memory: 2Gi, cpu: 500m } }
  affinity: { antiAffinityEnabled: true }
  nodeSelector: { disk: ssd }
  tolerations: [{ key: database, operator: Exists, effect: NoSchedule }]
  primaryService: { type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8] }
  galera:
    enabled: true
    sst: mariabackup
    availableWhenDonor: true
    providerOptions: { gcache.size: 256M, gcs.fc_limit: "64" }
  myCnf: |
    [mariadb]
    innodb_buffer_pool_size=1G
    max_connections=60
    slow_query_log=ON
  startupProbe: { periodSeconds: 20, failureThreshold: 60 }
  metrics: { enabled: true }
---
apiVersion: k8s.mariadb.com/v1alpha1
kind: Database
metadata: { name: wiki-pages, namespace: wiki }
spec: { name: pages, characterSet: utf8mb4, collate: utf8mb4_unicode_ci, cleanupPolicy: Skip, mariaDbRef: { name: wiki } }
---
apiVersion: k8s.mariadb.com/v1alpha1
kind: User
metadata: { name: wiki-app, namespace: wiki }
spec: { name: app, host: "%", maxUserConnections: 20, cleanupPolicy: Delete, mariaDbRef: { name: wiki }, passwordSecretKeyRef: { name: wiki-app, key: password } }
---
apiVersion: k8s.mariadb.com/v1alpha1
kind: PhysicalBackup
metadata: { name: wiki-nightly, namespace: wiki }
spec:
  mariaDbRef: { name: wiki }
  schedule: { cron: "0 3 * * *", immediate: true }
  target: PreferReplica
  maxRetention: 168h
  storage: { persistentVolumeClaim: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } } }
`;
