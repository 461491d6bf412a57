// Who goes on: real Galera members and arbitrators over pretended sites are killed, stopped and cut off from each other, and do what
// dbspan's model of survival says.
//   node test/servers/quorum.mjs [LAYOUT…]
//   DBSPAN_QUORUM_LOGS: a folder for the logs of all members
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fastTemporaryFolder } from '../../scripts/trees.mjs';
import { atEnd, check, note, skip, suite, temporaryFolder } from '../slow/harness.mjs';
import { findPrograms, missingAmong } from './machine.mjs';
import { serverVersion } from './mariadb-server.mjs';
import { insideFolder, runInside, whyNotInside } from './namespaces.mjs';
import { newSwitch } from './pods-network.mjs';
import { endAll } from './processes.mjs';
import { cases, membersOf, needsNetwork } from './quorum-cases.mjs';
import {
  close,
  crashMembers,
  cutLinks,
  cutOff,
  form,
  healLinks,
  keepLogs,
  logsOf,
  newCluster,
  prepareData,
  quorumPrograms,
  stopMembers,
} from './quorum-cluster.mjs';
import { loadModel, predict } from './quorum-model.mjs';
import { pauseOf, relays, settles, standstills } from './quorum-watch.mjs';
import { inWords, replicasInWords, seconds } from './quorum-words.mjs';

const title = 'who goes on';
const networkPrograms = { ip: ['ip'], unshare: ['unshare'], nsenter: ['nsenter'], setpriv: ['setpriv'] };
const trial = 'ip link add trial type bridge; ip link add one type veth peer name other';

/** Clusters at a time: most of the time they wait for each other's silence. */
const atOnce = 4;

if (insideFolder !== undefined) {
  await suite(() => everyCase(insideFolder, true));
  process.exit();
} else if (whyNoServers() === undefined && whyNoNetwork() === undefined) {
  await runInside(import.meta.url, fastTemporaryFolder());
} else {
  await suite(() => everyCase(undefined, false));
}

function whyNoServers() {
  if (process.platform !== 'linux') return `it needs Linux, this is ${process.platform}`;
  if (process.getuid() !== 0) return 'servers are started as root';
  const missing = missingAmong(findPrograms(quorumPrograms));
  return missing.length > 0 ? `not installed: ${missing.join(', ')}` : undefined;
}

function whyNoNetwork() {
  const missing = missingAmong(findPrograms(networkPrograms));
  if (missing.length > 0) return `not installed: ${missing.join(', ')}`;
  const reason = whyNotInside(trial);
  return reason === undefined ? undefined : `no namespaces or bridges here: ${reason}`;
}

async function everyCase(folder, hasNetwork) {
  const reason = whyNoServers();
  if (reason !== undefined) return skip(title, reason);
  if (!hasNetwork) skip(`${title} when links fail`, whyNoNetwork());
  const world = { programs: findPrograms(quorumPrograms), folder: folder ?? temporaryFolder() };
  // Before the folder, the servers.
  atEnd(endAll);
  note(`MariaDB ${await serverVersion(world.programs)}`);
  world.network = hasNetwork ? await newSwitch() : undefined;
  world.model = await loadModel(world.folder);
  world.data = await prepareData(world);
  const queue = chosenCases()
    .filter((each) => hasNetwork || !needsNetwork(each))
    .entries();
  const work = async () => {
    for (const [index, each] of queue) await goesThrough(world, `case${index}`, each);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function chosenCases() {
  const layouts = process.argv.slice(2);
  const unknown = layouts.find((layout) => !cases.some((each) => each.layout === layout));
  if (unknown !== undefined) throw new Error(`no case has the layout ${unknown}`);
  return cases.filter(({ layout }) => layouts.length === 0 || layouts.includes(layout));
}

async function goesThrough(world, name, each) {
  const members = membersOf(each.layout);
  const predictions = predict(world.model, members, each.steps);
  const network = needsNetwork(each) ? world.network : undefined;
  const timers = each.timers === undefined ? '' : `, ${each.timers} timers`;
  let cluster;
  try {
    cluster = await newCluster(world, name, members, { network, timers: each.timers });
    await form(cluster);
    await sleep(300);
    for (const [index, step] of each.steps.entries()) {
      const what = `${each.layout}${timers}: ${inWords(each.steps.slice(0, index + 1))}`;
      await goesThroughStep(cluster, what, step, predictions[index]);
    }
  } catch (error) {
    check(`${each.layout}${timers}: ${inWords(each.steps)}`, false, error.stack);
  } finally {
    if (cluster !== undefined) {
      keepLogs(cluster);
      await close(cluster);
    }
  }
}

async function goesThroughStep(cluster, what, step, { possible, steady, relayed, why }) {
  const asked = relays(cluster);
  const started = performance.now();
  await happens(cluster, step);
  if (!steady) {
    const { still, going } = await standstills(cluster, started);
    check(
      `${what}: predicted that not all write, at worst nobody (${why}); seen ${still.join(' ') || 'nobody'} stand still, ${going.join(' ') || 'nobody'} go on`,
      still.length > 0,
      logsOf(cluster),
    );
    return;
  }
  const texts = possible.map(replicasInWords);
  const { seen, taken } = await settles(cluster, step, texts, started);
  const writers = possible[0].filter(({ writes }) => writes).map(({ name }) => name);
  const pause = pauseOf(cluster, writers, started, performance.now());
  const passedOn = relays(cluster) > asked;
  const rest = [
    `after ${seconds(taken)} s`,
    ...(writers.length > 0 && seen === texts[0] ? [`no commit for ${seconds(pause)} s`] : []),
    ...(relayed && step.event === 'lose'
      ? [passedOn ? 'messages are passed on' : 'nothing is passed on']
      : []),
  ];
  check(
    `${what}: predicted ${texts.join(', or in a race ')} (${why}); seen ${seen}, ${rest.join(', ')}`,
    texts.includes(seen) && (passedOn || !relayed || step.event !== 'lose'),
    logsOf(cluster),
  );
}

async function happens(cluster, { event, sites, links }) {
  switch (event) {
    case 'crash':
      return crashMembers(cluster, sites);
    case 'leave':
      return stopMembers(cluster, sites, { inTurn: false });
    case 'leave in turn':
      return stopMembers(cluster, sites, { inTurn: true });
    case 'lose':
      return cutLinks(cluster, links);
    case 'split':
      return cutOff(cluster, sites);
    case 'heal':
      return healLinks(cluster);
    default:
      throw new Error(`what is ${event}?`);
  }
}
