import { describe, expect, test } from 'vitest';
import {
  alone,
  edited,
  five,
  mariadbOf,
  more,
  postgres,
  releaseOf,
} from '../rules/database-edits.testing.js';
import { changePlanOf, commitsOf, database, goodTopology } from '../rules/testing.js';
import type { Commit } from './index.js';
import { neighboursAreAccepted } from './testing.js';

const more5 = edited(five);
const two = goodTopology + database({ name: 'sales' });

function planOf(before: string, after: string) {
  return changePlanOf(before, after).commits;
}

function preparedOf({ preparations }: Commit): string {
  return preparations
    .flatMap(({ waits }) => waits.flatMap(({ text, shell = [] }) => [text, ...shell]))
    .join('\n');
}

function waitsOf({ reasons }: Commit): string {
  return reasons.flatMap(({ waits }) => waits.flatMap(({ text, shell = [] }) => [text, ...shell])).join('\n');
}

describe('replicas', () => {
  test('come when the policy has a cluster for them, by a request', () => {
    expect(commitsOf(goodTopology, more5)).toEqual([['PlacementPolicy shop-orders'], ['MariaDB orders']]);
    const { commits, needed } = planOf(goodTopology, more5);
    // The order is that of the waves.
    expect(needed).toBe(false);
    const [first, second] = commits;
    if (!first || !second) throw new Error('two commits');
    expect(waitsOf(first)).toContain(
      'kubectl --context fra -n ams get manifestworks.work.open-cluster-management.io',
    );
    expect(waitsOf(first)).toContain('data-orders-3');
    expect(preparedOf(second)).toContain('kind: MariaDBOpsRequest');
    expect(preparedOf(second)).toContain('member: 5');
    expect(preparedOf(second)).toMatch(
      /kubectl --context fra -n shop wait --for=jsonpath='\{\.status\.phase\}'=Successful/,
    );
  });

  test('go before the policy is trimmed, and their volumes are named', () => {
    expect(commitsOf(more5, goodTopology)).toEqual([['MariaDB orders'], ['PlacementPolicy shop-orders']]);
    const { commits, needed } = planOf(more5, goodTopology);
    expect(needed).toBe(true);
    const [first] = commits;
    if (!first) throw new Error('a commit');
    expect(preparedOf(first)).toContain('member: 3');
    expect(waitsOf(first)).toMatch(/-n fra delete manifestworks\S+ \\\n {2}data-orders-4/);
  });

  test('of a Postgres keep how standbys follow', () => {
    const before = edited([...postgres, more('kubedb: { streamingMode: Synchronous }')]);
    const after = edited([...postgres, ...five, more('kubedb: { streamingMode: Synchronous }')]);
    const [, second] = planOf(before, after).commits;
    expect(second && preparedOf(second)).toMatch(
      /replicas: 5\n {4}standbyMode: Hot\n {4}streamingMode: Synchronous/,
    );
  });
});

describe('a request', () => {
  test('has a name of its own for another change, and the same for the same', () => {
    const nameOf = (after: string) => {
      const [commit] = planOf(goodTopology, after).commits;
      return /name: (orders-volume-expansion-\w+)/.exec(commit ? preparedOf(commit) : '')?.[1];
    };
    const [larger, largest] = [edited([['20Gi', '21Gi']]), edited([['20Gi', '22Gi']])];
    expect(nameOf(larger)).toMatch(/-[0-9a-f]{8}$/);
    expect(nameOf(larger)).toBe(nameOf(larger));
    expect(nameOf(larger)).not.toBe(nameOf(largest));
  });

  test('is made before a change that takes one commit', () => {
    const { commits, needed } = planOf(goodTopology, edited([more('rootPasswordSecret: { name: root }')]));
    expect([commits.length, needed]).toEqual([1, false]);
    expect(commits[0] && preparedOf(commits[0])).toMatch(/secretRef:\n {6}name: root/);
  });

  test('for larger volumes asks each cluster for its class', () => {
    const [commit] = planOf(goodTopology, edited([['20Gi', '30Gi']])).commits;
    expect(commit && preparedOf(commit)).toContain('kubectl --context ams get storageclasses');
  });
});

test('an upgrade over another version is a commit for each', () => {
  const [before, after] = ['11.8.5', '12.3.2'].map((version) =>
    edited([...releaseOf('v2026.8.14-rc.0'), ...mariadbOf(version)]),
  );
  if (!before || !after) throw new Error('two versions');
  expect(commitsOf(before, after)).toEqual([['MariaDB orders (upgraded to 12.1.2)'], ['MariaDB orders']]);
  const { commits, needed } = planOf(before, after);
  expect(needed).toBe(true);
  expect(commits.map((commit) => /targetVersion: "(\S+)"/.exec(preparedOf(commit))?.[1])).toEqual([
    '12.1.2',
    '12.3.2',
  ]);
});

