import { describe, expect, test } from 'vitest';
import { compile } from '../compile.js';
import { positionAt } from '../diagnostics/index.js';
import { firstSitesOf, isOnSites, replicasSpan, siteEntry, sitesOf } from './sites.js';
import { operatorTopology } from './sites.testing.js';
import { change, goodTopology } from './testing.js';

const fleet = change(operatorTopology, '- name: west\n', '- name: west\n    fleet: west-{1..3}\n');
const planOf = (content: string) => {
  const [plan] = compile([{ name: 't', content }]).plans;
  if (!plan) throw new Error('no plan');
  return plan;
};

describe('databases that live on one cluster each', () => {
  test('are those of every provider but KubeDB, one for each cluster', () => {
    expect(sitesOf(planOf(fleet)).map(({ home }) => home.name)).toEqual(['west-1', 'west-2', 'west-3']);
    expect(sitesOf(planOf(goodTopology))).toEqual([]);
    expect(firstSitesOf(planOf(fleet)).map(({ home }) => home.name)).toEqual(['west-1']);
  });

  test('are asked for by an entry of the placement, that of a fleet for all its clusters', () => {
    for (const database of sitesOf(planOf(fleet))) {
      expect(siteEntry(database)?.cluster).toBe('west');
      const { file, start } = replicasSpan(database);
      expect(positionAt(file, start)).toMatchObject({ line: 19, column: 19 });
    }
  });

  test('are told in a topology by the provider, unless there is a block for KubeDB', () => {
    const [source] = planOf(operatorTopology).topology.databases;
    expect(source && isOnSites(source)).toBe(true);
    expect(source && isOnSites({ ...source, kubedb: {} })).toBe(false);
    expect(source && isOnSites({ ...source, provider: 'kubedb' })).toBe(false);
  });
});
