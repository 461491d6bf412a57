import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { pictureOf } from './draw-picture.js';
import type { Picture } from './picture.js';
import { anyShape, rectsOf, type Shape, shapedPicture } from './pictures.testing.js';
import { type Box, boxOf, labelsOf, overlap } from './scene.js';
import { sceneOf } from './svg.js';

const examples = fileURLToPath(new URL('../../../spec/examples/', import.meta.url));

/** What stands in the way of something else, or beyond the edge. */
function clashes(picture: Picture): string[] {
  const { nodes, width, height } = sceneOf(picture);
  const found: string[] = [];
  const texts = labelsOf(nodes).filter(({ text }) => text !== '');
  const boxes = texts.map(boxOf);
  const order = boxes.map((_, index) => index).sort((one, other) => topOf(boxes[one]) - topOf(boxes[other]));
  for (const [position, index] of order.entries()) {
    const box = boxes[index];
    if (!box) continue;
    if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
      found.push(`${texts[index]?.text} is beyond the edge`);
    for (const other of order.slice(position + 1)) {
      const next = boxes[other];
      if (!next || next.y >= box.y + box.height) break;
      if (overlap(box, next, -0.5)) found.push(`${texts[index]?.text} is over ${texts[other]?.text}`);
    }
  }
  const cards = rectsOf(nodes, 'card');
  const tags = rectsOf(nodes, 'tag');
  for (const [what, some] of [
    ['cards', cards],
    ['labels', tags],
    ['panels', rectsOf(nodes, 'panel')],
  ] as const)
    for (const [index, one] of some.entries())
      if (some.slice(index + 1).some((other) => overlap(one, other))) found.push(`two ${what} overlap`);
  const named = nodes.flatMap((node) => (node.kind === 'group' && node.className === 'names' ? [node] : []));
  for (const box of [...tags, ...labelsOf(named).map(boxOf)])
    if (cards.some((card) => overlap(box, card))) found.push('a label is over a card');
  return found;
}

function topOf(box: Box | undefined): number {
  return box?.y ?? 0;
}

describe('nothing covers anything', () => {
  test.each(readdirSync(examples).filter((name) => name.endsWith('.yaml')))('%s', (name) => {
    const { plans } = compile([{ name, content: readFileSync(join(examples, name)) }], {
      readFile: (path) => readFileSync(join(examples, path), 'utf8'),
    });
    expect(plans).toHaveLength(1);
    for (const plan of plans) expect(clashes(pictureOf(plan))).toEqual([]);
  });

  test('in pictures of 1 to 12 clusters of any shape', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyShape({ min: 1, max: 12 }), (shape) => {
        expect(clashes(shapedPicture(shape))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('in grids of any shape', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyShape({ min: 13, max: 60 }), (shape) => {
        expect(clashes(shapedPicture(shape))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

const shape: Shape = {
  clusters: 9,
  regions: 0,
  zones: 3,
  members: 3,
  figures: true,
  verdicts: ['writes-go-on', 'blocked'],
  names: ['fra'],
  reason: '1 of 3 votes left, 2 needed',
  lost: false,
};

describe('links', () => {
  test.each([2, 3, 4, 5, 6, 7, 8, 9])('have their labels among %i clusters', (clusters) => {
    const { nodes } = sceneOf(shapedPicture({ ...shape, clusters }));
    expect(rectsOf(nodes, 'tag')).toHaveLength((clusters * (clusters - 1)) / 2);
  });

  test('are drawn up to a bound that the picture names', () => {
    const texts = labelsOf(sceneOf(shapedPicture({ ...shape, clusters: 13 })).nodes).map(({ text }) => text);
    expect(texts).toContain(
      'Beyond 12 clusters links are not drawn: of 78, 39 of them do harm; and 15 more: take --format json',
    );
    expect(texts.filter((text) => text === 'fra0')).toHaveLength(1);
  });
});
