import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutputFile } from '../../output/tree.js';
import { CannotRun } from '../io.js';
import { makeIo } from '../testing.js';
import { type FoundOutput, openOldOutput } from './open.js';
import { gitEnvironment, indexOf, Workspace } from './testing.js';

let workspace: Workspace;

beforeEach(() => {
  workspace = new Workspace();
});

afterEach(() => workspace.remove());

interface Place {
  readonly folder?: string;
  readonly directory?: string;
  readonly expected?: readonly OutputFile[];
  readonly env?: Readonly<Record<string, string>>;
}

function open(against: string | undefined, place: Place = {}): Promise<FoundOutput> {
  const { folder = '', directory = 'dist', expected = [], env = {} } = place;
  const { io } = makeIo({ directory: workspace.at(folder), env: { ...gitEnvironment, ...env } });
  return openOldOutput(against, directory, expected, io);
}

async function failure(against: string | undefined, place?: Place): Promise<string> {
  const error = await open(against, place).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CannotRun)) throw new Error(`it ran, or failed otherwise: ${error}`);
  return error.remedy === undefined ? error.message : `${error.message}; ${error.remedy}`;
}

const texts = ({ committed }: FoundOutput): Record<string, string> =>
  Object.fromEntries(committed.files.map(({ path, content }) => [path, content]));
const problems = ({ problems: found }: FoundOutput): string[] =>
  found.map(({ severity, id, message }) => `${severity} ${id} ${message}`);

const files = { 'fra/10-namespaces/namespace.shop.yaml': 'kind: Namespace\n', 'RUNBOOK.md': '# Runbook\n' };

