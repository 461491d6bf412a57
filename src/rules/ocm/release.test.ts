import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';

const release = (version: string): string => `${goodTopology}releases:\n  ocm: ${version}\n`;

describe('ocm/release', () => {
  test.each(['v0.16.0', '0.13.2'])('reports %s', (version) => {
    expect(findingsOf(release(version))).toEqual([
      `error ocm/release 33:8 OCM v${version.replace('v', '')} does not have all fields of the Klusterlet that are written`,
    ]);
  });

  test.each(['v1.0.0', '1.3.1', 'v1.10.0'])('is content with %s', (version) => {
    expect(findingsOf(release(version))).toEqual([]);
  });

  test('is content without a slice, where OCM is not used', () => {
    const alone = change(
      change(release('v0.16.0'), 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    expect(findingsOf(alone)).toEqual([]);
  });
});
