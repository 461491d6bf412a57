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
    'no longer',
    [...postgres, more('kubedb: { streamingMode: Synchronous }')],
    [...postgres],
    ['warning kubedb/streaming-weaker 20:5 orders no longer waits for a standby before it confirms a commit'],
  ],
  [
    'by name',
    [...postgres, more('kubedb: { streamingMode: Synchronous }')],
    [...postgres, more('kubedb: { streamingMode: Asynchronous }')],
    [
      'warning kubedb/streaming-weaker 31:30 orders no longer waits for a standby before it confirms a commit',
    ],
  ],
  ['not stronger', [...postgres], [...postgres, more('kubedb: { streamingMode: Synchronous }')], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/streaming-weaker'))).toEqual(expected);
});
