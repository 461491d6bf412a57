import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import type { Plan } from '../../plan/index.js';
import { change, goodTopology } from '../../rules/testing.js';
import { survivalEntries } from './entries.js';
import { survivalSection } from './section.js';
import { survivalLines } from './summary.js';

function planOf(content: string): Plan {
  const { plans, diagnostics } = compile([{ name: 'topology.yaml', content }]);
  const [plan] = plans;
  if (!plan) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return plan;
}

function example(name: string): Plan {
  return planOf(
    readFileSync(fileURLToPath(new URL(`../../../spec/examples/${name}`, import.meta.url)), 'utf8'),
  );
}

describe('what databases survive, in the runbook', () => {
  test('is a table of single failures, those that come to the same in one row', () => {
    const section = survivalSection(planOf(goodTopology)) ?? '';
    expect(section).toContain(
      '`shop/orders`: 3 votes on 2 clusters; writes stop without a node of fra, go on without ams.',
    );
    expect(section).toContain(
      '| a node of ams; ams | go on, after 15 s | go on | nothing answered is lost | ',
    );
    expect(section).toContain(
      '| fra | stop: 1 of 3 votes left, 2 needed | stop | nothing answered is lost | bring the hub back',
    );
  });

  test('is said once for a fleet, of any of its clusters', () => {
    const section = survivalSection(example('edge-fleet.yaml')) ?? '';
    expect(section).toContain('one server on each of 50 clusters; writes stop without its node');
    expect(section).toContain('| a node of its cluster; its cluster | stop: no replica is left |');
    expect(section).not.toContain('store-0');
  });

  test('is not there without databases', () => {
    expect(survivalSection({ ...planOf(goodTopology), databases: [] })).toBeUndefined();
  });

  test('reads nothing in a name as Markdown', () => {
    const zones = change(goodTopology, 'name: ams\n', 'name: ams\n    zones: [a_b_c, d]\n');
    expect(survivalSection(planOf(zones))).toContain('a\\_b\\_c');
  });
});

describe('what databases survive, in lines', () => {
  test('has one for each, and a number for the rest', () => {
    const databases = Array.from({ length: 11 }, (_, index) => {
      const place = '[{ cluster: fra, replicas: [0, 2] }, { cluster: ams, replicas: [1] }]';
      return `  - { name: d${String.fromCharCode(97 + index)}, namespace: shop, provider: kubedb, engine: mariadb, version: "11.8.5", placement: ${place}, survive: none, storage: { size: 20Gi } }\n`;
    });
    const lines = survivalLines([planOf(goodTopology + databases.join(''))]);
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toBe('and 4 more: dbspan whatif');
  });

  test('says that what is asked for holds', () => {
    const text = readFileSync(
      fileURLToPath(new URL('../../../spec/examples/aks-galera-three-zones.yaml', import.meta.url)),
      'utf8',
    );
    expect(survivalLines([planOf(text)])[0]).toContain('survives any one zone (survive: zone holds)');
  });

  test('is none without databases', () => {
    expect(survivalLines([])).toEqual([]);
    expect(survivalEntries([])).toEqual([]);
  });
});
