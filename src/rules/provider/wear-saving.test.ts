import { expect, test } from 'vitest';
import { operatorTopology, siteTopology } from '../sites.testing.js';
import { change, findingsOf } from '../testing.js';

const saving = (text: string): string => change(text, 'size: 64Gi', 'size: 64Gi, wearSaving: true');
const own = (text: string): string[] =>
  findingsOf(text, true).filter((each) => each.includes(' provider/wear-saving '));

test.each([siteTopology, operatorTopology])('replicas that write once a second', (text) => {
  expect(own(saving(text))).toEqual([
    'info provider/wear-saving 20:28 the 3 replicas of wiki write their log once a second, and stand in one place',
  ]);
});

test('a server alone, whose file says it, and replicas that write each commit', () => {
  expect(own(change(saving(operatorTopology), 'replicas: 3', 'replicas: 1'))).toEqual([]);
  expect(own(siteTopology)).toEqual([]);
});
