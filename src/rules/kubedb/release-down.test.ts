import { expect, test } from 'vitest';
import { edited, releaseOf, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'an older one',
    [],
    [...releaseOf('v2026.4.27')],
    ['warning kubedb/release-down 16:21 KubeDB would go back from v2026.7.10 to v2026.4.27'],
  ],
  [
    'by age, not by name',
    [...releaseOf('v2026.2.26')],
    [...releaseOf('v2026.2.28')],
    ['warning kubedb/release-down 16:21 KubeDB would go back from v2026.2.26 to v2026.2.28'],
  ],
  ['not a newer one', [...releaseOf('v2026.4.27')], [], []],
  ['not one that is not known', [], [...releaseOf('v2027.1.1')], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/release-down'))).toEqual(expected);
});
