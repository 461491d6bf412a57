import { expect, test } from 'vitest';
import { changeFindingsOf, database, goodTopology } from '../testing.js';

const id = 'sizing/ride-out-shorter';
const found = (before: string, after: string): string[] =>
  changeFindingsOf(before, after).filter((each) => each.includes(id));

const gcache = (text: string): string => `${goodTopology}    sizing: { gcache: ${text} }\n`;

test('a smaller gcache', () => {
  expect(found(gcache('2Gi'), gcache('256Mi'))).toEqual([
    `warning ${id} 32:23 the gcache of orders shrinks from 2Gi to 256Mi: a replica can be away for less time`,
  ]);
  expect(found(gcache('2Gi'), gcache('1900Mi'))).toEqual([]);
  expect(found(gcache('256Mi'), gcache('2Gi'))).toEqual([]);
});

test('a shorter absence', () => {
  const rideOut = (time: string, rate = '1Mi'): string => gcache(`{ rideOut: ${time}, writeRate: ${rate} }`);
  expect(found(rideOut('2h'), rideOut('30m'))).toEqual([
    `warning ${id} 32:23 a replica of orders catches up after an absence of 30 min at most, 2 h until now`,
  ]);
  expect(found(rideOut('30m', '2Mi'), rideOut('30m', '1Mi'))).toEqual([]);
});

test('WAL for standbys', () => {
  const kept = (size: string): string =>
    goodTopology +
    database({ name: 'ledger', engine: 'postgres' }) +
    `    kubedb: { walKeepSize: ${size} }\n`;
  expect(found(kept('2Gi'), kept('512Mi'))).toEqual([
    `warning ${id} 40:28 the WAL for standbys of ledger shrinks from 2Gi to 512Mi: a replica can be away for less time`,
  ]);
});
