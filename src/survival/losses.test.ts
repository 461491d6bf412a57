import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { singleLosses } from './failures.js';
import { zoneId } from './landscape.js';
import { givenText, lossText, normalLoss, parseLoss } from './losses.js';
import type { ClusterSite, Landscape } from './model.js';
import { cluster, databaseOf, landscapeOf } from './testing.js';

const landscape = landscapeOf(
  [
    cluster('eu-1', { region: 'eu', zones: ['a', 'b'] }),
    cluster('eu', { region: 'us', zones: ['a'] }),
    cluster('1-eu', { zones: ['c'] }),
    '1',
  ],
  'eu',
);

test('every loss is read back from its text', () => {
  const database = databaseOf('eu-1 eu 1-eu 1', { onHub: true });
  const { failures } = singleLosses(database, landscape);
  expect(failures).toHaveLength(4 + 4 + 4 + 2 + 6 + 1 + 7);
  for (const loss of failures) {
    const text = lossText(loss);
    const read = parseLoss(text, landscape);
    // Three pairs of these names are written like another.
    if ('meant' in read) expect(read.meant).toContainEqual(loss.kind === 'link' ? loss.between : []);
    else expect(read).toEqual(loss);
  }
});

test('a text that stands for two links is not taken for either', () => {
  expect(parseLoss('link:eu-1-eu', landscape)).toEqual({
    problem: 'link',
    name: 'eu-1-eu',
    meant: [
      ['eu', '1-eu'],
      ['eu-1', 'eu'],
    ],
  });
  expect(parseLoss('link:eu-1+eu', landscape)).toEqual({ kind: 'link', between: ['eu-1', 'eu'] });
  expect(parseLoss('link:eu+1-eu', landscape)).toEqual({ kind: 'link', between: ['eu', '1-eu'] });
  expect(parseLoss('link:eu+1+eu', landscape)).toEqual({ problem: 'link', name: 'eu+1+eu' });
});

test('names with hyphens are found where a link has two', () => {
  const plain = landscapeOf(['demo-controller', 'demo-worker', 'demo']);
  expect(parseLoss('link:demo-controller-demo-worker', plain)).toEqual({
    kind: 'link',
    between: ['demo-controller', 'demo-worker'],
  });
  expect(parseLoss('link:demo-demo-worker', plain)).toEqual({
    kind: 'link',
    between: ['demo-worker', 'demo'],
  });
  for (const name of ['demo-worker', 'demo-demo', '-', 'demo-', '-demo', '', 'demo'])
    expect(parseLoss(`link:${name}`, plain)).toEqual({ problem: 'link', name });
});

describe('what a text stands for', () => {
  test.each([
    ['eu', { kind: 'cluster', cluster: 'eu' }],
    ['cluster:eu', { kind: 'cluster', cluster: 'eu' }],
    ['node:1', { kind: 'node', cluster: '1' }],
    ['zone:b', { kind: 'zone', zone: 'eu/b' }],
    ['zone:eu-1/a', { kind: 'zone', zone: 'eu/a' }],
    ['zone:us/a', { kind: 'zone', zone: 'us/a' }],
    ['zone:a', { problem: 'ambiguous-zone', name: 'a', zones: ['eu/a', 'us/a'] }],
    ['zone:z', { problem: 'zone', name: 'z' }],
    ['region:eu', { kind: 'region', region: 'eu' }],
    ['region:moon', { problem: 'region', name: 'moon' }],
    ['split:eu+1', { kind: 'split', group: ['eu', '1'] }],
    ['split:eu+eu', { kind: 'split', group: ['eu'] }],
    ['split:eu+1+eu-1+1-eu', { problem: 'split', name: 'eu+1+eu-1+1-eu' }],
    ['split:', { problem: 'cluster', name: '' }],
    ['hub', { kind: 'hub' }],
    ['hub:', { kind: 'hub' }],
    ['hub:eu', { kind: 'hub' }],
    ['hub:1', { problem: 'cluster', name: '1' }],
    ['rack:1', { problem: 'kind', kind: 'rack' }],
    ['', { problem: 'cluster', name: '' }],
    [':', { problem: 'kind', kind: '' }],
    ['eu\n', { problem: 'cluster', name: 'eu\n' }],
    ['node:eu\nx', { problem: 'cluster', name: 'eu\nx' }],
    ['__proto__', { problem: 'cluster', name: '__proto__' }],
    ['node:constructor', { problem: 'cluster', name: 'constructor' }],
    ['__proto__:x', { problem: 'kind', kind: '__proto__' }],
    ['zone:toString', { problem: 'zone', name: 'toString' }],
    ['region:__proto__', { problem: 'region', name: '__proto__' }],
  ])('%j', (text, expected) => {
    expect(parseLoss(text, landscape)).toEqual(expected);
  });
});

