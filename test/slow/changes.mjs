// What `dbspan plan` says of a change is what an API server says: every pair of test/changes is applied to one, commit by commit as
// `synth --step` writes them, object by object. What is accepted ends as the new output applied afresh; what Kubernetes itself refuses
// is said before. Webhooks are not there: what they refuse is not seen here. The server is ../shared/tools/apiserver.
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { missingServer, shared, startServer } from './apiserver-tool.mjs';
import { asBefore, isBuiltIn, live, ways } from './changes/lives.mjs';
import { replay } from './changes/replay.mjs';
import { check, note, root, skip, suite, temporaryFolder } from './harness.mjs';
import { installCrds } from './verify/crds.mjs';
import { clientOf } from './verify/server.mjs';

/** Rules about what the API server itself refuses, without any webhook, whoever applies it. */
const refusedByTheServer = new Set(['galera/immutable-field', 'galera/volume-claims']);

/** Why the old server did not judge something: fields and kinds that are newer than it is. */
const unjudged = new Set();

const pairs = join(root, 'test/changes');

await suite(async () => {
  const reason = missingServer();
  if (reason !== undefined) {
    skip('an API server accepts every commit of a change', reason);
    return;
  }
  const scratch = temporaryFolder();
  const crds = join(scratch, 'crds');
  cpSync(join(shared, 'crds'), crds, { recursive: true });
  cpSync(join(root, 'test/slow/crds'), join(crds, 'ours'), { recursive: true });
  const environment = startServer(scratch);
  installCrds(crds, environment);
  const clients = {
    kas: clientOf(environment.KAS_KUBECONFIG, 'kas'),
    core: environment.KAS_CORE === '0' ? undefined : clientOf(environment.KAS_KUBECONFIG, 'core-1.20'),
  };
  const replays = [];
  for (const name of readdirSync(pairs).sort())
    replays.push(await replay(name, sideOf(name, 'before'), sideOf(name, 'after'), scratch));
  const lives = await liveAll(replays, clients);
  for (const each of replays) report(each, lives);
  for (const each of unjudged) note(`not judged by the old server: ${each}`);
  note(`${lives.size} lives of objects`);
  check(
    'the server refused something',
    [...lives.values()].some(({ refusals }) => refusals.length > 0),
  );
});

function sideOf(name, side) {
  const file = join(pairs, name, `${side}.yaml`);
  return existsSync(file) ? file : join(pairs, name, side);
}

/** The states of each object on a way, where equal neighbours are one. */
function statesOf(stages) {
  const keys = new Set(stages.flatMap((stage) => [...stage.keys()]));
  return [...keys].map((key) => {
    const states = stages.map((stage) => stage.get(key));
    return { key, states: states.filter((state, index) => index === 0 || !same(state, states[index - 1])) };
  });
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Every life once, however many pairs have it; objects of one name one after the other, since a server has one of each. */
async function liveAll(replays, { kas, core }) {
  const results = new Map();
  const queues = new Map();
  for (const { states, direct } of replays) {
    for (const { key, states: life } of [...statesOf(states), ...statesOf(direct)]) {
      const text = JSON.stringify(life);
      if (results.has(text)) continue;
      results.set(text, undefined);
      const identity = key.slice(key.indexOf(' '));
      queues.set(identity, [...(queues.get(identity) ?? []), { text, life }]);
    }
  }
  await atOnce([...queues.values()], 8, async (queue) => {
    for (const { text, life } of queue) results.set(text, await liveEverywhere(life, kas, core));
  });
  return results;
}

/**
 * On both servers, in both ways. The old one applies by schemas that lack what is newer than it is, and is given updates alone; what it
 * does not take at first says nothing.
 */
async function liveEverywhere(life, kas, core) {
  const refusals = [];
  const differences = [];
  const first = life.find((state) => state !== undefined);
  const start = life.indexOf(first);
  const keep = ({ refusals: given, difference }, name) => {
    refusals.push(...given.map((each) => ({ ...each, message: `${name}: ${each.message}` })));
    if (difference) differences.push(`${name}: ${difference}`);
  };
  for (const way of ways) keep(await live(kas, life, way), way);
  if (core && isBuiltIn(first) && first.kind !== 'Namespace') {
    const old = life.map((state) => state && asBefore(state));
    const judged = await live(core, old, 'update');
    if (judged.refusals.some(({ state }) => state === start))
      unjudged.add(`${first.kind}: ${judged.refusals[0].message}`);
    else keep(judged, '1.20, update');
  }
  return { refusals, differences };
}

function report({ name, states, direct, refused, plan, problems }, lives) {
  const judged = (stages) =>
    statesOf(stages).map(({ key, states: life }) => ({ key, ...lives.get(JSON.stringify(life)) }));
  const [stepped, whole] = [judged(states), judged(direct)];
  const findings = plan.diagnostics ?? plan.findings;
  const said = findings.filter(({ id }) => refusedByTheServer.has(id));
  const texts = (results) =>
    results.flatMap(({ key, refusals }) => refusals.map(({ message }) => `${key}: ${message}`));
  const refusedSteps = texts(stepped);
  const refusedWhole = texts(whole);
  const kept = problems.filter((problem) => !problem.startsWith('.dbspan.json'));
  check(`${name}: the last step is the new output`, kept.length === 0, kept);
  if (said.length === 0)
    check(
      `${name}: the server takes ${states.length - 1} commits, and all at once`,
      refusedSteps.length + refusedWhole.length === 0,
      [...refusedSteps, ...refusedWhole],
    );
  else {
    check(`${name}: the server refuses what ${said[0].id} says`, refusedWhole.length > 0);
    const others = [...refusedSteps, ...refusedWhole].filter((text) => !/^\S+ StatefulSet\.apps /.test(text));
    check(`${name}: and nothing else`, others.length === 0, others);
    const lost = [...stepped, ...whole].flatMap(({ refusals }) =>
      refusals.filter(({ isMended }) => !isMended),
    );
    check(
      `${name}: which is taken when the StatefulSet went before`,
      lost.length === 0,
      lost.map(({ message }) => message),
    );
  }
  const differences = [...stepped, ...whole].flatMap(({ key, differences: each }) =>
    each.map((text) => `${key} ${text}`),
  );
  check(`${name}: what is there in the end is what is made afresh`, differences.length === 0, differences);
  if (refused.length > 0) note(`${name}: synth refuses it: ${refused.map(({ id }) => id).join(', ')}`);
}

/** Does a few things at the same time; the results are in the order of the items. */
async function atOnce(items, most, run) {
  const results = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await run(items[index]);
  };
  await Promise.all(Array.from({ length: most }, work));
  return results;
}
