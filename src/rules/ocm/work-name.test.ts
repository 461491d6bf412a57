import { describe, expect, test } from 'vitest';
import { carrying, configMap, ownFindings, work } from './testing.js';

const id = 'ocm/work-name';
const spec = carrying(configMap('settings'));
const mariadb = (distributed: boolean): string =>
  `apiVersion: kubedb.com/v1\nkind: MariaDB\nmetadata: { name: orders, namespace: shop }\nspec: { distributed: ${distributed} }\n`;

describe('ocm/work-name', () => {
  test('reports the name of a pod or a volume of a distributed database', () => {
    expect(ownFindings(id, mariadb(true), work(spec, 'orders-0'))).toEqual([
      'error ocm/work-name 9:9 ManifestWork ams/orders-0 has the name of the work that carries a pod of the MariaDB orders',
    ]);
    expect(ownFindings(id, mariadb(true), work(spec, 'data-orders-12'))).toEqual([
      'error ocm/work-name 9:9 ManifestWork ams/data-orders-12 has the name of the work that carries a volume of the MariaDB orders',
    ]);
  });

  test.each(['addon-kubeslice-deploy-0', 'addon-kubeslice-pre-delete'])('reports %s', (name) => {
    expect(ownFindings(id, work(spec, name))).toEqual([
      `error ocm/work-name 4:9 ManifestWork ams/${name} has the name of a work of the add-on kubeslice`,
    ]);
  });

  test('reports a name that is too long', () => {
    expect(ownFindings(id, work(spec, 'w'.repeat(189)))).toEqual([
      'error ocm/work-name 4:9 the name of the work has 189 characters; the agent can apply one of 188 at most',
    ]);
    expect(ownFindings(id, work(spec, 'w'.repeat(188)))).toEqual([]);
  });

  test('is content with other names, with databases of one cluster, and with what a controller made', () => {
    for (const name of ['orders', 'orders-settings', 'orders-0-settings', 'backups-0', 'addon-kubeslice'])
      expect(ownFindings(id, mariadb(true), work(spec, name))).toEqual([]);
    expect(ownFindings(id, mariadb(false), work(spec, 'orders-0'))).toEqual([]);
    const made = work(spec, 'orders-0').replace('metadata:\n', 'metadata:\n  uid: 0b6e\n');
    expect(ownFindings(id, mariadb(true), made)).toEqual([]);
  });
});