describe('a folder', () => {
  test('is read by its index, which other files are no part of', async () => {
    workspace.writeOutput('dist', files);
    workspace.write('dist/fra/mine.yaml', 'kind: Secret\n');
    const old = await open(undefined);
    expect(texts(old)).toEqual(files);
    expect({ against: old.against, problems: old.problems }).toEqual({
      against: { kind: 'output', path: 'dist' },
      problems: [],
    });
    expect(old.committed.files[0]).toMatchObject({ source: 'shop/slice' });
    workspace.writeOutput('other', files);
    expect((await open('other')).against).toEqual({ kind: 'directory', path: 'other' });
  });

  test('that is not there is an output of nothing', async () => {
    const old = await open(undefined);
    expect(texts(old)).toEqual({});
    expect(problems(old)).toEqual(['info output/none there is no dist: everything is new']);
    mkdirSync(workspace.at('dist'));
    expect(problems(await open(undefined))).toEqual([]);
  });

  test('without an index is all of its YAML', async () => {
    workspace.write('manifests/a/b.yaml', 'kind: A\n');
    workspace.write('manifests/c.yml', 'kind: C\n');
    workspace.write('manifests/.hidden/d.yaml', 'kind: D\n');
    workspace.write('manifests/readme.txt', 'no');
    symlinkSync('..', workspace.at('manifests/a/loop'));
    const old = await open('manifests');
    expect(texts(old)).toEqual({ 'a/b.yaml': 'kind: A\n', 'c.yml': 'kind: C\n' });
    expect(old.committed.index).toBeUndefined();
  });

  test('with files that were edited by hand is compared as it is', async () => {
    workspace.writeOutput('dist', files);
    workspace.write('dist/RUNBOOK.md', '# Mine\n');
    rmSync(workspace.at('dist/fra'), { recursive: true });
    const old = await open(undefined);
    expect(texts(old)).toEqual({ 'RUNBOOK.md': '# Mine\n' });
    expect(problems(old)).toEqual([
      'warning output/hand-edited not as dbspan wrote them: dist/RUNBOOK.md, dist/fra/10-namespaces/namespace.shop.yaml; compared as they are',
    ]);
  });

  test('is no file', async () => {
    workspace.write('dist', '');
    expect(await failure(undefined)).toBe('dist is not a folder; name the folder of an output');
    expect(await failure('dist')).toBe('dist is not a folder; name the folder of an output');
  });

  test.each([
    ['{', 'is not JSON'],
    ['<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n', 'holds the conflict markers of a merge'],
    [indexOf({}).replace('"indexVersion": 2', '"indexVersion": 3'), 'has indexVersion 3'],
    [
      indexOf({ '../../etc/passwd': '' }),
      'names "../../etc/passwd", which is not a path below its directory',
    ],
    [indexOf({ '/etc/passwd': '' }), 'names "/etc/passwd", which is not a path below its directory'],
  ])('with a bad index is none: %#', async (index, message) => {
    workspace.write('dist/.dbspan.json', index);
    const old = await open(undefined);
    expect(problems(old)).toEqual([`error output/bad-index dist/.dbspan.json ${message}`]);
    expect(texts(old)).toEqual({});
  });

  test('with an index of the first version is read', async () => {
    const text = indexOf(files)
      .replace('"indexVersion": 2', '"indexVersion": 1')
      .replace(/ {2}"output".*\n/, '')
      .replace(/ {2}"program".*\n/, '');
    workspace.writeOutput('dist', files);
    workspace.write('dist/.dbspan.json', text);
    const old = await open(undefined);
    expect(texts(old)).toEqual(files);
    expect(old.committed.index?.program).toBeUndefined();
  });

  test('leads nowhere else', async () => {
    workspace.write('secret/namespace.shop.yaml', 'password\n');
    workspace.writeOutput('dist', files);
    rmSync(workspace.at('dist/fra/10-namespaces'), { recursive: true });
    symlinkSync('../../secret', workspace.at('dist/fra/10-namespaces'));
    rmSync(workspace.at('dist/RUNBOOK.md'));
    symlinkSync('/etc/passwd', workspace.at('dist/RUNBOOK.md'));
    const old = await open(undefined);
    expect(texts(old)).toEqual({});
    expect(problems(old)).toContain(
      'error output/unreadable dist/RUNBOOK.md cannot be read: it is a symbolic link; and 1 more',
    );
    rmSync(workspace.at('dist/.dbspan.json'));
    symlinkSync('/etc/passwd', workspace.at('dist/.dbspan.json'));
    expect(problems(await open(undefined))).toEqual([
      'error output/bad-index dist/.dbspan.json cannot be read: it is a symbolic link',
    ]);
  });

  test('takes files that are the same from the new output', async () => {
    workspace.writeOutput('dist', files);
    const expected = [{ path: 'RUNBOOK.md', content: '# Runbook\n', source: '' }];
    const old = await open(undefined, { expected });
    expect(texts(old)).toEqual(files);
    expect(old.digests.get('RUNBOOK.md')).toEqual((await open(undefined)).digests.get('RUNBOOK.md'));
  });
});

