import { expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';

const released = (release: string): string =>
  change(goodTopology, 'clusters:\n', `releases: { kubedb: ${release} }\nclusters:\n`);

test.each(['v2026.8.14-rc.0', '2026.8.14-rc.0'])('reports %s', (release) => {
  expect(findingsOf(released(release))).toEqual([
    'warning kubedb/release-preview 5:21 KubeDB v2026.8.14-rc.0 is a preview',
  ]);
  expect(fixesOf(released(release))).toEqual(['write v2026.7.10']);
});

test('is content with a release, and leaves unknown ones to their rule', () => {
  expect(findingsOf(released('v2026.7.10'))).toEqual([]);
  expect(findingsOf(released('v2027.1.1-rc.1')).filter((each) => each.includes('preview'))).toEqual([]);
});
