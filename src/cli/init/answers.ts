/** What was said about one cluster. */
export interface ClusterAnswer {
  readonly name: string;
  readonly distribution: string | undefined;
  /** The interface of its gateway nodes; undefined is guessed, and marked in the file. */
  readonly networkInterface: string | undefined;
}

/** What was said so far, by options or answers. The rest is left to the defaults. */
export interface Answers {
  readonly name: string | undefined;
  readonly engine: string | undefined;
  readonly clusters: readonly ClusterAnswer[];
  readonly apiServer: string | undefined;
  readonly database: string | undefined;
  readonly namespace: string | undefined;
  readonly size: string | undefined;
  readonly memory: string | undefined;
}

/** One cluster of the file. */
export interface ClusterChoice extends ClusterAnswer {
  readonly distribution: string;
}

/** Everything the file is made of. */
export interface Choices {
  readonly name: string;
  readonly engine: 'mariadb' | 'postgres';
  readonly clusters: readonly ClusterChoice[];
  readonly apiServer: string | undefined;
  readonly database: string;
  readonly namespace: string;
  readonly size: string;
  readonly memory: string;
}

/** What is taken where nothing is said. */
export const defaults = {
  name: 'shop',
  engine: 'mariadb',
  clusters: 3,
  distribution: 'k3s',
  networkInterface: 'eth0',
  database: 'orders',
  size: '20Gi',
  memory: '4Gi',
} as const;

const clusterNames = ['fra', 'ams', 'par', 'mad', 'waw', 'sto', 'vie', 'zrh', 'lis'] as const;

/** A name for the next cluster that neither a present one nor the database's namespace has. */
export function freeClusterName(present: readonly ClusterAnswer[], namespace: string | undefined): string {
  const taken = new Set([namespace, ...present.map(({ name }) => name)]);
  const free = clusterNames.find((name, index) => index >= present.length && !taken.has(name));
  if (free !== undefined) return free;
  let number = present.length + 1;
  while (taken.has(`cluster-${number}`)) number++;
  return `cluster-${number}`;
}

/** A namespace for the database. On the hub it cannot be called like a cluster, whose work lies in a namespace of its name. */
export function defaultNamespace(name: string, clusters: readonly ClusterAnswer[]): string {
  return clusters.some((cluster) => cluster.name === name) ? `${name.slice(0, 60)}-db` : name;
}

/** Fills in the defaults. */
export function complete(answers: Answers): Choices {
  const { apiServer, database = defaults.database, size = defaults.size, memory = defaults.memory } = answers;
  const name = answers.name ?? defaults.name;
  const said = answers.clusters.length > 0 ? answers.clusters : defaultClusters(answers.namespace);
  const clusters = said.map((cluster) => ({
    ...cluster,
    distribution: cluster.distribution ?? defaults.distribution,
  }));
  return {
    name,
    engine: answers.engine === 'postgres' ? 'postgres' : 'mariadb',
    clusters,
    apiServer,
    database,
    namespace: answers.namespace ?? defaultNamespace(name, clusters),
    size,
    memory,
  };
}

function defaultClusters(namespace: string | undefined): ClusterAnswer[] {
  const clusters: ClusterAnswer[] = [];
  while (clusters.length < defaults.clusters) {
    clusters.push({
      name: freeClusterName(clusters, namespace),
      distribution: undefined,
      networkInterface: undefined,
    });
  }
  return clusters;
}
