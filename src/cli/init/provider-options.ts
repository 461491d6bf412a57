import type { Answers, Provider, SiteProvider } from './answers.js';
import { isFleet } from './fleet.js';
import type { Problem } from './problem.js';

const fleetExample = "--cluster 'store-{001..050}'";

const providers = ['kubedb', 'mariadb-operator', 'statefulset'] as const satisfies readonly Provider[];

/** Providers that have a use for all that was said, the usual one first. */
export function possibleProviders(answers: Answers): readonly Provider[] {
  const meant = answers.provider === undefined ? providers : [answers.provider];
  return meant.filter((provider) => problemOfOptions(provider, answers) === undefined);
}

/** What was said and the provider has no use for: nothing of it is left out in silence. */
export function problemOfOptions(provider: Provider, answers: Answers): Problem | undefined {
  return provider === 'kubedb' ? problemForKubedb(answers) : problemForSite(provider, answers);
}

function problemForKubedb(answers: Answers): Problem | undefined {
  const { clusters, storageClass, replicas, rootPasswordSecret } = answers;
  const kubedb = answers.provider === undefined ? 'the provider kubedb, which is the default,' : 'kubedb';
  const others = 'choose --provider mariadb-operator or --provider statefulset';
  const fleet = clusters.find(({ name }) => isFleet(name));
  if (fleet) {
    return {
      reason: `--cluster: ${kubedb} joins clusters by their names, and takes no fleet such as ${fleet.name}`,
      remedy: others,
    };
  }
  if (replicas !== undefined) {
    return {
      reason: `--replicas: ${kubedb} gets as many replicas as its clusters ask for`,
      remedy: `${others}, or leave it out and change placement in the file`,
    };
  }
  if (storageClass !== undefined) {
    return {
      reason: `--storage-class: with ${kubedb} each cluster has a storage class of its own`,
      remedy: `${others}, or leave it out and write storageClass under each cluster of the file`,
    };
  }
  if (rootPasswordSecret !== undefined) {
    return {
      reason: `--root-password-secret: ${kubedb} makes the secret itself`,
      remedy: `${others}, or leave it out and write rootPasswordSecret into the file`,
    };
  }
  return undefined;
}

function problemForSite(
  provider: SiteProvider,
  { engine, clusters, apiServer }: Answers,
): Problem | undefined {
  if (engine === 'postgres') {
    return {
      reason: `--engine: ${provider} runs no Postgres`,
      remedy: 'leave it out for MariaDB, or choose --provider kubedb',
    };
  }
  if (clusters.length > 1) {
    const follow = ', or see mariadbOperator.multiCluster for databases that follow one another';
    return {
      reason: `--cluster: ${provider} runs a database on one cluster, and ${clusters.length} are named`,
      remedy: `name one, or a fleet of clusters that each get a database, in quotes: ${fleetExample}${provider === 'mariadb-operator' ? follow : ''}`,
    };
  }
  const [cluster] = clusters;
  if (cluster?.networkInterface !== undefined) {
    return {
      reason: `--cluster: ${provider} joins no clusters, so it has no use for the interface ${cluster.networkInterface}`,
      remedy: 'write NAME or NAME:DISTRIBUTION',
    };
  }
  if (apiServer !== undefined) {
    return {
      reason: `--api-server: ${provider} joins no clusters, so nothing needs to reach the API server`,
      remedy: 'leave it out',
    };
  }
  return undefined;
}
