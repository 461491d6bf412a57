import { describe, expect, test } from 'vitest';
import { carrying, configMap, ownFindings, work } from './testing.js';

const id = 'ocm/work-size';
const object = (bytes: number): string => {
  const empty = Buffer.byteLength(
    '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"shop"},"data":{"a":""}}',
  );
  return configMap('a', 'shop', `{ a: ${'x'.repeat(bytes - empty)} }`);
};

describe('ocm/work-size', () => {
  test('reports more than 512,000 bytes together', () => {
    expect(ownFindings(id, work(carrying(object(512_001))))).toEqual([
      'error ocm/work-size 7:15 ManifestWork ams/one carries 501 KiB of manifests, 1 KiB too many',
    ]);
    expect(ownFindings(id, work(carrying(object(300_000), object(300_000))))).toEqual([
      'error ocm/work-size 7:15 ManifestWork ams/one carries 586 KiB of manifests, 86 KiB too many',
    ]);
  });

  test('is content with 512,000 bytes', () => {
    expect(ownFindings(id, work(carrying(object(512_000))))).toEqual([]);
  });
});
