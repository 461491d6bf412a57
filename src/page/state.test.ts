import { describe, expect, test } from 'vitest';
import { lossText, normalLoss } from '../survival/index.js';
import {
  countOf,
  fragmentOf,
  losing,
  mostLosses,
  nothingLost,
  type State,
  stateOf,
  toggled,
  withCount,
} from './state.js';
import { landscape } from './testing.js';

const textsOf = ({ lost }: State): string[] => lost.map(lossText);
const read = (fragment: string) => stateOf(fragment, landscape, []);

describe('what is chosen', () => {
  test('comes in the order of choosing, and goes again', () => {
    let state = toggled(nothingLost, { kind: 'cluster', cluster: 'ams' });
    state = toggled(state, { kind: 'hub' });
    state = toggled(state, { kind: 'cluster', cluster: 'fra' });
    expect(textsOf(state)).toEqual(['ams', 'hub', 'fra']);
    expect(textsOf(toggled(state, { kind: 'hub' }))).toEqual(['ams', 'fra']);
  });

  test('may hold several nodes of one cluster, of which the last one added goes first', () => {
    const node = { kind: 'node', cluster: 'fra' } as const;
    let state = withCount(nothingLost, node, 1);
    state = withCount(toggled(state, { kind: 'hub' }), node, 3);
    expect(textsOf(state)).toEqual(['node:fra', 'hub', 'node:fra', 'node:fra']);
    expect(textsOf(withCount(state, node, 1))).toEqual(['node:fra', 'hub']);
    expect(countOf(state, node)).toBe(3);
  });

  test('is the same loss whichever end of a link is named first', () => {
    expect(normalLoss({ kind: 'link', between: ['ams', 'fra'] }, landscape)).toEqual({
      kind: 'link',
      between: ['fra', 'ams'],
    });
    expect(normalLoss({ kind: 'split', group: ['new-york', 'fra'] }, landscape)).toEqual({
      kind: 'split',
      group: ['fra', 'new-york'],
    });
  });
});

describe('the fragment of the address', () => {
  const scenarios = [
    'lose=fra',
    'lose=fra,link:ams-new-york',
    'lose=node:fra,node:fra,zone:eu/a,region:us,split:fra+ams,hub&in-order&gracefully',
    'in-order',
    'gracefully',
  ];

  test.each(scenarios)('%s is read and written alike', (fragment) => {
    const found = read(fragment);
    expect(found?.unknown).toEqual([]);
    expect(fragmentOf(found?.state ?? nothingLost)).toBe(fragment);
  });

  test('is empty for what the page starts with, and says so when that was put back', () => {
    const start = losing(['fra'], landscape, []).state;
    expect(fragmentOf(nothingLost)).toBe('');
    expect(fragmentOf(start, start)).toBe('');
    expect(fragmentOf(nothingLost, start)).toBe('lose=');
    expect(read('lose=')?.state).toEqual(nothingLost);
  });

  test('keeps names with signs of its own apart', () => {
    const odd = {
      clusters: [{ name: 'a', region: 'x,y&z=%2C "é"', zones: [], nodes: undefined }],
      hub: undefined,
    };
    const state: State = { ...nothingLost, lost: [{ kind: 'region', region: 'x,y&z=%2C "é"' }] };
    const fragment = fragmentOf(state);
    expect(fragment).toMatch(/^lose=region:[\w%.-]+$/);
    expect(stateOf(fragment, odd, [])?.state).toEqual(state);
  });

  test.each(['', 'section-2', 'LOSE=fra', 'constructor', '__proto__'])('%j says nothing', (fragment) => {
    expect(read(fragment)).toBeUndefined();
  });

  test.each([
    ['lose=mars', ['mars']],
    ['lose=%', ['%']],
    ['lose=%E0%A4%A', ['%E0%A4%A']],
    ['lose=<img src=x onerror=alert(1)>', ['<img src=x onerror=alert(1)>']],
    ['lose=__proto__,constructor,fra', ['__proto__', 'constructor']],
    ['lose=link:fra-fra', ['link:fra-fra']],
    ['lose=split:fra+ams+new-york', ['split:fra+ams+new-york']],
    ['lose=,,,', []],
  ])('%s leaves out what is not there', (fragment, unknown) => {
    expect(read(fragment)?.unknown).toEqual(unknown);
  });

  test('of any length gives no more than a scenario holds', () => {
    const started = performance.now();
    const found = read(`lose=${'node:fra,'.repeat(1_000_000)}`);
    expect(found?.state.lost.length).toBe(mostLosses);
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('takes a loss once, whatever it is called', () => {
    const found = read('lose=fra,cluster:fra,link:ams-fra,link:fra-ams,zone:fra/a,zone:eu/a');
    expect(textsOf(found?.state ?? nothingLost)).toEqual(['fra', 'link:fra-ams', 'zone:eu/a']);
  });
});
