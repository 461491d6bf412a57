import { expect, test } from 'vitest';
import { judge } from './judge.js';
import type { Landscape, Loss, SurvivalDatabase } from './model.js';
import { answerWords, dataWords, hubWords, readsWords } from './words.js';

const landscape: Landscape = {
  hub: 'a',
  clusters: ['a', 'b'].map((name) => ({ name, region: undefined, zones: [], nodes: undefined })),
};

function database(protocol: SurvivalDatabase['protocol']): SurvivalDatabase {
  return {
    name: 'orders',
    namespace: 'shop',
    engine: protocol.kind === 'raft' ? 'postgres' : 'mariadb',
    protocol,
    members: ['a', 'b', 'a'].map((cluster, ordinal) => ({
      name: `orders-${ordinal}`,
      ordinal,
      cluster,
      zone: undefined,
      weight: 1,
      data: true,
    })),
    spread: { node: 'anywhere', zone: 'anywhere', arbitrator: 'anywhere' },
    onHub: true,
  };
}

const galera = database({ kind: 'galera', dirtyReads: false });
const postgres = database({ kind: 'raft', synchronous: 0, hotStandby: true });

test.each([
  [galera, 'a', 'blocked, 1 of 3 votes left, 2 needed', 'stop too: replicas without a majority', 'RPO 0: '],
  [galera, 'b', 'writes go on, 2 of 3 votes left, 2 needed', 'go on', 'RPO 0: '],
  [
    postgres,
    'a',
    'data at risk, writes stop: 1 of 3 votes left',
    'go on from standbys',
    'RPO above 0 if another',
  ],
  [
    postgres,
    'b',
    'data at risk, writes go on: 2 of 3 votes left',
    'go on',
    'RPO above 0: replication is asynch',
  ],
])('an outcome in words: %#', (subject, cluster, answer, reads, data) => {
  const losses: Loss[] = [{ kind: 'cluster', cluster }];
  const outcome = judge(subject, landscape, { losses, manner: 'crash' });
  expect(answerWords(outcome)).toContain(answer);
  expect(readsWords(subject, outcome)).toContain(reads);
  expect(dataWords(subject, outcome)).toContain(data);
  expect(hubWords(outcome, landscape)?.startsWith('lost with a: ') ?? false).toBe(cluster === 'a');
});
