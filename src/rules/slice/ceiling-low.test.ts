import { describe, expect, test } from 'vitest';
import { change, database, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

function ceiling(bandwidth: string, size = '20Gi'): string {
  return change(
    change(
      goodTopology,
      '  subnet: 10.7.0.0/16\n',
      `  subnet: 10.7.0.0/16\n  bandwidth: { ceiling: ${bandwidth} }\n`,
    ),
    'size: 20Gi',
    `size: ${size}`,
  );
}

describe('slice/ceiling-low', () => {
  test('says how long the largest volume takes', () => {
    const text = ceiling('5120kbps', '510Mi');
    expect(findingsOf(text)).toEqual([
      'warning slice/ceiling-low 19:25 with a ceiling of 5120kbps, moving 510Mi takes 14 min',
    ]);
    expect(relatedOf(text)).toEqual([['32:22 the volume of orders']]);
    expect(fixesOf(text)).toEqual(['raise it to what the links carry; with 100Mbps it takes 43 s']);
  });

  test('looks for the largest volume among those that move', () => {
    const text =
      ceiling('99Mbps') +
      database({ name: 'ledger', size: '1Ti' }) +
      database({ name: 'archive', size: '9Ti', placement: '[{ cluster: ams, replicas: 3 }]' });
    expect(findingsOf(text)).toEqual([
      'warning slice/ceiling-low 19:25 with a ceiling of 99Mbps, moving 1Ti takes 25 h',
    ]);
    expect(relatedOf(text)).toEqual([['40:22 the volume of ledger']]);
  });

  test.each(['100Mbps', '100000kbps', '1Gbps'])('is content with %s', (bandwidth) => {
    expect(findingsOf(ceiling(bandwidth))).toEqual([]);
  });

  test('is content when nothing moves between clusters', () => {
    const text = change(
      ceiling('5Mbps'),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    expect(findingsOf(text)).toEqual([]);
  });
});
