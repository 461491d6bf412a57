import { expect, test } from 'vitest';
import { moveText } from '../report/step.js';
import { change, changePlanOf, goodTopology } from '../rules/testing.js';

function movesOf(after: string, before = goodTopology): string[][] {
  return changePlanOf(before, after).commits.commits.map(({ moves }) => moves.map((move) => moveText(move)));
}

test('a renamed object comes and goes under its own name', () => {
  const moves = movesOf(change(goodTopology, 'name: orders', 'name: sales')).flat();
  expect(moves).toContain(
    'adds MariaDB shop/sales on fra: beside the old one, which gets deletionPolicy Halt',
  );
  expect(moves).toContain('removes MariaDB shop/orders on fra');
  expect(moves).toContain('removes PlacementPolicy shop-orders on fra');
  expect(moves.filter((move) => move.startsWith('renames'))).toEqual([]);
});

test('what is away in between goes first, and comes then', () => {
  const moves = movesOf(goodTopology.replaceAll('ams', 'par')).flat();
  const at = (text: string) => moves.indexOf(text);
  expect(at('removes Cluster kubeslice-shop/ams on fra')).toBeGreaterThanOrEqual(0);
  expect(at('adds Cluster kubeslice-shop/par on fra')).toBeGreaterThan(
    at('removes Cluster kubeslice-shop/ams on fra'),
  );
});

test('what must be seen is told once, before the commit that needs it', () => {
  const { commits } = changePlanOf(goodTopology, goodTopology.replaceAll('ams', 'par')).commits;
  const waits = commits.flatMap(({ number, reasons }) =>
    reasons.flatMap((each) => each.waits.map(({ text }) => `${number} ${text}`)),
  );
  const registered = waits.filter((wait) => wait.includes('Registered first'));
  const joins = commits.find(({ moves }) =>
    moves.some(({ object, last }) => last && object.after?.manifest.kind === 'SliceConfig'),
  );
  expect(registered).toEqual([
    `${(joins?.number ?? 0) - 1} Registered first, healthy up to two minutes later.`,
  ]);
  for (const { number, reasons } of commits) expect(reasons.length > 0).toBe(number < commits.length);
});
