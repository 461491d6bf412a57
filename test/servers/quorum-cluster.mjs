// A Galera cluster over pretended sites: real servers and arbitrators, on loopback or each in a network of its own.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { galeraPrograms } from './galera-cluster.mjs';
import { freePort, installData, mariadbPrograms, startMariadb } from './mariadb-server.mjs';
import { connect, cut, disconnect, heal, newAddress } from './pods-network.mjs';
import { end, start, until } from './processes.mjs';
import { openSession } from './quorum-session.mjs';

/** Programs that the suite needs. */
export const quorumPrograms = {
  mariadbd: mariadbPrograms.mariadbd,
  mariadb: mariadbPrograms.mariadb,
  'mariadb-install-db': mariadbPrograms['mariadb-install-db'],
  galera: galeraPrograms.galera,
  garbd: ['garbd'],
};

/** Shorter than Galera's own, and in their order. */
const shortTimers = [
  'evs.keepalive_period=PT0.2S',
  'evs.inactive_check_period=PT0.2S',
  'evs.join_retrans_period=PT0.3S',
  'evs.suspect_timeout=PT1.5S',
  'evs.inactive_timeout=PT3S',
  'evs.install_timeout=PT3S',
  'gmcast.peer_timeout=PT0.9S',
  'gmcast.time_wait=PT1S',
];

/** Little memory, little to copy, little to wait for. */
const small = [
  '--innodb-buffer-pool-size=16M',
  '--innodb-log-file-size=4M',
  '--innodb-buffer-pool-load-at-startup=OFF',
  '--innodb-buffer-pool-dump-at-shutdown=OFF',
  '--innodb-flush-method=fsync',
  '--innodb-flush-log-at-trx-commit=0',
  '--performance-schema=OFF',
  '--skip-log-bin',
  '--skip-networking',
];

const clusterName = 'quorum';

