// What dbspan's model of survival says about a case, replica by replica.
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

/**
 * What the replicas that run should show after each step: `possible` has one list of them, or two where it is a race, `steady` is
 * false where they agree on nothing for long, `relayed` true where some reach each other only through others.
 */
export function predict(model, members, steps) {
  const [database, landscape] = databaseOf(members);
  const outcomeOf = (failures) =>
    failures.length === 0
      ? model.judge(database, landscape, { losses: [], manner: 'crash' })
      : model.judgeInOrder(database, landscape, failures).at(-1);
  return steps.map((step, index) => {
    const failures = failuresOf(steps.slice(0, index + 1));
    const outcome = outcomeOf(failures);
    const possible = [replicasAfter(outcome)];
    if (step.event === 'leave' && members.filter(({ site }) => step.sites.includes(site)).length > 1) {
      // Who leaves while others do may go before all have heard it, and then counts as crashed.
      const crashed = replicasAfter(outcomeOf(failures.with(-1, { ...failures.at(-1), manner: 'crash' })));
      if (JSON.stringify(crashed) !== JSON.stringify(possible[0])) possible.push(crashed);
    }
    return {
      possible,
      steady: outcome.reason !== 'no-common-view',
      relayed: outcome.relayed,
      why: model.outcomeWords(outcome),
    };
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

/** A healed network is one that was never cut. */
function failuresOf(steps) {
  const cuts = ['lose', 'split', 'heal'];
  const healed = steps.findLastIndex(({ event }) => event === 'heal');
  return steps.filter(({ event }, index) => index > healed || !cuts.includes(event)).map(failureOf);
}

function failureOf({ event, sites, links }) {
  if (event === 'lose')
    return { losses: links.map((between) => ({ kind: 'link', between })), manner: 'crash' };
  if (event === 'split') return { losses: [{ kind: 'split', group: sites }], manner: 'crash' };
  const losses = sites.map((cluster) => ({ kind: 'cluster', cluster }));
  return { losses, manner: event === 'crash' ? 'crash' : 'leave' };
}

function replicasAfter({ serving, idle, votes }) {
  const common = { status: 'Primary', size: serving.length, weight: votes.left, writes: true };
  const alone = { status: 'non-Primary', writes: false };
  const shown = [
    ...serving.map(({ name, data }) => ({ data, shown: { name, ...common } })),
    ...idle.map(({ name, data }) => ({ data, shown: { name, ...alone } })),
  ];
  return shown
    .filter(({ data }) => data)
    .map((each) => each.shown)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
