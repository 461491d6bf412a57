import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';

describe('provider/not-yet', () => {
  test.each(['mariadb-operator', 'statefulset'])('reports a database of %s', (provider) => {
    expect(findingsOf(change(goodTopology, 'kubedb', provider))).toEqual([
      `warning provider/not-yet 22:15 orders is left out: databases of ${provider} are not written yet`,
    ]);
  });

  test('is content with kubedb', () => {
    expect(findingsOf(goodTopology)).toEqual([]);
  });
});
