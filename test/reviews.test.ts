import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { validators } from '../src/report/validators.testing.js';
import { goodTopology } from '../src/rules/testing.js';

// What docs/reviews.md offers, run as GitHub, pre-commit, GitLab and git run it.

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const bad = goodTopology.replace('20Gi', '20GB');
let workspace = '';

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'dbspan-reviews-'));
});

afterEach(() => rmSync(workspace, { recursive: true, force: true }));

function write(path: string, content: string, mode?: number): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), content);
  if (mode !== undefined) chmodSync(join(workspace, path), mode);
}

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script with the programs of the folder bin/ before all others. */
function bash(script: string, env: Readonly<Record<string, string>> = {}, folder = '.'): Ran {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script],
    {
      cwd: join(workspace, folder),
      encoding: 'utf8',
      env: { PATH: `${join(workspace, 'bin')}:${dirname(process.execPath)}:${process.env['PATH']}`, ...env },
    },
  );
  return { code: status, stdout, stderr };
}

/** A program that does what npx does for an installed dbspan. */
function installNpx(): void {
  const program = `[ "$1" = dbspan ] && shift\nexec '${process.execPath}' '${root}bin/dbspan.js' "$@"`;
  write('bin/npx', `#!/bin/sh\n${program}\n`, 0o755);
  write('bin/dbspan', `#!/bin/sh\nexec '${process.execPath}' '${root}bin/dbspan.js' "$@"\n`, 0o755);
  write('bin/npm', '#!/bin/sh\nexit 0\n', 0o755);
}

interface Parsed {
  readonly context: { readonly errors: { getErrors(): readonly object[] } };
}

/** GitHub's own reader of actions and workflows. */
interface Parser {
  readonly NoOperationTraceWriter: new () => object;
  parseAction(file: { readonly name: string; readonly content: string }, trace: object): Parsed;
  parseWorkflow(file: { readonly name: string; readonly content: string }, trace: object): Parsed;
}

let parserFolder = '';
let parser: Parser;

beforeAll(async () => {
  // It imports JSON in a way that only bundlers take.
  const contents = `export { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
export { parseAction } from '@actions/workflow-parser/actions/action-parser';`;
  parserFolder = mkdtempSync(join(tmpdir(), 'dbspan-parser-'));
  const outfile = join(parserFolder, 'parser.mjs');
  await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  });
  parser = (await import(outfile)) as Parser;
});

afterAll(() => rmSync(parserFolder, { recursive: true, force: true }));

function errorsOf(kind: 'parseAction' | 'parseWorkflow', content: string): string[] {
  const trace = new parser.NoOperationTraceWriter();
  return parser[kind]({ name: 'a.yml', content }, trace).context.errors.getErrors().map(String);
}