describe('a database that goes', () => {
  test('is let go first, and its policy follows', () => {
    expect(commitsOf(two, goodTopology).map((moves) => moves.filter((move) => /sales/.test(move)))).toEqual([
      ['MariaDB sales (with deletionPolicy Halt)'],
      ['MariaDB sales'],
      ['PlacementPolicy shop-sales'],
    ]);
  });

  test('may go at once with another policy', () => {
    expect(commitsOf(`${two}    deletionPolicy: Halt\n`, goodTopology)[0]).toContain('MariaDB sales');
  });

  test('is gone before its namespace', () => {
    const elsewhere = goodTopology + database({ name: 'sales', namespace: 'store' });
    const commits = commitsOf(elsewhere, goodTopology);
    const at = (text: string) => commits.findIndex((moves) => moves.includes(text));
    expect(at('MariaDB sales')).toBeGreaterThan(at('MariaDB sales (with deletionPolicy Halt)'));
    expect(at('Namespace store')).toBeGreaterThan(at('MariaDB sales'));
  });
});

describe('a database in place of another', () => {
  test('of another name stands beside it first', () => {
    const renamed = edited([['name: orders', 'name: sales']]);
    expect(
      commitsOf(goodTopology, renamed).map((moves) => moves.filter((move) => /MariaDB/.test(move))),
    ).toEqual(
      expect.arrayContaining([
        ['MariaDB sales (beside the old one, which gets deletionPolicy Halt)'],
        ['MariaDB sales'],
      ]),
    );
    const { commits } = planOf(goodTopology, renamed);
    const both = commits.filter(
      ({ files }) => files.filter(({ path }) => path.includes('/mariadb.')).length === 2,
    );
    expect(both.length).toBeGreaterThan(0);
  });

  test('of another engine has the same names, and comes when the old one is gone', () => {
    const commits = commitsOf(edited(alone(3)), edited([...postgres, ...alone(3)]));
    const at = (text: string) => commits.findIndex((moves) => moves.includes(text));
    expect(at('MariaDB orders')).toBeLessThan(at('Postgres orders'));
  });

  test('leaves no volume to one of another engine', () => {
    const waits = (before: string, after: string) => planOf(before, after).commits.map(waitsOf).join('\n');
    expect(waits(goodTopology, edited(postgres))).toMatch(
      /-n fra delete manifestworks\S+ \\\n {2}data-orders-0 data-orders-2/,
    );
    expect(waits(edited(alone(3)), edited([...postgres, ...alone(3)]))).toContain(
      'kubectl --context fra -n shop delete persistentvolumeclaims \\\n  data-orders-0 data-orders-1 data-orders-2',
    );
  });

  test('in another namespace has the same work orders, and comes when the old one is gone', () => {
    const commits = commitsOf(goodTopology, edited([['    namespace: shop\n', '    namespace: store\n']]));
    const at = (text: string) => commits.findIndex((moves) => moves.includes(text));
    expect(at('MariaDB orders (with deletionPolicy Halt)')).toBe(0);
    expect(at('MariaDB orders (gone)')).toBe(1);
    expect(at('SliceConfig shop')).toBe(2);
    expect(at('MariaDB orders')).toBeGreaterThan(2);
  });

  test('in another namespace and of another name stands beside it on the slice', () => {
    const renamed = edited([
      ['    namespace: shop\n', '    namespace: store\n'],
      ['name: orders', 'name: sales'],
    ]);
    const commits = commitsOf(goodTopology, renamed);
    const at = (text: string) => commits.findIndex((moves) => moves.includes(text));
    expect(at('SliceConfig shop (with the old and the new places)')).toBe(0);
    const beside = at('MariaDB sales (beside the old one, which gets deletionPolicy Halt)');
    expect(beside).toBeGreaterThan(0);
    expect(at('MariaDB sales')).toBeGreaterThan(beside);
    expect(at('SliceConfig shop')).toBeGreaterThan(at('MariaDB sales'));
  });

  test('is placed by a policy of another name when that is there, and the old one goes last', () => {
    expect(commitsOf(goodTopology, edited([more('kubedb: { placementPolicy: places }')]))).toEqual([
      ['PlacementPolicy places (beside the old one)'],
      ['MariaDB orders'],
      ['PlacementPolicy places'],
    ]);
  });
});

test.each([
  ['more replicas', goodTopology, more5],
  ['fewer replicas', more5, goodTopology],
  ['a database goes', two, goodTopology],
  ['a database comes', goodTopology, two],
  ['another name', goodTopology, edited([['name: orders', 'name: sales']])],
  ['another engine', goodTopology, edited(postgres)],
  ['another namespace', goodTopology, edited([['    namespace: shop\n', '    namespace: store\n']])],
  [
    'another name and namespace',
    goodTopology,
    edited([
      ['    namespace: shop\n', '    namespace: store\n'],
      ['name: orders', 'name: sales'],
    ]),
  ],
  ['another policy', goodTopology, edited([more('kubedb: { placementPolicy: places }')])],
  [
    'an upgrade in two steps',
    edited(releaseOf('v2026.8.14-rc.0')),
    edited([...releaseOf('v2026.8.14-rc.0'), ...mariadbOf('12.3.2')]),
  ],
])('%s: every state on the way is accepted', (_what, before, after) => {
  expect(neighboursAreAccepted(before, after)).toEqual([]);
});
