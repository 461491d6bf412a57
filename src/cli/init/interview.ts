import type { Io } from '../io.js';
import { type Answers, defaults } from './answers.js';
import { Dialogue } from './dialogue.js';
import { askForKubedb } from './interview-kubedb.js';
import { askForSite } from './interview-site.js';
import { meansKubedb } from './provider-options.js';
import { Questions } from './questions.js';

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
    const questions = new Questions(dialogue, answers);
    if (!meansKubedb(answers)) await questions.field('provider', 'Provider', defaults.provider, providers);
    const { provider = defaults.provider } = questions.answers;
    await (provider === 'kubedb' ? askForKubedb(questions) : askForSite(questions, provider));
    return questions.answers;
  } finally {
    dialogue.close();
  }
}

/** One line on each provider. */
const providers = [
  'kubedb            one MariaDB or Postgres over several clusters, joined by a slice',
  'mariadb-operator  a MariaDB on one cluster, or on each of a fleet such as fifty stores',
  'statefulset       a MariaDB Galera cluster without an operator, on one cluster or on each of a fleet',
].join('\n');
