import { createHash } from 'node:crypto';
import { posix, relative, resolve, sep } from 'node:path';
import type { OutputFile } from '../../output/tree.js';
import { CannotRun, type Io } from '../io.js';
import { tooLarge } from './folder.js';
import { type Blob, firstLine, Git } from './git.js';
import { type Held, maximumOldFile, type Store } from './store.js';

/** A text that names a revision, and a folder in it. */
export interface RevisionText {
  readonly revision: string;
  /** From where the program stands; undefined for the output folder. */
  readonly path: string | undefined;
}

/** `origin/main`, or `origin/main:deploy`. A colon stands in no name of a revision. */
export function parseRevision(text: string): RevisionText {
  const colon = text.indexOf(':');
  if (colon === -1) return { revision: text, path: undefined };
  return { revision: text.slice(0, colon), path: text.slice(colon + 1) };
}

interface Entry {
  readonly mode: string;
  readonly id: string;
}

/** An old output in a revision of Git. Only files that differ from the new ones are read. */
export class Revision implements Store {
  readonly named: string;
  /** The commit in full. */
  readonly commit: string;
  readonly revision: string;
  /** The folder, as seen from where the program stands. */
  readonly path: string;
  /** Whether there is such a folder. */
  readonly exists: boolean;
  readonly #git: Git;
  /** By path below the folder. */
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(
    git: Git,
    revision: string,
    commit: string,
    path: string,
    entries: ReadonlyMap<string, Entry>,
  ) {
    this.#git = git;
    this.revision = revision;
    this.commit = commit;
    this.path = path;
    this.named = `${path} at ${revision}`;
    this.#entries = entries;
    this.exists = entries.size > 0;
  }

  /**
   * Looks up a revision and lists the files of a folder in it.
   *
   * @throws CannotRun when there is no such revision, or the folder is none
   */
  static async open(text: string, output: string, io: Io): Promise<Revision> {
    const { revision, path = output } = parseRevision(text);
    requireRevisionName(revision, text);
    const git = new Git(io);
    const prefix = await prefixOf(git, text);
    const commit = await commitOf(git, revision);
    const folder = folderOf(path, prefix, io);
    const entries = await entriesOf(git, commit, folder, `${path} at ${revision}`);
    return new Revision(git, revision, commit, path, entries);
  }

  nameOf(path: string): string {
    return `${posix.join(this.path, path)} at ${this.revision}`;
  }

  async readIndex(path: string, limit: number): Promise<Held> {
    const entry = this.#entries.get(path);
    const refused = refusedEntry(entry);
    if (!entry || refused) return refused ?? { kind: 'absent' };
    let held: Held = { kind: 'absent' };
    await this.#git.blobs([entry.id], limit, (_, blob) => {
      held = this.#heldOf(blob);
    });
    return held;
  }

  async read(
    paths: readonly string[],
    expected: ReadonlyMap<string, OutputFile>,
    onHeld: (path: string, held: Held) => void,
  ): Promise<void> {
    const wanted: { readonly path: string; readonly id: string }[] = [];
    for (const path of paths) {
      const entry = this.#entries.get(path);
      const refused = refusedEntry(entry);
      const file = expected.get(path);
      if (!entry || refused) onHeld(path, refused ?? { kind: 'absent' });
      else if (file && blobId(file.content, entry.id.length) === entry.id) onHeld(path, { kind: 'same' });
      else wanted.push({ path, id: entry.id });
    }
    let done = 0;
    await this.#git.blobs(
      wanted.map(({ id }) => id),
      maximumOldFile,
      (_, blob) => {
        const { path } = wanted[done] ?? { path: '' };
        done += 1;
        onHeld(path, this.#heldOf(blob));
      },
    );
  }

  async list(): Promise<readonly string[]> {
    return [...this.#entries]
      .filter(([path, { mode }]) => isFile(mode) && /\.ya?ml$/i.test(path) && !/(?:^|\/)\./.test(path))
      .map(([path]) => path)
      .sort();
  }

  #heldOf(blob: Blob): Held {
    if (blob.kind === 'content') return blob;
    if (blob.kind === 'too-large') return { kind: 'refused', reason: tooLarge(blob.size) };
    throw new CannotRun(
      `this clone does not have all files of ${this.named}: it is partial, and dbspan fetches nothing`,
      `fetch them once: git archive ${this.commit} > /dev/null`,
    );
  }
}

/** What can be no revision is refused before git sees it. */
function requireRevisionName(revision: string, text: string): void {
  const shown = JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
  if (revision === '')
    throw new CannotRun(`--against ${shown} names no revision`, 'write one before the colon: HEAD:dist');
  if (revision.startsWith('-') || /[\u0000-\u001f\u007f]/.test(text) || text.length > 1024)
    throw new CannotRun(
      `--against ${shown} is neither a folder nor the name of a revision`,
      'name a folder, or a revision such as origin/main, HEAD~1 or v1.2',
    );
}

