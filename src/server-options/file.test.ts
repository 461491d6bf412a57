import { describe, expect, test } from 'vitest';
import { readMariadbFile, readPostgresFile, type UnreadableLine } from './file.js';

function read(text: string, version?: string): { options: string[]; unreadable: string[] } {
  const file = { name: 'f', text };
  const lines = text.split('\n');
  const content = readMariadbFile(
    text,
    (line, _, piece, from = 0) => {
      const before = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
      const start = before + (lines[line] ?? '').indexOf(piece, from);
      return { file, start, end: start + piece.length };
    },
    version,
  );
  return {
    options: content.options.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`)),
    unreadable: content.unreadable.map(({ kind, text: what }: UnreadableLine) => `${kind} ${what}`),
  };
}

const options = (...lines: string[]): string[] => read(`[mysqld]\n${lines.join('\n')}\n`).options;

// What my_print_defaults of MariaDB 10.11.19 prints for the same lines.
describe('a line of MariaDB', () => {
  test.each([
    ['a = 100 # five', 'a=100'],
    ['a=64M#x', 'a=64M'],
    ['a = 1M ; x', 'a=1M ; x'],
    ["a = 'x # y'", 'a=x # y'],
    ['a = "c # d" # e', 'a=c # d'],
    ["a='it''s'", "a=it''s"],
    ["a='x' # c ' d", 'a=x'],
    ["a=x'y # z'", "a=x'y # z'"],
    ["a='x#y'z # w", "a='x#y'z"],
    ['a = "x" y', 'a="x" y'],
    ['a="x"y"', 'a=x"y'],
    ["a='utf8", "a='utf8"],
    ["a=utf8'", "a=utf8'"],
    [String.raw`a = "x\ty\\z\sw\"q"`, 'a=x\ty\\z w"q'],
    [String.raw`a=x\sy\nz\\w\r\b\q`, 'a=x y\nz\\w\r\b\\q'],
    [String.raw`a = \#x`, 'a=\\'],
    ['a=', 'a='],
    ['a=# z', 'a='],
    ['a', 'a'],
    ['a#b=1', 'a'],
    [' a =  /x y  \r', 'a=/x y'],
    ['a b c', 'a b c'],
    ['max connections = 4', 'max connections=4'],
    ['a==3', 'a==3'],
    ['--a=1', '--a=1'],
  ])('%j is read as %j', (line, expected) => {
    expect(options(line)).toEqual([expected]);
  });

  test.each(['# c', '; c', '   ; c', '!include /x', '!nonsense', ''])('%j says nothing', (line) => {
    expect(options(line)).toEqual([]);
  });
});

describe('groups of MariaDB', () => {
  const groups = (...names: string[]): string =>
    names.map((name, index) => `[${name}]\na${index}\n`).join('');

  test('that mariadbd reads', () => {
    const text = groups('mysqld', 'SERVER', 'mariadb', 'mariadbd ', 'client-server', 'galera');
    expect(read(text).options).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5']);
    expect(read('[mysqld]junk\na=1\n').options).toEqual(['a=1']);
  });

  test('of one series, which another does not read', () => {
    const text = groups('mariadb-11.8', 'mysqld-10.11', 'mariadbd-11.8', 'mysqld-8.0', 'server-11.8');
    expect(read(text, '11.8.5')).toEqual({ options: ['a0', 'a2'], unreadable: [] });
    expect(read(text, '10.11.6').options).toEqual(['a1']);
    expect(read(text).options).toEqual(['a0', 'a1', 'a2', 'a3']);
  });

  test('of other programs', () => {
    const text = groups(
      'client',
      'mysqldump',
      'mysql',
      'mysqld_safe',
      'mariadbd-safe',
      'sst',
      'embedded',
      'mysqld1',
      'mariabackup',
    );
    expect(read(text)).toEqual({ options: [], unreadable: [] });
  });

  test('that are none', () => {
    expect(read(groups(' mysqld', 'mysqId', 'mariadbs', 'mysqd')).unreadable).toEqual([
      'group  mysqld',
      'group mysqId',
      'group mariadbs',
      'group mysqd',
    ]);
    expect(read('[mysqld\na=1\n')).toEqual({ options: ['a=1'], unreadable: ['header [mysqld'] });
    expect(read('\ufeff[mysqld]\na=1\n')).toEqual({ options: ['a=1'], unreadable: ['mark [mysqld]'] });
    expect(read('a=1\nb=2\n')).toEqual({ options: ['a=1', 'b=2'], unreadable: ['section a=1'] });
  });
});

test.each([
  ["a = 'it''s'", "it's"],
  [String.raw`a = 'x\'y\n\101\q'`, "x'y\nAq"],
  ["a '16MB' # c", '16MB'],
  ['a=0x10', '0x10'],
])('Postgres reads %j', (line, value) => {
  const place = () => ({ file: { name: 'f', text: line }, start: 0, end: 0 });
  expect(readPostgresFile(line, place).options.map((option) => option.value)).toEqual([value]);
  expect(readPostgresFile(`\ufeff${line}`, place).unreadable.map(({ kind }) => kind)).toEqual(['mark']);
});
