import { describe, expect, test } from 'vitest';
import { besideTopology, otherTopology } from '../programs.testing.js';
import { goodTopology, programFindingsOf } from '../testing.js';

const releases = (text: string, list: string): string =>
  text.replace('clusters:\n', `releases: { ${list} }\nclusters:\n`);

describe('program/releases-differ', () => {
  test('reports two releases on one hub', () => {
    const second = releases(besideTopology, 'kubedb: v2026.6.19');
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': second })).toEqual([
      'error program/releases-differ b.yaml:5:21 KubeDB is to be v2026.6.19 on fra here and v2026.7.10 in a.yaml',
    ]);
  });

  test('reports every system', () => {
    const first = releases(goodTopology, 'kubeslice: v2026.1.15, ocm: v1.1.0');
    const second = releases(besideTopology, 'kubeslice: v2025.7.31, ocm: v1.2.0');
    expect(programFindingsOf({ 'a.yaml': first, 'b.yaml': second })).toEqual([
      'error program/releases-differ b.yaml:5:24 KubeSlice is to be v2025.7.31 on fra here and v2026.1.15 in a.yaml',
      'error program/releases-differ b.yaml:5:41 OCM is to be v1.2.0 on fra here and v1.1.0 in a.yaml',
    ]);
  });

  test('is content with the same written otherwise, with an open choice, and on hubs apart', () => {
    const first = releases(goodTopology, 'kubedb: v2026.7.10');
    const second = releases(besideTopology, 'kubedb: "2026.7.10", ocm: v1.2.0');
    expect(programFindingsOf({ 'a.yaml': first, 'b.yaml': second })).toEqual([]);
    const other = releases(otherTopology, 'kubedb: v2026.6.19, kubeslice: v2025.7.31');
    expect(
      programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': other }).filter((each) =>
        each.includes('program/'),
      ),
    ).toEqual([]);
  });
});
