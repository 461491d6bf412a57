import { expect, test } from 'vitest';
import { lossText } from '../survival/index.js';
import { choicesOf, zonesOfPage } from './choices.js';
import { galera, landscape, pageOf } from './testing.js';

test('everything that can be lost is there, by kind, once', () => {
  const data = pageOf(galera('orders', 'fra', 'ams', 'fra'), galera('carts', 'fra', 'ams', 'new-york'));
  const groups = choicesOf({ ...data, links: [{ between: ['ams', 'fra'], text: '7ms' }] });
  expect(
    groups.map(({ title, choices }) => [
      title,
      ...choices.map(({ loss, most }) => `${lossText(loss)} ${most}`),
    ]),
  ).toEqual([
    ['Clusters', 'fra 1', 'ams 1', 'new-york 1'],
    ['Zones', 'zone:eu/a 1', 'zone:eu/b 1'],
    ['Links', 'link:fra-ams 1', 'link:fra-new-york 1', 'link:ams-new-york 1'],
    ['Nodes', 'node:fra 2', 'node:ams 1', 'node:new-york 1'],
    ['Regions', 'region:eu 1', 'region:us 1'],
    ['Hub', 'hub 1'],
  ]);
  expect(groups.flatMap(({ choices }) => choices).find(({ loss }) => loss.kind === 'link')?.detail).toBe(
    '7ms',
  );
});

test('kinds of which there is none are left out', () => {
  const bare = { clusters: landscape.clusters.map(({ name }) => ({ name, zones: [] })), hub: undefined };
  const data = JSON.parse(JSON.stringify({ ...pageOf(galera('orders', 'fra')), landscape: bare }));
  expect(choicesOf(data).map(({ title }) => title)).toEqual(['Clusters', 'Nodes']);
});

test('the zone of an arbitrator counts though no cluster lists it', () => {
  const orders = galera('orders', 'fra');
  const arbitrator = {
    name: 'orders-arbitrator',
    ordinal: undefined,
    cluster: 'fra',
    zone: 'eu/x',
    weight: 1,
    data: false,
  };
  const data = pageOf({ ...orders, members: [...orders.members, arbitrator] });
  expect(zonesOfPage(data)).toEqual(['eu/a', 'eu/b', 'eu/x']);
});

test('links of more clusters than anyone can look through are not listed, and it says so', () => {
  const names = Array.from({ length: 40 }, (_, index) => `c${index}`);
  const clusters = names.map((name) => ({ name, region: undefined, zones: [], nodes: undefined }));
  const data = { ...pageOf(galera('orders', ...names)), landscape: { clusters, hub: undefined } };
  const links = choicesOf(data).find(({ title }) => title === 'Links');
  expect(links?.choices.length).toBe(276);
  expect(links?.leftOut).toContain('504 more');
});
