import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { fixAll } from '../../fix.js';
import { lines, operatorTopology, siteTopology } from '../sites.testing.js';
import { change, database, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

const id = 'survival/goal';
const asking = (goal: string, text = goodTopology): string =>
  change(text, 'survive: none', `survive: ${goal}`);
const third =
  '  - { name: par, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n';
const threeClusters = change(goodTopology, 'slice:\n', third);

/** The placement of {@link goodTopology} in another form. */
const placed = (placement: string, text = goodTopology): string =>
  change(
    text,
    '      - cluster: fra\n        replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]\n',
    placement,
  );

/** What `--fix` makes of a text when nothing is committed. */
function fixed(text: string): string | undefined {
  const [first] = fixAll(new Map([['t', text]]), (texts) => {
    const inputs = [...texts].map(([name, content]) => ({ name, content }));
    return compile(inputs, { committed: () => undefined }).diagnostics;
  });
  return first?.text;
}

/** The fixes of a text of which an output is committed. */
function fixesOn(text: string, committed: ReadonlyMap<number, string> | undefined): (string | undefined)[] {
  const inputs = [{ name: 't', content: text }];
  return compile(inputs, { committed: () => committed }).diagnostics.map(({ fix }) => fix);
}

describe(id, () => {
  test('reports a cluster that two sites cannot do without, and proves it', () => {
    const text = asking('cluster');
    expect(findingsOf(text)).toEqual([
      `error ${id} 27:19 orders does not survive the loss of fra: 1 of 3 votes left, 2 needed`,
    ]);
    expect(relatedOf(text)).toEqual([
      [
        '30:14 asked for here',
        '25:5 the least that stops writes: a node of fra',
        '25:5 to go on without fra, ams needs more than half of all votes (2 of 3); to go on without ams, fra does',
        '25:5 both cannot hold more than half (2 + 2 > 3): that is so for any number of replicas and any weights',
      ],
    ]);
    expect(fixesOf(text)).toEqual([
      'if nothing runs yet, fra [0], ams [1], a third cluster [2]; if it runs, add 3 on ams and 4 on a third cluster and run 5 replicas; do not stop at 4; or write survive: node, the most it keeps where it stands',
    ]);
  });

  test('proposes what only adds where an output is committed, and writes a new layout where none is', () => {
    const text = asking('cluster', threeClusters);
    expect(
      fixesOn(
        text,
        new Map([
          [0, 'fra'],
          [1, 'ams'],
          [2, 'fra'],
        ]),
      )[0],
    ).toMatch(/^add 3 on (ams|par) and 4 on (ams|par) and run 5 replicas; do not stop at 4/);
    expect(fixesOn(text, undefined)[0]).toMatch(/^place the replicas so: fra \[0\], ams \[1\], par \[2\]/);
    expect(fixesOf(text)[0]).toMatch(
      /^if nothing runs yet, fra \[0\], ams \[1\], par \[2\]; if it runs, add 3/,
    );
    const result = fixed(text) ?? '';
    expect(result).toContain(
      '      - cluster: fra\n        replicas: [0]\n      - cluster: ams\n        replicas: [1]\n      - cluster: par\n        replicas: [2]\n    survive',
    );
    expect(findingsOf(result)).toEqual([]);
  });

  test('writes a new entry in the form of the others, and keeps comments', () => {
    const flow = placed(
      '      [{ cluster: fra, replicas: [0, 2] }, { cluster: ams, replicas: [1] }] # for now\n',
      asking('cluster', threeClusters),
    );
    expect(fixed(flow)).toContain(
      '[{ cluster: fra, replicas: [0] }, { cluster: ams, replicas: [1] }, { cluster: par, replicas: [2] }] # for now\n',
    );
    const counted = placed(
      '      # two here\n      - replicas: 2 # for now\n        cluster: fra\n      - { cluster: ams, replicas: 1 } # and one\n',
      asking('cluster', threeClusters),
    );
    expect(fixed(counted)).toContain(
      '      # two here\n      - replicas: [0] # for now\n        cluster: fra\n      - { cluster: ams, replicas: [1] } # and one\n      - cluster: par\n        replicas: [2]\n',
    );
  });

  test('writes nothing into a placement that stands elsewhere', () => {
    const shared = placed(
      '      &two\n      - cluster: fra\n        replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]\n',
      asking('cluster', threeClusters),
    );
    expect(findingsOf(shared)).toHaveLength(1);
    expect(fixed(shared)).toBeUndefined();
  });

  test('derives the spread from the goal, and reports one that contradicts it', () => {
    expect(findingsOf(asking('node'))).toEqual([]);
    const stated = asking('node\n    spread: { node: ScheduleAnyway }');
    expect(findingsOf(stated)).toEqual([
      `error ${id} 27:19 orders does not survive the loss of a node of fra: 1 of 3 votes left, 2 needed`,
    ]);
    expect(fixesOf(stated)).toEqual(['set spread.node to DoNotSchedule, which takes 2 nodes on fra']);
    expect(fixed(stated)).toBeUndefined();
    const more = asking('cluster\n    spread: { node: ScheduleAnyway }');
    // With what the file states of the spread, no lesser goal is kept either.
    expect(fixesOf(more)[0]).toContain('; or write survive: none to accept it');
    expect(fixesOf(asking('cluster'))[0]).toContain(
      '; or write survive: node, the most it keeps where it stands',
    );
    const counted = change(stated, 'hub: true\n', 'hub: true\n    nodes: 2\n');
    expect(fixed(counted)).toBe(change(counted, 'node: ScheduleAnyway', 'node: DoNotSchedule'));
  });

  test('reports clusters that are known to have too few nodes', () => {
    const text = change(asking('node'), 'hub: true\n', 'hub: true\n    nodes: 1\n');
    expect(findingsOf(text)).toEqual([
      `error ${id} 28:19 orders does not survive the loss of a node of fra: 1 of 3 votes left, 2 needed`,
    ]);
    expect(fixesOf(text)[0]).toContain('add nodes to fra: it needs 2 and has 1');
  });

  test('judges zones, and counts a cluster without them as one', () => {
    expect(findingsOf(asking('zone'))).toEqual([
      `error ${id} 27:19 orders does not survive the loss of a zone of fra, which lists none and counts as one: 1 of 3 votes left, 2 needed`,
    ]);
    const zoned = (fra: string, ams: string): string =>
      change(
        change(asking('zone'), '10.43.0.100\n', `10.43.0.100\n    zones: ${fra}\n`),
        '10.43.0.101\n',
        `10.43.0.101\n    zones: ${ams}\n`,
      );
    expect(findingsOf(zoned('[a, b]', '[a]'))).toEqual([]);
    expect(findingsOf(zoned('[a]', '[a, b]'))).toEqual([
      `error ${id} 29:19 orders does not survive the loss of the zone fra/a: 1 of 3 votes left, 2 needed`,
    ]);
  });

  test('tells the loss of a cluster, not that of each of its nodes, and the others beside it', () => {
    const text = asking('cluster+1');
    expect(findingsOf(text)).toEqual([
      `error ${id} 27:19 orders does not survive the loss of fra: 1 of 3 votes left, 2 needed`,
    ]);
    expect(relatedOf(text)[0]?.slice(0, 2)).toEqual([
      '30:14 asked for here',
      '29:19 nor the loss of ams and a node of fra: 1 of 3 votes left, 2 needed',
    ]);
  });

  test('is content with three clusters of one replica', () => {
    const text = placed(
      '      [{ cluster: fra, replicas: 1 }, { cluster: ams, replicas: 1 }, { cluster: par, replicas: 1 }]\n',
      threeClusters,
    );
    for (const goal of ['node', 'cluster']) expect(findingsOf(asking(goal, text))).toEqual([]);
    expect(findingsOf(asking('cluster+1', text))).toHaveLength(1);
  });

  test('reports one cluster that is to be survived, and a database without a slice', () => {
    const one = placed('      - cluster: fra\n        replicas: 3\n', asking('cluster'));
    expect(findingsOf(one)).toEqual([
      `error ${id} 27:19 orders does not survive the loss of fra: no replica is left`,
    ]);
    const alone = change(
      change(one, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
      'survive: cluster',
      'survive: node',
    );
    const own = findingsOf(alone).filter((each) => each.includes(id));
    expect(own).toHaveLength(1);
    expect(fixesOf(alone)).toContain(
      'KubeDB keeps replicas on different nodes only where a slice distributes them: add a slice, or write survive: none',
    );
  });

  test('judges what lives on one cluster', () => {
    const zones = (text: string): string => change(text, '[a, b, c]', '[a, b]');
    for (const topology of [siteTopology, operatorTopology]) {
      expect(findingsOf(topology + lines('survive: node'))).toEqual([]);
      expect(findingsOf(topology + lines('survive: zone'))).toEqual([]);
      expect(findingsOf(zones(topology) + lines('survive: zone'))).toEqual([
        `error ${id} 18:19 wiki does not survive the loss of the zone a: 1 of 3 votes left, 2 needed`,
      ]);
      const wide = topology + lines('survive: cluster');
      expect(findingsOf(wide)).toEqual([
        `error ${id} 18:19 wiki does not survive the loss of west: no replica is left`,
      ]);
      expect(relatedOf(wide)[0]).toContain(
        '16:5 its provider keeps all replicas on one cluster, so no number of them changes that',
      );
      expect(fixesOf(wide)).toEqual(['write survive: zone, the most it keeps where it stands']);
    }
    const arbitrator = lines(
      'statefulset: { arbitrator: { image: "registry.example.com/garbd:26.4.23", zone: c } }',
      'survive: zone',
    );
    expect(findingsOf(change(zones(siteTopology), 'replicas: 3', 'replicas: 2') + arbitrator)).toEqual([]);
  });

  test('leaves what is laid out anew to the rules that say so', () => {
    const own = (text: string): string[] => findingsOf(text).filter((each) => each.includes('survival/'));
    const even = placed(
      '      [{ cluster: fra, replicas: 2 }, { cluster: ams, replicas: 2 }]\n',
      asking('cluster'),
    );
    expect(own(even)).toEqual([]);
    const crowded = change(
      asking('cluster\n    spread: { node: DoNotSchedule }'),
      'hub: true\n',
      'hub: true\n    nodes: 1\n',
    );
    expect(own(crowded)).toEqual([]);
  });

  test('says a fleet once, and each database of a file', () => {
    const fleet = change(
      change(siteTopology, '  - name: west\n', '  - name: west\n    fleet: "west-{1..40}"\n'),
      '[a, b, c]',
      '[a, b]',
    );
    expect(findingsOf(fleet + lines('survive: zone'))).toHaveLength(1);
    const two = asking('cluster') + change(database({ name: 'ledger' }), 'survive: none', 'survive: cluster');
    expect(findingsOf(two)).toHaveLength(2);
  });

  test('reports a node selector that keeps all replicas in one place', () => {
    const pinned = (goal: string, label: string): string =>
      siteTopology + lines(`survive: ${goal}`, `scheduling: { nodeSelector: { ${label} } }`);
    expect(findingsOf(pinned('zone', 'topology.kubernetes.io/zone: a'))).toEqual([
      'error survival/goal 23:64 wiki does not survive the loss of the zone a: its node selector keeps all replicas there',
    ]);
    expect(fixesOf(pinned('zone', 'topology.kubernetes.io/zone: a'))).toEqual([
      'take topology.kubernetes.io/zone out of scheduling.nodeSelector, which keeps all replicas in one zone; or write survive: node, the most it keeps where it stands',
    ]);
    expect(findingsOf(pinned('node', 'topology.kubernetes.io/zone: a'))).toEqual([]);
    expect(findingsOf(pinned('zone', 'disk: nvme'))).toEqual([]);
  });
});
