// node survival.mjs MODEL WHAT: asks the survival model, bundled as the module MODEL, for many failures; `load` asks for none.
import process from 'node:process';

const [module, what] = process.argv.slice(2);
const model = await import(module);
const asked = { load: () => 0, doubles, outcomes, goals };
process.stdout.write(`${asked[what]()}\n`);

function database(name, clusters) {
  return {
    name,
    namespace: 'databases',
    engine: 'mariadb',
    protocol: { kind: 'galera', dirtyReads: false },
    members: clusters.map((cluster, ordinal) => ({
      name: `${name}-${ordinal}`,
      ordinal,
      cluster,
      zone: undefined,
      weight: 1,
      data: true,
    })),
    spread: { node: 'apart', zone: 'even', arbitrator: 'apart' },
    onHub: true,
  };
}

function landscape(count) {
  const clusters = Array.from({ length: count }, (_, index) => ({
    name: `c${index}`,
    region: `r${index}`,
    zones: ['a', 'b', 'c'].map((name) => ({ id: `r${index}/${name}`, name, nodes: 3 })),
    nodes: 9,
  }));
  return { clusters, hub: 'c0' };
}

/** Nine voters on nine clusters: how many of all single and double failures stop writes. */
function doubles() {
  const { wide, voters, failures } = nine();
  return failures.filter((losses) => model.stopsWrites(voters, wide, losses)).length;
}

/** The same, with all that is told of each. */
function outcomes() {
  const { wide, voters, failures } = nine();
  return failures.filter((losses) => model.judge(voters, wide, { losses, manner: 'crash' }).writes === 'stop')
    .length;
}

function nine() {
  const wide = landscape(9);
  const names = wide.clusters.map(({ name }) => name);
  const voters = database('voters', names);
  const singles = model.singleLosses(voters, wide).failures.map((loss) => [loss]);
  return { wide, voters, failures: [...singles, ...model.doubleLosses(voters, wide).failures] };
}

/** 2,000 databases on five clusters each of 200: how many meet the strictest goal. */
function goals() {
  const wide = landscape(200);
  const databases = Array.from({ length: 2000 }, (_, number) =>
    database(
      `d${number}`,
      Array.from({ length: 5 }, (_, ordinal) => `c${(number * 3 + ordinal * 7) % 200}`),
    ),
  );
  return databases.filter((each) => model.meets('cluster+1', each, wide)).length;
}