describe('the GitHub Action', () => {
  const text = read('action.yml');
  const action = parse(text);

  test('is one that GitHub takes', () => {
    expect(errorsOf('parseAction', text)).toEqual([]);
    expect(errorsOf('parseAction', 'name: x\nruns: {}\n')).not.toEqual([]);
  });

  test('puts no expression into a script', () => {
    for (const step of action.runs.steps) expect(step.run).not.toContain('${{');
  });

  /** Runs the step as the runner does; the values of the inputs are what a stranger may have written. */
  function runAction(
    inputs: Readonly<Record<string, string>>,
    more: Readonly<Record<string, string>> = {},
  ): Ran & { readonly outputs: string } {
    const [step] = action.runs.steps;
    for (const name of Object.keys(inputs)) if (!(name in action.inputs)) throw new Error(`no input ${name}`);
    const evaluated = (expression: string): string =>
      expression.replace(/\$\{\{ *(inputs\.([a-z-]+)|github\.[a-z_.]+) *\}\}/g, (_, whole, name) =>
        name !== undefined
          ? String(inputs[name] ?? action.inputs[name].default ?? '')
          : whole === 'github.action_path'
            ? root.replace(/\/$/, '')
            : '',
      );
    const env = Object.fromEntries(
      Object.entries<string>(step.env).map(([name, expression]) => [name, evaluated(expression)]),
    );
    write('outputs', '');
    // Without its program the action would install it, into this very repository.
    write('bin/npm', '#!/bin/sh\nexit 1\n', 0o755);
    const surroundings = { GITHUB_OUTPUT: join(workspace, 'outputs'), GITHUB_WORKSPACE: workspace };
    const ran = bash(step.run, { ...env, ...surroundings, ...more }, evaluated(step['working-directory']));
    return { ...ran, outputs: readFileSync(join(workspace, 'outputs'), 'utf8') };
  }

  test('annotates what it finds', async () => {
    write('spec/topology.yaml', bad);
    const { code, stdout, stderr, outputs } = runAction({});
    expect({ code, stderr, outputs }).toEqual({ code: 1, stderr: '', outputs: 'exit-code=1\n' });
    expect(stdout).toContain('::error file=spec/topology.yaml,line=31,');
    expect(await validators['github']?.([stdout])).toEqual([]);
  });

  test('compares the output folder', () => {
    write('topologies/a b.yaml', goodTopology);
    const inputs = { command: 'synth-check', files: 'topologies/a b.yaml\n', output: 'my dist' };
    expect(runAction(inputs).stdout).toContain('::error file=my dist/');
    bash(`'${process.execPath}' '${root}bin/dbspan.js' synth topologies -o 'my dist'`);
    const { code, stdout } = runAction(inputs);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'dbspan synth: no findings\n' });
  });

  test('names files from the root when it works in a folder', async () => {
    write('infra/db/topology.yaml', bad);
    const annotated = runAction({ 'working-directory': 'infra/db' });
    expect(annotated.stdout).toContain('::error file=infra/db/topology.yaml,');
    const { code, outputs } = runAction({ 'working-directory': 'infra/db/', format: 'sarif' });
    expect({ code, outputs }).toEqual({
      code: 1,
      outputs: 'sarif-file=infra/db/dbspan.sarif\nexit-code=1\n',
    });
    const sarif = readFileSync(join(workspace, 'infra/db/dbspan.sarif'), 'utf8');
    expect(await validators['sarif']?.([sarif])).toEqual([]);
    expect(sarif).toContain('"uri": "infra/db/topology.yaml"');
  });

  test('fails when there are more warnings than allowed', () => {
    write('topology.yaml', goodTopology.replace('    kubesliceDNS: 10.43.0.101\n', ''));
    expect(runAction({}).code).toBe(0);
    expect(runAction({ 'max-warnings': '0' }).stdout).toContain('title=run/max-warnings::1 warning, and');
  });

  test('runs the version it is told, else the one the repository depends on', () => {
    write('bin/npx', '#!/bin/sh\necho "npx $*"\n', 0o755);
    expect(runAction({ version: '1.2.3-rc.1' }).stdout).toBe(
      'npx --yes dbspan@1.2.3-rc.1 validate --format=github --\n',
    );
    write('node_modules/.bin/dbspan', '#!/bin/sh\necho "own $*"\n', 0o755);
    expect(runAction({ files: 'a\n\nb c' }).stdout).toBe('own validate --format=github -- a b c\n');
  });

  test.each([
    [{ command: 'validate; touch pwned' }, 'the input command is one of'],
    [{ format: 'text; touch pwned' }, 'the input format is one of'],
    [{ version: '1.0.0; touch pwned' }, 'the input version is not a version'],
    [{ version: '$(touch pwned)' }, 'the input version is not a version'],
  ])('refuses %j', (inputs, message) => {
    write('topology.yaml', goodTopology);
    const { code, stdout } = runAction(inputs);
    expect(code).toBe(2);
    expect(stdout).toContain(`::error title=dbspan::${message}`);
    expect(existsSync(join(workspace, 'pwned'))).toBe(false);
  });

  test.each(['files', 'output', 'sarif-file', 'max-warnings'])(
    'takes %s for a value, whatever it is',
    (name) => {
      write('topology.yaml', goodTopology);
      for (const value of [
        '$(touch pwned)',
        '`touch pwned`',
        "'; touch pwned; '",
        '"; touch pwned; "',
        '--help',
        '*',
      ]) {
        const command = name === 'output' ? 'synth-check' : 'validate';
        const { code, stdout } = runAction({
          command,
          [name]: value,
          ...(name === 'sarif-file' ? { format: 'sarif' } : {}),
        });
        expect([0, 1, 2]).toContain(code);
        expect(stdout).not.toContain('Usage:');
        expect(existsSync(join(workspace, 'pwned'))).toBe(false);
      }
    },
  );

  test('cannot be given another output', () => {
    write('topology.yaml', goodTopology);
    const { outputs } = runAction({ format: 'sarif', 'sarif-file': 'a\nexit-code=0' });
    expect(outputs.split('\n')).toHaveLength(3);
  });

  describe('with the command plan', () => {
    const git = (...given: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...given], {
        cwd: workspace,
        encoding: 'utf8',
        env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', LC_ALL: 'C' },
      }).trim();

    /** Commits the output of a topology; without one only what is there. */
    function commit(topology?: string): void {
      if (topology !== undefined) {
        write('topology.yaml', topology);
        bash(`'${process.execPath}' '${root}bin/dbspan.js' synth`);
      }
      git('add', '--all', '.');
      git('commit', '--quiet', '--allow-empty', '--message', 'x');
    }

    function runPlan(
      inputs: Readonly<Record<string, string>> = {},
      env: Readonly<Record<string, string>> = {},
    ) {
      write('summary', '');
      const summary = join(workspace, 'summary');
      const ran = runAction({ command: 'plan', ...inputs }, { GITHUB_STEP_SUMMARY: summary, ...env });
      return { ...ran, summary: readFileSync(summary, 'utf8') };
    }

    beforeEach(() => {
      git('init', '--quiet', '--initial-branch=main');
      write('.gitignore', 'outputs\nsummary\n');
      commit(goodTopology);
    });

    test('says what changes', () => {
      commit(goodTopology.replace(/^slice:$/m, 'slice:\n  rotationInterval: 60'));
      const { code, stdout, outputs, summary } = runPlan();
      expect({ code, outputs }).toEqual({ code: 0, outputs: 'change=change\nexit-code=0\n' });
      expect(stdout).not.toContain('::error');
      expect(summary).toContain('spec.rotationInterval');
    });

    test('is silent when nothing changes', () => {
      commit();
      const { code, outputs, summary } = runPlan();
      expect({ code, outputs, summary }).toEqual({
        code: 0,
        outputs: 'change=none\nexit-code=0\n',
        summary: '',
      });
    });

    test('fails on what is refused', () => {
      write('topology.yaml', goodTopology.replace('10.7.0.0/16', '10.8.0.0/16'));
      const { code, stdout, outputs, summary } = runPlan({ against: 'HEAD' });
      expect({ code, outputs }).toEqual({ code: 1, outputs: 'change=danger\nexit-code=1\n' });
      expect(stdout).toContain('title=slice/frozen-field::');
      expect(summary).toContain('refused');
    });

    test('has no plan of topologies with errors', () => {
      write('topology.yaml', bad);
      const { code, stdout, outputs, summary } = runPlan({ against: 'HEAD' });
      expect({ code, outputs }).toEqual({ code: 1, outputs: 'change=errors\nexit-code=1\n' });
      expect(stdout).toContain('::error file=topology.yaml,line=31,');
      expect(summary).toContain('There is no plan');
    });

    test('compares a merge with its first parent, and a branch with where it began', () => {
      git('checkout', '--quiet', '-b', 'feature');
      commit(goodTopology.replace('20Gi', '30Gi'));
      git('checkout', '--quiet', 'main');
      write('other.txt', 'x');
      commit(goodTopology.replace('metadata:', '# main went on\nmetadata:'));
      const base = git('rev-parse', 'HEAD');
      git('checkout', '--quiet', 'feature');
      const branch = runPlan({}, { BASE_SHA: base, GITHUB_REF: 'refs/heads/feature' });
      expect(branch.summary).toContain(git('merge-base', 'main', 'feature'));
      git('checkout', '--quiet', '--detach', 'main');
      git('merge', '--quiet', '--no-ff', '--message', 'x', 'feature');
      const merge = { GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: git('rev-parse', 'HEAD'), BASE_SHA: 'x' };
      expect(runPlan({}, merge).summary).toContain(base);
    });

    test('says how to fetch what is not there', () => {
      commit();
      git('clone', '--quiet', '--depth=1', `file://${workspace}`, 'clone');
      const { code, stdout } = runPlan({ 'working-directory': 'clone' });
      expect(code).toBe(2);
      expect(stdout).toContain('fetch-depth: 0');
    });

    test('takes what a stranger wrote for values', () => {
      for (const [name, value] of [
        ['against', '$(touch pwned)'],
        ['against', '--output=pwned'],
        ['token', '`touch pwned`'],
        ['comment', '"; touch pwned; "'],
        ['fail-on-danger', '$(touch pwned)'],
      ] as const) {
        const { code } = runPlan({ [name]: value });
        expect([0, 2]).toContain(code);
        expect(existsSync(join(workspace, 'pwned'))).toBe(false);
      }
    });
  });

  test.each(['github-workflow.yml', 'github-code-scanning.yml', 'github-plan.yml'])(
    '%s is a workflow that gives it known inputs',
    (name) => {
      const content = read(`docs/samples/reviews/${name}`);
      expect(errorsOf('parseWorkflow', content)).toEqual([]);
      const step = parse(content).jobs.dbspan.steps.find(({ uses }: { uses: string }) =>
        uses.startsWith('OWNER/'),
      );
      for (const input of Object.keys(step.with ?? {})) expect(Object.keys(action.inputs)).toContain(input);
    },
  );
});

