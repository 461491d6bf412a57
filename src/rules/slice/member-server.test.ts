import { expect, test } from 'vitest';
import { foundInChange, lon, par, topologyWith } from '../change-cases.testing.js';

const id = 'slice/member-server';

test('between others', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams]\n' }),
      topologyWith({ more: par + lon, slice: '  clusters: [fra, par, ams]\n' }),
    ),
  ).toEqual(['warning 27:13 par joins SliceConfig shop before ams, and serves the tunnel to it']);
});

test('two of them', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams]\n' }),
      topologyWith({ more: par + lon, slice: '  clusters: [lon, fra, par, ams]\n' }),
    ),
  ).toEqual(['warning 27:13 lon and 1 more join SliceConfig shop before ams, and serve the tunnel to it']);
});

test('behind them', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams]\n' }),
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams, par, lon]\n' }),
    ),
  ).toEqual([]);
});
