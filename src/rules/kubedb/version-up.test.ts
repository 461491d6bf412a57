import { expect, test } from 'vitest';
import {
  edited,
  mariadbOf,
  postgres,
  postgresOf,
  releaseOf,
  type TopologyEdit,
} from '../database-edits.testing.js';
import { changeFindingsOf, changePlanOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'another series',
    [...mariadbOf('11.4.3')],
    [...mariadbOf('11.8.5')],
    ['warning kubedb/version-up 24:14 orders goes from MariaDB 11.4.3 to 11.8.5, and never back'],
  ],
  [
    'over series with long support',
    [...mariadbOf('10.6.16')],
    [...mariadbOf('11.8.5')],
    ['warning kubedb/version-up 24:14 orders goes from MariaDB 10.6.16 to 11.8.5, and never back'],
  ],
  [
    'of which one needs another first',
    [...releaseOf('v2026.8.14-rc.0'), ...mariadbOf('11.8.5')],
    [...releaseOf('v2026.8.14-rc.0'), ...mariadbOf('12.3.2')],
    ['warning kubedb/version-up 25:14 orders goes from MariaDB 11.8.5 over 12.1.2 to 12.3.2, and never back'],
  ],
  [
    'another major version',
    [...postgresOf('16.12-bookworm')],
    [...postgres],
    [
      'warning kubedb/version-up 24:14 orders goes from Postgres 16.12-bookworm to 17.9-bookworm, and never back',
    ],
  ],
  ['not a patch', [...postgresOf('17.5-bookworm')], [...postgres], []],
  ['not the way back', [...mariadbOf('11.8.5')], [...mariadbOf('11.4.3')], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/version-up'))).toEqual(expected);
});

test('the versions on the way are those that the release has', () => {
  const fixOf = (release: string) =>
    changePlanOf(
      edited([...releaseOf(release), ...mariadbOf('10.6.16')]),
      edited([...releaseOf(release), ...mariadbOf('11.8.5')]),
    ).diagnostics.find(({ id }) => id === 'kubedb/version-up')?.fix;
  expect(fixOf('v2026.7.10')).toContain('over 10.11.6 and 11.4.3,');
  expect(fixOf('v2026.8.14-rc.0')).toContain('over 10.11.16 and 11.4.10,');
});
