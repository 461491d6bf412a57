import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology, relatedOf } from '../testing.js';
import { foundBy, sliceConfig } from './testing.js';

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

describe('slice/gateway-services in manifests', () => {
  const found = (entries: string, changes = {}) =>
    foundBy(
      'slice/gateway-services',
      sliceConfig({
        sliceGatewayProvider: `{ sliceGatewayType: OpenVPN, sliceGatewayServiceType: [${entries}] }`,
        ...changes,
      }),
    );

  test('a service names one cluster, and each has one', () => {
    expect(found('{ cluster: "" }, { cluster: fra }, { cluster: fra, type: LoadBalancer }')).toEqual([
      'error 9:91 a gateway service names no cluster',
      'error 9:126 the gateway of fra is described twice',
    ]);
    expect(found('{ cluster: "*" }, { cluster: "*" }')).toEqual([
      'error 9:109 the gateway of * is described twice',
    ]);
  });

  test('* beside others is right, and nothing is looked at without a network', () => {
    expect(found('{ cluster: "*" }, { cluster: fra }')).toEqual([]);
    expect(found('{ cluster: "" }', { overlayNetworkDeploymentMode: 'no-network' })).toEqual([]);
  });
});
