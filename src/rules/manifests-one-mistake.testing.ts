const clusters = ['fra', 'ams', 'par'];

function managed(cluster: string): string {
  return `---
apiVersion: cluster.open-cluster-management.io/v1
kind: ManagedCluster
metadata:
  name: ${cluster}
spec:
  hubAcceptsClient: true
---
apiVersion: operator.open-cluster-management.io/v1
kind: Klusterlet
metadata:
  name: klusterlet
spec:
  clusterName: ${cluster}
  workConfiguration:
    featureGates:
      - feature: RawFeedbackJsonString # of ${cluster}
        mode: Enable # of ${cluster}
    kubeAPIQPS: 50
    kubeAPIBurst: 100
    hubKubeAPIQPS: 50 # of ${cluster}
    hubKubeAPIBurst: 100
    appliedManifestWorkEvictionGracePeriod: 876000h # of ${cluster}
---
apiVersion: addon.open-cluster-management.io/v1alpha1
kind: ManagedClusterAddOn
metadata:
  name: kubeslice # of ${cluster}
  namespace: ${cluster} # of the add-on
spec:
  installNamespace: kubeslice-system # of ${cluster}
  configs:
    - group: controller.kubeslice.io
      resource: clusters # of ${cluster}
      namespace: kubeslice-shop # in the add-on of ${cluster}
      name: ${cluster} # in the add-on
`;
}

function registered(cluster: string, index: number): string {
  return `---
apiVersion: controller.kubeslice.io/v1alpha1
kind: Cluster
metadata:
  name: ${cluster} # the Cluster
  namespace: kubeslice-shop # of ${cluster}
spec:
  networkInterface: eth0 # of ${cluster}
  nodeIPs: [10.${index + 2}.0.56]
  clusterProperty: {} # of ${cluster}
`;
}

/**
 * What a hub and its members hold for two databases over three clusters, written by hand, with which every rule is content.
 * Comments tell apart what would otherwise stand there several times.
 */
export const goodManifests = `apiVersion: v1
kind: Namespace
metadata:
  name: shop # the Namespace
---
apiVersion: v1
kind: Namespace
metadata:
  name: ledger # the Namespace
---
apiVersion: controller.kubeslice.io/v1alpha1
kind: Project
metadata:
  name: shop # the Project
  namespace: kubeslice-controller
spec:
  serviceAccount:
    readWrite: [admin]
${clusters.map(managed).join('')}${clusters.map(registered).join('')}---
apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata:
  name: shop # the SliceConfig
  namespace: kubeslice-shop # of the slice
spec:
  sliceSubnet: 10.7.0.0/16
  maxClusters: 16
  sliceType: Application
  sliceGatewayProvider:
    sliceGatewayType: Wireguard
    sliceCaType: Local
    sliceGatewayServiceType:
      - { cluster: fra, type: NodePort, protocol: UDP }
  sliceIpamType: Local
  rotationInterval: 60
  vpnConfig:
    cipher: AES-256-CBC
  clusters: [fra, ams, par]
  standardQosProfileName: default
  namespaceIsolationProfile:
    isolationEnabled: false
    applicationNamespaces:
      - namespace: shop
        clusters: ["*"]
      - { namespace: ledger, clusters: ["*"] }
      - { namespace: kubedb, clusters: ["*"] }
    allowedNamespaces:
      - { namespace: kube-system, clusters: ["*"] }
---
apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata:
  name: shop-orders # the policy
spec:
  clusterSpreadConstraint:
    slice:
      projectNamespace: kubeslice-shop # of orders
      sliceName: shop # of orders
    distributionRules:
      - { clusterName: fra, storageClassName: fast, replicaIndices: [0] } # of orders
      - { clusterName: ams, storageClassName: fast, replicaIndices: [1] } # of orders
      - { clusterName: par, storageClassName: fast, replicaIndices: [2] } # of orders
  nodeSpreadConstraint: { maxSkew: 1, whenUnsatisfiable: ScheduleAnyway } # of orders
---
apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata:
  name: ledger-books # the policy
spec:
  clusterSpreadConstraint:
    slice:
      projectNamespace: kubeslice-shop # of books
      sliceName: shop # of books
    distributionRules:
      - { clusterName: fra, storageClassName: fast, replicaIndices: [0] } # of books
      - { clusterName: ams, storageClassName: fast, replicaIndices: [1] } # of books
      - { clusterName: par, storageClassName: fast, replicaIndices: [2] } # of books
---
apiVersion: v1
kind: Secret
metadata:
  name: orders-root
  namespace: shop # of the secret
type: kubernetes.io/basic-auth
stringData:
  username: root
  password: swordfish # of orders
---
apiVersion: v1
kind: Secret
metadata:
  name: books-postgres
  namespace: ledger # of the secret
type: kubernetes.io/basic-auth
stringData:
  username: postgres
  password: swordfish # of books
---
apiVersion: kubedb.com/v1
kind: MariaDB
metadata:
  name: orders # the database
  namespace: shop # of orders
spec:
  version: "11.8.5"
  replicas: 3 # of orders
  distributed: true # orders
  storageType: Durable # of orders
  storage:
    resources: { requests: { storage: 20Gi } } # of orders
  deletionPolicy: DoNotTerminate # of orders
  topology: { mode: GaleraCluster }
  authSecret: { name: orders-root }
  podTemplate:
    spec:
      podPlacementPolicy: { name: shop-orders }
      containers:
        - name: mariadb
          resources:
            requests: { cpu: 500m, memory: 2Gi } # of orders
            limits: { memory: 2Gi } # of orders
---
apiVersion: kubedb.com/v1
kind: Postgres
metadata:
  name: books # the database
  namespace: ledger # of books
spec:
  version: 17.9-bookworm
  replicas: 3 # of books
  distributed: true # books
  standbyMode: Hot
  streamingMode: Asynchronous
  storageType: Durable # of books
  storage:
    resources: { requests: { storage: 20Gi } } # of books
  deletionPolicy: Halt # of books
  authSecret: { name: books-postgres }
  podTemplate:
    spec:
      podPlacementPolicy: { name: ledger-books }
      containers:
        - name: postgres
          resources:
            requests: { cpu: 500m, memory: 1Gi } # of books
            limits: { memory: 1Gi } # of books
`;
