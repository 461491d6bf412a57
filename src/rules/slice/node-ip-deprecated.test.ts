import { expect, test } from 'vitest';
import { foundBy, hubObject } from './testing.js';

const found = (spec: string) => foundBy('slice/node-ip-deprecated', hubObject('Cluster', spec));

test('the old field is reported, and what it overwrites', () => {
  expect(found('{ nodeIP: 10.0.0.1 }')).toEqual(['warning 4:9 the Cluster fra has the old field nodeIP']);
  expect(found('{ nodeIP: 10.0.0.1, nodeIPs: [10.0.0.2] }')).toEqual([
    'warning 4:17 the old field nodeIP of the Cluster fra, 10.0.0.1, replaces 10.0.0.2 in nodeIPs',
  ]);
  expect(found('{ nodeIP: 10.0.0.1, nodeIPs: [10.0.0.1] }')).toEqual([
    'warning 4:9 the Cluster fra has the old field nodeIP',
  ]);
  expect(found('{ nodeIP: 10.0.0.1, nodeIPs: [10.0.0.2, 10.0.0.3] }')).toEqual([
    'warning 4:9 the Cluster fra has the old field nodeIP',
  ]);
});

test('the new field is right', () => {
  expect(found('{ nodeIPs: [10.0.0.2] }')).toEqual([]);
  expect(found('{ nodeIP: "" }')).toEqual([]);
});
