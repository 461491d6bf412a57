import { expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';

const releases = (lines: string): string => `${goodTopology}releases: { ${lines} }\n`;

test.each([
  ['kubeslice: v2026.1', 'v2026.1 is no release of KubeSlice', '32:24'],
  ['kubeslice: "2026"', '2026 is no release of KubeSlice', '32:24'],
  ['kubeslice: 2026.1.15.1', '2026.1.15.1 is no release of KubeSlice', '32:24'],
  ['ocm: v1.3', 'v1.3 is no release of OCM', '32:18'],
  ['ocm: v1', 'v1 is no release of OCM', '32:18'],
])('%s', (lines, message, place) => {
  expect(findingsOf(releases(lines))).toEqual([
    `warning topology/release-form ${place} ${message}, only a part of one`,
  ]);
});

test.each(['kubeslice: v2026.1.15', 'kubeslice: 2026.1.15-rc.0', 'ocm: v1.3.1', 'ocm: 1.3.1'])(
  'is content with %s',
  (lines) => {
    expect(findingsOf(releases(lines))).toEqual([]);
  },
);

test('an old OCM is ocm/release, and without a slice none is installed', () => {
  expect(findingsOf(releases('ocm: v0.16')).map((finding) => finding.split(' ')[1])).toEqual(['ocm/release']);
  const alone = change(
    change(releases('ocm: v1.3'), 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
    'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
    'replicas: 3',
  );
  expect(findingsOf(alone)).toEqual([]);
});
