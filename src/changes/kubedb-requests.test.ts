import { expect, test } from 'vitest';
import { alone, edited, five, more, postgres, type TopologyEdit } from '../rules/database-edits.testing.js';
import { changePlanOf } from '../rules/testing.js';
import { databaseRequests } from './index.js';

type Edits = readonly TopologyEdit[];

function requestsOf(before: Edits, after: Edits) {
  const { change } = changePlanOf(edited(before), edited(after));
  const objects = ['MariaDB', 'Postgres'].flatMap((kind) => change.of(kind, 'kubedb.com'));
  return objects.flatMap((object) => (object.kind === 'changed' ? databaseRequests(object) : []));
}

const offered = more('tls: { issuer: { name: db-ca }, required: false }');

test.each<[string, Edits, Edits, unknown]>([
  ['members', [], five, [{ type: 'HorizontalScaling', block: { horizontalScaling: { member: 5 } } }]],
  [
    'a larger volume',
    [],
    [['20Gi', '30Gi']],
    [{ type: 'VolumeExpansion', block: { volumeExpansion: { mode: 'Online', mariadb: '30Gi' } } }],
  ],
  ['a smaller volume', postgres, [...postgres, ['20Gi', '19Gi']], []],
  [
    'encryption that is offered',
    postgres,
    [...postgres, offered],
    [
      {
        type: 'ReconfigureTLS',
        block: {
          tls: {
            issuerRef: { apiGroup: 'cert-manager.io', kind: 'Issuer', name: 'db-ca' },
            sslMode: 'prefer',
          },
        },
      },
    ],
  ],
  ['none any more', [offered], [], [{ type: 'ReconfigureTLS', block: { tls: { remove: true } } }]],
  [
    'no Secret any more',
    [more('rootPasswordSecret: { name: root }')],
    [],
    [{ type: 'RotateAuth', block: undefined }],
  ],
  [
    'another class',
    alone(3),
    [...alone(3), ['longhorn', 'fast']],
    [{ type: 'StorageMigration', block: undefined }],
  ],
  ['a single server that becomes a cluster', alone(1), alone(3), []],
])('%s', (_what, before, after, expected) => {
  const requests = requestsOf(before, after).filter(({ type }) => type !== 'Reconfigure');
  expect(requests).toEqual(expected);
});

test('a new option comes after the new release, which may be the first to know it; one that goes, before', () => {
  const types = (before: Edits, after: Edits) =>
    requestsOf(before, after)
      .map(({ type }) => type)
      .filter((type) => type === 'UpdateVersion' || type === 'Reconfigure');
  const old: TopologyEdit = ['"11.8.5"', '"11.4.3"'];
  const option = more('config: { slave_parallel_threads: "4" }');
  expect(types([old], [option])).toEqual(['UpdateVersion', 'Reconfigure']);
  expect(types([old, option], [])).toContain('UpdateVersion');
});
