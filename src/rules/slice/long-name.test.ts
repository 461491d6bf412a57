import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology, manifestFindingsOf } from '../testing.js';

const own = (findings: string[]): string[] => findings.filter((each) => each.includes(' slice/long-name '));

const renamed = (name: string): string => goodTopology.replaceAll(/\bams\b/g, name);

describe('slice/long-name', () => {
  test('notes the names over 15 characters together', () => {
    const text = change(
      renamed('amsterdam-zuidoost'),
      'slice:\n  name: shop',
      'slice:\n  name: shop-in-two-cities',
    );
    expect(own(findingsOf(text, true))).toEqual([
      'info slice/long-name 17:9 shop-in-two-cities and 1 more are longer than the 15 characters that KubeSlice recommends',
    ]);
    expect(own(findingsOf(renamed('amsterdam-zuidoost'), true))).toEqual([
      'info slice/long-name 12:11 amsterdam-zuidoost is longer than the 15 characters that KubeSlice recommends',
    ]);
  });

  test('is content with 15', () => {
    expect(own(findingsOf(renamed('demo-controller'), true))).toEqual([]);
  });

  test('leaves to slice/name-length what is impossible', () => {
    expect(own(findingsOf(renamed('o'.repeat(47)), true))).toEqual([]);
  });

  test('looks at SliceConfigs', () => {
    const text = `apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata:
  name: shop
spec:
  clusters: [fra, amsterdam-zuidoost]
`;
    expect(own(manifestFindingsOf(text))).toEqual([
      'info slice/long-name 6:19 amsterdam-zuidoost is longer than the 15 characters that KubeSlice recommends',
    ]);
  });
});
