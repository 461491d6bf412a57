import { expect, test } from 'vitest';
import { manifestFindingsOf } from '../testing.js';

const id = 'manifests/yaml-1-1';
const found = (text: string): string[] => manifestFindingsOf(text).filter((each) => each.includes(` ${id} `));
const data = (...lines: readonly string[]): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n${lines.map((line) => `  ${line}\n`).join('')}`;

test.each([
  ['a: yes', '5:6 yes is true to kubectl, not a text'],
  ['a: Off', '5:6 Off is false to kubectl, not a text'],
  ['a: [n]', '5:7 n is false to kubectl, not a text'],
  ['on: a', '5:3 the key on is true to kubectl'],
  ['a: 0123', '5:6 0123 is 83 to kubectl'],
  ['a: 1_000', '5:6 1_000 is 1000 to kubectl'],
  ['a: 0b11', '5:6 0b11 is 3 to kubectl'],
])('%s', (line, finding) => {
  expect(found(data(line))).toEqual([`warning ${id} ${finding}`]);
});

test.each([
  'a: "yes"',
  "a: 'on'",
  'a: true',
  'a: 1000',
  'a: 0x1F',
  'a: 0',
  'a: 08',
  'a: nothing',
  'a: 12:30',
  'a: ~',
  '"on": a',
])('is content with %s', (line) => {
  expect(found(data(line))).toEqual([]);
});

test('leaves the trigger of an autoscaler to its rule', () => {
  const text = `apiVersion: autoscaling.kubedb.com/v1alpha1
kind: MariaDBAutoscaler
metadata: { name: a }
spec: { compute: { mariadb: { trigger: On } } }
`;
  expect(found(text)).toEqual([]);
});
