const head = (kind: string, name: string): string => `---
apiVersion: k8s.mariadb.com/v1alpha1
kind: ${kind}
metadata:
  name: ${name}
  namespace: shop
spec:
`;

const members = `    members:
      - { name: east, externalMariaDbRef: { name: east } }
      - { name: west, externalMariaDbRef: { name: west } }
`;

/**
 * A Galera cluster, one with replication and what belongs to them, and two clusters of which one follows the other, written by
 * hand, with which every rule is content. Comments tell apart what would otherwise stand there several times.
 */
export const goodObjects = `apiVersion: v1
kind: Secret
metadata:
  name: root
  namespace: shop
stringData:
  password: swordfish
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: orders
  namespace: shop
  labels:
    k8s.mariadb.com/watch: ""
data:
  my.cnf: |
    [mariadb]
    max_connections = 200
${head('MariaDB', 'orders')}  image: mariadb:11.8.8 # of orders
  replicas: 3 # of orders
  rootPasswordSecretKeyRef: # of orders
    name: root
    key: password # of orders
  myCnfConfigMapKeyRef:
    name: orders
    key: my.cnf # of orders
  galera:
    enabled: true # Galera
    sst: mariabackup
    providerOptions:
      gcache.size: 1G
    recovery:
      enabled: true # recovery
      podSyncTimeout: 1h
    agent:
      kubernetesAuth:
        authDelegatorRoleName: orders
        enabled: true # agent
    config:
      reuseStorageVolume: true
  affinity:
    antiAffinityEnabled: true # of orders
  podDisruptionBudget:
    maxUnavailable: 1 # of orders
  podSecurityContext:
    runAsNonRoot: true
    fsGroup: 999
  startupProbe:
    periodSeconds: 10
    failureThreshold: 200 # of orders
  primaryService:
    loadBalancerSourceRanges: [10.0.0.0/8]
    type: LoadBalancer
  servicePorts:
    - name: tools
      port: 9000
  tls:
    enabled: true # TLS of orders
    required: true
    galeraSSTEnabled: true
  storage:
    size: 20Gi # of orders
    storageClassName: fast
${head('MariaDB', 'books')}  image: mariadb:11.8.8 # of books
  replicas: 2 # of books
  replication:
    enabled: true # replication
    replica:
      recovery: { enabled: true }
      bootstrapFrom:
        physicalBackupTemplateRef: { name: nightly }
  pointInTimeRecoveryRef: { name: books }
  affinity:
    antiAffinityEnabled: true
  updateStrategy:
    type: ReplicasFirstPrimaryLast
  myCnf: |
    [mariadb]
    max_connections = 100
    skip-name-resolve
  tls:
    enabled: true
  storage:
    size: 20Gi
${head('User', 'app')}  mariaDbRef: { name: books }
  passwordSecretKeyRef: { name: root, key: password } # of the user
  maxUserConnections: 20
  require: { ssl: true }
${head('Database', 'app')}  mariaDbRef: { name: books }
  characterSet: utf8mb4
  collate: utf8mb4_bin
${head('Grant', 'app')}  mariaDbRef: { name: books }
  username: app # of the grant
  database: app
  privileges: [SELECT]
${head('PhysicalBackup', 'nightly')}  mariaDbRef: { name: books } # of the backup
  schedule:
    cron: "0 3 * * *"
  maxRetention: 720h
  storage:
    s3: { bucket: backups, endpoint: s3.example } # nightly
${head('PointInTimeRecovery', 'books')}  physicalBackupRef: { name: nightly }
  storage:
    s3: { bucket: logs, endpoint: s3.example }
${head('MaxScale', 'proxy # the MaxScale')}  mariaDbRef: { name: orders } # of the proxy
${head('ExternalMariaDB', 'east')}  host: east.example
  username: root
${head('ExternalMariaDB', 'west')}  host: west.example
  username: root
${head('MariaDB', 'east')}  replicas: 3
  galera:
    enabled: true
    gtidDomainId: 0
    serverId: 1
    replPasswordSecretKeyRef: { name: root, key: password }
  rootPasswordSecretKeyRef: { name: root, key: password }
  multiCluster:
    enabled: true
    primary: east
${members}  affinity: { antiAffinityEnabled: true }
  startupProbe: { periodSeconds: 10, failureThreshold: 200 }
  tls: { enabled: true }
  storage: { size: 20Gi }
${head('MariaDB', 'west # the MariaDB')}  replicas: 3
  galera:
    enabled: true
    gtidDomainId: 10
    serverId: 2
    replPasswordSecretKeyRef:
      name: root
      key: password
  rootPasswordSecretKeyRef:
    name: root
    key: password # of west
  multiCluster:
    enabled: true
    primary: east # says west
${members}  bootstrapFrom:
    s3: { bucket: backups, endpoint: s3.example }
    backupContentType: Physical
  affinity: { antiAffinityEnabled: true }
  startupProbe: { periodSeconds: 10, failureThreshold: 200 }
  tls: { enabled: true }
  storage: { size: 20Gi }
`;
