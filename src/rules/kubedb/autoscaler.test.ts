import { describe, expect, test } from 'vitest';
import { Findings } from '../../diagnostics/index.js';
import { ManifestSet, readManifests } from '../../manifests/index.js';
import { autoscaler } from './autoscaler.js';
import { distributedMariadb, foundIn } from './requests.testing.js';

const id = 'kubedb/autoscaler';

const scaler = (...spec: readonly string[]): string => `apiVersion: autoscaling.kubedb.com/v1alpha1
kind: MariaDBAutoscaler
metadata: { name: orders, namespace: shop }
spec:
  databaseRef: { name: orders }
${spec.map((line) => `  ${line}\n`).join('')}`;

describe('the trigger', () => {
  test.each(['On', 'on', 'Off', 'yes', 'true'])('%s is a boolean to kubectl', (trigger) => {
    expect(foundIn(id, scaler(`compute: { mariadb: { trigger: ${trigger} } }`))).toEqual([
      `error ${id} 6:34 trigger is ${trigger}, which is a boolean to kubectl`,
    ]);
  });

  test('is put between quotes by its fix', () => {
    const { manifests } = readManifests({
      name: 'm',
      content: scaler('compute: { mariadb: { trigger: on } }'),
    });
    const findings = new Findings();
    autoscaler.run('manifests', new ManifestSet(manifests), findings);
    expect(findings.list().flatMap(({ edits }) => edits.map(({ text }) => text))).toEqual(['"On"']);
  });

  test('is one of two words', () => {
    expect(foundIn(id, scaler('compute: { mariadb: { trigger: "Enabled" } }'))).toEqual([
      `error ${id} 6:34 trigger is Enabled, neither On nor Off`,
    ]);
    expect(
      foundIn(
        id,
        scaler(
          'compute: { mariadb: { trigger: "On" } }',
          "storage: { mariadb: { trigger: 'Off', expansionMode: Online } }",
        ),
      ),
    ).toEqual([]);
  });
});

test('a storage autoscaler says how to expand', () => {
  expect(foundIn(id, scaler('storage: { mariadb: { trigger: "On" } }'))).toEqual([
    `error ${id} 6:14 expansionMode is missing, not Online or Offline`,
  ]);
});

describe('beside a distributed database', () => {
  test('needs a Prometheus of every cluster', () => {
    expect(foundIn(id, distributedMariadb + scaler('compute: { mariadb: { trigger: "On" } }'))).toEqual([
      `error ${id} 22:9 the policy shop-orders names no Prometheus of fra and 1 more`,
    ]);
    const watched = distributedMariadb.replaceAll(
      'replicaIndices',
      'monitoring: { prometheus: { url: "http://prometheus.monitoring.svc:9090" } }, replicaIndices',
    );
    expect(foundIn(id, watched + scaler('compute: { mariadb: { trigger: "On" } }'))).toEqual([]);
    expect(foundIn(id, distributedMariadb + scaler('compute: { mariadb: { trigger: "Off" } }'))).toEqual([]);
    const stiff = watched.replace('clusterName: fra', 'clusterName: fra, storageClassName: local-path');
    expect(
      foundIn(id, stiff + scaler('storage: { mariadb: { trigger: "On", expansionMode: Online } }')),
    ).toEqual([`error ${id} 22:47 volumes of the class local-path cannot grow, in fra`]);
  });

  test('names one that is there', () => {
    const text =
      distributedMariadb + scaler().replace('databaseRef: { name: orders }', 'databaseRef: { name: order }');
    expect(foundIn(id, text)).toEqual([`error ${id} 30:24 there is no MariaDB order beside its autoscaler`]);
    expect(foundIn(id, scaler())).toEqual([]);
  });
});
