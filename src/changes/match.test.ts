import { describe, expect, test } from 'vitest';
import { compareOutputs } from './compare.js';
import { outputOf, told } from './testing.js';

/** A ConfigMap with these data, in a file of its own. */
function configMap(name: string, data: Readonly<Record<string, string>>, namespace = 'shop'): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data });
}

const some = { a: '1', b: '2', c: '3', d: '4', e: '5' };

function changes(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  return told(compareOutputs(outputOf(before), outputOf(after)));
}

describe('another name', () => {
  test('is found where all but a little is the same', () => {
    expect(
      changes(
        { 'fra/70-x/a.yaml': configMap('orders', { ...some, url: 'http://orders.shop' }) },
        { 'fra/70-x/b.yaml': configMap('carts', { ...some, url: 'http://carts.shop' }) },
      ),
    ).toEqual(['renamed fra ConfigMap carts: data.url, metadata.name']);
  });

  test('and in another namespace', () => {
    expect(
      changes(
        { 'fra/70-x/a.yaml': configMap('orders', some) },
        { 'fra/70-x/b.yaml': configMap('orders', some, 'store') },
      ),
    ).toEqual(['renamed fra ConfigMap orders: metadata.namespace']);
  });

  test('is not invented for what has little in common', () => {
    expect(
      changes(
        { 'fra/70-x/a.yaml': configMap('orders', some) },
        { 'fra/70-x/b.yaml': configMap('carts', { ...some, a: '9', b: '9', c: '9' }) },
      ),
    ).toEqual(['added fra ConfigMap carts', 'removed fra ConfigMap orders']);
    expect(
      changes({ 'fra/70-x/a.yaml': configMap('orders', {}) }, { 'fra/70-x/b.yaml': configMap('carts', {}) }),
    ).toEqual(['added fra ConfigMap carts', 'removed fra ConfigMap orders']);
  });

  test('nor where two could be the one', () => {
    const one = { 'fra/70-x/a.yaml': configMap('a', some) };
    const two = { 'fra/70-x/b.yaml': configMap('b', some), 'fra/70-x/c.yaml': configMap('c', some) };
    const kinds = (texts: string[]) => texts.map((text) => text.split(' ')[0]);
    expect(kinds(changes(one, two))).toEqual(['removed', 'added', 'added']);
    expect(kinds(changes(two, one))).toEqual(['added', 'removed', 'removed']);
  });

  test('is found among several, each its own', () => {
    const of = (prefix: string): Record<string, string> =>
      Object.fromEntries(
        ['x', 'y', 'z'].map((name) => [
          `fra/70-x/${prefix}${name}.yaml`,
          configMap(prefix + name, { ...some, [name]: name, [`${name}2`]: name, [`${name}3`]: name }),
        ]),
      );
    expect(changes(of('old-'), of('new-'))).toEqual(
      ['x', 'y', 'z'].map((name) => `renamed fra ConfigMap new-${name}: metadata.name`),
    );
  });
});

describe('another namespace', () => {
  const of = (namespace: string, count: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `fra/70-x/${namespace}.${index}.yaml`,
        configMap(`c${index}`, some, namespace),
      ]),
    );

  test.each([2, 50])('of %d that are alike is told of each by its name', (count) => {
    expect(changes(of('shop', count), of('store', count)).sort()).toEqual(
      Array.from(
        { length: count },
        (_, index) => `renamed fra ConfigMap c${index}: metadata.namespace`,
      ).sort(),
    );
  });
});

describe('another cluster', () => {
  test('is a move', () => {
    expect(
      changes(
        { 'fra/70-x/a.yaml': configMap('orders', some) },
        { 'ams/70-x/a.yaml': configMap('orders', { ...some, a: '2' }) },
      ),
    ).toEqual(['moved fra > ams ConfigMap orders: data.a']);
  });

  test('is none where there are several, or it stays too', () => {
    const [fra, ams, par] = ['fra', 'ams', 'par'].map((cluster) => ({
      [`${cluster}/70-x/a.yaml`]: configMap('orders', some),
    })) as [Record<string, string>, Record<string, string>, Record<string, string>];
    expect(changes(fra, { ...ams, ...par })).toEqual([
      'added ams ConfigMap orders',
      'removed fra ConfigMap orders',
      'added par ConfigMap orders',
    ]);
    expect(changes(fra, { ...fra, ...par })).toEqual(['added par ConfigMap orders']);
  });

  test('is none for what every cluster has', () => {
    expect(
      changes(
        { 'fra/10-namespaces/a.yaml': configMap('orders', some) },
        { 'ams/10-namespaces/a.yaml': configMap('orders', some) },
      ),
    ).toEqual(['added ams ConfigMap orders', 'removed fra ConfigMap orders']);
  });
});

test('objects that a directory says twice are all compared', () => {
  const twice = (value: string): Record<string, string> => ({
    'a.yaml': `${configMap('a', { x: '1' })}\n---\n${configMap('a', { x: value })}\n`,
  });
  expect(changes(twice('2'), twice('3'))).toEqual(['changed ConfigMap a: data.x']);
  expect(changes(twice('2'), { 'a.yaml': configMap('a', { x: '1' }) })).toEqual([
    'removed ConfigMap a',
    'changed ConfigMap a',
  ]);
  expect(changes({ 'a.yaml': configMap('a', { x: '1' }) }, twice('2'))).toEqual(['added ConfigMap a']);
});

test('thousands that come and go take time by their number', () => {
  const many = (prefix: string, count: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `c${index % 100}/70-x/${prefix}${index}.yaml`,
        configMap(`${prefix}${index}`, { ...some, [`k${index}`]: prefix }),
      ]),
    );
  const timeOf = (count: number): number => {
    const [before, after] = [outputOf(many('old', count)), outputOf(many('new', count))];
    const start = performance.now();
    expect(compareOutputs(before, after).objects).toHaveLength(2 * count);
    return performance.now() - start;
  };
  timeOf(500);
  const [some_, more] = [timeOf(1000), timeOf(5000)];
  // Linear is 5.
  expect(more / some_).toBeLessThan(20);
}, 60_000);
