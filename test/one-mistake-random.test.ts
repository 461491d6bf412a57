import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { compile } from '../src/compile.js';
import { locationOf } from '../src/diagnostics/index.js';
import { richFiles, richTopology } from './rich-topology.js';

// One change anywhere in a topology that is right. FUZZ_RUNS and FUZZ_SEED go further than the default.
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 400);
const seed = Number(process.env['FUZZ_SEED'] ?? 20261121);

type Path = readonly (string | number)[];

const original = parseDocument(richTopology);

function* pathsOf(node: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (isMap(node))
    for (const { key, value } of node.items)
      yield* pathsOf(value, [...path, String(isScalar(key) ? key.value : key)]);
  if (isSeq(node)) for (const [index, item] of node.items.entries()) yield* pathsOf(item, [...path, index]);
}

const paths = [...pathsOf(original.contents)];
const scalars = paths.filter((path) => isScalar(original.getIn(path, true)));
const items = paths.filter((path) => typeof path.at(-1) === 'number');

/** The change in words and the text it makes. */
type Change = readonly [what: string, content: string];

const node = (path: Path): Node => original.getIn(path, true) as Node;

const deletion = fc.constantFrom(...paths).map((path): Change => {
  const document = original.clone();
  document.deleteIn(path);
  return [`without ${path.join('.')}`, String(document)];
});

const copy = fc.constantFrom(...items).map((path): Change => {
  const document = original.clone();
  const list = document.getIn(path.slice(0, -1));
  if (isSeq(list)) list.items.push(node(path).clone());
  return [`${path.join('.')} twice`, String(document)];
});

/** Values of one kind change places: two clusters, two sizes, two names. */
const swap = fc.tuple(fc.constantFrom(...scalars), fc.nat()).map(([one, chance]): Change => {
  const kind = String(one.at(-1));
  const alike = scalars.filter((path) => String(path.at(-1)) === kind || path.join() === one.join());
  const other = alike[chance % alike.length] ?? one;
  const document = original.clone();
  document.setIn(one, node(other).clone());
  document.setIn(other, node(one).clone());
  return [`${one.join('.')} and ${other.join('.')} swapped`, String(document)];
});

/** The value of another field of any kind. */
const wrongValue = fc
  .tuple(fc.constantFrom(...scalars), fc.constantFrom(...scalars))
  .map(([path, from]): Change => {
    const document = original.clone();
    document.setIn(path, node(from).clone());
    return [`${path.join('.')} as ${from.join('.')}`, String(document)];
  });

test('one change gives few findings, each at a place of its own', { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(deletion, copy, swap, wrongValue), ([, content]) => {
      const { diagnostics } = compile([{ name: 't', content }], { readFile: (path) => richFiles[path] });
      const shown = diagnostics.map((each) => `${locationOf(each)} ${each.id} ${each.message}`);
      const places = new Set(diagnostics.map(locationOf));
      expect(places.size, shown.join('\n')).toBe(diagnostics.length);
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      expect(errors.length, shown.join('\n')).toBeLessThanOrEqual(3);
    }),
    { numRuns, seed },
  );
});
