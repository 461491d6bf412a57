import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';

const named = (name: string): string => change(goodTopology, '- name: orders', `- name: ${name}`);

describe('slice/standby-label', () => {
  test('warns where only the service of the standbys would break', () => {
    // ServiceExportConfig-<29>-standby-shop- are 63 characters.
    const name = 'orders-of-the-shop-in-2-citie';
    expect(findingsOf(named(name))).toEqual([
      `warning slice/standby-label 20:11 should KubeDB export ${name}-standby, KubeSlice makes the label ServiceExportConfig-${name}-standby-shop- of it, which no label may be`,
    ]);
    expect(fixesOf(named(name))).toEqual([
      'make the name a few characters shorter while the database does not exist yet',
    ]);
  });

  test('is content with another length', () => {
    expect(findingsOf(named('orders-of-the-shop-in-2-citi'))).toEqual([]);
    expect(findingsOf(named('orders-of-the-shop-in-2-ci'))).toEqual([]);
  });

  test('leaves to slice/owner-label what breaks for certain', () => {
    const found = findingsOf(named('orders-of-the-shop-in-two-cities'));
    expect(found.map((each) => each.split(' ')[1])).toEqual(['slice/owner-label']);
  });
});
