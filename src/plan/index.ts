export { buildPlan, sliceMembers } from './build.js';
export { forwardedTo, serverBlock, sliceZone } from './corefile.js';
export type { DnsPlan, FileContent, ManualReason, ReadFile } from './dns.js';
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
export { dealOrdinals } from './placement.js';
export {
  type ClusterPlan,
  type DatabasePlan,
  kubedbNamespace,
  kubesliceControllerNamespace,
  kubesliceWorkerNamespace,
  type NamespacePlan,
  type PlacementPlan,
  type Plan,
  type ShapingPlan,
  type SliceNamespacePlan,
  type SlicePlan,
} from './plan.js';
export { type KubedbRelease, kubedbReleases, unsupportedKubedbReleases, withV } from './releases.js';
export { shellWord } from './shell.js';
export {
  defaultMemory,
  type SizedDatabase,
  sizeDatabase,
  sizingRequest,
} from './sizing.js';
export { type Wave, waves } from './waves.js';
