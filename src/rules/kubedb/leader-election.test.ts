import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';

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
});