describe('the pre-commit hooks', () => {
  const hooks: readonly Record<string, unknown>[] = parse(read('.pre-commit-hooks.yaml'));
  const hook = (id: string): Record<string, unknown> => hooks.find((each) => each['id'] === id) ?? {};

  test('have what pre-commit needs to run them', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['dbspan-validate', 'dbspan-synth-check']);
    for (const { entry, name, language, require_serial } of hooks) {
      expect({ language, require_serial }).toEqual({ language: 'node', require_serial: true });
      expect(entry).toMatch(/^dbspan (synth|validate)/);
      expect(name).toBeTypeOf('string');
    }
  });

  test('install from what npm pack prints, which is the name of the package alone', () => {
    expect(read('.npmrc').split('\n')).toContain('foreground-scripts=false');
    expect(Object.keys(JSON.parse(read('package.json')).bin)).toEqual(['dbspan']);
  });

  test.each([
    ['spec/topology.yaml', true],
    ['topology.yml', true],
    ['topologies/eu/shop.yaml', true],
    ['dist/fra/kustomization.yaml', false],
    ['mytopology.yaml', false],
    ['topology.yaml.md', false],
  ])('%s: %s', (path, expected) => {
    expect(new RegExp(String(hook('dbspan-validate')['files'])).test(path)).toBe(expected);
  });

  test('run as the sample has them', () => {
    installNpx();
    write('topology.yaml', goodTopology);
    write('topologies/bad.yaml', bad);
    const [repo] = parse(read('docs/samples/reviews/pre-commit-config.yaml')).repos;
    for (const { id, args = [] } of repo.hooks) {
      const files = hook(id)['pass_filenames'] === false ? [] : ['topology.yaml'];
      const line = [hook(id)['entry'], ...args, ...files].join(' ');
      expect(bash(line).code, line).toBe(id === 'dbspan-validate' ? 0 : 1);
      if (files.length > 0) expect(bash(`${line} topologies/bad.yaml`).code).toBe(1);
    }
    bash('dbspan synth');
    expect(bash(String(hook('dbspan-synth-check')['entry'])).code).toBe(0);
  });
});

