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
    'from now on',
    [],
    [more('tls: { issuer: { name: db-ca } }')],
    ['warning kubedb/encryption-changed 31:5 orders now demands encrypted connections'],
  ],
  [
    'offered',
    [...postgres],
    [...postgres, more('tls: { issuer: { name: db-ca }, required: false }')],
    ['warning kubedb/encryption-changed 31:5 orders now offers encrypted connections'],
  ],
  [
    'no longer',
    [more('tls: { issuer: { name: db-ca } }')],
    [],
    ['warning kubedb/encryption-changed 20:5 orders no longer encrypts its connections'],
  ],
  [
    'no longer demanded',
    [more('tls: { issuer: { name: db-ca } }')],
    [more('tls: { issuer: { name: db-ca }, required: false }')],
    ['warning kubedb/encryption-changed 31:5 orders takes connections without encryption again'],
  ],
  [
    'demanded',
    [...postgres, more('tls: { issuer: { name: db-ca }, required: false }')],
    [...postgres, more('tls: { issuer: { name: db-ca } }')],
    ['warning kubedb/encryption-changed 31:5 orders turns away connections without encryption'],
  ],
  [
    'another issuer',
    [more('tls: { issuer: { name: db-ca } }')],
    [more('tls: { issuer: { name: new-ca } }')],
    [
      'warning kubedb/encryption-changed 31:5 the certificates of orders come from new-ca, not db-ca any more',
    ],
  ],
  [
    'not the same',
    [more('tls: { issuer: { name: db-ca } }')],
    [more('tls: { issuer: { name: db-ca }, required: true }')],
    [],
  ],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/encryption-changed'))).toEqual(expected);
});
