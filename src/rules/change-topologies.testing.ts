/** A Galera cluster of mariadb-operator, in which every rule is content. Tests change a piece of it. */
export const operatorTopology = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: shop }
clusters:
  - { name: fra, distribution: kubeadm, storageClass: fast, nodes: 9, capabilities: { loadBalancer: true } }
databases:
  - name: orders
    namespace: shop
    provider: mariadb-operator
    engine: mariadb
    version: "11.8.8"
    placement: [{ cluster: fra, replicas: 3 }]
    rootPasswordSecret: { name: orders-root }
    storage: { size: 20Gi }
    resources: { memory: 2Gi }
    mariadbOperator:
      users:
        - name: app
          passwordSecret: { name: orders-app }
          connectionSecret: orders-connection
          grants: [{ database: shop, privileges: [SELECT, INSERT] }]
      databases: [{ name: shop }]
      backups:
        - name: nightly
          schedule: "0 2 * * *"
          retention: 30d
          s3:
            bucket: backups
            endpoint: minio.example.com:9000
            accessKeyId: { name: minio, key: id }
            secretAccessKey: { name: minio, key: secret }
`;

/** A database of mariadb-operator that spans two clusters. */
export const spanningTopology = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: shop }
clusters:
  - { name: fra, distribution: kubeadm, storageClass: fast, nodes: 3 }
  - { name: ams, distribution: kubeadm, storageClass: fast, nodes: 3 }
databases:
  - name: orders
    namespace: shop
    provider: mariadb-operator
    engine: mariadb
    version: "11.8.8"
    replication: primary-replica
    placement: [{ cluster: fra, replicas: 2 }, { cluster: ams, replicas: 2 }]
    rootPasswordSecret: { name: orders-root }
    storage: { size: 20Gi }
    resources: { memory: 2Gi }
    tls: { secret: orders-tls, required: true }
    mariadbOperator:
      multiCluster:
        primary: fra
        replicationPasswordSecret: { name: orders-root, key: replication }
        members:
          - { cluster: fra, host: 10.1.0.10 }
          - { cluster: ams, host: 10.2.0.10 }
      users:
        - name: app
          passwordSecret: { name: orders-app }
          grants: [{ database: shop, privileges: [SELECT] }]
      databases: [{ name: shop }]
      backups:
        - name: hourly
          schedule: "0 * * * *"
          s3:
            bucket: backups
            endpoint: minio.example.com:9000
            accessKeyId: { name: minio, key: id }
            secretAccessKey: { name: minio, key: secret }
`;

/** A Galera cluster on a StatefulSet. */
export const galeraTopology = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: wiki }
clusters:
  - { name: fra, distribution: aks, storageClass: managed, nodes: 9 }
databases:
  - name: wiki
    namespace: wiki
    provider: statefulset
    engine: mariadb
    version: "11.8.8"
    placement: [{ cluster: fra, replicas: 3 }]
    rootPasswordSecret: { name: wiki-root }
    storage: { size: 20Gi }
    resources: { memory: 2Gi }
`;