describe('a revision', () => {
  beforeEach(() => {
    workspace.git('init', '--quiet', '--initial-branch=main');
    workspace.commit();
    workspace.writeOutput('dist', files);
    workspace.commit();
    rmSync(workspace.at('dist'), { recursive: true });
  });

  test.each(['HEAD', 'main', 'v1', 'HEAD^{commit}', '@'])('%s is read', async (name) => {
    workspace.git('tag', '-a', '-m', 'x', 'v1');
    const old = await open(name);
    expect(texts(old)).toEqual(files);
    expect(old.problems).toEqual([]);
    const commit = workspace.git('rev-parse', 'HEAD');
    expect(old.against).toEqual({ kind: 'revision', revision: name, commit, path: 'dist' });
    expect(workspace.git('status', '--short')).not.toBe('');
  });

  test('is the one of a short hash', async () => {
    const short = workspace.git('rev-parse', '--short', 'HEAD');
    expect(texts(await open(short))).toEqual(files);
  });

  test('without an output has nothing', async () => {
    const old = await open('HEAD~1');
    expect(texts(old)).toEqual({});
    expect(problems(old)).toEqual(['info output/none there is no dist at HEAD~1: everything is new']);
  });

  test('may have it in another folder, named from where one stands', async () => {
    workspace.writeOutput('infra/db/deploy', files);
    workspace.commit();
    const folder = 'infra/db';
    expect(texts(await open('HEAD', { folder, directory: 'deploy' }))).toEqual(files);
    expect(texts(await open('HEAD:deploy', { folder }))).toEqual(files);
    expect(texts(await open('HEAD:../db/deploy/', { folder }))).toEqual(files);
    expect(texts(await open('HEAD', { folder, directory: workspace.at('infra/db/deploy') }))).toEqual(files);
    expect(await failure('HEAD:nothing', { folder })).toBe(
      'nothing at HEAD does not exist; name a folder that is there, from where you stand',
    );
    expect(await failure('HEAD:../../../x', { folder })).toBe(
      '../../../x is not in the repository; name a folder of the repository',
    );
    expect(await failure('HEAD:/etc', { folder })).toMatch(/^\/etc is not in the repository/);
  });

  test('gives files that differ alone, when the new output is known', async () => {
    const expected = [{ path: 'RUNBOOK.md', content: '# Runbook\n', source: '' }];
    expect(texts(await open('HEAD', { expected }))).toEqual(files);
  });

  test('is found in a repository of SHA-256', async () => {
    workspace.remove();
    workspace = new Workspace();
    workspace.git('init', '--quiet', '--object-format=sha256');
    workspace.writeOutput('dist', files);
    workspace.commit();
    const expected = [{ path: 'RUNBOOK.md', content: '# Runbook\n', source: '' }];
    expect(texts(await open('HEAD', { expected }))).toEqual(files);
  });

  test('has the same files as its index, or says so', async () => {
    workspace.writeOutput('dist', files);
    workspace.write('dist/RUNBOOK.md', '# Mine\n');
    workspace.commit();
    expect(problems(await open('HEAD'))).toEqual([
      'warning output/hand-edited not as dbspan wrote it: dist/RUNBOOK.md at HEAD; compared as it is',
    ]);
  });

  test('without an index is all YAML of its folder', async () => {
    workspace.write('manifests/a/b.yaml', 'kind: A\n');
    workspace.write('manifests/.github/x.yaml', 'kind: A\n');
    workspace.write('manifests/x.txt', 'x');
    workspace.commit();
    expect(texts(await open('HEAD:manifests'))).toEqual({ 'a/b.yaml': 'kind: A\n' });
  });

  test.each([
    ['-x', /neither a folder nor the name of a revision/],
    ['--upload-pack=touch pwned', /neither a folder nor the name of a revision/],
    ['main\n--output=x', /neither a folder nor the name of a revision/],
    ['', /names no revision/],
    [':dist', /names no revision/],
    ['x'.repeat(5000), /neither a folder nor the name of a revision/],
    ['nope', /there is neither a folder nor a revision of that name/],
    ['HEAD~99', /there is neither a folder nor a revision of that name/],
    ['HEAD:dist/RUNBOOK.md', /^dist\/RUNBOOK.md at HEAD is, or lies behind, a file/],
    ['HEAD^{tree}', /there is neither a folder nor a revision of that name/],
    ['main..HEAD', /there is neither a folder nor a revision of that name/],
  ])('cannot be %j', async (text, message) => {
    expect(await failure(text)).toMatch(message);
  });

  test('may not lead through links and submodules', async () => {
    workspace.writeOutput('real', files);
    symlinkSync('real', workspace.at('dist'));
    workspace.commit();
    rmSync(workspace.at('dist'));
    expect(await failure('HEAD')).toMatch(/^dist at HEAD is, or lies behind, a symbolic link/);
    expect(await failure('HEAD:dist/fra')).toMatch(/^dist\/fra at HEAD is, or lies behind, a symbolic link/);
    const commit = workspace.git('rev-parse', 'HEAD');
    workspace.git('update-index', '--add', '--cacheinfo', `160000,${commit},module`);
    workspace.git('commit', '--quiet', '--message', 'x');
    expect(await failure('HEAD:module')).toMatch(/^module at HEAD is, or lies behind, a submodule/);
    expect(await failure('HEAD:module/dist')).toMatch(/a submodule/);
  });

  test('with a link in place of a file of the output is refused', async () => {
    workspace.writeOutput('dist', files);
    rmSync(workspace.at('dist/RUNBOOK.md'));
    symlinkSync('/etc/passwd', workspace.at('dist/RUNBOOK.md'));
    workspace.commit();
    expect(problems(await open('HEAD'))).toEqual([
      'error output/unreadable dist/RUNBOOK.md at HEAD cannot be read: it is a symbolic link',
    ]);
  });

  test('with a large file says so, and does not keep it', async () => {
    const large = 'x'.repeat(200 * 1024 * 1024);
    workspace.writeOutput('dist', { ...files, 'large.txt': '' });
    workspace.write('dist/large.txt', large);
    workspace.commit();
    expect(problems(await open('HEAD'))).toEqual([
      'error output/unreadable dist/large.txt at HEAD cannot be read: it has 200 MiB',
    ]);
    rmSync(workspace.at('dist/large.txt'));
    expect((await open(undefined)).problems).toHaveLength(1);
    workspace.write('dist/.dbspan.json', large);
    expect(problems(await open(undefined))).toEqual([
      'error output/bad-index dist/.dbspan.json cannot be read: it has 200 MiB',
    ]);
  }, 30_000);

  test('is that of this repository, whatever a hook says', async () => {
    const env = {
      GIT_DIR: '/nonexistent',
      GIT_WORK_TREE: '/nonexistent',
      GIT_TRACE: '1',
      GIT_PAGER: 'false',
    };
    expect(texts(await open('HEAD', { env }))).toEqual(files);
  });

  test('runs no program that the repository names', async () => {
    workspace.write('pwn.sh', `#!/bin/sh\ntouch ${workspace.at('pwned')}\ncat\n`);
    chmodSync(workspace.at('pwn.sh'), 0o755);
    const program = workspace.at('pwn.sh');
    for (const name of [
      'core.fsmonitor',
      'core.pager',
      'filter.x.smudge',
      'diff.x.textconv',
      'core.sshCommand',
    ])
      workspace.git('config', name, program);
    workspace.write('.gitattributes', '* filter=x diff=x\n');
    workspace.write('.git/hooks/post-checkout', `#!/bin/sh\n${program}\n`);
    chmodSync(workspace.at('.git/hooks/post-checkout'), 0o755);
    workspace.git('-c', 'core.fsmonitor=false', 'add', '.gitattributes');
    rmSync(workspace.at('pwned'), { force: true });
    expect(texts(await open('HEAD'))).toEqual(files);
    expect(() => rmSync(workspace.at('pwned'))).toThrow('ENOENT');
  });

  test('of a shallow clone may be missing', async () => {
    workspace.git('clone', '--quiet', '--depth=1', `file://${workspace.path}`, 'clone');
    expect(texts(await open('HEAD', { folder: 'clone' }))).toEqual(files);
    expect(await failure('HEAD~1', { folder: 'clone' })).toMatch(
      /this clone has no such revision: it is shallow; fetch the history: git fetch --unshallow, .*fetch-depth: 0/,
    );
  });

  test('of a partial clone may lack its files, and nothing is fetched', async () => {
    workspace.git('config', 'uploadpack.allowFilter', 'true');
    workspace.git(
      'clone',
      '--quiet',
      '--no-checkout',
      '--filter=blob:none',
      `file://${workspace.path}`,
      'clone',
    );
    expect(await failure('HEAD', { folder: 'clone' })).toMatch(
      /^this clone does not have all files of dist at HEAD: it is partial, and dbspan fetches nothing/,
    );
  });

  test('needs a repository, and git', async () => {
    expect(await failure('main', { env: { GIT_CEILING_DIRECTORIES: '/', PATH: '/nonexistent' } })).toBe(
      'there is no git program here; install git, or compare with a folder: --against DIR',
    );
    rmSync(workspace.at('.git'), { recursive: true });
    expect(await failure('main')).toBe(
      '--against main: there is no such folder, and no Git repository here that could have a revision of that name; name a folder that is there',
    );
  });

  test('of a repository that is broken is an error', async () => {
    const id = workspace.git('rev-parse', 'HEAD:dist/.dbspan.json');
    const object = workspace.at(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);
    chmodSync(object, 0o644);
    writeFileSync(object, 'broken');
    expect(await failure('HEAD')).toMatch(/^(?:git cannot read its objects|this clone does not have)/);
  });
});
