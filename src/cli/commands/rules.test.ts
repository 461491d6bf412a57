import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/catalogue.js';
import { catalogue } from '../catalogue.js';
import { runProgram } from '../testing.js';

describe('dbspan rules', () => {
  test('lists every kind of finding, and counts the rules', async () => {
    const { code, stdout, stderr } = await runProgram(['rules']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { id } of catalogue)
      expect(stdout).toMatch(new RegExp(`^ {2}${id} +(?:error|warning|info) `, 'm'));
    expect(stdout).toContain(`\n${rules.length} rules, ${catalogue.length - rules.length} other findings`);
  });

  test('lists a group, or a single rule', async () => {
    const { stdout } = await runProgram(['rules', 'dns/', 'slice/subnet-form']);
    const ids = [...stdout.matchAll(/^ {2}(\S+)/gm)].map(([, id]) => id);
    expect(ids).toEqual([
      ...catalogue.filter(({ id }) => id.startsWith('dns/')).map(({ id }) => id),
      'slice/subnet-form',
    ]);
    expect(stdout).toMatch(/slice\/subnet-form +error +manifests /);
  });

  test('keeps to the width of a terminal, and has one line for each elsewhere', async () => {
    for (const columns of [80, 140]) {
      const { stdout } = await runProgram(['rules'], { tty: ['stdout'], columns, env: { NO_COLOR: '1' } });
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
      const whole = stdout.replace(/\s+/g, ' ');
      for (const { why } of catalogue) expect(whole).toContain(why);
    }
    const { stdout } = await runProgram(['rules', 'slice/bandwidth']);
    expect(stdout.split('\n')).toHaveLength(6);
  });

  test('prints what a machine needs', async () => {
    const { stdout } = await runProgram(['rules', 'slice/subnet-overlap', '--format', 'json']);
    const printed = JSON.parse(stdout);
    expect(printed).toMatchObject({
      command: 'rules',
      rules: [{ id: 'slice/subnet-overlap', severity: 'error', looksAt: ['topology'] }],
    });
    expect(Object.keys(printed.rules[0])).toEqual(['id', 'severity', 'looksAt', 'why', 'source']);
  });

  test('names the nearest group for one that is not there', async () => {
    const { code, stderr } = await runProgram(['rules', 'slise']);
    expect(code).toBe(2);
    expect(stderr).toBe('dbspan: there is no group of rules slise\n  fix: did you mean slice?\n');
  });
});
