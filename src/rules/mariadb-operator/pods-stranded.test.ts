import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/pods-stranded'));
}

test('says what is wrong, and where', () => {
  expect(
    found(operatorTopology, `${operatorTopology}    scheduling: { nodeSelector: { disk: fast } }\n`),
  ).toEqual([
    'warning mariadb-operator/pods-stranded 32:5 servers of orders may stay Pending when they restart: nodes must have disk=fast',
  ]);
  expect(
    found(
      `${operatorTopology}    scheduling: { tolerations: [{ key: db, operator: Exists }] }\n`,
      operatorTopology,
    ),
  ).toEqual([
    'warning mariadb-operator/pods-stranded 7:5 servers of orders may stay Pending when they restart: tainted nodes are no longer tolerated',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(
    found(`${operatorTopology}    scheduling: { nodeSelector: { disk: fast } }\n`, operatorTopology),
  ).toEqual([]);
  expect(
    found(
      operatorTopology,
      `${operatorTopology}    scheduling: { tolerations: [{ key: db, operator: Exists }] }\n`,
    ),
  ).toEqual([]);
});
