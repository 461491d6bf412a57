import { expect, test } from 'vitest';
import { edited, mariadbOf, postgres, postgresOf, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'an older patch',
    [...mariadbOf('11.8.5')],
    [...mariadbOf('11.4.3')],
    [
      'error kubedb/version-refused 24:14 orders would go back from 11.8.5 to 11.4.3, and no database goes back',
    ],
  ],
  [
    'an older Postgres',
    [...postgres],
    [...postgresOf('17.5-bookworm')],
    [
      'error kubedb/version-refused 24:14 orders would go back from 17.9-bookworm to 17.5-bookworm, and no database goes back',
    ],
  ],
  [
    'from bookworm to alpine',
    [...postgresOf('17.5-bookworm')],
    [...postgresOf('17.9')],
    [
      'error kubedb/version-refused 24:14 orders would go from 17.5-bookworm to 17.9, which is of another build',
    ],
  ],
  [
    'from alpine to bookworm',
    [...postgresOf('17.5')],
    [...postgresOf('17.9-bookworm')],
    [
      'error kubedb/version-refused 24:14 orders would go from 17.5 to 17.9-bookworm, which is of another build',
    ],
  ],
  ['not up', [...mariadbOf('10.6.16')], [...mariadbOf('12.1.2')], []],
  ['not a newer Postgres', [...postgresOf('16.12-bookworm')], [...postgres], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/version-refused'))).toEqual(expected);
});
