import { expect, test } from 'vitest';
import { edited, more, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'a Secret of its own',
    [],
    [more('rootPasswordSecret: { name: root }')],
    [
      'warning kubedb/password-secret-changed 31:5 the administrator’s password of orders comes from the Secret root, not orders-auth any more',
    ],
  ],
  [
    'another one',
    [more('rootPasswordSecret: { name: root }')],
    [more('rootPasswordSecret: { name: root-2 }')],
    [
      'warning kubedb/password-secret-changed 31:5 the administrator’s password of orders comes from the Secret root-2, not root any more',
    ],
  ],
  ['not the one that KubeDB makes', [], [more('rootPasswordSecret: { name: orders-auth }')], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/password-secret-changed'))).toEqual(expected);
});
