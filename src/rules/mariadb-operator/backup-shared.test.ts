import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, programFindingsOf } from '../testing.js';

const id = 'mariadb-operator/backup-shared';

const head = (fleet = ''): string => `apiVersion: dbspan/v1alpha1
kind: Topology
metadata:
  name: shops
clusters:
  - { name: west, distribution: rke2${fleet} }
  - { name: east, distribution: rke2 }
databases:
`;

/** A database; the name of its backup stands in its ninth line. */
const till = (cluster: string, prefix = '', bucket = 'backups'): string => `  - name: till
    namespace: shop
    provider: mariadb-operator
    engine: mariadb
    placement: [{ cluster: ${cluster}, replicas: 1 }]
    storage: { size: 20Gi }
    resources: { memory: 2Gi }
    mariadbOperator:
      backups: [{ name: nightly, schedule: "0 3 * * *", s3: { bucket: ${bucket}, endpoint: s3.example.com, ${prefix}accessKeyId: { name: s3, key: id }, secretAccessKey: { name: s3, key: secret } } }]
`;

describe(id, () => {
  test('reports databases of one name on different clusters, whose folders are called alike', () => {
    const text = head() + till('west') + till('east');
    expect(findingsOf(text)).toEqual([
      `error ${id} 26:25 the backup nightly of till goes to backups/shop/till/nightly, as nightly of till does`,
    ]);
    expect(fixesOf(text)).toEqual(['add s3.prefix with a folder of its own, such as east/shop/till/nightly']);
  });

  test('reports a folder that is said twice', () => {
    const text = head() + till('west', 'prefix: tills, ') + till('east', 'prefix: tills/, ');
    expect(findingsOf(text)).toEqual([
      expect.stringMatching(
        `^error ${id} 26:\\d+ the backup nightly of till goes to backups/tills, as nightly of till does$`,
      ),
    ]);
  });

  test('is content with folders or buckets of their own, and with the clusters of a fleet', () => {
    expect(findingsOf(head() + till('west') + till('east', 'prefix: east/tills, '))).toEqual([]);
    expect(findingsOf(head() + till('west') + till('east', '', 'others'))).toEqual([]);
    expect(findingsOf(head(', fleet: "west-{1..3}"') + till('west'))).toEqual([]);
    expect(findingsOf(head(', fleet: "west-{1..3}"') + till('west') + till('east'))).toEqual([]);
  });

  test('reports it across files', () => {
    const files = {
      'a.yaml': head() + till('west'),
      'b.yaml': change(head(), 'shops', 'others') + till('east'),
    };
    expect(programFindingsOf(files)).toEqual([
      `error ${id} b.yaml:17:25 the backup nightly of till goes to backups/shop/till/nightly, as nightly of till in a.yaml does`,
    ]);
    const same = {
      'a.yaml': head() + till('west'),
      'b.yaml': change(head(), 'shops', 'others') + till('west'),
    };
    expect(programFindingsOf(same).map((each) => each.split(' ')[1])).toEqual(['topology/duplicate-name']);
  });
});
