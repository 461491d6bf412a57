import { expect, test } from 'vitest';
import { edited, postgres } from '../database-edits.testing.js';
import { changeFindingsOf, changePlanOf, database, goodTopology } from '../testing.js';

function found(policy: string): string[] {
  const before = `${goodTopology}${database({ name: 'sales' })}    deletionPolicy: ${policy}\n`;
  return changeFindingsOf(before, goodTopology);
}

test.each([
  ['DoNotTerminate', 'shop/sales is deleted, which its deletionPolicy DoNotTerminate refuses'],
  ['Halt', 'shop/sales is deleted, and its volumes, password and backups stay'],
  ['Delete', 'shop/sales is deleted, and its volumes go with it'],
  ['WipeOut', 'shop/sales is deleted, and its volumes, password and backups go with it'],
])('with deletionPolicy %s', (policy, expected) => {
  expect(found(policy)).toEqual([`warning kubedb/database-removed 19:1 ${expected}`]);
});

test('names the object that goes', () => {
  const [finding] = changePlanOf(`${goodTopology}${database({ name: 'sales' })}`, goodTopology).diagnostics;
  expect(finding?.change?.objects.map(({ file }) => file)).toEqual([
    'fra/70-database/mariadb.shop.sales.yaml',
  ]);
  expect(finding?.fix).toContain('in two commits');
});

test('is silent where another database takes its place, and when one comes', () => {
  const ids = (before: string, after: string) => changePlanOf(before, after).diagnostics.map(({ id }) => id);
  expect(ids(goodTopology, edited(postgres))).not.toContain('kubedb/database-removed');
  expect(ids(goodTopology, `${goodTopology}${database({ name: 'sales' })}`)).not.toContain(
    'kubedb/database-removed',
  );
});
