import { expect, test } from 'vitest';
import { siteTopology } from '../sites.testing.js';
import { change, findingsOf, programFindingsOf } from '../testing.js';

const id = 'galera/group-name';
const other = (name: string, namespace: string): string => `  - name: ${name}
    namespace: ${namespace}
    provider: statefulset
    engine: mariadb
    placement: [{ cluster: west, replicas: 3 }]
    rootPasswordSecret: { name: root }
    storage: { size: 10Gi }
    resources: { memory: 4Gi }
`;
const first = change(
  change(siteTopology, '- name: wiki\n', '- name: b-c\n'),
  'namespace: wiki',
  'namespace: a',
);

test('two groups of one name', () => {
  expect(findingsOf(first + other('c', 'a-b'))).toEqual([
    `error ${id} 22:11 c and b-c would both be the group a-b-c on west`,
  ]);
  expect(findingsOf(first + other('d', 'a-b'))).toEqual([]);
});

test('on different clusters', () => {
  const east = change(first, 'databases:\n', '  - { name: east, distribution: aks }\ndatabases:\n');
  expect(findingsOf(east + other('c', 'a-b').replace('west', 'east'))).toEqual([]);
});

test('in two files', () => {
  const second = change(change(first, '- name: b-c\n', '- name: c\n'), 'namespace: a\n', 'namespace: a-b\n');
  const files = { 'a.yaml': first, 'b.yaml': change(second, '  name: wiki\n', '  name: docs\n') };
  expect(programFindingsOf(files)).toEqual([
    `error ${id} b.yaml:12:11 c would be the group a-b-c, as b-c is in a.yaml`,
  ]);
});
