import { describe, expect, test } from 'vitest';
import { fixesOf, goodTopology, relatedOf } from '../testing.js';
import { foundIn, link, volume, writes } from './links.testing.js';

describe('sizing/transfer-outgrows-gcache', () => {
  test('says how much is written during a copy of a full volume', () => {
    const text = goodTopology + writes('1Mi') + link('40Mbps');
    expect(foundIn(text)).toEqual([
      'warning sizing/transfer-outgrows-gcache 33:34 a full copy of up to 11.7Gi takes 97 min at 40Mbps beside the writes; 5.8Gi are written meanwhile, and gcache holds 4.5Gi',
    ]);
    expect(relatedOf(text)[0]).toEqual(['34:53 the link between fra and ams; 1Mi a second are written']);
    expect(fixesOf(text)[0]).toBe(
      'write rideOut: 98m if the volume has room for that, or get a link of 47Mbps or more, or say in sizing.data what is stored if that is less',
    );
  });

  test('is content with what it says would do', () => {
    expect(foundIn(goodTopology + writes('1Mi', '98m') + link('40Mbps'))).toEqual([]);
    expect(foundIn(goodTopology + writes('1Mi') + link('47Mbps'))).toEqual([]);
    expect(foundIn(goodTopology + writes('1Mi') + link('46Mbps'))).toHaveLength(1);
  });

  test('takes the room that the data leaves of the volume', () => {
    const roomy = (data: string): string =>
      volume('40Gi') + writes('1Mi', '10m', `, data: ${data}`) + link('60Mbps');
    expect(foundIn(roomy('10Gi'))).toEqual([]);
    expect(foundIn(roomy('30Gi'))).toEqual([
      'warning sizing/transfer-outgrows-gcache 33:34 a full copy of 30Gi takes 2 h 6 min at 60Mbps beside the writes; 7.5Gi are written meanwhile, and gcache holds 762Mi',
    ]);
    expect(fixesOf(roomy('30Gi'))[0]).not.toContain('sizing.data');
  });

  test('says nothing of a link that writes overrun', () => {
    expect(foundIn(goodTopology + writes('4Mi') + link('100Mbps'))).toEqual([
      expect.stringContaining('sizing/link-writes'),
    ]);
  });
});
