import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealOrdinals } from './placement.js';

describe('dealOrdinals', () => {
  test('leaves ordinals that are said', () => {
    const placement = [
      { cluster: 'a', replicas: [2, 0] },
      { cluster: 'b', replicas: [1] },
    ];
    expect(dealOrdinals(placement)).toEqual([
      { cluster: 'a', ordinals: [0, 2] },
      { cluster: 'b', ordinals: [1] },
    ]);
  });

  test('deals counts out in turns', () => {
    const placement = ['a', 'b', 'c'].map((cluster, index) => ({ cluster, replicas: index === 2 ? 1 : 2 }));
    expect(dealOrdinals(placement).map(({ ordinals }) => ordinals)).toEqual([[0, 3], [1, 4], [2]]);
  });

  test('gives counts the ordinals that are left', () => {
    const placement = [
      { cluster: 'a', replicas: [1] },
      { cluster: 'b', replicas: 2 },
    ];
    expect(dealOrdinals(placement).map(({ ordinals }) => ordinals)).toEqual([[1], [0, 2]]);
  });

  test('uses every ordinal from 0 once, whatever the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), (counts) => {
        const dealt = dealOrdinals(counts.map((replicas, index) => ({ cluster: `c${index}`, replicas })));
        const all = dealt.flatMap(({ ordinals }) => ordinals).sort((a, b) => a - b);
        expect(all).toEqual(all.map((_, index) => index));
        expect(dealt.map(({ ordinals }) => ordinals.length)).toEqual(counts);
      }),
    );
  });
});
