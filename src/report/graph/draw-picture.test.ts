import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { type Plan, survivalOf } from '../../plan/index.js';
import { database, goodTopology } from '../../rules/testing.js';
import { parseLoss } from '../../survival/index.js';
import { pictureOf } from './draw-picture.js';
import type { Picture } from './picture.js';

const folder = fileURLToPath(new URL('../../../spec/examples/', import.meta.url));

function planOf(text: string): Plan {
  const { plans, diagnostics } = compile([{ name: 'topology.yaml', content: text }], {
    readFile: (path) => readFileSync(`${folder}${path}`, 'utf8'),
  });
  const [plan] = plans;
  if (!plan) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return plan;
}

function example(name: string): Plan {
  return planOf(readFileSync(`${folder}${name}.yaml`, 'utf8'));
}

function pictureAfter(plan: Plan, ...texts: readonly string[]): Picture {
  const losses = texts.map((text) => {
    const loss = parseLoss(text, survivalOf(plan).landscape);
    if ('problem' in loss) throw new Error(text);
    return loss;
  });
  return pictureOf(plan, { losses });
}

describe('the layout of the guides', () => {
  const picture = pictureOf(planOf(goodTopology));

  test('has a mark for each loss', () => {
    const fates = picture.clusters.map(({ name, mark, node }) => [
      name,
      mark?.verdict,
      mark?.reason,
      node.mark?.writes,
    ]);
    expect(fates).toEqual([
      ['fra', 'blocked', '1 of 3 votes left, 2 needed', 'stop'],
      ['ams', 'writes-go-on', '2 of 3 votes left, 2 needed', 'continue'],
    ]);
    expect(picture.hub).toMatchObject({
      cluster: 'fra',
      mark: { verdict: 'control-plane-lost', writes: 'continue' },
    });
    expect(picture.links).toMatchObject([{ between: ['fra', 'ams'], mark: { verdict: 'writes-go-on' } }]);
  });

  test('says who votes, and what stops writes', () => {
    expect(picture.databases).toMatchObject([
      {
        name: 'shop/orders',
        votes: {
          total: 3,
          needed: 2,
          clusters: [
            { cluster: 'fra', votes: 2 },
            { cluster: 'ams', votes: 1 },
          ],
        },
        goal: 'none',
        met: true,
        survives: 'none',
        summary: 'Survives no failure for certain. Writes stop without a node of fra.',
      },
    ]);
  });

  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(picture))).toEqual(JSON.parse(JSON.stringify(structuredClone(picture))));
  });
});

describe('three clusters', () => {
  const plan = example('three-clusters-five-replicas');

  test('lose any one, and no two', () => {
    const { databases, regions } = pictureOf(plan);
    expect(databases[0]?.summary).toBe(
      'Survives the loss of any one cluster. Writes stop without a node in each of any two clusters.',
    );
    expect(regions.map(({ name, mark }) => [name, mark?.writes])).toEqual([
      ['eu-central', 'continue'],
      ['eu-west', 'stop'],
    ]);
  });

  test('have members that serve, idle or are gone after a loss', () => {
    const { clusters, lost, links, databases, hub } = pictureAfter(plan, 'fra', 'zone:ams-a');
    expect(lost).toEqual({ losses: ['fra', 'zone:eu-west/ams-a'], words: 'fra and the zone ams-a' });
    expect(clusters.map(({ name, lost: gone, mark }) => [name, gone, mark])).toEqual([
      ['fra', true, undefined],
      ['ams', false, undefined],
      ['par', false, undefined],
    ]);
    expect(clusters.flatMap(({ members }) => members.map(({ state }) => state))).toEqual([
      'lost',
      'lost',
      'lost',
      'lost',
      'idle',
    ]);
    expect(clusters[1]?.zones.map(({ lost: gone }) => gone)).toEqual([true, false, false]);
    expect(links.map(({ lost: gone }) => gone)).toEqual([true, true, false]);
    expect(hub?.lost).toBe(true);
    expect(databases[0]?.outcome).toMatchObject({ writes: 'stop', reason: '1 of 5 votes left, 3 needed' });
  });

  test('lose the hub alone', () => {
    const { clusters, hub, databases } = pictureAfter(plan, 'hub');
    expect(hub?.lost).toBe(true);
    expect(clusters.map(({ lost, hubLost }) => [lost, hubLost])).toEqual([
      [false, true],
      [false, false],
      [false, false],
    ]);
    expect(databases[0]?.outcome?.words).toBe('control plane lost');
  });

  test('lose a link, or a part of the network', () => {
    const lostLinks = ({ links }: Picture): string[] =>
      links.filter(({ lost }) => lost).map(({ loss }) => loss);
    expect(lostLinks(pictureAfter(plan, 'link:par-ams'))).toEqual(['link:ams-par']);
    expect(lostLinks(pictureAfter(plan, 'split:fra'))).toEqual(['link:fra-ams', 'link:fra-par']);
  });
});

describe('several databases', () => {
  const plan = planOf(
    `${goodTopology}${database({ name: 'cart', placement: '[{cluster: ams, replicas: [0, 1]}, {cluster: fra, replicas: [2]}]' })}`,
  );

  test('give a mark the worst of them, by name', () => {
    const marks = pictureOf(plan).clusters.map(({ mark }) => [mark?.reason, mark?.databases, mark?.of]);
    expect(marks).toEqual([
      ['orders: 1 of 3 votes left, 2 needed', ['shop/orders'], 2],
      ['cart: 1 of 3 votes left, 2 needed', ['shop/cart'], 2],
    ]);
  });

  test('can be shown one at a time', () => {
    const picture = pictureOf(plan, { database: 'shop/cart' });
    expect(picture.databases.map(({ name }) => name)).toEqual(['shop/cart']);
    expect(picture.clusters.flatMap(({ members }) => members.map(({ name }) => name))).toEqual([
      'cart-2',
      'cart-0',
      'cart-1',
    ]);
  });
});

describe('a fleet', () => {
  const plan = example('edge-fleet');

  test('is one box, with one of its databases', () => {
    const { clusters, databases } = pictureOf(plan);
    expect(clusters).toMatchObject([
      { name: 'store-001 … store-050', count: 50, loss: 'store-001', members: [{ name: 'till-0' }] },
    ]);
    expect(databases).toMatchObject([
      {
        name: 'till/till',
        count: 50,
        summary: 'Survives no failure for certain. Writes stop without a node of its cluster.',
      },
    ]);
  });

  test('shows the cluster that is lost by itself', () => {
    const { clusters, databases } = pictureAfter(plan, 'store-007');
    expect(clusters.map(({ name, count, lost }) => [name, count, lost])).toEqual([
      ['store-001 … store-050', 49, false],
      ['store-007', 1, true],
    ]);
    expect(databases.map(({ count, outcome }) => [count, outcome?.writes])).toEqual([
      [49, 'continue'],
      [1, 'stop'],
    ]);
  });
});
