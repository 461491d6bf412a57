import { describe, expect, test } from 'vitest';
import { lines, operatorTopology, siteTopology } from '../sites.testing.js';
import { change, findingsOf, fixesOf } from '../testing.js';

const id = 'provider/zone-majority';

const cluster = (zones: string, replicas = 3, text = siteTopology): string =>
  change(change(text, '[a, b, c]', zones), 'replicas: 3', `replicas: ${replicas}`);

const arbitrator = (zone = ''): string =>
  lines(`statefulset: { arbitrator: { image: "registry.example.com/garbd:26.4.23"${zone} } }`);

describe(id, () => {
  test('reports two zones, of which one holds the majority', () => {
    expect(findingsOf(cluster('[a, b]'))).toEqual([
      `warning ${id} 18:19 west has two zones, and one of them holds 2 of the 3 votes of wiki`,
    ]);
    expect(fixesOf(cluster('[a, b]'))).toEqual([
      'use a third zone, or 2 replicas and an arbitrator in a third one; or write survive: node to accept it',
    ]);
    expect(fixesOf(cluster('[a, b]', 3, operatorTopology))).toEqual([
      'use a third zone; or write survive: node to accept it',
    ]);
  });

  test('is content with a third zone, for a replica or an arbitrator', () => {
    expect(findingsOf(cluster('[a, b, c]'))).toEqual([]);
    expect(findingsOf(cluster('[a, b, c]', 5))).toEqual([]);
    expect(findingsOf(cluster('[a, b]', 2) + arbitrator(', zone: c'))).toEqual([]);
    expect(findingsOf(cluster('[a, b]', 4) + arbitrator(', zone: c'))).toEqual([]);
    expect(findingsOf(cluster('[a]'))).toEqual([]);
  });

  test('reports an arbitrator among the replicas', () => {
    expect(findingsOf(cluster('[a, b]', 2) + arbitrator(', zone: b'))).toEqual([
      `warning ${id} 22:85 the arbitrator of wiki runs in b, where half of its votes would be with it`,
    ]);
    expect(findingsOf(cluster('[a, b]', 2) + arbitrator())).toEqual([
      `warning ${id} 22:20 the arbitrator of wiki may run in any zone, also where half of its votes would be with it`,
    ]);
    // Of three zones, replicas leave it one to itself.
    expect(findingsOf(cluster('[a, b, c]', 2) + arbitrator(', zone: c'))).toEqual([]);
    expect(findingsOf(cluster('[a, b, c]', 4) + arbitrator(', zone: c'))).toEqual([]);
    expect(findingsOf(cluster('[a, b, c]', 4) + arbitrator(', zone: d'))).toEqual([]);
  });

  test('is content where the file asks for no more than a node, and with one replica', () => {
    expect(findingsOf(cluster('[a, b]') + lines('survive: node'))).toEqual([]);
    expect(findingsOf(cluster('[a, b]') + lines('survive: zone')).join()).not.toContain(id);
    expect(findingsOf(cluster('[a, b]', 1))).toEqual([]);
    expect(
      findingsOf(cluster('[a, b]', 2, operatorTopology) + lines('replication: primary-replica')),
    ).toEqual([]);
  });
});
