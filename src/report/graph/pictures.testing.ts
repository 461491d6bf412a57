import fc from 'fast-check';
import { fateWords, type Verdict, verdicts } from '../../survival/index.js';
import type { Mark, Picture, PictureCluster, PictureLink } from './picture.js';
import type { Box, Node } from './scene.js';

/** What a picture of a test is like. */
export interface Shape {
  readonly clusters: number;
  readonly regions: number;
  readonly zones: number;
  readonly members: number;
  readonly figures: boolean;
  readonly verdicts: readonly Verdict[];
  readonly names: readonly string[];
  readonly reason: string;
  readonly lost: boolean;
}

const hostile = [
  '<script>alert(1)</script>',
  '"quoted" & \'apostrophes\'',
  ']]> --> <![CDATA[',
  'a-name-that-goes-on-and-on-until-nobody-reads-it-any-more-0123456789',
  '東京リージョン一号館',
  'מרכז נתונים',
  'مركز البيانات',
  '\u202egnp.exe',
  'zone\u0000\u0007\ufffe',
  '👩‍👩‍👧‍👦🇩🇪e\u0301',
  'end',
  'a#quot;b`c`[d]{e}(f)|g|%%h;',
  '-',
];

/** Pictures of any shape, with names that people and attackers give. */
export const anyShape = (counts: { readonly min: number; readonly max: number }): fc.Arbitrary<Shape> =>
  fc.record({
    clusters: fc.integer(counts),
    regions: fc.integer({ min: 0, max: 4 }),
    zones: fc.integer({ min: 0, max: 7 }),
    members: fc.integer({ min: 0, max: 15 }),
    figures: fc.boolean(),
    verdicts: fc.array(fc.constantFrom(...verdicts), { minLength: 1, maxLength: 7 }),
    names: fc.array(
      fc.oneof(fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/), fc.constantFrom(...hostile)),
      { minLength: 1, maxLength: 8 },
    ),
    reason: fc.constantFrom('1 of 3 votes left, 2 needed', hostile.join(' '), 'no replica is left'),
    lost: fc.boolean(),
  });

/** A picture of that shape. */
export function shapedPicture(shape: Shape): Picture {
  const { clusters: count, regions, lost } = shape;
  const clusters = Array.from({ length: count }, (_, index) => shapedCluster(shape, index));
  const links: PictureLink[] = [];
  for (const [first, { loss: one }] of clusters.entries())
    for (const { loss: other } of clusters.slice(first + 1))
      links.push({
        between: [one, other],
        roundTrip: shape.figures ? 12.5 : undefined,
        bandwidth: shape.figures ? 1e9 : undefined,
        loss: `link:${one}-${other}`,
        mark: lost ? undefined : markOf(shape, links.length),
        lost: lost && first === 0,
      });
  const mark = lost ? undefined : markOf(shape, 1);
  return {
    title: nameOf(shape, 0),
    file: 'topology.yaml',
    lost: lost ? { losses: ['c0'], words: nameOf(shape, 1) } : undefined,
    hub: { cluster: 'c0', loss: 'hub', mark, lost: false },
    regions: Array.from({ length: Math.min(regions, count) }, (_, index) => ({
      name: `${nameOf(shape, index)} ${index}`,
      loss: `region:${index}`,
      mark,
      lost: false,
    })),
    clusters,
    links,
    linksLeftOut: undefined,
    databases: Array.from({ length: Math.min(3, shape.members) }, (_, index) => ({
      name: `${nameOf(shape, index)}/orders-${index}`,
      engine: 'mariadb',
      provider: 'kubedb',
      count: 1,
      votes: {
        total: count,
        needed: Math.floor(count / 2) + 1,
        clusters: clusters.map(({ name }) => ({ cluster: name, votes: 1 })),
      },
      goal: index === 0 ? undefined : 'cluster',
      met: index === 1,
      survives: 'node',
      summary: shape.reason,
      outcome: lost
        ? { verdict: 'blocked', writes: 'stop', words: 'blocked', reason: shape.reason }
        : undefined,
    })),
  };
}

function shapedCluster(shape: Shape, index: number): PictureCluster {
  const { regions, zones, members, lost } = shape;
  const mark = lost || members === 0 ? undefined : markOf(shape, index);
  const loss = `c${index}`;
  return {
    name: `${nameOf(shape, index)}${index}`,
    count: index === 3 ? 50 : 1,
    hub: index === 0,
    region:
      regions === 0 || index % 5 === 4
        ? undefined
        : `${nameOf(shape, index % Math.min(regions, shape.clusters))} ${index % Math.min(regions, shape.clusters)}`,
    nodes: index % 2 === 0 ? undefined : index,
    loss,
    mark,
    node: { loss: `node:${loss}`, mark: mark && markOf(shape, index + 1) },
    hubMark: index === 0 ? mark : undefined,
    hubLost: lost && index === 0,
    zones: Array.from({ length: (zones + index) % 8 }, (_, zone) => ({
      id: `${loss}/${zone}`,
      name: nameOf(shape, zone),
      nodes: undefined,
      loss: `zone:${loss}/${zone}`,
      mark,
      lost: lost && zone === 0,
    })),
    members: Array.from({ length: members === 0 ? 0 : (members + index) % 16 }, (_, member) => ({
      name: `${nameOf(shape, member)}-${member}`,
      database: `${nameOf(shape, 0)}/orders-0`,
      kind: member === 5 ? 'arbitrator' : 'replica',
      ordinal: member,
      weight: member % 4 === 3 ? undefined : member,
      zone: member === 5 ? `${loss}/0` : undefined,
      state: lost ? ((['lost', 'idle', 'serving'] as const)[member % 3] ?? 'lost') : 'serving',
    })),
    lost: lost && index === 0,
  };
}

function nameOf({ names }: Shape, index: number): string {
  return names[index % names.length] ?? '';
}

function markOf({ verdicts: all, reason }: Shape, index: number): Mark {
  const verdict = all[index % all.length] ?? 'blocked';
  const writes = verdict === 'blocked' || verdict === 'reads-only' ? 'stop' : 'continue';
  return {
    verdict,
    writes,
    words: fateWords({ verdict, writes }),
    reason,
    databases: ['shop/orders'],
    of: 1,
  };
}

/** Rectangles of a class, with their places in the whole drawing. */
export function rectsOf(nodes: readonly Node[], className: string, x = 0, y = 0): Box[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'label') return [];
    if (node.kind === 'group')
      return rectsOf(node.children, className, x + (node.at?.x ?? 0), y + (node.at?.y ?? 0));
    if (node.element !== 'rect' || !node.className.split(' ').includes(className)) return [];
    const { attributes } = node;
    return [
      {
        x: Number(attributes['x']) + x,
        y: Number(attributes['y']) + y,
        width: Number(attributes['width']),
        height: Number(attributes['height']),
      },
    ];
  });
}
