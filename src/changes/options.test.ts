import { describe, expect, test } from 'vitest';
import { optionsOf } from './options.js';

const read = (text: string) => {
  const options = optionsOf(text);
  return options && Object.fromEntries(options);
};

describe('option files', () => {
  test('of MariaDB, by section, in either spelling', () => {
    expect(
      read('# x\n[mariadb]\nmax-connections = 20\n; y\nskip_name_resolve\n[client]\nport=3307\n'),
    ).toEqual({
      '[mariadb] max_connections': '20',
      '[mariadb] skip_name_resolve': '',
      '[client] port': '3307',
    });
  });

  test('of Postgres, without sections', () => {
    expect(read('shared_buffers = 256MB\nwal_level = logical # why\n')).toEqual({
      shared_buffers: '256MB',
      wal_level: 'logical',
    });
  });

  test('the last of several lines counts, and where all do, all', () => {
    expect(read('[mariadb]\na = 1\na = 2\n')).toEqual({ '[mariadb] a': '2' });
    expect(read('[mariadb]\nplugin-load-add = a\nplugin_load_add = b\n')).toEqual({
      '[mariadb] plugin_load_add': 'a, b',
    });
  });

  test('a # in quotes is none of a comment', () => {
    expect(read("log_line_prefix = '%m #%p' # the usual\n")).toEqual({ log_line_prefix: "'%m #%p'" });
    expect(read('a = "x # y"\n')).toEqual({ a: '"x # y"' });
    expect(read("a = 'it''s # one' # two\n")).toEqual({ a: "'it''s # one'" });
    expect(read("a = it's #1\n")).toEqual({ a: "it's" });
    expect(read('a = x#y\n')).toEqual({ a: 'x#y' });
  });
});

test.each([
  ['', 'nothing'],
  ['# only\n', 'a comment'],
  ['.:53 {\n  forward . 10.0.0.1\n}\n', 'a Corefile'],
  ['#!/bin/sh\nset -e\nA=1\n', 'a script'],
  ['a: 1\nb: 2\n', 'YAML'],
  ['{\n"a": 1\n}\n', 'JSON'],
  ['[mariadb]\n!includedir /etc/x\n', 'an include'],
  ['word\n', 'a word'],
])('no option file: %j', (text) => {
  expect(optionsOf(text)).toBeUndefined();
});

test('long lines take no long time', () => {
  const text = `a = ${'\'"'.repeat(50_000)}\nb = ${' #'.repeat(50_000)}\n`;
  const start = performance.now();
  expect(optionsOf(text)?.get('b')).toBe('');
  expect(performance.now() - start).toBeLessThan(2000);
});
