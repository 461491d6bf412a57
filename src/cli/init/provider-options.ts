import { CannotRun } from '../io.js';
import { type Answers, defaults, type SiteProvider } from './answers.js';
import { isFleet } from './fleet.js';

const fleetExample = "--cluster 'store-{001..050}'";

/** Whether only KubeDB can be meant, so that there is nothing to ask. */
export function meansKubedb({ engine, clusters, apiServer }: Answers): boolean {
  return (
    engine === 'postgres' ||
    clusters.length > 1 ||
    apiServer !== undefined ||
    clusters.some(({ networkInterface }) => networkInterface !== undefined)
  );
}

/**
 * Refuses what was said and the provider has no use for. Nothing of it is left out in silence.
 *
 * @throws CannotRun
 */
export function refuseForeign(answers: Answers): void {
  const { provider = defaults.provider } = answers;
  if (provider === 'kubedb') refuseForKubedb(answers);
  else refuseForSite(provider, answers);
}

function refuseForKubedb(answers: Answers): void {
  const { clusters, storageClass, replicas, rootPasswordSecret } = answers;
  const kubedb = answers.provider === undefined ? 'the provider kubedb, which is the default,' : 'kubedb';
  const others = 'choose --provider mariadb-operator or --provider statefulset';
  const fleet = clusters.find(({ name }) => isFleet(name));
  if (fleet) {
    throw new CannotRun(
      `--cluster: ${kubedb} joins clusters by their names, and takes no fleet such as ${fleet.name}`,
      others,
    );
  }
  if (replicas !== undefined) {
    throw new CannotRun(
      `--replicas: ${kubedb} gets as many replicas as its clusters ask for`,
      `${others}, or leave it out and change placement in the file`,
    );
  }
  if (storageClass !== undefined) {
    throw new CannotRun(
      `--storage-class: with ${kubedb} each cluster has a storage class of its own`,
      `${others}, or leave it out and write storageClass under each cluster of the file`,
    );
  }
  if (rootPasswordSecret !== undefined) {
    throw new CannotRun(
      `--root-password-secret: ${kubedb} makes the secret itself`,
      `${others}, or leave it out and write rootPasswordSecret into the file`,
    );
  }
}

function refuseForSite(provider: SiteProvider, { engine, clusters, apiServer }: Answers): void {
  if (engine === 'postgres') {
    throw new CannotRun(
      `--engine: ${provider} runs no Postgres`,
      'leave it out for MariaDB, or choose --provider kubedb',
    );
  }
  if (clusters.length > 1) {
    const follow = ', or see mariadbOperator.multiCluster for databases that follow one another';
    throw new CannotRun(
      `--cluster: ${provider} runs a database on one cluster, and ${clusters.length} are named`,
      `name one, or a fleet of clusters that each get a database, in quotes: ${fleetExample}${provider === 'mariadb-operator' ? follow : ''}`,
    );
  }
  const [cluster] = clusters;
  if (cluster?.networkInterface !== undefined) {
    throw new CannotRun(
      `--cluster: ${provider} joins no clusters, so it has no use for the interface ${cluster.networkInterface}`,
      'write NAME or NAME:DISTRIBUTION',
    );
  }
  if (apiServer !== undefined) {
    throw new CannotRun(
      `--api-server: ${provider} joins no clusters, so nothing needs to reach the API server`,
      'leave it out',
    );
  }
}
