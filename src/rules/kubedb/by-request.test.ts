import { expect, test } from 'vitest';
import {
  edited,
  five,
  mariadbOf,
  more,
  postgres,
  postgresOf,
  type TopologyEdit,
} from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'more members',
    [],
    [...five],
    ['info kubedb/by-request 20:11 orders changes by a request of type HorizontalScaling first'],
  ],
  [
    'more replicas of a Postgres',
    [...postgres],
    [...postgres, ...five],
    ['info kubedb/by-request 20:11 orders changes by a request of type HorizontalScaling first'],
  ],
  [
    'another version',
    [...postgresOf('17.5-bookworm')],
    [...postgres],
    ['info kubedb/by-request 20:11 orders changes by a request of type UpdateVersion first'],
  ],
  [
    'room, memory and what follows of them',
    [],
    [['20Gi', '30Gi'], more('resources: { memory: 2Gi }')],
    [
      'info kubedb/by-request 20:11 orders changes by requests of type VolumeExpansion, VerticalScaling and Reconfigure first',
    ],
  ],
  [
    'less memory: the settings first',
    [more('resources: { memory: 4Gi }')],
    [more('resources: { memory: 2Gi }')],
    ['info kubedb/by-request 20:11 orders changes by requests of type Reconfigure and VerticalScaling first'],
  ],
  [
    'certificates',
    [],
    [more('tls: { issuer: { name: db-ca } }')],
    ['info kubedb/by-request 20:11 orders changes by a request of type ReconfigureTLS first'],
  ],
  [
    'another password',
    [],
    [more('rootPasswordSecret: { name: root }')],
    ['info kubedb/by-request 20:11 orders changes by a request of type RotateAuth first'],
  ],
  [
    'settings',
    [],
    [more('config: { max_connections: 30 }')],
    ['info kubedb/by-request 20:11 orders changes by a request of type Reconfigure first'],
  ],
  ['not what no request is for', [...postgres], [...postgres, more('kubedb: { walKeepSize: 2Gi }')], []],
  ['not the policy for deletion', [], [more('deletionPolicy: Halt')], []],
  [
    'of what cannot be the rest only',
    [],
    [...mariadbOf('11.4.3')],
    ['info kubedb/by-request 20:11 orders changes by a request of type Reconfigure first'],
  ],
  ['not the Secret that KubeDB makes', [], [more('rootPasswordSecret: { name: orders-auth }')], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/by-request'))).toEqual(expected);
});