/** Path from the root of the repository to where the program stands, with a slash at its end; empty at the root. */
async function prefixOf(git: Git, text: string): Promise<string> {
  const { code, stdout, stderr } = await git.run('rev-parse', '--show-prefix');
  if (code === 0) return stdout.toString().replace(/\n$/, '');
  const reason = firstLine(stderr);
  const isNone = reason.startsWith('not a git repository');
  throw new CannotRun(
    isNone
      ? `--against ${text}: there is no such folder, and no Git repository here that could have a revision of that name`
      : `--against ${text}: there is no such folder, and git says: ${reason}`,
    isNone ? 'name a folder that is there' : 'see to what git says',
  );
}

async function commitOf(git: Git, revision: string): Promise<string> {
  const { code, stdout } = await git.run(
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  );
  const id = stdout.toString().trim();
  if (code === 0 && /^[0-9a-f]{40,64}$/.test(id)) return id;
  const shallow = await git.run('rev-parse', '--is-shallow-repository');
  if (shallow.stdout.toString().trim() === 'true')
    throw new CannotRun(
      `--against ${revision}: there is no such folder, and this clone has no such revision: it is shallow`,
      'fetch the history: git fetch --unshallow, or in GitHub Actions fetch-depth: 0 for actions/checkout, in GitLab GIT_DEPTH: 0',
    );
  throw new CannotRun(
    `--against ${revision}: there is neither a folder nor a revision of that name`,
    'git branch -a and git tag list names; a branch that is only on the server is fetched with git fetch',
  );
}

/** The folder's path from the root of the repository. */
function folderOf(path: string, prefix: string, { directory }: Io): string {
  const fromHere = relative(directory, resolve(directory, path)).split(sep).join('/');
  const folder = posix.normalize(posix.join(prefix, fromHere)).replace(/\/+$/, '');
  if (folder === '..' || folder.startsWith('../') || posix.isAbsolute(folder))
    throw new CannotRun(`${path} is not in the repository`, 'name a folder of the repository');
  return folder === '.' ? '' : folder;
}

const entryLine = /^(\d{6}) (blob|tree|commit) ([0-9a-f]{40,64})\t(.*)$/s;

/** The files below a folder, by path from it. */
async function entriesOf(
  git: Git,
  commit: string,
  folder: string,
  named: string,
): Promise<ReadonlyMap<string, Entry>> {
  const below = folder === '' ? [] : ['--', folder];
  const { code, stdout, stderr } = await git.run('ls-tree', '-r', '-z', '--full-tree', commit, ...below);
  if (code !== 0) throw new CannotRun(`git cannot list ${named}: ${firstLine(stderr)}`);
  const entries = new Map<string, Entry>();
  for (const line of stdout.toString().split('\0')) {
    const [, mode, , id, path] = entryLine.exec(line) ?? [];
    if (mode === undefined || id === undefined || path === undefined) continue;
    if (path === folder) throw noFolder(mode, named);
    entries.set(folder === '' ? path : path.slice(folder.length + 1), { mode, id });
  }
  if (entries.size === 0) await requireNoLinkAbove(git, commit, folder, named);
  return entries;
}

/** A folder that is not there may be behind something that is no folder. */
async function requireNoLinkAbove(git: Git, commit: string, folder: string, named: string): Promise<void> {
  for (let end = folder.indexOf('/'); end !== -1; end = folder.indexOf('/', end + 1)) {
    const { stdout } = await git.run('ls-tree', '-z', '--full-tree', commit, '--', folder.slice(0, end));
    const [, mode, type] = entryLine.exec(stdout.toString().replace(/\0$/, '')) ?? [];
    if (mode !== undefined && type !== 'tree') throw noFolder(mode, named);
  }
}

function noFolder(mode: string, named: string): CannotRun {
  const what = mode === '160000' ? 'a submodule' : mode === '120000' ? 'a symbolic link' : 'a file';
  return new CannotRun(
    `${named} is, or lies behind, ${what}`,
    'name the folder itself, REVISION:FOLDER, or a folder that is checked out',
  );
}

function isFile(mode: string): boolean {
  return mode.startsWith('100');
}

function refusedEntry(entry: Entry | undefined): Held | undefined {
  if (!entry || isFile(entry.mode)) return undefined;
  return {
    kind: 'refused',
    reason: entry.mode === '160000' ? 'it is a submodule' : 'it is a symbolic link',
  };
}

/** The name that Git gives to a content. */
function blobId(content: string, length: number): string {
  const bytes = Buffer.from(content);
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
