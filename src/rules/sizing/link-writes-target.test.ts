import { describe, expect, test } from 'vitest';
import { database, fixesOf } from '../testing.js';
import { foundIn, link, volume, writes } from './links.testing.js';

const large = volume('200Gi');

describe('sizing/link-writes-target', () => {
  const target = writes('4Mi', '1h', ', mode: target');

  test('warns of the same in target mode', () => {
    const text = large + target + link('40Mbps');
    expect(foundIn(text)).toEqual([
      'warning sizing/link-writes-target 33:49 the writes of orders take 79Mbps, 4Mi a second to each of 2 replicas, and the link between fra and ams carries 40Mbps',
    ]);
    expect(fixesOf(text).filter((fix) => fix?.startsWith('get a link'))).toEqual([
      'get a link of 158Mbps or more, or write at most 1Mi a second',
    ]);
    expect(foundIn(large + target + link('158Mbps'))).toEqual([
      expect.stringContaining('sizing/transfer-outgrows-gcache'),
    ]);
  });

  test('a guarantee that does not hold beside it is what is named', () => {
    const text = `${large}${target}${database({ name: 'ledger', size: '200Gi' })}${writes('1Mi')}${link('80Mbps')}`;
    expect(foundIn(text)).toEqual([
      'error sizing/link-writes 43:49 the writes of ledger and 1 more take 99Mbps, ledger 1Mi a second to each of 2 replicas, and the link between fra and ams carries 80Mbps',
    ]);
  });
});
