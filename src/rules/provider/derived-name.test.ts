import { describe, expect, test } from 'vitest';
import { operatorTopology, siteTopology } from '../sites.testing.js';
import { change, findingsOf, programFindingsOf, relatedOf } from '../testing.js';

const id = 'provider/derived-name';

const other = (name: string, namespace = 'wiki'): string => `  - name: ${name}
    namespace: ${namespace}
    provider: mariadb-operator
    engine: mariadb
    placement: [{ cluster: west, replicas: 1 }]
    storage: { size: 10Gi }
`;

describe(id, () => {
  test.each([
    [siteTopology, 'wiki-peers'],
    [operatorTopology, 'wiki-primary'],
    [operatorTopology, 'wiki-internal'],
    [operatorTopology, 'wiki-metrics'],
  ])('reports a database that is called like a service of another one', (text, name) => {
    expect(findingsOf(text + other(name))).toEqual([
      `error ${id} 22:11 ${name} is called like something that is made for wiki`,
    ]);
    expect(relatedOf(text + other(name))).toEqual([['12:11 the other']]);
  });

  test('is content with other namespaces and other endings', () => {
    expect(findingsOf(siteTopology + other('wiki-peers', 'docs'))).toEqual([]);
    expect(findingsOf(siteTopology + other('wiki-primary'))).toEqual([]);
    expect(findingsOf(siteTopology + other('peers'))).toEqual([]);
  });

  test('reports it across files, once for a fleet', () => {
    const fleet = change(operatorTopology, '- name: west\n', '- name: west\n    fleet: west-{1..3}\n');
    const second = change(
      change(fleet, '- name: wiki\n', '- name: wiki-primary\n'),
      '  name: wiki\n',
      '  name: docs\n',
    );
    expect(programFindingsOf({ 'a.yaml': fleet, 'b.yaml': second })).toEqual([
      `error ${id} b.yaml:13:11 wiki-primary is called like something that is made for wiki in a.yaml`,
    ]);
  });
});
