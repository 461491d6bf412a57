import { describe, expect, test } from 'vitest';
import { change, fixesOf, goodTopology } from '../testing.js';
import { foundIn, link, volume, writes } from './links.testing.js';

const near = (size: string): string =>
  change(volume(size), 'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]', 'replicas: 3');

describe('sizing/window-short', () => {
  test('names a window after which a copy takes long, on the best of disks', () => {
    const text = near('600Gi') + writes('2Mi', '5m');
    expect(foundIn(text)).toEqual([
      'warning sizing/window-short 31:34 gcache bridges 5 min of the writes of orders, and after that a full copy of up to 508.4Gi takes 87 min at 100Mi a second, a good disk',
    ]);
    expect(fixesOf(text)).toContain(
      'write rideOut: 1h or more; gcache is a file on the volume and takes no memory',
    );
    expect(foundIn(near('600Gi') + writes('2Mi', '60m'))).toEqual([]);
  });

  test('names it over a link', () => {
    expect(foundIn(volume('200Gi') + writes('100Ki', '5m', ', data: 100Gi') + link('100Mbps'))).toEqual([
      'warning sizing/window-short 33:34 gcache bridges 17 min of the writes of orders, and after that a full copy of 100Gi takes 2 h 52 min at 100Mbps beside the writes',
    ]);
  });

  test('is content where a copy is quick, and leaves a size in config to the rule about it', () => {
    expect(foundIn(goodTopology + writes('2Mi', '5m'))).toEqual([]);
    expect(foundIn(near('300Gi') + writes('2Mi', '5m'))).toEqual([]);
    const config = '    config: { wsrep_provider_options: gcache.size=128M }\n';
    expect(foundIn(near('600Gi') + writes('2Mi', '5m') + config)).toEqual([]);
    expect(foundIn(near('600Gi'))).toEqual([]);
  });

  test('says nothing of a link that writes overrun', () => {
    expect(foundIn(volume('200Gi') + writes('4Mi', '5m') + link('100Mbps'))).toEqual([
      expect.stringContaining('sizing/link-writes'),
    ]);
  });
});
