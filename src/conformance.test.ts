import { expect, test } from 'vitest';
import { checkConformance } from './conformance.js';
import { Findings } from './diagnostics/index.js';
import type { Manifest } from './imports/index.js';

const span = { file: { name: 't', text: 'abc' }, start: 1, end: 2 };

function found(object: object): string[] {
  const findings = new Findings();
  checkConformance({ object: object as Manifest, cluster: 'hub', span }, findings);
  return findings.list().map(({ message, primary }) => `${primary.span.start} ${message}`);
}

test('what an API server would refuse is an error where it comes from', () => {
  const good = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
  expect(found(good)).toEqual([]);
  expect(found({ ...good, metadata: { name: 'Shop', labels: { a: 'b c' } } })).toEqual([
    '1 the Namespace Shop on hub would be refused: metadata.name cannot be "Shop": it has another form',
    '1 the Namespace Shop on hub would be refused: metadata.labels.a cannot be "b c": it has another form',
  ]);
  expect(found({ ...good, kind: 'Pod' })).toEqual(['1 dbspan has no schema for v1 Pod']);
});
