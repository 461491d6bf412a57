import { describe, expect, test } from 'vitest';
import { type FloodResult, floodResults, sessionResults } from './measurements.js';

function title(result: FloodResult): string {
  const { engine, version, form, memory, connections, buffer } = result;
  return `${engine} ${version} ${form} ${memory}Mi, ${connections} connections, ${buffer}M`;
}

describe('flood results', () => {
  test.each(floodResults.map((result) => [title(result), result] as const))('%s', (_, result) => {
    const { memory, connections, buffer, peak, outcome, note } = result;
    expect(buffer).toBeGreaterThan(0);
    expect(buffer).toBeLessThan(memory);
    expect(Number.isInteger(connections) && connections > 0).toBe(true);
    expect(note).not.toBe('');
    if (outcome === 'survived') expect(peak).toBeDefined();
    if (peak === undefined) return;
    expect(peak).toBeLessThanOrEqual(memory);
    expect(peak).toBeGreaterThan(buffer);
  });

  test('shows servers of every kind that lived and MariaDB servers that died', () => {
    const seen = new Set(floodResults.map(({ engine, form, outcome }) => `${engine} ${form} ${outcome}`));
    expect([...seen].sort()).toEqual([
      'mariadb cluster killed',
      'mariadb cluster survived',
      'mariadb single killed',
      'mariadb single survived',
      'postgres single survived',
    ]);
  });

  test('70 % of 512Mi with 20 connections was killed on both versions', () => {
    const guide = floodResults.filter(
      ({ memory, buffer, connections }) => memory === 512 && buffer === 358 && connections === 20,
    );
    expect(guide.map(({ version, outcome }) => `${version} ${outcome}`)).toEqual([
      '10.11.19 killed',
      '11.8.6 killed',
    ]);
  });

  test('names no run twice', () => {
    const lines = floodResults.map((result) => `${title(result)} ${result.note}`);
    expect(new Set(lines).size).toBe(lines.length);
  });
});

describe('session results', () => {
  const of = (version: string, jit: boolean): number[] =>
    sessionResults
      .filter((result) => result.version === version && result.jit === jit)
      .sort((a, b) => a.workMem - b.workMem)
      .map(({ each }) => each);

  test.each(['15.18', '17.11'])('more work_mem and compiled queries take more in %s', (version) => {
    const [least = 0, usual = 0, most = 0] = of(version, false);
    expect(least < usual && usual < most).toBe(true);
    const [compiled = 0] = of(version, true);
    expect(compiled - usual).toBeGreaterThan(10);
    expect(compiled - usual).toBeLessThan(24);
  });

  test('17 takes about twice as much as 15', () => {
    of('15.18', false).forEach((each, index) => {
      expect((of('17.11', false)[index] ?? 0) / each).toBeCloseTo(2, 0);
    });
  });

  test('names no run twice', () => {
    const runs = sessionResults.map(({ version, jit, workMem, buffers }) =>
      [version, jit, workMem, buffers].join(' '),
    );
    expect(new Set(runs).size).toBe(runs.length);
  });
});
