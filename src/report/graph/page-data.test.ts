import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { verdictShapes } from '../../page/shapes.js';
import type { Plan } from '../../plan/index.js';
import { parseLoss } from '../../survival/index.js';
import { icon } from './icons.js';
import { pageDataOf } from './page-data.js';
import { failureTable } from './page-table.js';
import { written } from './scene.js';
import { dark, light } from './theme.js';

const example = (name: string): Plan => {
  const content = readFileSync(new URL(`../../../spec/examples/${name}.yaml`, import.meta.url));
  const [plan] = compile([{ name, content }]).plans;
  if (!plan) throw new Error(`${name} has errors`);
  return plan;
};

describe('what a page knows', () => {
  test('is plain JSON', () => {
    const data = pageDataOf(example('kubedb-mariadb-guide'));
    expect(JSON.parse(JSON.stringify(data))).toMatchObject({
      topology: 'demo-distributed-mariadb',
      landscape: { hub: 'demo-controller' },
      databases: [{ provider: 'kubedb', survives: 'none', alike: 0, survival: { name: 'mariadb' } }],
      fleets: [],
      lose: [],
    });
  });

  test('has one cluster of a fleet, and one database of each kind on it', () => {
    const plan = example('edge-fleet');
    const data = pageDataOf(plan, [
      { kind: 'cluster', cluster: 'store-017' },
      { kind: 'node', cluster: 'store-050' },
      { kind: 'cluster', cluster: 'store-001' },
    ]);
    expect(data.landscape.clusters.map(({ name }) => name)).toEqual(['store-001']);
    expect(data.databases.map(({ survival, alike }) => [survival.name, alike])).toEqual([['till', 49]]);
    expect(data.fleets).toEqual([{ name: 'store', cluster: 'store-001', count: 50 }]);
    expect(data.lose).toEqual(['store-001', 'node:store-001']);
  });

  test('says the figures of links as the file does', () => {
    const plan = example('three-clusters-five-replicas');
    const links = [{ between: ['fra', 'ams'], rtt: '7ms', bandwidth: '1Gbps' }, { between: ['ams', 'par'] }];
    const topology = { ...plan.topology, links } as unknown as Plan['topology'];
    expect(pageDataOf({ ...plan, topology }).links).toEqual([
      { between: ['fra', 'ams'], text: '7ms, 1Gbps' },
      { between: ['ams', 'par'], text: '' },
    ]);
  });

  test('has losses that the page can read', () => {
    const plan = example('three-clusters-five-replicas');
    const { landscape, lose } = pageDataOf(plan, [
      { kind: 'zone', zone: 'eu-west/ams-a' },
      { kind: 'link', between: ['par', 'fra'] },
      { kind: 'split', group: ['par', 'fra'] },
      { kind: 'region', region: 'eu-west' },
      { kind: 'hub' },
    ]);
    expect(lose.map((text) => 'problem' in parseLoss(text, landscape))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

test('the table without scripts has every single failure, and takes names for text', () => {
  const data = pageDataOf(example('kubedb-mariadb-guide'));
  const table = failureTable(data, (text) => text.toUpperCase());
  expect(table).toContain(
    '<tr><th scope="row">MARIADB</th><td>DEMO-CONTROLLER</td><td>BLOCKED, 1 OF 3 VOTES LEFT, 2 NEEDED</td><td>NOBODY TAKES WRITES</td></tr>',
  );
  expect(table.match(/<tr><th scope="row">/g)?.length).toBe(6);
});

test('the signs and colours of the page are those of the picture', () => {
  const css = readFileSync(new URL('../../page/main.css', import.meta.url), 'utf8');
  const [day = '', night = ''] = css.split('prefers-color-scheme: dark');
  for (const [verdict, { body, sign }] of Object.entries(verdictShapes)) {
    const drawn = written(icon(verdict as keyof typeof verdictShapes, { x: 0, y: 0 }));
    expect(drawn).toContain(`"${body}"`);
    expect(drawn).toContain(`"${sign}"`);
  }
  for (const fill of Object.values(light.fill)) expect(day).toContain(fill);
  for (const name of ['paper', 'card', 'text', 'faint', 'border', 'focus'] as const) {
    expect(day).toContain(`--${name}: ${light[name]};`);
    expect(night).toContain(`--${name}: ${dark[name]};`);
  }
});
