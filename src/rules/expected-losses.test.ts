import { describe, expect, test } from 'vitest';
import { buildPlan, survivalOf } from '../plan/index.js';
import { standsOn } from '../survival/index.js';
import { readTopology } from '../topology/index.js';
import { isProblem, lossReader, writtenLosses } from './expected-losses.js';
import { lines, siteTopology } from './sites.testing.js';
import { change, goodTopology } from './testing.js';

function read(text: string) {
  const { topology, file } = readTopology({ name: 't', content: text });
  if (!topology || !file) throw new Error('not a topology');
  return { topology, plan: buildPlan(topology, file, () => undefined) };
}

describe('what expectations lose', () => {
  test('is one thing or several, each at its place', () => {
    const { topology } = read(
      `${goodTopology}expect:\n  - { lose: fra, writes: stop }\n  - { lose: [ams, hub], writes: stop }\n`,
    );
    const written = (topology.expect ?? []).map((each) =>
      writtenLosses(each).map(({ text, span }) => [text, span.file.text.slice(span.start, span.end)]),
    );
    expect(written).toEqual([
      [['fra', 'fra']],
      [
        ['ams', 'ams'],
        ['hub', 'hub'],
      ],
    ]);
  });

  test('knows the zone of an arbitrator, zones that are only counted by, and clusters that are named elsewhere', () => {
    const text = change(siteTopology, 'zones: [a, b, c]\n    nodes: 6', 'nodes: { a: 2, b: 2, d: 0 }');
    const arbitrator = lines('statefulset: { arbitrator: { image: "x/garbd:26.4.23", zone: z } }');
    const loss = lossReader(read(text + arbitrator).topology, ['oslo']);
    expect(loss('zone:z')).toEqual({ kind: 'zone', zone: '/west/z' });
    expect(loss('zone:d')).toEqual({ kind: 'zone', zone: '/west/d' });
    expect(loss('zone:west/a')).toEqual({ kind: 'zone', zone: '/west/a' });
    expect(loss('oslo')).toEqual({ kind: 'cluster', cluster: 'oslo' });
    expect(isProblem(loss('zone:q'))).toBe(true);
    expect(isProblem(loss('hub'))).toBe(true);
  });
});

test('a database stands on what has members, on both ends of a link, and on its hub', () => {
  const text = change(
    change(goodTopology, 'kubesliceDNS: 10.43.0.100\n', 'kubesliceDNS: 10.43.0.100\n    zones: [a]\n'),
    'slice:\n',
    '  - { name: par, distribution: k3s, location: { region: eu } }\nslice:\n',
  );
  const { topology, plan } = read(text);
  const { landscape, subjects } = survivalOf(plan);
  const database = subjects[0]?.database;
  if (!database) throw new Error('no database');
  const reader = lossReader(topology);
  const stands = (written: string): boolean | undefined => {
    const loss = reader(written);
    return isProblem(loss) ? undefined : standsOn(database, loss, landscape);
  };
  for (const each of ['fra', 'node:ams', 'zone:a', 'link:fra-ams', 'split:fra+par', 'hub'])
    expect(stands(each), each).toBe(true);
  for (const each of ['par', 'node:par', 'region:eu', 'link:fra-par', 'split:fra+ams'])
    expect(stands(each), each).toBe(false);
});
