import { describe, expect, test } from 'vitest';
import { managedCluster, ownFindings } from './testing.js';

const urls = (...list: readonly string[]): string =>
  managedCluster('ams', `managedClusterClientConfigs:\n${list.map((url) => `  - url: ${url}\n`).join('')}`);

describe('ocm/client-url', () => {
  test.each([
    ['http://10.2.0.57:6443', 'http://10.2.0.57:6443'],
    ['10.2.0.57:6443', '10.2.0.57:6443'],
    ['HTTPS://', 'HTTPS://'],
    ['""', 'an empty text'],
  ])('reports %s', (written, said) => {
    expect(ownFindings('ocm/client-url', urls('https://10.2.0.57:6443', written))).toEqual([
      `error ocm/client-url 9:12 the ManagedCluster ams is reached at ${said}, which is no https URL`,
    ]);
  });

  test('is content with https, without a list and with what is no text', () => {
    expect(ownFindings('ocm/client-url', urls('https://k8s.example.com', 'https://[fd00::1]:6443'))).toEqual(
      [],
    );
    expect(ownFindings('ocm/client-url', managedCluster())).toEqual([]);
    expect(ownFindings('ocm/client-url', urls('7'))).toEqual([]);
  });
});
