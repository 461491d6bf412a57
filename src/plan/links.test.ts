import { describe, expect, test } from 'vitest';
import type { Database, Link, Topology } from '../topology/index.js';
import { linksByPair, linksOf, pairKey, pairsOf } from './links.js';

function database(...clusters: readonly string[]): Database {
  return { placement: clusters.map((cluster) => ({ cluster, replicas: 1 })) } as unknown as Database;
}

function topology(...links: Link[]): Topology {
  return { links } as unknown as Topology;
}

const known = topology(
  { between: ['fra', 'ams'], rtt: '7ms', bandwidth: '1Gbps' },
  { between: ['ams', 'fra'], rtt: '5ms', bandwidth: '200Mbps' },
  { between: ['par', 'ams'], rtt: '30ms' },
  { between: ['lis', 'ams'], rtt: '90ms', bandwidth: '1Mbps' },
);

describe('links', () => {
  test('a pair is the same whichever cluster is named first', () => {
    expect(pairKey('fra', 'ams')).toBe(pairKey('ams', 'fra'));
    expect(pairsOf(database('fra', 'ams', 'par', 'fra'))).toEqual(['ams fra', 'fra par', 'ams par']);
    expect(pairsOf(database('fra'))).toEqual([]);
  });

  test('of several entries for one pair the worst figures count', () => {
    expect(linksByPair(known).get('ams fra')).toEqual({
      roundTrip: 7,
      longest: known.links?.[0],
      slowest: { bandwidth: 200_000_000, link: known.links?.[1] },
    });
  });

  test('those of a database are between its clusters', () => {
    expect(linksOf(database('fra', 'ams', 'par'), known)).toEqual({
      roundTrip: 30,
      slowest: [{ bandwidth: 200_000_000, link: known.links?.[1] }],
      complete: false,
    });
    expect(linksOf(database('fra', 'ams'), known).complete).toBe(true);
    expect(linksOf(database('fra'), known)).toEqual({ roundTrip: undefined, slowest: [], complete: false });
    expect(linksOf(database('fra', 'ams'), {} as Topology).roundTrip).toBeUndefined();
  });
});
