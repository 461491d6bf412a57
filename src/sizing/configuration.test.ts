import { expect, test } from 'vitest';
import { configurationFile, mergeSettings, optionKey } from './configuration.js';

const chosen = { option: 'wsrep_provider_options', value: 'gcache.size=128M;gcs.fc_limit=40', why: 'sizes' };

test('spellings of an option are one', () => {
  expect(optionKey('Max-Connections')).toBe('max_connections');
});

test('options set by hand win, and all are sorted', () => {
  const sized = [
    { option: 'max_connections', value: 20, why: 'a quarter' },
    { option: 'innodb_buffer_pool_size', value: '626M', why: '61 %' },
  ];
  expect(mergeSettings(sized, [{ name: 'max-connections', value: 50 }])).toEqual([
    { option: 'innodb_buffer_pool_size', value: '626M', why: '61 %' },
    { option: 'max-connections', value: 50, why: 'config.max-connections' },
  ]);
});

test.each(['wsrep_provider_options', 'wsrep-provider-options', 'loose_wsrep_provider_options'])(
  'joins %s with what is chosen: the server reads the last one only',
  (name) => {
    const merged = mergeSettings([chosen], [{ name, value: 'gcs.fc_limit = 64; pc.weight=2' }]);
    expect(merged).toEqual([
      {
        option: 'wsrep_provider_options',
        value: 'gcache.size=128M;gcs.fc_limit = 64; pc.weight=2',
        why: `sizes; config.${name}`,
      },
    ]);
  },
);

test('writes the file each server reads', () => {
  const settings = [
    { option: 'a', value: true, why: 'one' },
    { option: 'b', value: 'it\'s "so"', why: 'two' },
    { option: 'skip-log-bin', value: true, why: 'three' },
    { option: 'c', value: 5, why: 'four' },
  ];
  expect(configurationFile('mariadb', settings)).toBe(`[mysqld]
# one
a = ON
# two
b = "it's \\"so\\""
# three
skip-log-bin
# four
c = 5
`);
  expect(configurationFile('postgres', settings.slice(0, 2))).toBe(`# one
a = on
# two
b = 'it''s "so"'
`);
  expect(configurationFile('mariadb', [])).toBeUndefined();
});
