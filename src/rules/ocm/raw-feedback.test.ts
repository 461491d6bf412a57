import { describe, expect, test } from 'vitest';
import { klusterlet, ownFindings, placementPolicy } from './testing.js';

const id = 'ocm/raw-feedback';
const missing = (place: string): string[] => [
  `error ocm/raw-feedback ${place} the Klusterlet of ams, whose cluster holds replicas, does not enable RawFeedbackJsonString`,
];

describe('ocm/raw-feedback', () => {
  test('reports a cluster with replicas whose agent has no gates, or others', () => {
    expect(ownFindings(id, placementPolicy('ams'), klusterlet('kubeAPIQPS: 50\n'))).toEqual(missing('12:3'));
    const others = klusterlet('featureGates: [{ feature: ExecutorValidatingCaches, mode: Enable }]\n');
    expect(ownFindings(id, placementPolicy('ams'), others)).toEqual(missing('13:5'));
    const bare = klusterlet('').replace('  workConfiguration:\n', '');
    expect(ownFindings(id, placementPolicy('ams'), bare)).toEqual(missing('10:1'));
  });

  test.each(['{ feature: RawFeedbackJsonString }', '{ feature: RawFeedbackJsonString, mode: Disable }'])(
    'reports %s wherever it stands',
    (entry) => {
      expect(ownFindings(id, klusterlet(`featureGates: [${entry}]\n`))[0]).toMatch(
        /the Klusterlet of ams lists RawFeedbackJsonString without mode: Enable, which leaves it off$/,
      );
    },
  );

  test('is content with the gate, and with clusters that hold no replicas as far as is known', () => {
    const on = klusterlet('featureGates: [{ feature: RawFeedbackJsonString, mode: Enable }]\n');
    expect(ownFindings(id, placementPolicy('ams'), on)).toEqual([]);
    expect(ownFindings(id, placementPolicy('fra'), klusterlet('kubeAPIQPS: 50\n'))).toEqual([]);
    expect(ownFindings(id, klusterlet('kubeAPIQPS: 50\n'))).toEqual([]);
    const off = klusterlet('featureGates: [{ feature: RawFeedbackJsonString, mode: Disable }]\n');
    expect(ownFindings(id, placementPolicy('fra'), off)).toEqual([]);
    expect(ownFindings(id, placementPolicy('ams'), off)).toHaveLength(1);
  });
});
