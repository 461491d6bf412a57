import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology, relatedOf } from '../testing.js';

function services(...entries: readonly string[]): string {
  const lines = entries.map((entry) => `      - ${entry}\n`).join('');
  return change(
    goodTopology,
    '  subnet: 10.7.0.0/16\n',
    `  subnet: 10.7.0.0/16\n  gateway:\n    services:\n${lines}`,
  );
}

describe('slice/gateway-services', () => {
  test('reports a cluster that has two', () => {
    const text = services('cluster: ams', 'cluster: fra', '{ cluster: ams, type: LoadBalancer }');
    expect(findingsOf(text)).toEqual([
      'error slice/gateway-services 23:20 the gateway of ams is described twice',
    ]);
    expect(relatedOf(text)).toEqual([['21:18 first here']]);
  });

  test('is content with one for each', () => {
    expect(findingsOf(services('cluster: ams', 'cluster: fra'))).toEqual([]);
  });
});
