export { Charts, WaveChart } from './charts.js';
export { SliceDnsForwarding, type SliceDnsForwardingProps } from './dns/index.js';
export { GaleraArbitrator, GaleraCluster, GaleraMetrics, type GaleraProps } from './galera/index.js';
export {
  DatabasePlacement,
  type DatabasePlacementProps,
  type KubedbDatabaseProps,
  KubedbMariaDB,
  KubedbPostgres,
} from './kubedb/index.js';
export {
  KubesliceProject,
  type KubesliceProps,
  KubesliceRegistration,
  type KubesliceRegistrationProps,
  KubesliceSlice,
} from './kubeslice/index.js';
export {
  MariadbOperatorAccounts,
  MariadbOperatorBackups,
  type MariadbOperatorDatabaseProps,
  MariadbOperatorMariaDB,
  MariadbOperatorMembers,
} from './mariadb-operator/index.js';
export { DatabaseNamespaces, type DatabaseNamespacesProps } from './namespaces/index.js';
export { KlusterletConfiguration, type KlusterletConfigurationProps } from './ocm/index.js';
export { type Origin, originOf } from './origin.js';
export { type RunbookBlock, type RunbookPhase, type RunbookStep, runbookPhases } from './runbook-step.js';
export type { System, ValuesFile } from './system.js';
export { systems } from './systems.js';
