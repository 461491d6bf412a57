import { expect, test } from 'vitest';
import { edited, more, postgres, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'less',
    [...postgres, more('kubedb: { walKeepSize: 2Gi }')],
    [...postgres, more('kubedb: { walKeepSize: 1Gi }')],
    [
      'warning kubedb/kept-wal-lowered 31:28 orders keeps 1024 MB of WAL for its standbys, not 2048 MB any more',
    ],
  ],
  [
    'the default',
    [...postgres, more('kubedb: { walKeepSize: 2Gi }')],
    [...postgres],
    [
      'warning kubedb/kept-wal-lowered 20:5 orders keeps 1536 MB of WAL for its standbys, not 2048 MB any more',
    ],
  ],
  ['not more', [...postgres], [...postgres, more('kubedb: { walKeepSize: 2Gi }')], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/kept-wal-lowered'))).toEqual(expected);
});
