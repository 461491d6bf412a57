import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type ClusterPlan, shellWord } from '../plan/index.js';
import { applyWave, code, hubApiServer, kubectl, needed, retry } from './runbook-step.js';

function cluster(source: Partial<ClusterPlan['source']> = {}, context = 'fra'): ClusterPlan {
  return {
    name: 'fra',
    context,
    fleet: undefined,
    domain: 'cluster.local',
    hub: true,
    member: true,
    dns: undefined,
    namespaces: [],
    source: { name: 'fra', distribution: 'k3s', ...source },
  };
}

const bash = spawnSync('bash', ['--version']).status === 0;

/** What bash makes of a piece of script. */
function run(script: string): string {
  return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout;
}

describe('shellWord', () => {
  test.each([
    ['admin@fra', 'admin@fra'],
    [
      'arn:aws:eks:eu-central-1:123456789012:cluster/shop',
      'arn:aws:eks:eu-central-1:123456789012:cluster/shop',
    ],
    ['my file', "'my file'"],
    ["IN ('a', 'b')", `"IN ('a', 'b')"`],
    ["it's $HOME", "'it'\\''s $HOME'"],
    ['a\nb', "$'a\\x0ab'"],
    ['', "''"],
  ])('%j becomes %s', (text, word) => {
    expect(shellWord(text)).toBe(word);
  });

  test.runIf(bash)('bash reads back what went in', () => {
    const texts = [
      "a'b",
      '$(id)',
      '`id`',
      'a"b\'c',
      "it's !1",
      'tab\there',
      "\n'\\x41",
      '~',
      '*',
      'ü €',
      '#x',
      '{a,b}',
    ];
    for (const text of texts) expect(run(`printf %s ${shellWord(text)}`)).toBe(text);
  });
});

test('code holds any text on one line', () => {
  expect(code('fra')).toBe('`fra`');
  expect(code('a`b')).toBe('`` a`b ``');
  expect(code('a\n# b')).toBe('`a # b`');
});

test('kubectl names its context', () => {
  expect(kubectl(cluster({}, 'admin@fra'))).toBe('kubectl --context admin@fra');
});

test('a wave is applied server-side, and forced only when asked', () => {
  expect(applyWave(cluster(), '40-slice')).toBe(
    'kubectl --context fra apply --server-side --field-manager=dbspan \\\n  -k "$DIST/fra/40-slice"',
  );
  expect(applyWave(cluster(), '50-dns', { force: true })).toContain('--server-side --force-conflicts ');
});

test.runIf(bash)('a retry ends with the first success', () => {
  const script = `sleep() { :; }; n=0; try() { n=$((n + 1)); [ "$n" -eq 3 ]; }\n${retry('try')}\necho "$n"`;
  expect(run(script)).toBe('3\n');
});

test.runIf(bash)('a retry gives up', () => {
  expect(run(`sleep() { :; }; n=0; try() { n=$((n + 1)); false; }\n${retry('try', 4)}\necho "$n"`)).toBe(
    '4\n',
  );
});

test.runIf(bash)('a needed variable stops its command when it is not set', () => {
  expect(run(`echo ${needed('NOT_SET_ANYWHERE')}; echo after`)).toBe('');
});

test('the hub’s API server is that of the topology, else a variable', () => {
  expect(hubApiServer(cluster({ apiServer: 'https://10.2.0.56:6443' }))).toEqual({
    word: 'https://10.2.0.56:6443',
    variables: [],
  });
  const { word, variables } = hubApiServer(cluster());
  expect(word).toContain('HUB_API_SERVER');
  expect(variables.map(({ name }) => name)).toEqual(['HUB_API_SERVER']);
});
