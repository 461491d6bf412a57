import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';

function released(release: string): string {
  return change(goodTopology, 'clusters:\n', `releases: { kubedb: ${release} }\nclusters:\n`);
}

describe('kubedb/release-unknown', () => {
  test('reports a release that is not in the table', () => {
    expect(findingsOf(released('v2027.12.31-rc.1'))).toEqual([
      'warning kubedb/release-unknown 5:21 KubeDB v2027.12.31-rc.1 is not known here and counts as v2026.7.10',
    ]);
    expect(fixesOf(released('v2027.12.31-rc.1'))).toEqual([
      'write v2026.7.10, or a dbspan that knows v2027.12.31-rc.1',
    ]);
  });

  test('takes a release that is nearly right for what was meant', () => {
    expect(fixesOf(released('v2026.7.11'))).toEqual(['did you mean v2026.7.10?']);
    expect(fixesOf(released('2026.1.18'))).toEqual(['did you mean v2026.1.19?']);
  });

  test('is content with a known one, with one too old for it and with none', () => {
    expect(findingsOf(released('2026.2.26'))).toEqual([]);
    expect(findingsOf(released('v2025.7.31')).filter((finding) => finding.startsWith('warning'))).toEqual([]);
    expect(findingsOf(goodTopology)).toEqual([]);
  });
});
