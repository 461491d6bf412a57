import { describe, expect, test } from 'vitest';
import {
  alone,
  classes,
  edited,
  five,
  mariadbOf,
  more,
  postgres,
  postgresOf,
  type TopologyEdit,
} from '../database-edits.testing.js';
import { changePlanFrom, changePlanOf, database, goodTopology } from '../testing.js';

// What the webhooks of KubeDB and of PetSets say of an update or a deletion, and what is said of it here. What they refuse is an error,
// or, where a commit before it makes it right, several commits. What they take is no error, unless it loses or breaks the database all
// the same. Source: kubedb/apimachinery pkg/webhooks/kubedb/v1, kubeops/petset pkg/webhooks/apps/v1.

type Edits = readonly TopologyEdit[];

function errorsOf(before: Edits, after: Edits): string[] {
  return [
    ...new Set(
      changePlanOf(edited(before), edited(after))
        .diagnostics.filter(({ severity }) => severity === 'error')
        .map(({ id }) => id),
    ),
  ];
}

/** Errors of the good topology against a committed database of other values. */
function errorsFrom(kind: 'MariaDB' | 'Postgres', spec: string, apiVersion = 'kubedb.com/v1'): string[] {
  const object = `apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: orders, namespace: shop }
spec: { version: ${kind === 'MariaDB' ? '11.8.5' : '17.9-bookworm'}, replicas: 3, distributed: true, ${spec} }
`;
  return changePlanFrom({ 'fra/70-database/orders.yaml': object }, edited(kind === 'MariaDB' ? [] : postgres))
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ id }) => id);
}

describe.each(['MariaDB', 'Postgres'] as const)('%s: an update that is refused', (kind) => {
  test.each([
    ['the version of the API', 'halted: false', 'kubedb.com/v1alpha2'],
    ['the type of the storage', 'storageType: Ephemeral', undefined],
    ['spec.init, once it is done', 'init: { initialized: true }', undefined],
    ['spec.init of one that runs', 'init: { archiver: {} }', undefined],
  ])('%s', (_what, spec, apiVersion) => {
    expect(errorsFrom(kind, spec, apiVersion)).toEqual(['kubedb/frozen-field']);
  });

  test('but not spec.init that is to be done yet', () => {
    expect(errorsFrom(kind, 'init: { initialized: false }')).toEqual([]);
  });
});

describe('an update of kind, name or namespace is another object to the API server', () => {
  test.each([
    ['kind', postgres],
    ['name', [['name: orders', 'name: sales']]],
    ['namespace', [['namespace: shop', 'namespace: store']]],
  ] as const)('%s', (_what, after) => {
    const { diagnostics, commits } = changePlanOf(goodTopology, edited(after));
    expect(diagnostics.map(({ id }) => id)).toContain('provider/another-database');
    expect(commits.needed).toBe(true);
  });
});

test('a deletion is refused with DoNotTerminate, and takes a commit that lifts it', () => {
  for (const engine of ['mariadb', 'postgres'] as const) {
    const text = goodTopology + database({ name: 'sales', engine });
    const { diagnostics, commits } = changePlanOf(text, goodTopology);
    expect(diagnostics.map(({ id, message }) => `${id} ${message}`)).toContain(
      'kubedb/database-removed shop/sales is deleted, which its deletionPolicy DoNotTerminate refuses',
    );
    expect(commits.needed).toBe(true);
    for (const policy of ['Halt', 'Delete', 'WipeOut']) {
      const found = changePlanOf(`${text}    deletionPolicy: ${policy}\n`, goodTopology).diagnostics;
      expect(found.some(({ message }) => /refuses/.test(message))).toBe(false);
      expect(found.some(({ severity }) => severity === 'error')).toBe(false);
    }
  }
});

