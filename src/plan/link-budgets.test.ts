import { describe, expect, test } from 'vitest';
import { compile } from '../compile.js';
import { paceText } from '../rules/link-words.js';
import { lowCeiling } from '../rules/low-ceiling.js';
import { change, database, goodTopology } from '../rules/testing.js';
import { fullCopies, isOverrun, linkBudgets, type Plan } from './index.js';

function planOf(text: string): Plan {
  const [plan] = compile([{ name: 't', content: text }]).plans;
  if (!plan) throw new Error('the topology has errors');
  return plan;
}

const links = 'links: [{ between: [ams, fra], bandwidth: 400Mbps }]\n';
const sized = `${change(
  goodTopology,
  '  subnet: 10.7.0.0/16\n',
  '  subnet: 10.7.0.0/16\n  bandwidth: { ceiling: 300Mbps }\n',
)}    resources: { memory: 2Gi }
    sizing: { data: 1Gi, gcache: { rideOut: 1h, writeRate: 1Mi } }
`;

describe('what is narrow between clusters', () => {
  test('has its databases, with what their writes take', () => {
    const plan = planOf(`${sized}${database({ name: 'ledger', engine: 'postgres' })}${links}`);
    const { narrow, byDatabase } = linkBudgets(plan);
    expect(
      narrow.map(({ name, written, replication, passengers }) => [
        name,
        written,
        replication,
        ...passengers.map((each) => [each.database.name, each.receivers, each.replication]),
      ]),
    ).toEqual([
      ['the link between ams and fra', '400Mbps', 2 ** 21, ['orders', 2, 2 ** 21], ['ledger', 2, undefined]],
      ['the slice', '300Mbps', 2 ** 21, ['orders', 2, 2 ** 21], ['ledger', 2, undefined]],
    ]);
    expect([...byDatabase.values()].map(({ length }) => length)).toEqual([2, 2]);
    expect(narrow.some(isOverrun)).toBe(false);
    expect(narrow.map(paceText)).toEqual(['400Mbps beside the writes', '300Mbps beside the writes']);
    expect(fullCopies(plan).map(({ through, data }) => [through.name, data.said])).toEqual([
      ['the slice', true],
      ['the slice', false],
    ]);
    expect(linkBudgets(plan)).toBe(linkBudgets(plan));
  });

  test('is nothing without links and a ceiling, or with a profile', () => {
    expect(linkBudgets(planOf(goodTopology)).narrow).toEqual([]);
    const profile = change(sized, '{ ceiling: 300Mbps }', '{ profile: default }');
    expect(linkBudgets(planOf(profile)).narrow).toEqual([]);
  });
});

test('a ceiling is low where nothing better is known', () => {
  const low = change(sized, '300Mbps', '60Mbps');
  const unsaid = low.replace(/gcache: .*\}/, 'maxConnections: 20 }');
  expect(lowCeiling(planOf(unsaid))).toMatchObject({ kbps: 60_000, largest: { name: 'orders' } });
  expect(lowCeiling(planOf(low))).toBeUndefined();
  expect(lowCeiling(planOf(unsaid + change(links, '400', '50')))).toBeUndefined();
  expect(lowCeiling(planOf(unsaid + links))).toBeDefined();
});
