// Galera: members start on the generated file, form a cluster, live through a flood and a lost member, and catch up the
// way the size of the cache predicts.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { check, note, suite } from '../slow/harness.mjs';
import { checkStart } from './checks.mjs';
import { takenBy, watchFolder } from './disk.mjs';
import {
  galeraPrograms,
  loseMember,
  marksOf,
  newCluster,
  recoveredPosition,
  replicated,
  startMember,
  stateOf,
  transferGrants,
  transfersSince,
} from './galera-cluster.mjs';
import { fillPool, flood, loadTables, write } from './load.mjs';
import { hasMemory, inMebibytes, peakLine, peakParts, workshop } from './machine.mjs';
import { installData, serverVersion, startMariadb } from './mariadb-server.mjs';
import { cacheTaken, planOf, printsTheSame, settingOf, verdictOn } from './sizes.mjs';
import { mariadbValue, providerOptions } from './values.mjs';

/** Small, so that it is written over in seconds. */
const gcache = '32Mi';

/** Statements of every kind on all members, the changes among them replicated. */
const clusterFlood = { mix: 9, both: 5, packets: 3 };

await suite(async () => {
  const shop = await workshop('a Galera cluster lives', galeraPrograms);
  if (shop === undefined) return;
  const version = await serverVersion(shop.programs);
  note(`MariaDB ${version}`);
  const small = planOf({ engine: 'mariadb', galera: true, memory: '512Mi', gcache, version });
  const large = planOf({ engine: 'mariadb', galera: true, memory: '1Gi', version });
  const data = await prepare(shop, mariadbValue(settingOf(small, 'innodb_buffer_pool_size')));
  if (hasMemory(`${large.name} starts`, large.limit)) await startsAlone(shop, data, large);
  if (hasMemory(`${small.name}: three members`, 3 * small.limit)) await lives(shop, data, small);
});

async function prepare({ programs, folder }, pool) {
  const data = join(folder, 'data');
  await installData(programs, data);
  const server = await startMariadb(programs, {
    data,
    work: join(folder, 'load'),
    name: 'load',
    given: ['--skip-networking', '--skip-log-bin', '--innodb-buffer-pool-size=512M'],
  });
  await loadTables(server, pool);
  await server.rows(transferGrants);
  await server.stop();
  return data;
}

/** The first member of a cluster that stays alone: its options, and no more. */
async function startsAlone(shop, data, plan) {
  const cluster = await newCluster(shop, plan, 'alone');
  const [member] = cluster.members;
  checkFile(plan, member.configuration);
  cpSync(data, member.data, { recursive: true });
  await startMember(cluster, member, ['--wsrep-new-cluster']);
  await checkStart(plan.name, member.server, plan);
  await close(cluster);
}

/** The suite's own section for state transfers is none of the server's options. */
function checkFile(plan, configuration) {
  check(`${plan.name}: --format conf is the same file`, printsTheSame(plan));
  const verdict = verdictOn(configuration, plan.asked);
  check(`${plan.name}: dbspan size --check agrees with its own file`, verdict.code === 0, verdict.text);
}

async function lives(shop, data, plan) {
  const cluster = await newCluster(shop, plan, 'three');
  const { members } = cluster;
  const [first, second, third] = members;
  try {
    checkFile(plan, first.configuration);
    cpSync(data, first.data, { recursive: true });
    await startMember(cluster, first, ['--wsrep-new-cluster']);
    await checkStart(`${plan.name}, first member`, first.server, plan);
    await startMember(cluster, second);
    await checkStart(`${plan.name}, joining member`, second.server, plan);
    await startMember(cluster, third);
    await checkWhole(plan, members, 'forms');

    await underLoad(cluster);
    await checkWhole(plan, members, 'is whole after the flood');
    await rejoins(cluster, third, { share: 0.8, expected: 'IST' });
    await rejoins(cluster, third, { share: 1.15, expected: 'SST' });
    await checkSameData(plan, members);
  } finally {
    for (const { number, group, sampler, server } of members) {
      const peak = sampler.peak();
      check(
        `${plan.name}, member ${number}: ${peakLine(peak, plan)}`,
        group.kills() === 0 && peak.hard <= plan.worst,
        [`${group.kills()} OOM kills`, peakParts(peak), server?.logTail() ?? 'never started'],
      );
    }
    await close(cluster);
  }
}

