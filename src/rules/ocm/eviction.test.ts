import { describe, expect, test } from 'vitest';
import { klusterlet, ownFindings, placementPolicy } from './testing.js';

const id = 'ocm/eviction';
const gate = 'featureGates: [{ feature: RawFeedbackJsonString, mode: Enable }]\n';
const period = (text: string): string =>
  klusterlet(`${gate}appliedManifestWorkEvictionGracePeriod: ${text}\n`);

describe('ocm/eviction', () => {
  test('reports an agent that waits as long as the standard', () => {
    const message =
      'the Klusterlet of ams does not say how long it waits before it deletes replicas; that is 60 minutes';
    expect(ownFindings(id, klusterlet(gate))).toEqual([`warning ocm/eviction 7:3 ${message}`]);
    expect(ownFindings(id, placementPolicy('ams'), klusterlet('kubeAPIQPS: 50\n'))).toEqual([
      `warning ocm/eviction 12:3 ${message}`,
    ]);
  });

  test.each([
    ['60m', '60 min'],
    ['719h59m59s', '30 days'],
    ['36h', '36 h'],
  ])('reports %s', (text, said) => {
    expect(ownFindings(id, period(text))).toEqual([
      `warning ocm/eviction 9:45 the Klusterlet of ams waits only ${said} before it deletes replicas`,
    ]);
  });

  test.each(['720h', '876000h', 'never'])('is content with %s, or leaves it to the schema', (text) => {
    expect(ownFindings(id, period(text))).toEqual([]);
  });

  test('is content with agents of clusters without replicas', () => {
    expect(ownFindings(id, klusterlet('kubeAPIQPS: 50\n'))).toEqual([]);
    expect(ownFindings(id, placementPolicy('fra'), klusterlet('kubeAPIQPS: 50\n'))).toEqual([]);
  });
});
