import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy } from './objects.testing.js';

describe('kubedb/config-secret', () => {
  test('reports a secret that is given up', () => {
    expect(
      findingsBy(
        'kubedb/config-secret',
        databaseManifest({
          configSecret: '{ name: old }',
          configuration: '{ inline: { md.cnf: "[mysqld]" } }',
        }),
      ),
    ).toEqual([
      'warning kubedb/config-secret 13:25 orders has configuration as well, so KubeDB drops configSecret old',
    ]);
    expect(
      findingsBy(
        'kubedb/config-secret',
        databaseManifest({ configSecret: '{ name: old }', configuration: '{ secretName: new }' }),
      ),
    ).toEqual([
      'warning kubedb/config-secret 13:25 orders has configuration as well, so KubeDB drops configSecret old',
    ]);
    expect(
      findingsBy(
        'kubedb/config-secret',
        databaseManifest(
          { configSecret: '{ name: old }', configuration: '{ secretName: new }' },
          { kind: 'Postgres' },
        ),
      ),
    ).toEqual(['warning kubedb/config-secret 13:25 orders has its configuration in old and in new']);
    expect(
      fixesBy(
        'kubedb/config-secret',
        databaseManifest({
          configSecret: '{ name: old }',
          configuration: '{ inline: { md.cnf: "[mysqld]" } }',
        }),
      ),
    ).toEqual(['remove configSecret, and write secretName: old under configuration if its files are needed']);
  });

  test('is content with one of the two, and with one that KubeDB joins', () => {
    expect(findingsBy('kubedb/config-secret', databaseManifest({ configSecret: '{ name: old }' }))).toEqual(
      [],
    );
    expect(
      findingsBy(
        'kubedb/config-secret',
        databaseManifest({ configSecret: '{ name: old }', configuration: '{ secretName: old }' }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/config-secret',
        databaseManifest(
          { configSecret: '{ name: old }', configuration: '{ inline: { user.conf: "" } }' },
          { kind: 'Postgres' },
        ),
      ),
    ).toEqual([]);
  });
});
