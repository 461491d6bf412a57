import { describe, expect, test } from 'vitest';
import { carrying, configMap, ownFindings, work } from './testing.js';

const id = 'ocm/work-overlap';
const spec = carrying(configMap('a'));

describe('ocm/work-overlap', () => {
  test('reports an object in two works of a cluster', () => {
    expect(ownFindings(id, work(spec, 'one'), work(spec, 'two'))).toEqual([
      'warning ocm/work-overlap 15:80 the works one and two of ams both carry ConfigMap shop/a',
    ]);
  });

  test('is content with works of two clusters, two objects, and a work that only reads', () => {
    expect(ownFindings(id, work(spec, 'one'), work(spec, 'two', 'fra'))).toEqual([]);
    expect(ownFindings(id, work(spec, 'one'), work(carrying(configMap('b')), 'two'))).toEqual([]);
    const read = `${spec}manifestConfigs:
  - resourceIdentifier: { group: "", resource: configmaps, namespace: "*", name: "*" }
    updateStrategy: { type: ReadOnly }
`;
    expect(ownFindings(id, work(spec, 'one'), work(read, 'two'))).toEqual([]);
  });
});
