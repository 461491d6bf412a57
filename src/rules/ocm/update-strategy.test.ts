import { describe, expect, test } from 'vitest';
import { carrying, configMap, ownFindings, work } from './testing.js';

const id = 'ocm/update-strategy';
const strategy = (text: string): string =>
  work(`${carrying(configMap('a'))}manifestConfigs:
  - resourceIdentifier: { group: "", resource: configmaps, namespace: shop, name: a }
    updateStrategy: ${text}
`);

describe('ocm/update-strategy', () => {
  test.each(['Update', 'CreateOnly', 'ReadOnly'])('reports serverSideApply beside %s', (type) => {
    expect(ownFindings(id, strategy(`{ type: ${type}, serverSideApply: { force: true } }`))).toHaveLength(1);
  });

  test('says where the block stands', () => {
    expect(ownFindings(id, strategy('{ type: Update, serverSideApply: { force: true } }'))).toEqual([
      'warning ocm/update-strategy 10:39 ManifestWork ams/one has serverSideApply beside the strategy Update, where it does nothing',
    ]);
  });

  test('reports a path into a list', () => {
    const ignore = (path: string): string =>
      strategy(
        `{ type: ServerSideApply, serverSideApply: { ignoreFields: [{ condition: OnSpokePresent, jsonPaths: [${path}] }] } }`,
      );
    expect(ownFindings(id, ignore('".spec.ports[0].port"'))).toEqual([
      'warning ocm/update-strategy 10:123 ManifestWork ams/one ignores the field .spec.ports[0].port, a place in a list, which the agent cannot leave out',
    ]);
    expect(ownFindings(id, ignore('.spec.replicas'))).toEqual([]);
  });

  test('is content with server-side apply', () => {
    expect(ownFindings(id, strategy('{ type: ServerSideApply, serverSideApply: { force: true } }'))).toEqual(
      [],
    );
    expect(ownFindings(id, strategy('{ type: ServerSideApply }'))).toEqual([]);
  });
});
