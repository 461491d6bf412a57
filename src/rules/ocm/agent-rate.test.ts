import { describe, expect, test } from 'vitest';
import { klusterlet, ownFindings, placementPolicy } from './testing.js';

const id = 'ocm/agent-rate';

describe('ocm/agent-rate', () => {
  test('notes that some of the four are left out', () => {
    expect(
      ownFindings(id, placementPolicy('ams'), klusterlet('kubeAPIBurst: 100\nhubKubeAPIQPS: 50\n')),
    ).toEqual([
      'info ocm/agent-rate 13:5 the Klusterlet of ams limits some of its requests, and leaves out kubeAPIQPS and hubKubeAPIBurst',
    ]);
  });

  test('is content with all, with none, and without replicas', () => {
    const all = 'kubeAPIQPS: 50\nkubeAPIBurst: 100\nhubKubeAPIQPS: 50\nhubKubeAPIBurst: 100\n';
    expect(ownFindings(id, placementPolicy('ams'), klusterlet(all))).toEqual([]);
    expect(ownFindings(id, placementPolicy('ams'), klusterlet('statusSyncInterval: 10s\n'))).toEqual([]);
    expect(ownFindings(id, klusterlet('kubeAPIQPS: 50\n'))).toEqual([]);
  });
});
