import { describe, expect, test } from 'vitest';
import { carrying, configMap, ownFindings, work } from './testing.js';

const id = 'ocm/work-corefile';
const corefile = (name: string, key: string, strategy: string): string =>
  work(`${carrying(configMap(name, 'kube-system', `{ ${key}: x }`))}manifestConfigs:
  - resourceIdentifier: { group: "", resource: configmaps, namespace: kube-system, name: ${name} }
    updateStrategy: ${strategy}
`);

describe('ocm/work-corefile', () => {
  test.each([
    '{ type: ServerSideApply }',
    '{ type: ServerSideApply, serverSideApply: { fieldManager: work-agent-dns } }',
    '{ type: ServerSideApply, serverSideApply: { force: false } }',
  ])('reports a Corefile with %s', (strategy) => {
    expect(ownFindings(id, corefile('coredns', 'Corefile', strategy))).toEqual([
      'error ocm/work-corefile 10:31 ManifestWork ams/one applies the Corefile without force, which conflicts with its owner',
    ]);
  });

  test('is content with force, with another strategy, key or ConfigMap', () => {
    const apply = '{ type: ServerSideApply }';
    expect(
      ownFindings(
        id,
        corefile('coredns', 'Corefile', '{ type: ServerSideApply, serverSideApply: { force: true } }'),
      ),
    ).toEqual([]);
    expect(ownFindings(id, corefile('coredns', 'Corefile', '{ type: Update }'))).toEqual([]);
    expect(ownFindings(id, corefile('coredns', 'NodeHosts', apply))).toEqual([]);
    expect(ownFindings(id, corefile('coredns-custom', 'Corefile', apply))).toEqual([]);
  });
});
