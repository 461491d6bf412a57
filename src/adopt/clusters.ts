import type { Cluster, Database } from '../topology/index.js';
import type { DatabaseEntry, Reading } from './reading.js';

/** Gives each cluster and database the class of its volumes: the cluster where all on it agree, else the database. */
export function settleStorageClasses(reading: Reading): void {
  const classes = new Map<string, Set<string | undefined>>();
  for (const { storageClasses } of reading.entries) {
    for (const [cluster, name] of storageClasses) {
      const known = classes.get(cluster);
      if (known) known.add(name);
      else classes.set(cluster, new Set([name]));
    }
  }
  for (const [name, found] of classes) {
    const [first] = [...found];
    if (found.size === 1 && first !== undefined) reading.cluster(name).storageClass = first;
  }
  for (const { database, storageClasses } of reading.entries) settleOne(database, storageClasses, reading);
}

function settleOne(
  database: Database,
  storageClasses: DatabaseEntry['storageClasses'],
  reading: Reading,
): void {
  const isSaid = [...storageClasses].every(
    ([cluster, name]) => reading.cluster(cluster).storageClass === name,
  );
  const names = new Set(storageClasses.values());
  const [only] = [...names];
  if (!isSaid && names.size === 1 && only !== undefined) database.storage.storageClass = only;
}

const byClass: readonly (readonly [pattern: RegExp, distribution: Cluster['distribution']])[] = [
  [/^local-path$/, 'k3s'],
  [/^(?:managed(?:-csi|-premium)?(?:-|$)|azurefile|azuredisk|default-azure)/, 'aks'],
  [/^(?:gp2|gp3|ebs)(?:-|$)/, 'eks'],
  [/^(?:standard-rwo|premium-rwo|pd-)/, 'gke'],
  [/^(?:ocs-|odf-|thin-csi)/, 'openshift'],
  [/^standard$/, 'kind'],
];

/** The distribution of clusters of which nothing tells: a guess by the class of their volumes, or none. */
export function guessDistributions(reading: Reading): void {
  for (const cluster of reading.clusters.values()) {
    const said = reading.options.clusters?.find(({ name }) => name === cluster.name);
    if (said?.distribution !== undefined) {
      cluster.distribution = said.distribution as Cluster['distribution'];
      continue;
    }
    if (cluster.distribution !== 'other') continue;
    const classes = reading.entries.flatMap(({ storageClasses }) => storageClasses.get(cluster.name) ?? []);
    const guess = byClass.find(([pattern]) => classes.some((name) => pattern.test(name)));
    const path = `clusters[${cluster.name}].distribution`;
    if (guess) {
      cluster.distribution = guess[1];
      reading.assume(
        path,
        guess[1],
        `a guess by the storage class ${classes.find((name) => guess[0].test(name))}`,
      );
    } else
      reading.assume(
        path,
        'other',
        'no manifest says it; it decides how slice.local and load balancers are written',
      );
  }
}

/** The interface of the gateway nodes of members that are not registered. */
export function assumeInterfaces(reading: Reading, members: readonly string[]): void {
  for (const name of members) {
    const cluster = reading.cluster(name);
    const said = reading.options.clusters?.find((each) => each.name === name)?.networkInterface;
    if (said !== undefined) cluster.networkInterface = said;
    if (cluster.networkInterface !== undefined) continue;
    cluster.networkInterface = 'eth0';
    reading.assume(
      `clusters[${name}].networkInterface`,
      'eth0',
      "its Cluster is not among the manifests, and a wrong one makes the tunnel fail silently; on a gateway node: ip route get 8.8.8.8 | awk '{ print $5 }'",
    );
  }
}
