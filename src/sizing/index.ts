export { type Budget, type BudgetPart, budgetOf, fits } from './budget.js';
export { configurationFile, mergeSettings, optionKey } from './configuration.js';
export { durationText } from './duration.js';
export { type MariadbFixed, mariadbFixed, type PostgresFixed, postgresFixed } from './fixed.js';
export {
  defaultGcache,
  type GcacheRequest,
  gcacheFill,
  gcacheFor,
  gcacheHolds,
  gcacheWindow,
  groupOptions,
  largestWriteSet,
  leastSuspect,
  suspectRoundTrips,
} from './galera.js';
export {
  bandwidthForCopy,
  bandwidthForWrites,
  isCrowded,
  type LinkRequest,
  type LinkTimes,
  linkTimes,
  mostWritten,
  usableRate,
  wireRate,
} from './link.js';
export { leastConnections, poolShare } from './mariadb-pool.js';
export { leastMebibytes, type MemoryProblem, mostThat } from './remedies.js';
export { plainRequest, type ServerSizing, type SizingMode, type SizingRequest } from './request.js';
export type { GivenOption, Setting, Workload } from './setting.js';
export { shutDown } from './shut-down.js';
export { sizeServer } from './size.js';
export {
  goodTransferRate,
  type ProbeNumbers,
  probePatience,
  type StartUp,
  type StartUpPart,
  type StartUpRequest,
  startUp,
  usualTransferRate,
} from './start-up.js';
export { dailyTraffic } from './traffic.js';
export * from './units.js';
export { keptWalFor, leastData, type VolumeBudget, volumeReserve } from './volume.js';
