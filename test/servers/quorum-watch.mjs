// What the replicas of a cluster show after something has happened to it.
import { setTimeout as sleep } from 'node:timers/promises';
import { replicasOf, stateOf } from './quorum-cluster.mjs';
import { longestPause, replicasInWords } from './quorum-words.mjs';

/** How long they must go on showing it: after a lost link, for longer than it takes to be given up. */
const hold = { lose: { short: 4500, default: 6000 }, other: { short: 800, default: 800 } };

/** Long enough for members to be suspected, given up and agreed on. */
const patience = { short: 25_000, default: 60_000 };

/** How long it is watched who goes on when nothing lasts. */
const watched = 15_000;

/** Longer than any pause that ends well. */
const standstill = 4000;

/** Waits until the members show one of these for a while, or for as long as there is patience. */
export async function settles(cluster, { event }, texts, started) {
  const pace = cluster.timers.length > 0 ? 'short' : 'default';
  const holds = (hold[event] ?? hold.other)[pace];
  let seen;
  let since;
  for (;;) {
    const now = performance.now();
    const before = seen;
    seen = await look(cluster);
    if (seen !== before || !texts.includes(seen)) since = undefined;
    if (texts.includes(seen)) since ??= now;
    if (since !== undefined && now - since >= holds) break;
    if (now - started > patience[pace]) break;
    await sleep(100);
  }
  return { seen, taken: (since ?? performance.now()) - started };
}

/** What each replica says of its cluster, and whether it takes writes. */
async function look(cluster) {
  const found = [];
  for (const { name, writer, observer } of replicasOf(cluster)) {
    const { status, size, weight, synced } = await stateOf(observer);
    const last = writer.results.at(-1);
    const writes = last?.error === undefined && performance.now() - (last?.ended ?? 0) < 1000;
    const unready = status === 'Primary' && !synced ? ' but not Synced' : '';
    found.push({ name, status: `${status}${unready}`, size, weight, writes });
  }
  return replicasInWords(found);
}

/** The longest time that any of these replicas took no write since a moment. */
export function pauseOf(cluster, names, started, ended) {
  const pauses = replicasOf(cluster)
    .filter(({ name }) => names.includes(name))
    .map(({ writer }) => longestPause(writer.results, started, ended));
  return Math.max(0, ...pauses);
}

/** Watches for a while who stands still, be it now and then, and who goes on. */
export async function standstills(cluster, started) {
  await sleep(watched);
  const now = performance.now();
  const still = [];
  const going = [];
  for (const { name, writer } of replicasOf(cluster)) {
    const stands = longestPause(writer.results, started, now) > standstill;
    (stands ? still : going).push(name);
  }
  return { still, going };
}

const relayLine = 'turning message relay requesting on';

/** How often replicas have asked others to pass messages on. */
export function relays(cluster) {
  let count = 0;
  for (const { server } of replicasOf(cluster)) count += server.log().split(relayLine).length - 1;
  return count;
}
