import type { Io } from '../io.js';
import { type Answers, complete, defaults, type Provider } from './answers.js';
import { Dialogue } from './dialogue.js';
import { askForKubedb } from './interview-kubedb.js';
import { askForSite } from './interview-site.js';
import { problemOfFile } from './problem.js';
import { possibleProviders, problemOfOptions } from './provider-options.js';
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
    const provider = await askForProvider(questions);
    await (provider === 'kubedb' ? askForKubedb(questions) : askForSite(questions, provider));
    return questions.answers;
  } finally {
    dialogue.close();
  }
}

async function askForProvider(questions: Questions): Promise<Provider> {
  const { answers } = questions;
  const [first = defaults.provider, ...others] = possibleProviders(answers);
  if (others.length === 0) {
    questions.keep({ provider: first });
    return first;
  }
  const answer = await questions.ask(
    'provider',
    'Provider',
    first,
    // What options say may be too much for one of them, and is not asked for again.
    (given) => {
      const provider = asProvider(given) ?? first;
      const all = { ...answers, provider };
      return problemOfOptions(provider, all) ?? problemOfFile(complete(all));
    },
    providers,
  );
  const provider = asProvider(answer) ?? first;
  questions.keep({ provider });
  return provider;
}

/** The language has checked already that it is one. */
function asProvider(text: string | undefined): Provider | undefined {
  return text as Provider | undefined;
}

/** One line on each provider. */
const providers = [
  'kubedb            one MariaDB or Postgres over several clusters, joined by a slice',
  'mariadb-operator  a MariaDB on one cluster, or on each of a fleet such as fifty stores',
  'statefulset       a MariaDB Galera cluster without an operator, on one cluster or on each of a fleet',
].join('\n');
