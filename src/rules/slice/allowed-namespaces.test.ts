import { expect, test } from 'vitest';
import { foundBy, foundIn, sliceConfig, topologyWith } from './testing.js';

const id = 'slice/allowed-namespaces';
const profile = (fields: string) => foundBy(id, sliceConfig({ namespaceIsolationProfile: `{ ${fields} }` }));
const entry = '{ namespace: tools, clusters: ["*"] }';

test('a list without isolation keeps nobody out', () => {
  expect(
    foundIn(
      id,
      topologyWith({
        slice: '  allowedNamespaces: [kube-system, tools, { namespace: ci, clusters: [fra] }]\n',
      }),
    ),
  ).toEqual(['info 19:22 isolation is off: every namespace reaches the slice, not only tools and 1 more']);
  expect(profile(`allowedNamespaces: [${entry}]`)).toEqual([
    'info 12:32 isolation is off: every namespace reaches the slice, not only tools',
  ]);
});

test('with isolation it does, and those that are always let in are no mistake', () => {
  expect(foundIn(id, topologyWith({ slice: '  isolation: true\n  allowedNamespaces: [tools]\n' }))).toEqual(
    [],
  );
  expect(foundIn(id, topologyWith({ slice: '  allowedNamespaces: [kube-system]\n' }))).toEqual([]);
  expect(profile(`isolationEnabled: true, allowedNamespaces: [${entry}]`)).toEqual([]);
});
