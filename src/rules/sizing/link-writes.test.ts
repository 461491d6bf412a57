import { describe, expect, test } from 'vitest';
import { change, database, fixesOf, goodTopology, relatedOf } from '../testing.js';
import { ceiling, foundIn, link, volume, writes } from './links.testing.js';

const large = volume('200Gi');

describe('sizing/link-writes', () => {
  test('names a link that writes fill, and what would do', () => {
    const text = large + writes('4Mi') + link('40Mbps');
    expect(foundIn(text)).toEqual([
      'error sizing/link-writes 33:49 the writes of orders take 79Mbps, 4Mi a second to each of 2 replicas, and the link between fra and ams carries 40Mbps',
    ]);
    expect(relatedOf(text)[0]).toEqual(['34:53 needs 158Mbps']);
    expect(fixesOf(text)[0]).toBe('get a link of 158Mbps or more, or write at most 1Mi a second');
  });

  test('names one on which nothing is caught up in the time it was missed', () => {
    const text = large + writes('4Mi') + link('100Mbps');
    expect(foundIn(text)).toEqual([
      'error sizing/link-writes 33:49 the writes of orders take 79Mbps, 4Mi a second to each of 2 replicas, of the 100Mbps of the link between fra and ams: after 1h away, catching up takes 3 h 45 min',
    ]);
    expect(fixesOf(text)[0]).toBe('get a link of 158Mbps or more, or write at most 2.5Mi a second');
  });

  test('is content with what it says would do', () => {
    const sized = large + writes('4Mi', '1h', ', data: 1Gi');
    expect(foundIn(sized + link('158Mbps'))).toEqual([]);
    expect(foundIn(large + writes('2.5Mi', '1h', ', data: 1Gi') + link('100Mbps'))).toEqual([]);
    expect(foundIn(sized + link('157Mbps'))).toHaveLength(1);
    expect(foundIn(large + writes('2.6Mi', '1h', ', data: 1Gi') + link('100Mbps'))).toHaveLength(1);
  });

  test('counts the writes of all databases on the ceiling, and speaks once', () => {
    const text = `${ceiling('50Mbps', '200Gi')}${writes('500Ki')}${database({ name: 'ledger', size: '200Gi' })}${writes('900Ki')}${link('100Mbps')}`;
    expect(foundIn(text)).toEqual([
      'error sizing/link-writes 44:49 the writes of ledger and 1 more take 27Mbps, ledger 900Ki a second to each of 2 replicas, of the 50Mbps of the slice: after 1h away, catching up takes 70 min',
    ]);
    expect(relatedOf(text)[0]).toEqual(['19:25 needs 54Mbps', '34:49 the writes of orders']);
    expect(fixesOf(text)[0]).toBe('raise the ceiling to 54Mbps or more, or write at most 796Ki a second');
  });

  test('leaves a remedy out that the other databases do not let be one', () => {
    const more = Array.from({ length: 4 }, (_, index) =>
      [database({ name: `ledger${index}`, size: '200Gi' }), writes('1Mi')].join(''),
    ).join('');
    const text = ceiling('20Mbps', '200Gi') + writes('1Mi') + more;
    expect(foundIn(text)).toEqual([
      'error sizing/link-writes 34:49 the writes of orders and 4 more take 99Mbps, orders 1Mi a second to each of 2 replicas, and the slice carries 20Mbps',
    ]);
    expect(fixesOf(text)[0]).toBe('raise the ceiling to 198Mbps or more');
  });

  test('names the worst of several links, with the slice for all a cluster sends', () => {
    const three = change(
      change(
        change(
          large,
          'slice:\n',
          '  - { name: par, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n',
        ),
        '        replicas: [1]\n',
        '        replicas: [1]\n      - { cluster: par, replicas: [3, 4] }\n',
      ),
      '  subnet: 10.7.0.0/16\n',
      '  subnet: 10.7.0.0/16\n  bandwidth: { ceiling: 150Mbps }\n',
    );
    const links = `links:
  - { between: [fra, ams], bandwidth: 1Gbps }
  - { between: [par, fra], bandwidth: 100Mbps }
  - { between: [ams, par], bandwidth: 60Mbps }
`;
    const text = three + writes('4Mi') + links;
    expect(foundIn(text)).toEqual([
      'error sizing/link-writes 36:49 the writes of orders take 79Mbps, 4Mi a second to each of 2 replicas, and the link between ams and par carries 60Mbps',
    ]);
    expect(relatedOf(text)[0]).toEqual(['40:39 needs 158Mbps', '20:25 needs 316Mbps', '39:39 needs 158Mbps']);
    expect(fixesOf(text)[0]).toBe('get a link of 158Mbps or more, or write at most 1.5Mi a second');
  });

  test('says one replica, and is content without links, within one cluster and where nobody says how much is written', () => {
    const pair = change(change(large, 'replicas: [0, 2]', 'replicas: [0]'), 'survive: none', 'survive: none');
    expect(foundIn(pair + writes('4Mi') + link('10Mbps'))).toEqual([
      'error sizing/link-writes 33:49 the writes of orders take 40Mbps, 4Mi a second to one replica, and the link between fra and ams carries 10Mbps',
    ]);
    expect(foundIn(large + writes('400Mi'))).toEqual([]);
    const near = change(
      goodTopology,
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    expect(foundIn(near + writes('4Mi') + link('1Mbps'))).toEqual([]);
    expect(foundIn(goodTopology + link('10Mbps'))).toEqual([]);
    const postgres = change(
      change(goodTopology, 'engine: mariadb', 'engine: postgres'),
      '"11.8.5"',
      '"17.9-bookworm"',
    );
    expect(foundIn(postgres + link('10Mbps'))).toEqual([]);
  });
});
