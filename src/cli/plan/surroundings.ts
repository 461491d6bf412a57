import type { Against } from '../../report/plan/model.js';
import type { Arguments } from '../command.js';
import type { Io } from '../io.js';

/** The command that gives a report again: without what is about its form, and with the commit in place of a name that moves. */
export function commandAgain({ options, positionals }: Arguments, against: Against): string {
  const words = ['dbspan', 'plan', ...positionals];
  if (against.kind === 'revision') {
    const other = String(options['against']).includes(':') ? `:${against.path}` : '';
    words.push('--against', against.commit + other);
  } else if (against.kind === 'directory') words.push('--against', against.path);
  const output = options['output-dir'];
  if (output !== undefined && output !== 'dist') words.push('--output-dir', String(output));
  return words.map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./~^-]+$/.test(word) && !word.startsWith('~')
    ? word
    : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Where the files of the repository can be read at the commit that is checked, with a slash at its end, on GitHub and GitLab. */
export function blobsOf({ environment }: Io): string | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA, CI_PROJECT_URL, CI_COMMIT_SHA } = environment;
  const isUrl = (text: string | undefined): text is string => /^https?:\/\/[^\s()<>]+$/.test(text ?? '');
  if (isUrl(GITHUB_SERVER_URL) && GITHUB_REPOSITORY && GITHUB_SHA)
    return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}/`;
  if (isUrl(CI_PROJECT_URL) && CI_COMMIT_SHA) return `${CI_PROJECT_URL}/-/blob/${CI_COMMIT_SHA}/`;
  return undefined;
}