test('an arbitrator has a zone that no cluster lists', () => {
  expect(parseLoss('zone:w', landscape)).toEqual({ problem: 'zone', name: 'w' });
  expect(parseLoss('zone:w', landscape, ['eu/w'])).toEqual({ kind: 'zone', zone: 'eu/w' });
});

test('without a hub there is none to lose, and a cluster of that name is the cluster', () => {
  expect(parseLoss('hub', landscapeOf(['a']))).toEqual({ problem: 'no-hub' });
  expect(parseLoss('hub', landscapeOf(['hub'], 'hub'))).toEqual({ kind: 'cluster', cluster: 'hub' });
  expect(parseLoss('hub:', landscapeOf(['hub'], 'hub'))).toEqual({ kind: 'hub' });
});

test('any text has an answer, soon', () => {
  const kinds = fc.constantFrom('', 'node:', 'zone:', 'link:', 'split:', 'region:', 'hub:', 'cluster:', ':');
  fc.assert(
    fc.property(kinds, fc.string(), (kind, name) => {
      const answer = parseLoss(kind + name, landscape);
      return 'problem' in answer || 'kind' in answer;
    }),
    { seed: 6, numRuns: 300 },
  );
  expect(parseLoss(`split:${'+'.repeat(100_000)}`, landscape)).toEqual({ problem: 'cluster', name: '' });
  expect(parseLoss(`link:${'a-'.repeat(5_000)}`, landscape)).toMatchObject({ problem: 'link' });
});

describe('one loss has one text', () => {
  const plain = landscapeOf(['c', 'a', 'b']);
  test.each([
    ['link:a-c', 'link:c-a'],
    ['link:c-a', 'link:c-a'],
    ['link:b+a', 'link:a-b'],
    ['split:b+c', 'split:c+b'],
    ['split:b+c+b', 'split:c+b'],
  ])('%s', (given, text) => {
    const loss = parseLoss(given, plain);
    if ('problem' in loss) throw new Error(loss.problem);
    expect(lossText(loss)).toBe(text);
    expect(normalLoss(loss, plain)).toEqual(loss);
  });

  test('and those that are listed have it, in whatever order the replicas are', () => {
    const texts = (members: string): string[] =>
      singleLosses(databaseOf(members), plain).failures.map(lossText).sort();
    expect(texts('a b c')).toEqual(texts('c b a'));
    expect(texts('a b c')).toContain('link:c-a');
  });
});

describe('zones of regions and of clusters', () => {
  const site = (name: string, region: string | undefined, ...zones: string[]): ClusterSite => ({
    name,
    region,
    nodes: undefined,
    zones: zones.map((zone) => ({ id: zoneId({ name, region }, zone), name: zone, nodes: undefined })),
  });
  const places: Landscape = {
    clusters: [
      site('fra', 'eu', 'x', 'only'),
      site('eu', undefined, 'x'),
      site('ams', undefined, 'x', 'w'),
      site('par', 'eu/west', 'x'),
    ],
    hub: undefined,
  };
  test.each([
    ['eu/x', 'eu/x', 'eu/x'],
    ['/eu/x', '/eu/x', '/eu/x'],
    ['fra/x', 'eu/x', 'eu/x'],
    ['ams/x', '/ams/x', 'ams/x'],
    ['/ams/x', '/ams/x', 'ams/x'],
    ['eu/west/x', 'eu/west/x', 'eu/west/x'],
    ['par/x', 'eu/west/x', 'eu/west/x'],
    ['ams/w', '/ams/w', 'w'],
    ['only', 'eu/only', 'only'],
  ])('zone:%s', (given, id, short) => {
    const loss = { kind: 'zone', zone: id } as const;
    expect(parseLoss(`zone:${given}`, places)).toEqual(loss);
    expect(parseLoss(lossText(loss), places)).toEqual(loss);
    expect(givenText(loss, places)).toBe(`zone:${short}`);
    expect(parseLoss(givenText(loss, places), places)).toEqual(loss);
  });

  test('a name that several have is told with what each is in', () => {
    expect(parseLoss('zone:x', places)).toEqual({
      problem: 'ambiguous-zone',
      name: 'x',
      zones: ['eu/x', '/eu/x', 'ams/x', 'eu/west/x'],
    });
  });

  test('and so is the zone of an arbitrator', () => {
    expect(parseLoss('zone:third', places, ['/ams/third'])).toEqual({ kind: 'zone', zone: '/ams/third' });
    expect(parseLoss('zone:ams/third', places, ['/ams/third'])).toEqual({ kind: 'zone', zone: '/ams/third' });
  });
});

test('a link that is written like another is given with a plus', () => {
  expect(givenText({ kind: 'link', between: ['eu-1', 'eu'] }, landscape)).toBe('link:eu-1+eu');
  expect(givenText({ kind: 'link', between: ['eu-1', '1'] }, landscape)).toBe('link:eu-1-1');
});
