import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { type SynthesizedObject, synthesizeObjects } from '../../synthesize.js';

function objectsOf(name: string): SynthesizedObject[] {
  const content = readFileSync(new URL(`../../../spec/examples/${name}.yaml`, import.meta.url));
  const { plans, diagnostics } = compile([{ name, content }]);
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  return plans.flatMap(synthesizeObjects);
}

const examples = [
  'k3s-standalone-512Mi',
  'k3s-galera-1Gi',
  'edge-fleet',
  'two-regions-mariadb-operator',
] as const;

/** Every mapping of an object, with its path. */
function mappings(value: unknown, path = ''): [string, Record<string, unknown>][] {
  if (value === null || typeof value !== 'object') return [];
  const own = Array.isArray(value) ? [] : [[path, value] as [string, Record<string, unknown>]];
  return [
    ...own,
    ...Object.entries(value).flatMap(([name, member]) =>
      mappings(member, path === '' ? name : `${path}.${name}`),
    ),
  ];
}

describe.each(examples)('%s', (name) => {
  const objects = objectsOf(name).map(({ object }) => object);
  const databases = objects.filter(({ kind }) => kind === 'MariaDB');

  test('says whether each part is on that would be off, or refused, when it is not said', () => {
    const parts =
      /(^|\.)(galera|recovery|tls|metrics|replication|multiCluster|kubernetesAuth|basicAuth|maintenance)$/;
    for (const object of objects) {
      for (const [path, value] of mappings(object['spec'])) {
        if (parts.test(path)) expect(value, path).toHaveProperty('enabled');
      }
    }
  });

  test('leaves to the operator what the operator writes', () => {
    for (const object of databases) {
      const paths = mappings(object['spec']).flatMap(([path, value]) =>
        Object.keys(value).map((key) => `${path}.${key}`),
      );
      const never =
        /podIndex|replicasAllowEvenNumber|initContainer|\.agent|serviceAccountName|volumeClaimTemplate|pointInTime/;
      expect(paths.filter((path) => never.test(path))).toEqual([]);
    }
  });

  test('sets no probe to zero, and gives it no handler', () => {
    for (const { spec } of databases) {
      for (const [path, probe] of mappings(spec).filter(([each]) => each.endsWith('Probe'))) {
        expect(
          Object.values(probe).every((number) => Number(number) > 0),
          path,
        ).toBe(true);
      }
    }
  });

  test('gives the provider text only, and no option that the operator sets', () => {
    for (const { spec } of databases) {
      for (const [, options] of mappings(spec).filter(([path]) => path.endsWith('providerOptions'))) {
        for (const [option, value] of Object.entries(options)) {
          expect(option).not.toMatch(/^(ist\.recv_addr|gmcast\.listen_addr|socket\.)/);
          expect(value).toMatch(/^[^;"\n]+$/);
        }
      }
    }
  });

  test('gives jobs that start a server what the server has', () => {
    for (const { spec } of databases) {
      const { resources } = spec as { resources: unknown };
      for (const [path, value] of mappings(spec)) {
        if (/(initJob|recovery\.job|restoreJob)$/.test(path)) expect(value, path).toEqual({ resources });
      }
    }
  });

  test('writes no option into the file that has a field', () => {
    for (const { spec } of databases) {
      const { myCnf } = spec as { myCnf: string };
      expect(myCnf).toMatch(/^\[mariadb\]\n/);
      expect(myCnf).not.toMatch(
        /^(wsrep_(?!max_ws_size)|ssl|require_secure_transport|server_id|gtid_|datadir|port)/m,
      );
    }
  });
});

test('a password stands in no object', () => {
  const text = JSON.stringify(examples.flatMap(objectsOf).map(({ object }) => object));
  expect(text).not.toMatch(/rootEmptyPassword|"password":|MARIADB_ROOT_PASSWORD/);
});
