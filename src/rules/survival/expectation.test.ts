import { describe, expect, test } from 'vitest';
import { change, database, findingsOf, fixesOf, goodTopology } from '../testing.js';

const id = 'survival/expectation';
const expecting = (text: string, ...lines: readonly string[]): string =>
  `${text}expect:\n${lines.map((line) => `  - ${line}\n`).join('')}`;

/** `orders` is 2 + 1 on fra and ams, `ledger` 1 + 2. */
const two =
  goodTopology +
  database({
    name: 'ledger',
    placement: '[{ cluster: fra, replicas: [0] }, { cluster: ams, replicas: [1, 2] }]',
  });

describe(id, () => {
  test('reports writes that stop and writes that go on against what is expected', () => {
    const text = expecting(
      goodTopology,
      '{ lose: fra, writes: continue }',
      '{ lose: ams, writes: stop }',
      '{ lose: [ams, node:fra], writes: continue }',
      '{ lose: [link:fra-ams], writes: stop }',
    );
    expect(findingsOf(text)).toEqual([
      `error ${id} 33:26 writes to orders stop when fra is lost (1 of 3 votes left, 2 needed), and continue is expected`,
      `error ${id} 34:26 writes to orders go on when ams is lost (2 of 3 votes left, 2 needed), and stop is expected`,
      `error ${id} 35:38 writes to orders stop when ams and a node of fra are lost (no replica is left), and continue is expected`,
      `error ${id} 36:37 writes to orders go on when the link between fra and ams is lost (2 of 3 votes left, 2 needed), and stop is expected`,
    ]);
    const goal = (name: string): string =>
      `write stop, if that is meant; or write survive: ${name} at the database, and dbspan proposes a layout that goes on`;
    expect(fixesOf(text)).toEqual([
      goal('cluster'),
      'write continue, if that is meant',
      goal('cluster+1'),
      'write continue, if that is meant',
    ]);
  });

  test('names no goal where none covers what is lost', () => {
    const text = expecting(goodTopology, '{ lose: [fra, ams], writes: continue }');
    expect(fixesOf(text)).toEqual(['write stop, if that is meant; or place more replicas elsewhere']);
  });

  test('is content with what happens', () => {
    expect(
      findingsOf(
        expecting(
          goodTopology,
          '{ lose: fra, writes: stop }',
          '{ lose: ams, writes: continue }',
          '{ lose: cluster:ams, writes: continue }',
          '{ lose: node:ams, writes: continue }',
          '{ lose: split:fra, writes: continue }',
          '{ lose: hub, writes: continue }',
          '{ lose: [hub, ams], writes: continue, databases: [orders] }',
        ),
      ),
    ).toEqual([]);
  });

  test('asks continue of all that stand there, and stop of one', () => {
    expect(findingsOf(expecting(two, '{ lose: fra, writes: stop }', '{ lose: ams, writes: stop }'))).toEqual(
      [],
    );
    expect(
      findingsOf(expecting(two, '{ lose: fra, writes: continue }', '{ lose: ams, writes: continue }')),
    ).toEqual([
      `error ${id} 41:26 writes to orders stop when fra is lost (1 of 3 votes left, 2 needed), and continue is expected`,
      `error ${id} 42:26 writes to ledger stop when ams is lost (1 of 3 votes left, 2 needed), and continue is expected`,
    ]);
    expect(findingsOf(expecting(two, '{ lose: hub, writes: stop }'))).toEqual([
      `error ${id} 41:26 writes to orders and 1 more go on when the control plane of fra is lost (no replica is hit), and stop is expected`,
    ]);
  });

  test('asks of those that are named only, and of each', () => {
    expect(
      findingsOf(
        expecting(
          two,
          '{ lose: fra, writes: continue, databases: [ledger] }',
          '{ lose: fra, writes: stop, databases: [orders] }',
        ),
      ),
    ).toEqual([]);
    expect(findingsOf(expecting(two, '{ lose: fra, writes: stop, databases: [orders, ledger] }'))).toEqual([
      `error ${id} 41:26 writes to ledger go on when fra is lost (2 of 3 votes left, 2 needed), and stop is expected`,
    ]);
  });

  test('knows the clusters of a fleet by their names', () => {
    const fleet = change(
      change(
        goodTopology,
        'slice:\n',
        '  - { name: store, fleet: "store-{001..003}", distribution: k3s }\nslice:\n',
      ),
      '    storage: { size: 20Gi }\n',
      `    storage: { size: 20Gi }
  - name: till
    namespace: till
    provider: mariadb-operator
    engine: mariadb
    placement: [{ cluster: store, replicas: 1 }]
    rootPasswordSecret: { name: till-root }
    storage: { size: 20Gi }
    resources: { memory: 2Gi }
`,
    );
    const own = (text: string): string[] =>
      findingsOf(text).filter((finding) => / (topology|survival)\//.test(finding));
    expect(own(expecting(fleet, '{ lose: store-002, writes: stop }'))).toEqual([]);
    expect(own(expecting(fleet, '{ lose: store-002, writes: continue, databases: [orders] }'))).toEqual([]);
    expect(own(expecting(fleet, '{ lose: store-003, writes: continue }'))).toEqual([
      `error ${id} 42:32 writes to till stop when store-003 is lost (no replica is left), and continue is expected`,
    ]);
    expect(own(expecting(fleet, '{ lose: store-004, writes: stop }'))).toHaveLength(1);
  });
});
