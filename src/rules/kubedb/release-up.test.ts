import { expect, test } from 'vitest';
import { edited, more, releaseOf, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'a newer one',
    [...releaseOf('v2026.4.27')],
    [],
    [
      'info kubedb/release-up 1:1 KubeDB goes from v2026.4.27 to v2026.7.10: no webhook looks at a PlacementPolicy any more and containers get a resizePolicy',
    ],
  ],
  [
    'with nothing to say of',
    [...releaseOf('v2026.2.26')],
    [...releaseOf('v2026.4.27')],
    ['info kubedb/release-up 16:21 KubeDB goes from v2026.2.26 to v2026.4.27'],
  ],
  [
    'with the configuration',
    [
      ...releaseOf('v2025.10.17'),
      ['"11.8.5"', '"11.4.3"'],
      more('kubedb: { configurationSecret: mine }'),
      more('sizing: { mode: target }'),
    ],
    [
      ...releaseOf('v2026.1.19'),
      ['"11.8.5"', '"11.4.3"'],
      more('kubedb: { configurationSecret: mine }'),
      more('sizing: { mode: target }'),
    ],
    [
      'info kubedb/release-up 16:21 KubeDB goes from v2025.10.17 to v2026.1.19: spec.configSecret becomes spec.configuration',
    ],
  ],
  ['not an older one', [], [...releaseOf('v2026.4.27')], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/release-up'))).toEqual(expected);
});