describe('an update that the webhook of the database takes, and that works', () => {
  const cases: readonly (readonly [what: string, before: Edits, after: Edits])[] = [
    ['MariaDB: a newer version', mariadbOf('11.4.3'), mariadbOf('11.8.5')],
    ['MariaDB: more replicas', [], five],
    ['MariaDB: fewer replicas', five, []],
    ['MariaDB: larger volumes', [], [['20Gi', '30Gi']]],
    ['MariaDB: another name of the policy', [], [more('kubedb: { placementPolicy: places }')]],
    [
      'MariaDB: authSecret, immutable in the documentation alone',
      [],
      [more('rootPasswordSecret: { name: root }')],
    ],
    ['MariaDB: resources, and env with them', [], [more('resources: { memory: 2Gi }')]],
    ['MariaDB: settings', [], [more('config: { max_connections: 30 }')]],
    ['MariaDB: TLS', [], [more('tls: { issuer: { name: db-ca } }')]],
    ['MariaDB: deletionPolicy', [], [more('deletionPolicy: WipeOut')]],
    ['MariaDB: how replicas are copied', [], [more('kubedb: { wsrepSSTMethod: mariabackup }')]],
    ['MariaDB: the class of its volumes', alone(3), [...alone(3), ['longhorn', 'fast']]],
    ['Postgres: a newer version', postgresOf('17.5-bookworm'), postgres],
    ['Postgres: another major version', postgresOf('16.12-bookworm'), postgres],
    ['Postgres: more replicas', postgres, [...postgres, ...five]],
    ['Postgres: fewer replicas', [...postgres, ...five], postgres],
    ['Postgres: larger volumes', postgres, [...postgres, ['20Gi', '30Gi']]],
    ['Postgres: TLS', postgres, [...postgres, more('tls: { issuer: { name: db-ca } }')]],
    ['Postgres: its password', postgres, [...postgres, more('rootPasswordSecret: { name: root }')]],
    [
      'Postgres: elections',
      postgres,
      [...postgres, more('kubedb: { leaderElection: { electionTick: 20 } }')],
    ],
    ['Postgres: kept WAL', postgres, [...postgres, more('kubedb: { walKeepSize: 2Gi }')]],
    ['Postgres: standbys', postgres, [...postgres, more('kubedb: { standbyMode: Warm }')]],
    ['Postgres: streaming', postgres, [...postgres, more('kubedb: { streamingMode: Synchronous }')]],
    ['PlacementPolicy: indices at the end, added', [], five],
    ['PlacementPolicy: indices at the end, taken away', five, []],
    ['PlacementPolicy: how replicas keep apart', [], [more('spread: { node: DoNotSchedule }')]],
    ['PlacementPolicy: classes', [], classes],
  ];
  test.each(cases)('%s', (_what, before, after) => {
    expect(errorsOf(before, after)).toEqual([]);
  });
});

describe('an update that it takes, and that breaks the database all the same', () => {
  const cases: readonly (readonly [what: string, before: Edits, after: Edits, id: string])[] = [
    ['an older version', [], mariadbOf('11.4.3'), 'kubedb/version-refused'],
    ['another build', postgresOf('17.5'), postgres, 'kubedb/version-refused'],
    ['smaller volumes', [], [['20Gi', '19Gi']], 'kubedb/volumes-shrink'],
    ['distributed', alone(3), [], 'kubedb/distributed-toggled'],
  ];
  test.each(cases)('%s', (_what, before, after, id) => {
    expect(errorsOf(before, after)).toEqual([id]);
  });
});

describe('PlacementPolicy: an update that its webhook refuses where it is registered', () => {
  test('an index on another cluster', () => {
    const swapped: Edits = [
      ['[0, 2]', '[0, 1]'],
      ['replicas: [1]', 'replicas: [2]'],
    ];
    expect(errorsOf([], swapped)).toEqual(['placement/ordinal-moved']);
    expect(errorsOf(five, [...swapped])).toEqual(['placement/ordinal-moved']);
  });

  test('its hole is none here: a policy without clusters says of no index where it is', () => {
    const policy = `apiVersion: apps.k8s.appscode.com/v1\nkind: PlacementPolicy\nmetadata: { name: shop-orders }\nspec: {}\n`;
    const { diagnostics } = changePlanFrom({ 'fra/60-placement/policy.yaml': policy }, goodTopology);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('PetSet: a policy places all replicas at each commit', () => {
  const replicasOf = (files: readonly { path: string; content: string }[], name: string) =>
    files.find(({ path }) => path.includes(name))?.content ?? '';
  test.each([
    ['up', goodTopology, edited(five)],
    ['down', edited(five), goodTopology],
  ])('%s', (_what, before, after) => {
    for (const { files } of changePlanOf(before, after).commits.commits) {
      const wanted = Number(/^ {2}replicas: (\d+)$/m.exec(replicasOf(files, '/mariadb.'))?.[1]);
      const placed = [...replicasOf(files, '/placementpolicy.').matchAll(/^ +- \d+$/gm)].length;
      expect(placed).toBeGreaterThanOrEqual(wanted);
    }
  });
});
