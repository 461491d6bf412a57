import { expect, test } from 'vitest';
import { found, foundIn, inlineFile, withOptions } from './config.testing.js';

const id = 'config/galera-values';
const options = (text: string): string => withOptions(`wsrep_provider_options: "${text}"`);

test.each([
  ['gmcast.segment=1', 'gmcast.segment is 1 on every replica, in every cluster'],
  ['pc.weight=2', 'pc.weight is 2 on every replica, in every cluster'],
  ['ist.recv_addr=10.0.0.1', 'ist.recv_addr is 10.0.0.1 on every replica, in every cluster'],
  ['pc.ignore_sb=yes', 'pc.ignore_sb lets both halves of a split go on writing'],
  ['pc.bootstrap=true', 'pc.bootstrap makes every replica that starts a cluster of its own'],
  ['gcs.fc_limit=0', 'gcs.fc_limit of 0 stops writes as soon as one replica is behind at all'],
  ['gcs.recv_q_hard_limit=1M', 'gcs.recv_q_hard_limit makes a replica abort that falls behind'],
  ['evs.suspect_timeout=PT90S', 'evs.inactive_timeout is PT60S, below evs.suspect_timeout, which is PT90S'],
  ['evs.install_timeout=PT2M', 'evs.inactive_timeout is PT60S, below evs.install_timeout, which is PT2M'],
  ['evs.inactive_timeout=PT10S', 'evs.inactive_timeout is PT10S, below evs.install_timeout, which is PT60S'],
])('%s', (text, message) => {
  expect(found(id, options(text))).toEqual([`warning ${id} 33:32 ${message}`]);
});

test.each([
  'gmcast.segment=0;pc.weight=1;gcs.fc_limit=160',
  'evs.suspect_timeout=PT15S;evs.inactive_timeout=PT60S;evs.install_timeout=PT60S',
  'evs.suspect_timeout=PT20S',
  'evs.install_timeout=PT1M',
  'pc.ignore_quorum=no',
])('is content with %s', (text) => {
  expect(found(id, options(text))).toEqual([]);
});

test('manifests', () => {
  expect(foundIn(id, inlineFile('[mysqld]', 'wsrep_provider_options="gmcast.segment=2"'))).toEqual([
    `warning ${id} 13:33 gmcast.segment is 2 on every replica, in every cluster`,
  ]);
  expect(foundIn(id, inlineFile('[mysqld]', 'wsrep_provider_options="evs.suspect_timeout=PT20S"'))).toEqual([
    `warning ${id} 13:33 evs.inactive_timeout is PT15S, below evs.suspect_timeout, which is PT20S`,
  ]);
});
