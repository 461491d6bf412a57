// What dbspan's model of survival says about a case, member by member.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../slow/harness.mjs';

/** The model, compiled from its sources. */
export async function loadModel(folder) {
  const outfile = join(folder, 'survival.mjs');
  await build({
    entryPoints: [join(root, 'src/survival/index.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile));
}

/** What the replicas that run should show after each step: { name, status, size, weight, writes }. */
export function predict(model, members, steps) {
  const [database, landscape] = databaseOf(members);
  const sites = landscape.clusters.map(({ name }) => name);
  return steps.map(({ event }, index) => {
    const before = steps.slice(0, index + 1);
    // A healed network is one that was never cut.
    const counted = event === 'heal' ? before.filter((step) => !['heal', 'cut'].includes(step.event)) : before;
    const failures = counted.map((step) => failureOf(step, sites));
    const outcome =
      failures.length === 0
        ? model.judge(database, landscape, { losses: [], manner: 'crash' })
        : model.judgeInOrder(database, landscape, failures).at(-1);
    return { outcome, replicas: replicasAfter(outcome) };
  });
}

function databaseOf(members) {
  const sites = [...new Set(members.map(({ site }) => site))];
  const database = {
    name: 'orders',
    namespace: 'shop',
    engine: 'mariadb',
    protocol: { kind: 'galera', dirtyReads: false },
    members: members.map(({ name, site, kind, weight }, index) => ({
      name,
      ordinal: kind === 'arbitrator' ? undefined : index,
      cluster: site,
      zone: undefined,
      weight,
      data: kind === 'replica',
    })),
    spread: { node: 'anywhere', zone: 'anywhere', arbitrator: 'anywhere' },
    onHub: false,
  };
  const landscape = {
    clusters: sites.map((name) => ({ name, region: undefined, zones: [], nodes: undefined })),
    hub: undefined,
  };
  return [database, landscape];
}

function failureOf({ event, sites, sides }, all) {
  if (event === 'cut') return { losses: lossesOf(sides, all), manner: 'crash' };
  const losses = sites.map((cluster) => ({ kind: 'cluster', cluster }));
  return { losses, manner: event === 'crash' ? 'crash' : 'leave' };
}

/** Sides with all sites among them are a split; otherwise only the links between them are lost. */
function lossesOf([one, other], all) {
  if (one.length + other.length === all.length) return [{ kind: 'split', group: one }];
  return one.flatMap((from) => other.map((to) => ({ kind: 'link', between: [from, to] })));
}

function replicasAfter({ serving, idle, votes }) {
  return [
    ...serving.map(({ name, data }) => ({
      name,
      data,
      status: 'Primary',
      size: serving.length,
      weight: votes.left,
      writes: true,
    })),
    ...idle.map(({ name, data }) => ({ name, data, status: 'non-Primary', writes: false })),
  ]
    .filter(({ data }) => data)
    .map(({ data: _, ...replica }) => replica)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
