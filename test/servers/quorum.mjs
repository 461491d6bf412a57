// Who goes on: real Galera members and arbitrators over pretended sites are killed, stopped and cut off from each other, and do what
// dbspan's model of survival says.
//   node test/servers/quorum.mjs [LAYOUT…]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { check, note, skip, suite, temporaryFolder } from '../slow/harness.mjs';
import { fastTemporaryFolder } from '../../scripts/trees.mjs';
import { findPrograms, missingAmong } from './machine.mjs';
import { serverVersion } from './mariadb-server.mjs';
import { insideFolder, runInside, whyNotInside } from './namespaces.mjs';
import { newSwitch } from './pods-network.mjs';
import { cases, inWords, longestPause, membersOf, needsNetwork, replicasInWords } from './quorum-cases.mjs';
import {
  close,
  crashMembers,
  cutSites,
  form,
  healSites,
  logsOf,
  newCluster,
  prepareData,
  quorumPrograms,
  replicasOf,
  stateOf,
  stopMembers,
} from './quorum-cluster.mjs';
import { loadModel, predict } from './quorum-model.mjs';

const title = 'who goes on';
const networkPrograms = { ip: ['ip'], unshare: ['unshare'], nsenter: ['nsenter'], setpriv: ['setpriv'] };
const trial = 'ip link add trial type bridge; ip link add one type veth peer name other';

/** Clusters at a time. */
const atOnce = 2;

/** Long enough for members to be suspected, given up and agreed on. */
const patience = 25_000;

if (insideFolder !== undefined) {
  await suite(() => inside(insideFolder, true));
  process.exit();
} else if (whyNoServers() === undefined && whyNoNetwork() === undefined) {
  await runInside(import.meta.url, fastTemporaryFolder());
} else {
  await suite(() => inside(undefined, false));
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

async function inside(given, hasNetwork) {
  const reason = whyNoServers();
  if (reason !== undefined) return skip(title, reason);
  if (!hasNetwork) skip(`${title}: links that are lost`, whyNoNetwork());
  const shop = { programs: findPrograms(quorumPrograms), folder: given ?? temporaryFolder() };
  note(`MariaDB ${await serverVersion(shop.programs)}`);
  const network = hasNetwork ? await newSwitch() : undefined;
  const model = await loadModel(shop.folder);
  shop.data = await prepareData(shop);
  const layouts = process.argv.slice(2);
  const chosen = cases.filter(
    (each) => (layouts.length === 0 || layouts.includes(each.layout)) && (hasNetwork || !needsNetwork(each)),
  );
  const queue = [...chosen.entries()];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await goesThrough(shop, model, network, ...next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function goesThrough(shop, model, network, number, each) {
  const members = membersOf(each.layout);
  const predictions = predict(model, members, each.steps);
  const cluster = await newCluster(shop, `case${number}`, members, {
    network: needsNetwork(each) ? network : undefined,
    timers: each.timers,
  });
  try {
    await form(cluster);
    await sleep(300);
    for (const [index, step] of each.steps.entries()) {
      const { outcome, replicas } = predictions[index];
      const started = performance.now();
      await happens(cluster, step);
      const { seconds, seen, pauses } = await settles(cluster, step, replicas, started);
      const predicted = replicasInWords(replicas);
      check(
        `${each.layout}: ${inWords(each.steps.slice(0, index + 1))}: predicted ${predicted} (${outcome.reason}); seen ${seen} after ${seconds} s, pauses ${pauses}`,
        seen === predicted,
        logsOf(cluster),
      );
    }
  } catch (error) {
    check(`${each.layout}: ${inWords(each.steps)}`, false, error.stack);
  } finally {
    if (process.env.DBSPAN_QUORUM_LOGS) {
      const { writeFileSync } = await import('node:fs');
      for (const m of cluster.members) writeFileSync(`${process.env.DBSPAN_QUORUM_LOGS}/case${number}-${m.name}.log`, m.server?.log() ?? '');
    }
    await close(cluster);
  }
}

async function happens(cluster, { event, sites, sides }) {
  switch (event) {
    case 'crash':
      return crashMembers(cluster, sites);
    case 'leave':
      return stopMembers(cluster, sites, { inTurn: false });
    case 'leave in turn':
      return stopMembers(cluster, sites, { inTurn: true });
    case 'cut':
      return cutSites(cluster, sides);
    case 'heal':
      return healSites(cluster);
    default:
      throw new Error(`what is ${event}?`);
  }
}

/** Waits until the members show what is predicted, and go on showing it; or for as long as there is patience. */
async function settles(cluster, { event }, replicas, started) {
  const predicted = replicasInWords(replicas);
  const over = started + patience;
  const hold = event === 'cut' ? 6000 : 800;
  let seen = await look(cluster);
  let since;
  for (;;) {
    const now = performance.now();
    if (seen === predicted) {
      since ??= now;
      if (now - since >= hold) break;
    } else since = undefined;
    if (now > over) break;
    await sleep(100);
    seen = await look(cluster);
  }
  const pauses = replicasOf(cluster)
    .map(({ name, writer }) => `${name} ${longestPause(writer.results, started).toFixed(1)}`)
    .join(', ');
  return { seconds: (((since ?? performance.now()) - started) / 1000).toFixed(1), seen, pauses };
}

async function look(cluster) {
  const found = [];
  for (const member of replicasOf(cluster)) {
    const { status, size, weight, synced } = await stateOf(member);
    const last = member.writer.results.at(-1);
    const writes = last?.error === undefined && performance.now() - (last?.ended ?? 0) < 1000;
    found.push({ name: member.name, status: status === 'Primary' && !synced ? 'Primary but not Synced' : status, size, weight, writes });
  }
  return replicasInWords(found);
}
