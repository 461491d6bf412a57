import type { Database } from '../../topology/index.js';
import { fleetName, isFleet } from './fleet.js';

export type Provider = Database['provider'];

/** Providers that run a database on one cluster, or on each of a fleet. */
export type SiteProvider = Exclude<Provider, 'kubedb'>;

/** What was said about one cluster. */
export interface ClusterAnswer {
  /** Its name, or what counts the clusters of a fleet. */
  readonly name: string;
  readonly distribution: string | undefined;
  /** The interface of its gateway nodes; undefined is guessed, and marked in the file. */
  readonly networkInterface: string | undefined;
}

/** What was said so far, by options or answers. The rest is left to the defaults. */
export interface Answers {
  readonly provider: Provider | undefined;
  readonly name: string | undefined;
  readonly engine: string | undefined;
  readonly clusters: readonly ClusterAnswer[];
  readonly apiServer: string | undefined;
  readonly storageClass: string | undefined;
  readonly replicas: string | undefined;
  readonly database: string | undefined;
  readonly namespace: string | undefined;
  readonly rootPasswordSecret: string | undefined;
  readonly size: string | undefined;
  readonly memory: string | undefined;
}

/** One cluster of the file. */
export interface ClusterChoice extends ClusterAnswer {
  readonly distribution: string;
}

interface CommonChoices {
  readonly name: string;
  readonly database: string;
  readonly namespace: string;
  readonly size: string;
  readonly memory: string;
}

/** Everything that a file for KubeDB is made of. */
export interface KubedbChoices extends CommonChoices {
  readonly provider: 'kubedb';
  readonly engine: 'mariadb' | 'postgres';
  readonly clusters: readonly ClusterChoice[];
  readonly apiServer: string | undefined;
}

/** Everything that a file for a database on one cluster, or on each of a fleet, is made of. */
export interface SiteChoices extends CommonChoices {
  readonly provider: SiteProvider;
  readonly cluster: string;
  /** What counts the clusters, where the one entry stands for many. */
  readonly fleet: string | undefined;
  readonly distribution: string;
  /** Undefined for the default class of the cluster. */
  readonly storageClass: string | undefined;
  readonly replicas: number;
  /** Undefined where the operator makes the secret. */
  readonly rootPasswordSecret: string | undefined;
}

/** Everything the file is made of. */
export type Choices = KubedbChoices | SiteChoices;

/** What is taken where nothing is said. */
export const defaults = {
  provider: 'kubedb',
  name: 'shop',
  engine: 'mariadb',
  clusters: 3,
  distribution: 'k3s',
  networkInterface: 'eth0',
  replicas: 3,
  replicasOfFleet: 1,
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

/** How many replicas each cluster gets: a site of a fleet has one machine more often than three. */
export function defaultReplicas(cluster: string | undefined): number {
  return cluster !== undefined && isFleet(cluster) ? defaults.replicasOfFleet : defaults.replicas;
}

/** The secret with the password of the administrator. Without an operator there is nobody to make one up. */
export function defaultSecret(
  provider: SiteProvider,
  database = defaults.database as string,
): string | undefined {
  return provider === 'statefulset' ? `${database}-root` : undefined;
}

/** Fills in the defaults. */
export function complete(answers: Answers): Choices {
  const { provider = defaults.provider } = answers;
  return provider === 'kubedb' ? completeKubedb(answers) : completeSite(provider, answers);
}

function completeKubedb(answers: Answers): KubedbChoices {
  const name = answers.name ?? defaults.name;
  const said = answers.clusters.length > 0 ? answers.clusters : defaultClusters(answers.namespace);
  const clusters = said.map((cluster) => ({
    ...cluster,
    distribution: cluster.distribution ?? defaults.distribution,
  }));
  return {
    ...common(answers),
    provider: 'kubedb',
    engine: answers.engine === 'postgres' ? 'postgres' : 'mariadb',
    clusters,
    apiServer: answers.apiServer,
    namespace: answers.namespace ?? defaultNamespace(name, clusters),
  };
}

function completeSite(provider: SiteProvider, answers: Answers): SiteChoices {
  const [said] = answers.clusters;
  const cluster = said?.name ?? freeClusterName([], undefined);
  const fleet = isFleet(cluster) ? cluster : undefined;
  return {
    ...common(answers),
    provider,
    cluster: fleet === undefined ? cluster : fleetName(fleet),
    fleet,
    distribution: said?.distribution ?? defaults.distribution,
    storageClass: answers.storageClass,
    replicas: answers.replicas === undefined ? defaultReplicas(cluster) : Number(answers.replicas),
    rootPasswordSecret: answers.rootPasswordSecret ?? defaultSecret(provider, answers.database),
  };
}

function common(answers: Answers): CommonChoices {
  const { name = defaults.name, database = defaults.database } = answers;
  const { namespace = name, size = defaults.size, memory = defaults.memory } = answers;
  return { name, database, namespace, size, memory };
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