describe('the GitLab job', () => {
  const { dbspan: job } = parse(read('docs/samples/reviews/gitlab-ci.yml'));

  test.each([
    ['a stale output', goodTopology, 'output/stale'],
    ['an error', bad, 'schema/malformed-value'],
  ])('leaves a report of %s', async (_, topology, id) => {
    installNpx();
    write('spec/topology.yaml', topology);
    const { code, stdout } = bash(job.script.join('\n'), { CI_PROJECT_DIR: workspace });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const report = readFileSync(join(workspace, job.artifacts.reports.codequality), 'utf8');
    expect(await validators['gitlab']?.([report])).toEqual([]);
    expect(JSON.parse(report)).toMatchObject([{ check_name: id }]);
  });

  test('passes when all is well', () => {
    installNpx();
    write('spec/topology.yaml', goodTopology);
    bash('dbspan synth');
    expect(bash(job.script.join('\n')).code).toBe(0);
    expect(job.artifacts.when).toBe('always');
  });
});

describe('git diff', () => {
  const page = read('docs/reviews.md');
  const git = (...given: readonly string[]): string =>
    execFileSync('git', given, {
      cwd: workspace,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', LC_ALL: 'C' },
    });

  test('names the object of a hunk, and the step of the runbook', () => {
    installNpx();
    git('init', '--quiet');
    git('config', 'user.name', 'a');
    git('config', 'user.email', 'a@example.org');
    write('.gitattributes', read('docs/samples/reviews/gitattributes'));
    write('topology.yaml', goodTopology);
    bash('dbspan synth');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'a');
    const [command = ''] = /^git config diff.*$/m.exec(page) ?? [];
    expect(bash(command).code).toBe(0);
    write(
      'topology.yaml',
      goodTopology.replace('20Gi', '30Gi').replace('- name: ams', '- name: ams\n    context: ams-admin'),
    );
    expect(bash('dbspan synth').code).toBe(0);
    const diff = git('diff', '--unified=1', 'dist');
    const path = 'dist/fra/70-database/mariadb.shop.orders.yaml';
    expect(diff).toMatch(new RegExp(`\\+\\+\\+ b/${path}\\n@@ .* @@ +name: orders\\n`));
    expect(diff).toMatch(/RUNBOOK\.md\n@@ .* @@ #+ .+/);
  });
});

test('the page shows the samples as they are', () => {
  for (const name of ['github-plan.yml', 'gitlab-plan.yml'])
    expect(read('docs/plan-command.md')).toContain(
      `\`\`\`yaml\n${read(`docs/samples/reviews/${name}`)}\`\`\``,
    );
  const page = read('docs/reviews.md');
  for (const name of [
    'github-workflow.yml',
    'github-code-scanning.yml',
    'gitlab-ci.yml',
    'pre-commit-config.yaml',
  ])
    expect(page).toContain(`\`\`\`yaml\n${read(`docs/samples/reviews/${name}`)}\`\`\``);
  expect(page).toContain(`\`\`\`gitattributes\n${read('docs/samples/reviews/gitattributes')}\`\`\``);
});
