import { describe, expect, test } from 'vitest';
import { brokenOwnerLabel, ownerLabelValues } from './owner-labels.js';

const o = (count: number): string => 'o'.repeat(count);

describe('owner labels', () => {
  test('are cut every 63 characters', () => {
    expect(ownerLabelValues('SliceConfig', 'shop')).toEqual(['SliceConfig-shop']);
    expect(ownerLabelValues('SliceConfig', o(51))).toEqual([`SliceConfig-${o(51)}`]);
    expect(ownerLabelValues('SliceConfig', o(52))).toEqual([`SliceConfig-${o(51)}`, 'o']);
    expect(ownerLabelValues('SliceConfig', o(130)).map(({ length }) => length)).toEqual([63, 63, 16]);
  });

  test('break where a piece begins or ends with a hyphen', () => {
    expect(brokenOwnerLabel('SliceConfig', `${o(50)}-${o(3)}`)).toBe(`SliceConfig-${o(50)}-`);
    expect(brokenOwnerLabel('SliceConfig', `${o(51)}-${o(3)}`)).toBe('-ooo');
    expect(brokenOwnerLabel('SliceConfig', `${o(49)}-${o(3)}`)).toBeUndefined();
    expect(brokenOwnerLabel('SliceConfig', `${o(52)}-${o(3)}`)).toBeUndefined();
  });

  test('are right without a remainder', () => {
    expect(brokenOwnerLabel('SliceConfig', o(51))).toBeUndefined();
    expect(brokenOwnerLabel('SliceConfig', o(114))).toBeUndefined();
  });
});
