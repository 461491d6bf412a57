import { expect, test } from 'vitest';
import { seriesBetween, seriesOf, upgradeOf } from './kubedb-upgrades.js';

test.each([
  ['mariadb', '10.6.16', '12.1.2', { standing: 'allowed', over: [] }],
  ['mariadb', '11.8.5', '12.3.2', { standing: 'allowed', over: ['12.1.2'] }],
  ['mariadb', '12.1.2', '12.3.2', { standing: 'allowed', over: [] }],
  ['mariadb', '11.8.5', '11.4.3', { standing: 'down' }],
  ['postgres', '16.12', '17.9', { standing: 'allowed', over: [] }],
  ['postgres', '17.9-bookworm', '17.9-bookworm-ext', { standing: 'allowed', over: [] }],
  ['postgres', '17.9', '17.9-bookworm', { standing: 'other-build', build: '' }],
  ['postgres', '17.5-bookworm', '17.9', { standing: 'other-build', build: 'bookworm' }],
  ['postgres', '17.9-bookworm', '17.5-bookworm', { standing: 'down' }],
  ['postgres', 'timescaledb-2.14.2-pg15', 'timescaledb-2.14.2-pg16', { standing: 'allowed', over: [] }],
] as const)('%s from %s to %s', (engine, from, to, expected) => {
  expect(upgradeOf(engine, from, to)).toEqual(expected);
});

test('a series is two numbers of MariaDB and one of Postgres', () => {
  expect(seriesOf('mariadb', '10.11.6')).toBe('10.11');
  expect(seriesOf('postgres', '17.9-bookworm')).toBe('17');
});

test('between two versions are the newest patches of series with long support', () => {
  expect(seriesBetween('10.6.16', '11.8.5', 'v2026.8.14-rc.0')).toEqual(['10.11.16', '11.4.10']);
  expect(seriesBetween('10.6.16', '11.8.5', 'v2026.7.10')).toEqual(['10.11.6', '11.4.3']);
  expect(seriesBetween('11.4.3', '11.8.5', 'v2026.7.10')).toEqual([]);
});
