import { describe, expect, test } from 'vitest';
import { compareVersions, knownVersions, usableVersions, versionStanding } from './kubedb-versions.js';
import { kubedbReleases } from './releases.js';

describe('the catalogue', () => {
  test('has as many versions as the newest release', () => {
    expect(knownVersions('mariadb').size).toBe(17);
    expect(knownVersions('postgres').size).toBe(94);
  });

  test('names releases of the table alone', () => {
    const names = new Set(kubedbReleases.map(({ name }) => name));
    for (const engine of ['mariadb', 'postgres'] as const)
      for (const { since } of knownVersions(engine).values()) expect(names).toContain(since);
  });

  test('grows with the releases', () => {
    const counts = kubedbReleases.map(({ name }) => usableVersions('mariadb', name).length);
    expect(counts).toEqual([12, 12, 14, 14, 14, 14, 14, 14, 14, 17]);
  });

  test('puts the newest that is supported long first', () => {
    const first = (engine: 'mariadb' | 'postgres', release: string) =>
      usableVersions(engine, release)[0]?.name;
    expect(first('mariadb', 'v2026.7.10')).toBe('11.8.5');
    expect(first('mariadb', 'v2025.10.17')).toBe('11.4.3');
    expect(first('postgres', 'v2026.7.10')).toBe('18.3-bookworm');
  });
});

describe('versionStanding', () => {
  test.each([
    ['mariadb', '11.8.5', 'v2026.7.10', 'usable'],
    ['mariadb', '11.8.5', 'v2025.10.17', 'later'],
    ['mariadb', '12.3.2', 'v2026.7.10', 'later'],
    ['mariadb', '12.3.2', 'v2026.8.14-rc.0', 'usable'],
    ['mariadb', '12.3.2', 'v2027.1.1', 'usable'],
    ['mariadb', '10.11.2', 'v2026.7.10', 'deprecated'],
    ['mariadb', '11.8', 'v2026.7.10', 'unknown'],
    ['postgres', '17.9', 'v2026.2.28', 'later'],
    ['postgres', '17.9', 'v2026.2.26', 'usable'],
    ['postgres', '10.23-bullseye', 'v2025.8.31', 'usable'],
    ['postgres', '10.23-bookworm', 'v2025.8.31', 'unknown'],
    ['postgres', '14.1', 'v2026.7.10', 'deprecated'],
    ['postgres', '14.1-bullseye', 'v2026.7.10', 'deprecated'],
    ['postgres', '14.10', 'v2026.7.10', 'usable'],
    ['postgres', '9.6.21', 'v2026.7.10', 'deprecated'],
    ['postgres', '16.13-ext', 'v2026.6.19', 'later'],
    ['postgres', 'timescaledb-2.14.2-pg13', 'v2026.7.10', 'usable'],
  ] as const)('%s %s in %s is %s', (engine, version, release, standing) => {
    expect(versionStanding(engine, version, release)).toBe(standing);
  });
});

test('compareVersions goes by numbers', () => {
  const names = ['10.4.32', '10.11.6', '9.6', '17.10', '17.9', '17.9-bookworm'];
  expect([...names].sort(compareVersions)).toEqual([
    '9.6',
    '10.4.32',
    '10.11.6',
    '17.9',
    '17.9-bookworm',
    '17.10',
  ]);
});
