import { expect, test } from 'vitest';
import { foundBy } from './testing.js';

const found = (name: string, labels: string) =>
  foundBy(
    'slice/pod-security',
    `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name}, labels: ${labels} }\n`,
  );

test.each(['restricted', 'baseline'])('a worker’s namespace with %s', (level) => {
  expect(found('kubeslice-system', `{ pod-security.kubernetes.io/enforce: ${level} }`)).toEqual([
    `error 3:83 the namespace kubeslice-system admits no more than ${level} pods`,
  ]);
});

test('privileged, nothing, only a warning, or another namespace', () => {
  expect(found('kubeslice-system', '{ pod-security.kubernetes.io/enforce: privileged }')).toEqual([]);
  expect(found('kubeslice-nsm-webhook-system', '{}')).toEqual([]);
  expect(found('kubeslice-system', '{ pod-security.kubernetes.io/warn: restricted }')).toEqual([]);
  expect(found('shop', '{ pod-security.kubernetes.io/enforce: restricted }')).toEqual([]);
});