async function checkWhole(plan, members, what) {
  const whole = '3/Primary/Synced';
  const states = await Promise.all(members.map(({ server }) => waitForState(server, whole)));
  check(
    `${plan.name}: the cluster ${what}: ${whole}`,
    states.every((state) => state === whole),
    states,
  );
}

async function waitForState(server, wanted) {
  for (let attempt = 0; attempt < 150 && (await stateOf(server)) !== wanted; attempt += 1) await sleep(200);
  return stateOf(server);
}

/** Every session that every member allows, at once. */
async function underLoad({ shop, plan, members }) {
  const connections = Number(settingOf(plan, 'max_connections'));
  await Promise.all(members.map(({ server }) => fillPool(server)));
  const loads = await Promise.all(
    members.map(({ server, work }) =>
      flood(shop.programs, server, connections, { work, name: 'flood', kinds: clusterFlood }),
    ),
  );
  const used = await Promise.all(members.map(({ server }) => server.status('Max_used_connections')));
  check(
    `${plan.name}: ${connections} sessions flood every member`,
    used.every((count) => Number(count) >= connections) &&
      loads.every(({ statements }) => statements > 2 * connections) &&
      members.every(({ group, server }) => group.kills() === 0 && !server.program.over),
    [`${used} sessions at once`, ...loads.map(({ text }) => text.slice(-800))],
  );
  for (const { number, sampler } of members) {
    note(`member ${number} after the flood: ${peakParts(sampler.peak())}`);
  }
}

/** A member is lost, `share` of what the cache holds is written, and it comes back. */
async function rejoins(cluster, member, { share, expected }) {
  const { plan } = cluster;
  const others = cluster.members.filter((each) => each !== member);
  const [writer] = others;
  const ring = mariadbValue(providerOptions(settingOf(plan, 'wsrep_provider_options')).get('gcache.size'));
  await loseMember(cluster, member);
  const before = await replicated(writer.server);
  // As many write sets as the share takes, counted by those so far: a look now and then would come too late.
  let now = 0;
  let each = 0;
  for (let missing = share * ring; missing > 0; missing = share * ring - now) {
    const events = now === 0 ? 400 : Math.ceil(missing / each);
    await write(cluster.shop.programs, writer.server, events, { work: writer.work });
    const after = await replicated(writer.server);
    now = cacheTaken(after.bytes - before.bytes, after.writeSets - before.writeSets);
    each = now / (after.writeSets - before.writeSets);
  }
  const percent = Math.round((100 * now) / ring);

  const marks = marksOf(others);
  const started = performance.now();
  const taken = takenBy(member.data);
  const disk = watchFolder(member.data);
  const position = await recoveredPosition(cluster, member);
  await startMember(cluster, member, [`--wsrep-start-position=${position}`]);
  const seconds = Math.round((performance.now() - started) / 1000);
  const largest = disk.stop();
  const kept = Math.max(taken, takenBy(member.data));
  const scratch = mariadbValue(settingOf(plan, 'innodb_log_file_size'));
  check(
    `${plan.name}: the joiner's folder of ${inMebibytes(kept)} takes ${inMebibytes(largest)} at most meanwhile: no second copy`,
    largest <= kept + scratch,
    `budgeted beside it: ${inMebibytes(scratch)}`,
  );
  const transfers = transfersSince(marks);
  check(
    `${plan.name}: ${percent} % of a cache of ${inMebibytes(ring)} written meanwhile: back by ${expected} after ${seconds} s`,
    transfers.join() === expected,
    [`transfers: ${transfers.join() || 'none'}`, member.server.logTail()],
  );
  await checkWhole(plan, cluster.members, `is whole after the ${expected}`);
}

async function checkSameData(plan, members) {
  const sums = [];
  for (const { server } of members) {
    sums.push((await server.rows('CHECKSUM TABLE flood.lot1, flood.lot2, flood.lot3')).join(' '));
  }
  check(`${plan.name}: all members have the same rows`, new Set(sums).size === 1, sums);
}

async function close({ members }) {
  // The last one to go has the whole history; nobody needs it any more.
  for (const { server, sampler, group } of members.toReversed()) {
    sampler.stop();
    await server?.stop();
    group.close();
  }
}
