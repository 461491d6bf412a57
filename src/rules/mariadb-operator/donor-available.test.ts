import { expect, test } from 'vitest';
import { lines, operatorTopology } from '../sites.testing.js';
import { findingsOf, manifestFindingsOf } from '../testing.js';

const id = 'mariadb-operator/donor-available';
const found = (settings: string): string[] =>
  findingsOf(operatorTopology + lines(`mariadbOperator: { ${settings} }`)).filter((each) =>
    each.includes(` ${id} `),
  );

test('a donor that is blocked and serves clients', () => {
  for (const sst of ['rsync', 'mysqldump'])
    expect(found(`sst: ${sst}, availableWhenDonor: true`)).toEqual([
      `warning ${id} 22:${31 + sst.length} wiki serves clients from a replica that gives a full copy, which ${sst} blocks`,
    ]);
});

test.each([['sst: rsync'], ['sst: rsync, availableWhenDonor: false'], ['availableWhenDonor: true']])(
  '%s',
  (settings) => {
    expect(found(settings)).toEqual([]);
  },
);

test('manifests', () => {
  const object = (galera: string): string => `apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata: { name: wiki, namespace: wiki }
spec: { replicas: 3, galera: { enabled: true, ${galera} } }
`;
  const own = (galera: string): string[] =>
    manifestFindingsOf(object(galera)).filter((each) => each.includes(` ${id} `));
  expect(own('sst: rsync, availableWhenDonor: true')).toEqual([
    `warning ${id} 4:79 wiki serves clients from a replica that gives a full copy, which rsync blocks`,
  ]);
  expect(own('sst: mariabackup, availableWhenDonor: true')).toEqual([]);
  expect(own('sst: rsync')).toEqual([]);
});
