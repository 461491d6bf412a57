import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';

const withoutUrl = change(
  goodTopology,
  '    apiServer: https://10.2.0.56:6443\n',
  '    context: admin@fra\n',
);

describe('slice/api-server-unknown', () => {
  test('reports a hub that does not say where it is reached', () => {
    expect(findingsOf(withoutUrl)).toEqual([
      'warning slice/api-server-unknown 6:5 fra is the hub of a slice but has no apiServer',
    ]);
    expect(fixesOf(withoutUrl)).toEqual([
      "write its URL as members reach it, such as apiServer: https://10.2.0.56:6443; the kubeconfig has: kubectl --context admin@fra config view --minify -o jsonpath='{.clusters[0].cluster.server}'",
    ]);
  });

  test('is content when only members do not say it, or when nothing joins', () => {
    expect(findingsOf(goodTopology)).toEqual([]);
    const single = change(
      change(withoutUrl, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    expect(findingsOf(single)).toEqual([]);
  });
});
