import { expect, test } from 'vitest';
import { lines, operatorTopology, siteTopology } from '../sites.testing.js';
import { findingsOf, fixesOf } from '../testing.js';

const id = 'provider/toleration';
const borne = (text: string, base = siteTopology): string =>
  base + lines('scheduling:', '  tolerations:', `    - { ${text} }`);

test('a value where the taint only has to exist', () => {
  const text = borne('key: db, operator: Exists, value: x');
  expect(findingsOf(text)).toEqual([
    `error ${id} 24:40 the toleration of db has a value, and asks only that the taint exists`,
  ]);
  expect(fixesOf(text)).toEqual(['remove it, or write operator: Equal']);
  expect(findingsOf(borne('key: db, operator: Exists, value: x', operatorTopology))).toHaveLength(1);
});

test('a value without a key', () => {
  expect(findingsOf(borne('value: x'))).toEqual([
    `error ${id} 24:13 the toleration has no key, and is for taints of one value`,
  ]);
});

test('seconds of another effect', () => {
  expect(findingsOf(borne('key: db, operator: Exists, tolerationSeconds: 60'))).toEqual([
    `error ${id} 24:40 tolerationSeconds is for taints of the effect NoExecute`,
  ]);
  expect(findingsOf(borne('key: db, operator: Exists, effect: NoExecute, tolerationSeconds: 60'))).toEqual(
    [],
  );
});

test('those that the API server takes', () => {
  expect(findingsOf(borne('operator: Exists'))).toEqual([]);
  expect(findingsOf(borne('key: db, operator: Exists, value: ""'))).toEqual([]);
  expect(findingsOf(borne('key: example.com/db, value: x, effect: NoSchedule'))).toEqual([]);
});
