import {
  type ClusterAnswer,
  defaultReplicas,
  defaultSecret,
  defaults,
  freeClusterName,
  type SiteProvider,
} from './answers.js';
import { isFleet } from './fleet.js';
import { problemOfCluster } from './problem.js';
import type { Questions } from './questions.js';

/** Asks for a database on one cluster, or on each of a fleet: nothing joins clusters, so nothing is asked about that. */
export async function askForSite(questions: Questions, provider: SiteProvider): Promise<void> {
  await questions.field('name', 'Name of the program', defaults.name);
  const cluster = await askForCluster(questions);
  await questions.field('storageClass', `Storage class on ${cluster}`, 'the default class there');
  await questions.field(
    'replicas',
    isFleet(cluster) ? 'Replicas on each cluster' : 'Replicas',
    String(defaultReplicas(cluster)),
    'One is a server alone; three or more, and an odd number, outlive the loss of any one.',
  );
  await questions.field('database', 'Name of the database', defaults.database);
  const { name = defaults.name, database } = questions.answers;
  await questions.field('namespace', 'Its namespace', name);
  const secret = defaultSecret(provider, database);
  if (secret !== undefined) {
    await questions.field('rootPasswordSecret', "Secret with the administrator's password", secret);
  }
  await questions.field('size', 'Volume of each replica', defaults.size);
  await questions.field('memory', 'Memory of each replica', defaults.memory);
}

/** What the cluster is called, or what counts those of a fleet. */
async function askForCluster(questions: Questions): Promise<string> {
  const [said] = questions.answers.clusters;
  const name = said?.name ?? (await askForName(questions));
  const distribution =
    said?.distribution ??
    (await questions.ask('distribution', `Distribution of ${name}`, defaults.distribution, () => undefined));
  questions.keep({ clusters: [clusterCalled(name, distribution)] });
  return name;
}

async function askForName(questions: Questions): Promise<string> {
  const standard = freeClusterName([], undefined);
  const answer = await questions.ask(
    'fleet',
    'Name of the cluster, or a fleet',
    standard,
    (name = standard) => questions.problemWith({ clusters: [clusterCalled(name)] }),
    'A fleet is written as store-{001..050}: each of its clusters gets a database of its own.',
    problemOfCluster,
  );
  return answer ?? standard;
}

function clusterCalled(name: string, distribution?: string): ClusterAnswer {
  return { name, distribution, networkInterface: undefined };
}
