import { expect, test } from 'vitest';
import { optionLines } from './option-text.js';

test('an option has its value, its reason and its line', () => {
  const text = '[mysqld]\n# half of it\nmax_connections = 20\n# a switch\nskip-name-resolve\n';
  expect(optionLines(text)).toEqual([
    { key: 'max_connections', value: '20', why: 'half of it', line: 2, parts: [] },
    { key: 'skip-name-resolve', value: '', why: 'a switch', line: 4, parts: [] },
  ]);
});

test('quotes are taken off, as the servers do', () => {
  expect(optionLines('a = "x \\"y\\""\nb = \'it\'\'s\'\n').map(({ value }) => value)).toEqual([
    'x "y"',
    "it's",
  ]);
});

test('provider options have parts', () => {
  const [line] = optionLines('wsrep_provider_options = "gcache.size=1G;pc.recovery = no;;flag"');
  expect(line?.parts).toEqual([
    ['gcache.size', '1G'],
    ['pc.recovery', 'no'],
    ['flag', ''],
  ]);
});

test('an option that stands in two sections is told apart', () => {
  expect(optionLines('[mysqld]\nencrypt = 1\n[sst]\nencrypt = 4\n').map(({ key }) => key)).toEqual([
    'encrypt',
    'sst.encrypt',
  ]);
});
