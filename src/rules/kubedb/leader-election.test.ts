import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const postgres = (timing: string): string =>
  `${change(change(goodTopology, 'engine: mariadb', 'engine: postgres'), '"11.8.5"', '"17.9"')}    kubedb: { leaderElection: { ${timing} } }\n`;

describe('kubedb/leader-election', () => {
  test('reports an election that does not wait for a heartbeat', () => {
    expect(findingsOf(postgres('electionTick: 5, heartbeatTick: 5'))).toEqual([
      'error kubedb/leader-election 32:47 electionTick is 5, not above heartbeatTick, which is 5',
    ]);
    expect(findingsOf(postgres('heartbeatTick: 10'))).toEqual([
      'error kubedb/leader-election 32:33 electionTick is 10, not above heartbeatTick, which is 10',
    ]);
  });

  test('is content with the defaults and with more', () => {
    expect(findingsOf(postgres('period: 300ms'))).toEqual([]);
    expect(findingsOf(postgres('electionTick: 6, heartbeatTick: 5'))).toEqual([]);
  });

  const manifest = (timing: string): string[] =>
    findingsOfRule('kubedb/leader-election', postgresManifest(`  leaderElection: { ${timing} }\n`));

  test.each([
    ['electionTick: 1', '12:35 electionTick is 1, not above heartbeatTick, which is 1'],
    ['heartbeatTick: 10', '12:21 electionTick is 10, not above heartbeatTick, which is 10'],
    ['heartbeatTick: 0', '12:36 heartbeatTick is 0, the least is 1'],
    ['electionTick: -1, heartbeatTick: -2', '12:54 heartbeatTick is -2, the least is 1'],
    ['period: 1d', '12:29 period is 1d, which is no duration'],
    ['period: 300', undefined],
    ['period: "300"', '12:29 period is 300, which is no duration'],
    ['transferLeadershipTimeout: 60 s', '12:48 transferLeadershipTimeout is 60 s, which is no duration'],
  ])('reports { %s } of a manifest', (timing, finding) => {
    expect(manifest(timing)).toEqual(
      finding === undefined ? [] : [`error kubedb/leader-election ${finding}`],
    );
  });

  test.each([
    'electionTick: 2',
    'period: 300ms',
    'period: 1.5s',
    'period: 1m30s',
    'period: .5s',
    'electionTick: "x"',
  ])('is content with { %s } of a manifest', (timing) => {
    expect(manifest(timing)).toEqual([]);
  });

  test('is content without the block', () => {
    expect(findingsOfRule('kubedb/leader-election', postgresManifest())).toEqual([]);
  });
});
