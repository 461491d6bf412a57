import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../src/compile.js';
import { buildPlan } from '../src/plan/index.js';
import { synthesizeObjects } from '../src/synthesize.js';
import { readTopology, type Topology } from '../src/topology/index.js';
import { type Broken, brokenBy, databasesIn, type WorldCluster } from './placements.js';
import { drawnTopologies } from './survives.testing.js';

const numRuns = Number(process.env['SURVIVES_RUNS'] ?? 150);
const seed = Number(process.env['SURVIVES_SEED'] ?? 20261121);

function worldOf({ clusters }: Topology): WorldCluster[] {
  return clusters.map(({ name, zones, nodes, location }) => ({
    name,
    zones,
    nodes,
    region: location?.region,
  }));
}

/** What the manifests of a topology do not survive of what it asks for, whatever dbspan thinks of it. */
function brokenIn(text: string): Broken[] | undefined {
  const { file, topology } = readTopology({ name: 't', content: text });
  if (!file || !topology) throw new Error('unreadable');
  const plan = buildPlan(topology, file, () => undefined);
  const found = databasesIn(synthesizeObjects(plan));
  const broken: Broken[] = [];
  for (const { name, namespace, survive = 'none', statefulset } of topology.databases) {
    const isOwn = (key: string): boolean => {
      const [whole = ''] = key.split(' ');
      // Of several clusters that follow one another each has its own.
      return whole === `${namespace}/${name}` || whole.startsWith(`${namespace}/${name}-`);
    };
    const own = [...found].filter(([key]) => isOwn(key));
    if (own.length === 0) throw new Error(`no manifest of ${name}`);
    for (const [, database] of own) {
      const result = brokenBy(survive, database, worldOf(topology), statefulset?.arbitrator?.zone);
      if (result === 'unplaceable') return undefined;
      if (result) broken.push(result);
    }
  }
  return broken;
}

test('what is accepted survives every placement, and what is refused has one that does not', () => {
  const counts = { accepted: 0, refused: 0, other: 0 };
  const defects: string[] = [];
  fc.assert(
    fc.property(drawnTopologies, ({ text }) => {
      const { diagnostics } = compile([{ name: 't', content: text }]);
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      const isRefused = errors.length > 0 && errors.every(({ id }) => id === 'survival/goal');
      if (errors.length > 0 && !isRefused) {
        counts.other += 1;
        return;
      }
      counts[isRefused ? 'refused' : 'accepted'] += 1;
      const broken = brokenIn(text);
      if (broken === undefined || isRefused === broken.length > 0) return;
      defects.push(
        `${isRefused ? 'REFUSED' : 'ACCEPTED'} ${JSON.stringify(broken)} ${errors.map(({ message }) => message).join()}\n${text.slice(text.indexOf('clusters:'))}`,
      );
    }),
    { numRuns, seed },
  );
  expect(defects).toEqual([]);
  expect(counts.accepted).toBeGreaterThan(numRuns / 20);
});

const spec = fileURLToPath(new URL('../spec/', import.meta.url));
const examples = ['topology.yaml', ...readdirSync(`${spec}examples`).map((name) => `examples/${name}`)];

test.each(examples.filter((name) => name.endsWith('.yaml')))('%s survives what it says', (name) => {
  expect(brokenIn(readFileSync(spec + name, 'utf8'))).toEqual([]);
});