function galeraOptions(programs, { address, base, seeds, name, provider }) {
  return [
    '--binlog-format=ROW',
    '--default-storage-engine=InnoDB',
    '--innodb-autoinc-lock-mode=2',
    '--wsrep-on=ON',
    `--wsrep-provider=${programs.galera}`,
    `--wsrep-cluster-name=${clusterName}`,
    `--wsrep-cluster-address=gcomm://${seeds}`,
    `--wsrep-node-name=${name}`,
    `--wsrep-node-address=${address}`,
    `--wsrep-provider-options=${[
      `base_host=${address}`,
      `base_port=${base}`,
      `gmcast.listen_addr=tcp://${address}:${base}`,
      `ist.recv_addr=${address}:${base + 1}`,
      'gcache.size=8M',
      ...provider,
    ].join(';')}`,
  ];
}

/** The data that every member starts with: a history of one cluster, so that nobody needs a transfer. */
export async function prepareData({ programs, folder }) {
  const data = join(folder, 'data');
  await installData(programs, data);
  const address = '127.0.0.1';
  const base = await freePort([address], 2);
  const options = { address, base, seeds: `${address}:${base}`, name: 'first', provider: [] };
  const server = await startMariadb(programs, {
    data,
    work: join(folder, 'first'),
    name: 'first',
    given: [...small, ...galeraOptions(programs, options), '--wsrep-new-cluster'],
  });
  await until(async () => (await server.status('wsrep_ready')) === 'ON');
  await server.rows(
    'CREATE DATABASE quorum; CREATE TABLE quorum.line (member VARCHAR(9), number INT, PRIMARY KEY (member, number))',
  );
  await server.stop();
  return data;
}

/** Members that are about to start; `network` undefined: on loopback. */
export async function newCluster(world, name, members, { network, timers } = {}) {
  const folder = join(world.folder, name);
  mkdirSync(folder);
  const cluster = {
    world,
    name,
    folder,
    network,
    timers: timers === 'default' ? [] : shortTimers,
    members: [],
    base: 0,
    seeds: '',
  };
  for (const [index, member] of members.entries()) {
    const address = network === undefined ? `127.0.0.${1 + index}` : newAddress(network);
    const place = { ...member, number: index + 1, address, folder: join(folder, member.name), gone: false };
    mkdirSync(place.folder);
    if (network !== undefined) await connect(network, place);
    cluster.members.push(place);
  }
  const addresses = cluster.members.map(({ address }) => address);
  cluster.base = network === undefined ? await freePort(addresses, 2) : 4567;
  cluster.seeds = addresses.map((address) => `${address}:${cluster.base}`).join();
  return cluster;
}

export function replicasOf({ members }) {
  return members.filter(({ kind, gone }) => kind === 'replica' && !gone);
}

/** Starts all members at once. The replicas are told that they were one component before, which they then are again. */
export async function form(cluster) {
  const { members, world } = cluster;
  const replicas = replicasOf(cluster);
  await Promise.all(replicas.map((member) => startReplica(cluster, member)));
  for (const member of replicas) {
    member.observer = openSession(world.programs, member.server.socket);
    member.writer = startWriter(openSession(world.programs, member.server.socket), member.name);
  }
  const whole = (size) => async () => {
    const states = await Promise.all(replicas.map(({ observer }) => stateOf(observer)));
    return states.every((state) => state.size === size && state.status === 'Primary' && state.synced);
  };
  const formed = (size) => until(whole(size), { seconds: 60, every: 100 });
  const arbitrators = members.filter(({ kind }) => kind === 'arbitrator');
  let done = await formed(replicas.length);
  for (const member of arbitrators) startArbitrator(cluster, member);
  done &&= await formed(members.length);
  if (!done) throw new Error(`the cluster did not form\n${logsOf(cluster)}`);
}

function identity(number) {
  return `0000000${number}-0000-11f0-8000-000000000001`;
}

function viewOf({ members }, { number }) {
  const replicas = members.filter(({ kind }) => kind === 'replica');
  return [
    `my_uuid: ${identity(number)}`,
    '#vwbeg',
    `view_id: 3 ${identity(replicas[0].number)} 1`,
    'bootstrap: 0',
    ...replicas.map((each) => `member: ${identity(each.number)} 0`),
    '#vwend',
    '',
  ].join('\n');
}

async function startReplica(cluster, member) {
  const { world, base, seeds, timers } = cluster;
  const data = join(member.folder, 'data');
  cpSync(world.data, data, { recursive: true });
  writeFileSync(join(data, 'gvwstate.dat'), viewOf(cluster, member));
  const provider = [...timers, `pc.weight=${member.weight}`];
  member.server = await startMariadb(programsFor(cluster, member), {
    data,
    work: member.folder,
    name: 'server',
    given: [
      ...small,
      ...galeraOptions(world.programs, { address: member.address, base, seeds, name: member.name, provider }),
    ],
  });
  member.program = member.server.program;
}

function startArbitrator(cluster, member) {
  const { base, seeds, timers } = cluster;
  const options = [
    `gmcast.listen_addr=tcp://${member.address}:${base}`,
    `base_host=${member.address}`,
    `base_port=${base}`,
    ...timers,
  ];
  member.log = join(member.folder, 'garbd.log');
  member.program = start(
    programsFor(cluster, member).garbd,
    [
      '--address',
      `gcomm://${seeds}`,
      '--group',
      clusterName,
      '--name',
      member.name,
      '--options',
      options.join(';'),
    ],
    { log: member.log, directory: member.folder },
  );
}

/** Programs that run where the member is. */
function programsFor({ world, network }, member) {
  if (network === undefined) return world.programs;
  const programs = { ...world.programs };
  for (const name of ['mariadbd', 'garbd']) {
    programs[name] = join(member.folder, name);
    const enter = `exec nsenter --net=/proc/${member.pause.child.pid}/ns/net ${world.programs[name]} "$@"\n`;
    writeFileSync(programs[name], `#!/bin/sh\n${enter}`, { mode: 0o755 });
  }
  return programs;
}

