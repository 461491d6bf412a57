import { expect, test } from 'vitest';
import { change, goodTopology } from '../testing.js';
import { fixOf, found, foundIn, inlineFile, withOptions } from './config.testing.js';

const id = 'config/galera-options';
const options = (text: string): string => withOptions(`wsrep_provider_options: "${text}"`);

test.each([
  ['evs.delayed_margin=PT2S', 32, 'the Galera provider has no option evs.delayed_margin'],
  ['GCS.FC_LIMIT=32', 32, 'the Galera provider has no option GCS.FC_LIMIT'],
  ['gcs.fc_limit', 32, 'gcs.fc_limit in wsrep_provider_options has no value'],
  ['pc.weight=1; gcache.size=256Mi', 45, 'the Galera provider does not take gcache.size = 256Mi'],
  ['gcs.fc_limit=1.5', 32, 'the Galera provider does not take gcs.fc_limit = 1.5'],
  ['gcs.fc_factor=1.5', 32, 'the Galera provider does not take gcs.fc_factor = 1.5'],
  ['pc.weight=256', 32, 'the Galera provider does not take pc.weight = 256'],
  ['evs.suspect_timeout=5s', 32, 'the Galera provider does not take evs.suspect_timeout = 5s'],
  ['gcache.recover=maybe', 32, 'the Galera provider does not take gcache.recover = maybe'],
  ['evs.send_window=128', 32, 'evs.user_send_window is 256, above evs.send_window, which is 128'],
  [
    'evs.user_send_window=8;evs.send_window=4',
    32,
    'evs.user_send_window is 8, above evs.send_window, which is 4',
  ],
  [
    'evs.keepalive_period=PT20S',
    32,
    'evs.suspect_timeout is PT15S, below evs.keepalive_period, which is PT20S',
  ],
  ['evs.suspect_timeout=0.5', 32, 'evs.suspect_timeout is 0.5, below evs.keepalive_period, which is PT1S'],
  ['gcs.fc_limit=32;gcs.fc_limit=64', 48, 'gcs.fc_limit stands in wsrep_provider_options twice'],
])('%s', (text, column, message) => {
  expect(found(id, options(text))).toEqual([`error ${id} 33:${column} ${message}`]);
});

test.each([
  'gcache.size=256M; gcs.fc_limit = 64;',
  'evs.suspect_timeout=PT15S;evs.keepalive_period=1;evs.inactive_timeout=PT1M',
  'evs.send_window=512;evs.user_send_window=256',
  'socket.ssl=yes;gcs.vote_policy=1',
  '',
])('is content with %s', (text) => {
  expect(found(id, options(text))).toEqual([]);
});

test('counts with what dbspan writes beside it for links between clusters, and elsewhere with the defaults', () => {
  const near = (text: string): string =>
    change(options(text), 'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]', 'replicas: 3');
  expect(found(id, options('evs.user_send_window=8;evs.keepalive_period=PT6S'))).toEqual([]);
  expect(found(id, near('evs.user_send_window=8'))).toEqual([
    `error ${id} 31:32 evs.user_send_window is 8, above evs.send_window, which is 4`,
  ]);
  expect(found(id, near('evs.keepalive_period=PT6S'))).toEqual([
    `error ${id} 31:32 evs.suspect_timeout is PT5S, below evs.keepalive_period, which is PT6S`,
  ]);
  const target = `${options('evs.send_window=3')}    sizing: { mode: target }\n`;
  expect(found(id, target)).toEqual([]);
  expect(fixOf(options('evs.send_window=128'))).toBe('write evs.user_send_window as half of evs.send_window');
});

test('knows what was meant', () => {
  expect(fixOf(options('evs.delayed_margin=PT2S'))).toBe('did you mean evs.delay_margin?');
});

test('is content with a server alone, which loads no provider', () => {
  const alone = change(
    change(goodTopology, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
    'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
    'replicas: 1',
  );
  expect(found(id, `${alone}    config: { wsrep_provider_options: foo=1 }\n`)).toEqual([]);
});

test('manifests, and an option that replaces another', () => {
  const text = inlineFile(
    '[mysqld]',
    'wsrep_provider_options="foo=1"',
    'wsrep-provider-options="pc.weight=1"',
  );
  expect(foundIn(id, text)).toEqual([
    `error ${id} 13:33 the Galera provider has no option foo`,
    `error ${id} 14:9 wsrep_provider_options is given a second time, and the first does nothing`,
  ]);
});
