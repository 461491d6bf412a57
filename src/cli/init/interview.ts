import { resolve, schemaAt } from '../../topology/schema.js';
import type { Io } from '../io.js';
import {
  type Answers,
  type ClusterAnswer,
  complete,
  defaultNamespace,
  defaults,
  freeClusterName,
} from './answers.js';
import { Dialogue } from './dialogue.js';
import { type Place, type Problem, places, problemOfFile, problemOfValue } from './problem.js';

/** The most clusters a slice joins. */
const mostClusters = 32;

/**
 * Asks for what is not said yet.
 *
 * @param file the file that will be written, as the user knows it
 * @throws CannotRun when the user interrupts
 */
export async function interview(answers: Answers, file: string, io: Io): Promise<Answers> {
  const dialogue = new Dialogue(io);
  try {
    dialogue.say(
      `Some questions, and ${file} is written. Enter takes what stands in brackets, ? explains, Ctrl-C leaves.\n`,
    );
    return await new Interview(dialogue, answers).run();
  } finally {
    dialogue.close();
  }
}

type Field = Exclude<keyof Answers, 'clusters'>;

class Interview {
  readonly #dialogue: Dialogue;
  #answers: Answers;

  constructor(dialogue: Dialogue, answers: Answers) {
    this.#dialogue = dialogue;
    this.#answers = answers;
  }

  async run(): Promise<Answers> {
    await this.#field('name', 'Name of the program', defaults.name);
    await this.#field('engine', 'Database engine', defaults.engine);
    await this.#clusters();
    const [hub] = this.#answers.clusters;
    if (hub && this.#answers.clusters.length > 1) {
      await this.#field('apiServer', `API server of ${hub.name}, as the others reach it`, 'fill in later');
    }
    await this.#field('database', 'Name of the database', defaults.database);
    const { name = defaults.name, clusters } = this.#answers;
    await this.#field('namespace', 'Its namespace', defaultNamespace(name, clusters));
    await this.#field('size', 'Volume of each replica', defaults.size);
    await this.#field('memory', 'Memory of each replica', defaults.memory);
    return this.#answers;
  }

  async #field(field: Field, text: string, standard: string): Promise<void> {
    if (this.#answers[field] !== undefined) return;
    const answer = await this.#ask(field, text, standard, (value) => this.#problemWith({ [field]: value }));
    this.#answers = { ...this.#answers, [field]: answer };
  }

  async #clusters(): Promise<void> {
    const said = this.#answers.clusters;
    const count = said.length > 0 ? said.length : await this.#count();
    const clusters: ClusterAnswer[] = [];
    for (let index = 0; index < count; index++) {
      const cluster = await this.#cluster(said[index], clusters, count);
      clusters.push(cluster);
    }
    this.#answers = { ...this.#answers, clusters };
  }

  async #count(): Promise<number> {
    const answer = await this.#dialogue.ask({
      text: 'How many clusters',
      standard: String(defaults.clusters),
      hint: 'Three or more survive the loss of any one, two cannot.',
      explanation: 'Each gets a replica. The first is the hub, which runs the operators.',
      problem(text) {
        if (
          text === undefined ||
          (/^[0-9]{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= mostClusters)
        )
          return undefined;
        return {
          reason: `${JSON.stringify(text)} is not a number from 1 to ${mostClusters}`,
          remedy: undefined,
        };
      },
    });
    return answer === undefined ? defaults.clusters : Number(answer);
  }

  async #cluster(
    said: ClusterAnswer | undefined,
    before: readonly ClusterAnswer[],
    count: number,
  ): Promise<ClusterAnswer> {
    const name = said?.name ?? (await this.#clusterName(before, count));
    const distribution =
      said?.distribution ??
      (await this.#ask('distribution', `Distribution of ${name}`, defaults.distribution, () => undefined)) ??
      defaults.distribution;
    const networkInterface =
      said?.networkInterface ??
      (count > 1 ? await this.#networkInterface(name, before.length === 0) : undefined);
    return { name, distribution, networkInterface };
  }

  async #clusterName(before: readonly ClusterAnswer[], count: number): Promise<string> {
    const standard = freeClusterName(before, this.#answers.namespace);
    const ordinal = count === 1 ? 'Name of the cluster' : `Name of cluster ${before.length + 1} of ${count}`;
    const text = count > 1 && before.length === 0 ? `${ordinal}, the hub` : ordinal;
    const answer = await this.#ask('cluster', text, standard, (value = standard) => {
      if (before.some(({ name }) => name === value))
        return { reason: `there is a cluster ${value} already`, remedy: undefined };
      const clusters = [...before, { name: value, distribution: undefined, networkInterface: undefined }];
      // A slice joins more than one, so the last rules are asked about the second cluster and on.
      return this.#problemWith({
        clusters: clusters.length === 1 && count > 1 ? [...clusters, ...spare(value)] : clusters,
      });
    });
    return answer ?? standard;
  }

  #networkInterface(cluster: string, first: boolean): Promise<string | undefined> {
    const hint = first
      ? "A gateway node prints its interface with: ip route get 8.8.8.8 | awk '{ print $5 }'"
      : undefined;
    return this.#ask(
      'networkInterface',
      `Network interface of ${cluster}`,
      defaults.networkInterface,
      () => undefined,
      hint,
    );
  }

  /** Asks for what the language describes: its own rules come first, then those about the whole file. */
  #ask(
    place: Place,
    text: string,
    standard: string,
    further: (answer: string | undefined) => Problem | undefined,
    hint?: string,
  ): Promise<string | undefined> {
    const node = schemaAt(places[place]);
    const { description, enum: choices } = node ? resolve(node) : {};
    return this.#dialogue.ask({
      text: choices && choices.length < 4 ? `${text} (${choices.join(', ')})` : text,
      standard,
      explanation: choices ? `${description} One of ${choices.join(', ')}.` : description,
      choices,
      ...(hint === undefined ? {} : { hint }),
      problem: (answer) =>
        (answer === undefined ? undefined : problemOfValue(place, answer)) ?? further(answer),
    });
  }

  /** What an answer spoils. What was spoilt before is not its fault, and cannot be repaired by asking for it again. */
  #problemWith(more: Partial<Answers>): Problem | undefined {
    const problem = problemOfFile(complete({ ...this.#answers, ...more }));
    return problem && problem.reason !== problemOfFile(complete(this.#answers))?.reason ? problem : undefined;
  }
}

/** A second cluster for a file that has only its first yet. */
function spare(first: string): ClusterAnswer[] {
  return [
    { name: first === 'other' ? 'another' : 'other', distribution: undefined, networkInterface: undefined },
  ];
}