const statusNames = ['cluster_size', 'cluster_status', 'cluster_weight', 'local_state_comment'];
const stateQuestion = `SHOW GLOBAL STATUS WHERE variable_name IN (${statusNames.map((name) => `'wsrep_${name}'`)})`;

/** What a replica says of its cluster. */
export async function stateOf(observer) {
  const values = new Map((await observer.ask(stateQuestion))?.map((line) => line.split('\t')));
  return {
    status: values.get('wsrep_cluster_status') ?? 'no answer',
    synced: values.get('wsrep_local_state_comment') === 'Synced',
    size: Number(values.get('wsrep_cluster_size')),
    weight: Number(values.get('wsrep_cluster_weight')),
  };
}

/** Writes a row every now and then, and remembers when each was accepted or refused. */
function startWriter(session, name) {
  const writer = { results: [], stopped: false };
  const write = async () => {
    for (let number = 1; !writer.stopped; number += 1) {
      const started = performance.now();
      const lines = await session.ask(`INSERT INTO quorum.line VALUES ('${name}', ${number})`);
      if (lines === undefined) return;
      writer.results.push({ started, ended: performance.now(), error: lines[0] });
      await sleep(50);
    }
  };
  writer.done = write();
  writer.stop = async () => {
    writer.stopped = true;
    session.close();
    await writer.done;
  };
  return writer;
}

/** Ends members as a power cut would, all at once. */
export async function crashMembers(cluster, sites) {
  const lost = leaving(cluster, sites);
  for (const { program } of lost) program.child.kill('SIGKILL');
  await Promise.all(lost.map(({ program }) => program.ended));
}

/** Asks members to leave, all at once or one after the other. */
export async function stopMembers(cluster, sites, { inTurn }) {
  const leavers = leaving(cluster, sites);
  if (inTurn) for (const { program } of leavers) await end(program, { patience: 30_000 });
  else await Promise.all(leavers.map(({ program }) => end(program, { patience: 30_000 })));
}

function leaving({ members }, sites) {
  const found = members.filter(({ site, gone }) => sites.includes(site) && !gone);
  for (const member of found) {
    member.gone = true;
    member.writer?.stop();
    member.observer?.close();
  }
  return found;
}

/** Loses the links between sites: [['a', 'b'], ['a', 'c']]. */
export async function cutLinks({ members }, links) {
  const on = (wanted) => members.filter(({ site }) => site === wanted);
  for (const [one, other] of links) await cut(on(one), on(other));
}

/** Cuts sites off from all others. */
export async function cutOff({ members }, sites) {
  const inside = ({ site }) => sites.includes(site);
  await cut(
    members.filter(inside),
    members.filter((member) => !inside(member)),
  );
}

export async function healLinks({ network, members }) {
  await heal({ ...network, pods: new Set(members) });
}

/** Ends whatever is left, without asking. */
export async function close(cluster) {
  for (const member of cluster.members) {
    member.writer?.stop();
    member.observer?.close();
    if (member.program !== undefined) await end(member.program, { signal: 'SIGKILL' });
    if (cluster.network !== undefined) await disconnect(cluster.network, member);
  }
}

/** The ends of all logs. */
export function logsOf(cluster) {
  return logs(cluster).map(([name, text]) => `${name}:\n${text.split('\n').slice(-20).join('\n')}`);
}

/** Copies all logs to where they are wanted. */
export function keepLogs(cluster) {
  const { DBSPAN_QUORUM_LOGS: kept } = process.env;
  if (kept === undefined) return;
  mkdirSync(kept, { recursive: true });
  for (const [name, text] of logs(cluster)) writeFileSync(join(kept, `${cluster.name}-${name}.log`), text);
}

function logs({ members }) {
  return members.map(({ name, server, log }) => {
    const written = log !== undefined && existsSync(log) ? readFileSync(log, 'utf8') : '';
    return [name, server?.log() ?? written];
  });
}
