/** A KubeDB release: the version of the chart `kubedb`. */
export interface KubedbRelease {
  readonly name: string;
  /** `spec.configuration` exists; before it there was only `spec.configSecret`. */
  readonly configuration: boolean;
  /** Distributed Postgres uses slice.local names; before, replicas in other clusters were not found. */
  readonly distributedPostgres: boolean;
  /** Not for production. */
  readonly preview?: boolean;
}

/**
 * KubeDB releases with today's shape of PlacementPolicy, oldest first. Their names do not sort by age: v2026.2.26 came
 * after v2026.2.27 and v2026.2.28. Source: kubedb/CHANGELOG releases/, kubedb/apimachinery and kubeops/petset tags.
 */
export const kubedbReleases: readonly KubedbRelease[] = [
  { name: 'v2025.8.31', configuration: false, distributedPostgres: false },
  { name: 'v2025.10.17', configuration: false, distributedPostgres: false },
  { name: 'v2026.1.19', configuration: true, distributedPostgres: false },
  { name: 'v2026.2.27', configuration: true, distributedPostgres: false },
  { name: 'v2026.2.28', configuration: true, distributedPostgres: false },
  { name: 'v2026.2.26', configuration: true, distributedPostgres: false },
  { name: 'v2026.4.27', configuration: true, distributedPostgres: false },
  { name: 'v2026.6.19', configuration: true, distributedPostgres: true },
  { name: 'v2026.7.10', configuration: true, distributedPostgres: true },
  { name: 'v2026.8.14-rc.0', configuration: true, distributedPostgres: true, preview: true },
];

/** Releases whose PlacementPolicy has another shape: what dbspan writes would be pruned there. */
export const unsupportedKubedbReleases: readonly string[] = ['v2025.7.31'];

const newestKubedb = {
  name: 'v2026.7.10',
  configuration: true,
  distributedPostgres: true,
} as const satisfies KubedbRelease;

/** Chart version of kubeslice-controller that goes with the newest KubeDB release. */
export const newestKubesliceChart = 'v2026.1.15';

/** Version of the charts of mariadb-operator whose sources were read. Source: mariadb-operator/mariadb-operator deploy/charts */
export const newestMariadbOperator = '26.6.0';

/** With a leading `v`, as the charts are published. */
export function withV(version: string): string {
  return version.startsWith('v') ? version : `v${version}`;
}

/**
 * The KubeDB release of that name; the newest when none is named. A name not in the table counts as newer than all of
 * it: the rule kubedb/release reports those that are not.
 */
export function kubedbRelease(name: string | undefined): KubedbRelease {
  if (name === undefined) return newestKubedb;
  const wanted = withV(name);
  return kubedbReleases.find((release) => release.name === wanted) ?? { ...newestKubedb, name: wanted };
}
