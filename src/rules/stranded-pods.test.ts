import { expect, test } from 'vitest';
import { readManifests } from '../manifests/index.js';
import { stranding } from './stranded-pods.js';

function spec(value: object) {
  const content = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: value });
  const root = readManifests({ name: 'm', content }).manifests[0]?.root;
  if (!root) throw new Error('no manifest');
  return root.at('spec');
}

const out = (zone: string) => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'NotIn', values: [zone] }] }],
      },
    },
  },
});
const spread = (whenUnsatisfiable: string) => ({
  topologySpreadConstraints: [{ topologyKey: 'zone', whenUnsatisfiable }],
});
const tolerant = { tolerations: [{ key: 'db', operator: 'Exists' }] };

test.each([
  [{}, { nodeSelector: { disk: 'fast' } }, ['nodes must have disk=fast']],
  [{ nodeSelector: { disk: 'fast' } }, { nodeSelector: { disk: 'slow' } }, ['nodes must have disk=slow']],
  [{ nodeSelector: { disk: 'fast' } }, {}, []],
  [tolerant, {}, ['tainted nodes are no longer tolerated']],
  [{}, tolerant, []],
  [spread('ScheduleAnyway'), spread('DoNotSchedule'), ['they must spread over zone']],
  [spread('DoNotSchedule'), spread('ScheduleAnyway'), []],
  [{}, out('c'), ['they must leave zone c']],
  [out('c'), out('b'), ['they must leave zone b']],
  [out('c'), {}, []],
])('%j to %j', (before, after, expected) => {
  expect(stranding(spec(before), spec(after))).toEqual(expected);
});
