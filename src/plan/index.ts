export { buildPlan, sliceMembers } from './build.js';
export type { ClusterPlan, NamespacePlan, PlacementPlan } from './cluster-plan.js';
export { forwardedTo, serverBlock, sliceZone } from './corefile.js';
export type { KubedbDatabasePlan, ProbePlan, ProbesPlan, SpreadMode } from './database-plan.js';
export type { DnsPlan, FileContent, ManualReason, ReadFile } from './dns.js';
export { clusterNames, mostInFleet } from './fleet.js';
export { type ServerImage, serverVersionOfImage } from './image.js';
export { seriesBetween, seriesOf, type Upgrade, upgradeOf } from './kubedb-upgrades.js';
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
  dataOf,
  type FullCopy,
  fullCopies,
  isOverrun,
  type LinkBudgets,
  linkBudgets,
  type Narrow,
  type Passenger,
  type ReplicaData,
  timesThrough,
  type Writing,
  writingOf,
} from './link-budgets.js';
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
export { imagesBetween, type VersionEdge, versionEdge } from './mariadb-series.js';
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
export { shutDownOf, startOf } from './probes.js';
export { providers } from './providers.js';
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
export {
  type SurvivalPlan,
  type SurvivalSubject,
  spreadUnder,
  statedSpread,
  survivalOf,
  topologyLandscape,
} from './survival.js';
export { type DatabaseTimes, type LongestRoundTrip, longestRoundTrip, timesOf } from './times.js';
export { type ClusterPair, type CommitTime, commitTimes } from './times-commit.js';
export type { CatchUp, CopyTime, FarCopy } from './times-copies.js';
export {
  type Detection,
  electionTiming,
  type GroupTimer,
  type GroupTimers,
  groupTimers,
} from './times-detection.js';
export type { Flow, Outgoing, Traffic } from './times-traffic.js';
export { latencyText, perSecondText, type TimeRow, timeRows } from './times-words.js';
export { type Wave, waves } from './waves.js';
export { nodeCount, type Pin, pinOf, usableZones, zonesOf } from './zones.js';
