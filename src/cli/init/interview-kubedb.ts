import { type ClusterAnswer, defaultNamespace, defaults, freeClusterName } from './answers.js';
import type { Questions } from './questions.js';

/** The most clusters a slice joins. */
const mostClusters = 32;

/** Asks for a database over several clusters, the slice that joins them included. */
export async function askForKubedb(questions: Questions): Promise<void> {
  await questions.field('name', 'Name of the program', defaults.name);
  await questions.field('engine', 'Database engine', defaults.engine);
  await askForClusters(questions);
  const [hub] = questions.answers.clusters;
  if (hub && questions.answers.clusters.length > 1) {
    await questions.field('apiServer', `API server of ${hub.name}, as the others reach it`, 'fill in later');
  }
  await questions.field('database', 'Name of the database', defaults.database);
  const { name = defaults.name, clusters } = questions.answers;
  await questions.field('namespace', 'Its namespace', defaultNamespace(name, clusters));
  await questions.field('size', 'Volume of each replica', defaults.size);
  await questions.field('memory', 'Memory of each replica', defaults.memory);
}

async function askForClusters(questions: Questions): Promise<void> {
  const said = questions.answers.clusters;
  const count =
    said.length > 0
      ? said.length
      : await questions.number(
          'How many clusters',
          defaults.clusters,
          mostClusters,
          'Three or more survive the loss of any one, two cannot.',
          'Each gets a replica. The first is the hub, which runs the operators.',
        );
  const clusters: ClusterAnswer[] = [];
  for (let index = 0; index < count; index++) {
    clusters.push(await askForCluster(questions, said[index], clusters, count));
  }
  questions.keep({ clusters });
}

async function askForCluster(
  questions: Questions,
  said: ClusterAnswer | undefined,
  before: readonly ClusterAnswer[],
  count: number,
): Promise<ClusterAnswer> {
  const name = said?.name ?? (await askForName(questions, before, count));
  const distribution =
    said?.distribution ??
    (await questions.ask(
      'distribution',
      `Distribution of ${name}`,
      defaults.distribution,
      () => undefined,
    )) ??
    defaults.distribution;
  const networkInterface =
    said?.networkInterface ??
    (count > 1 ? await askForInterface(questions, name, before.length === 0) : undefined);
  return { name, distribution, networkInterface };
}

async function askForName(
  questions: Questions,
  before: readonly ClusterAnswer[],
  count: number,
): Promise<string> {
  const standard = freeClusterName(before, questions.answers.namespace);
  const ordinal = count === 1 ? 'Name of the cluster' : `Name of cluster ${before.length + 1} of ${count}`;
  const text = count > 1 && before.length === 0 ? `${ordinal}, the hub` : ordinal;
  const answer = await questions.ask('cluster', text, standard, (value = standard) => {
    if (before.some(({ name }) => name === value))
      return { reason: `there is a cluster ${value} already`, remedy: undefined };
    const clusters = [...before, { name: value, distribution: undefined, networkInterface: undefined }];
    // A slice joins more than one, so the last rules are asked about the second cluster and on.
    return questions.problemWith({
      clusters: clusters.length === 1 && count > 1 ? [...clusters, ...spare(value)] : clusters,
    });
  });
  return answer ?? standard;
}

function askForInterface(questions: Questions, cluster: string, first: boolean): Promise<string | undefined> {
  return questions.ask(
    'networkInterface',
    `Network interface of ${cluster}`,
    defaults.networkInterface,
    () => undefined,
    first ? "A gateway node prints its interface with: ip route get 8.8.8.8 | awk '{ print $5 }'" : undefined,
  );
}

/** A second cluster for a file that has only its first yet. */
function spare(first: string): ClusterAnswer[] {
  return [
    { name: first === 'other' ? 'another' : 'other', distribution: undefined, networkInterface: undefined },
  ];
}
