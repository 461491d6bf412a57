import { describe, expect, test } from 'vitest';
import { change, database, findingsOf, fixesOf, goodTopology } from '../testing.js';

const own = (findings: string[]): string[] => findings.filter((each) => each.includes(' slice/pod-limit '));

/** So many replicas on fra besides the two that are there. */
function filled(replicas: number, slots: number): string {
  const text = change(
    goodTopology,
    '  subnet: 10.7.0.0/16\n',
    `  subnet: 10.7.0.0/16\n  maxClusters: ${slots}\n`,
  );
  let databases = '';
  for (let left = replicas, index = 0; left > 0; left -= 9, index++) {
    databases += database({
      name: `d${index}`,
      placement: `[{ cluster: fra, replicas: ${Math.min(left, 9)} }]`,
    });
  }
  return text + databases;
}

describe('slice/pod-limit', () => {
  test('reports replicas that find no address', () => {
    expect(own(findingsOf(filled(2044, 32)))).toEqual([
      'error slice/pod-limit 19:16 fra holds 2046 replicas, and its slot of the slice has 2048 addresses, those of router and gateways included',
    ]);
    expect(fixesOf(filled(2044, 32))).toContain(
      'write maxClusters: 4 if the slice does not exist yet, for 16384 addresses each; or divide the databases over several slices, each with clusters of its own',
    );
  });

  test('is content as long as there is one for each', () => {
    expect(own(findingsOf(filled(2043, 32)))).toEqual([]);
    expect(own(findingsOf(filled(2044, 16)))).toEqual([]);
  });
});
