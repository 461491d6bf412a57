export { buildPlan, sliceMembers } from './build.js';
export type { ClusterPlan, NamespacePlan, PlacementPlan } from './cluster-plan.js';
export { forwardedTo, serverBlock, sliceZone } from './corefile.js';
export type { KubedbDatabasePlan, ProbePlan, ProbesPlan, SpreadMode } from './database-plan.js';
export type { DnsPlan, FileContent, ManualReason, ReadFile } from './dns.js';
export { clusterNames, mostInFleet } from './fleet.js';
export { type ServerImage, serverVersionOfImage } from './image.js';
export {
  type CatalogueEngine,
  type CatalogueVersion,
  compareVersions,
  knownVersions,
  usableVersions,
  type VersionStanding,
  versionStanding,
} from './kubedb-versions.js';
export {
  type DatabaseLinks,
  linksByPair,
  linksOf,
  type PairLink,
  pairKey,
  pairsOf,
} from './links.js';
export type {
  MariadbOperatorDatabasePlan,
  MultiClusterMemberPlan,
  MultiClusterPlan,
  OperatorBackupPlan,
  OperatorBucketPlan,
  OperatorGaleraPlan,
  OperatorGrantPlan,
  OperatorReplicationPlan,
  OperatorSchemaPlan,
  OperatorTlsPlan,
  OperatorUserPlan,
} from './mariadb-operator-plan.js';
export { dealOrdinals } from './placement.js';
export {
  type CommittedOrdinals,
  type DatabasePlan,
  databasesOf,
  kubedbNamespace,
  kubesliceControllerNamespace,
  kubesliceWorkerNamespace,
  type Plan,
  type Provider,
  type ShapingPlan,
  type SliceNamespacePlan,
  type SlicePlan,
} from './plan.js';
export { type KubedbRelease, kubedbReleases, unsupportedKubedbReleases, withV } from './releases.js';
export { type LoadBalancerProvider, loadBalancerProvider, type ServicePlan } from './service.js';
export { shellWord } from './shell.js';
export {
  defaultMemory,
  type SizedDatabase,
  sizeDatabase,
  sizingRequest,
} from './sizing.js';
export type {
  ArbitratorPlan,
  ClientsPlan,
  InitialUserPlan,
  StatefulSetDatabasePlan,
  StatefulSetMetricsPlan,
} from './statefulset-plan.js';
export { serverSocket, tlsFolder } from './statefulset-server.js';
export { type SurvivalPlan, type SurvivalSubject, survivalOf, topologyLandscape } from './survival.js';
export { type Wave, waves } from './waves.js';
export { nodeCount, usableZones, zonesOf } from './zones.js';
