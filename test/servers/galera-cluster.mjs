// Three members of a Galera cluster on loopback, each with an address and a memory group of its own.
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../slow/harness.mjs';
import { freePort, mariadbPrograms, startMariadb } from './mariadb-server.mjs';
import { end, start, until } from './processes.mjs';
import { startSampler } from './sampler.mjs';
import { settingOf, writeConfiguration } from './sizes.mjs';

/** Programs that the suite needs. */
export const galeraPrograms = {
  ...mariadbPrograms,
  'mariadb-backup': ['mariadb-backup'],
  socat: ['socat'],
  'lsof or ss': ['lsof', 'ss'],
  galera: [
    '/usr/lib/galera/libgalera_smm.so',
    '/usr/lib64/galera-4/libgalera_smm.so',
    '/usr/lib/libgalera_smm.so',
  ],
};

const transferAccount = 'transfer';
const transferPassword = 'between-members';

/** The account that full copies are made with. */
export const transferGrants = [
  `CREATE USER ${transferAccount}@localhost IDENTIFIED BY '${transferPassword}'`,
  `GRANT RELOAD, PROCESS, BINLOG MONITOR ON *.* TO ${transferAccount}@localhost`,
].join(';\n');

/** Addresses and ports of a cluster of three that is not there yet. */
export async function newCluster(shop, plan, name) {
  const addresses = ['127.0.0.1', '127.0.0.2', '127.0.0.3'];
  const base = await freePort(addresses, 4);
  const folder = join(shop.folder, name);
  mkdirSync(folder);
  return {
    shop,
    plan,
    name,
    folder,
    base,
    seeds: addresses.map((address) => `${address}:${base}`).join(),
    members: addresses.map((address, index) => newMember(shop, plan, folder, address, index + 1)),
  };
}

function newMember(shop, plan, folder, address, number) {
  const configuration = writeConfiguration(plan, join(folder, `my${number}.cnf`));
  // The transfer's listener would take connections from everywhere.
  appendFileSync(configuration, `\n[sst]\nsockopt = "bind=${address}"\nsst-syslog = -1\n`);
  const group = shop.newGroup(plan.limit);
  return {
    number,
    address,
    configuration,
    group,
    sampler: startSampler(group),
    data: join(folder, `data${number}`),
    work: join(folder, `work${number}`),
    starts: 0,
    server: undefined,
  };
}

/** What a member's own start adds to the file. The provider's options are one string, so the rest of it is repeated. */
function optionsFor({ shop, plan, name, base, seeds }, { number, address }) {
  const provider = [
    settingOf(plan, 'wsrep_provider_options'),
    `base_host=${address}`,
    `base_port=${base}`,
    `gmcast.listen_addr=tcp://${address}:${base}`,
    `ist.recv_addr=${address}:${base + 1}`,
  ];
  return [
    `--bind-address=${address}`,
    `--port=${base + 3}`,
    '--binlog-format=ROW',
    '--default-storage-engine=InnoDB',
    '--innodb-autoinc-lock-mode=2',
    '--wsrep-on=ON',
    `--wsrep-provider=${shop.programs.galera}`,
    `--wsrep-cluster-name=${name}`,
    `--wsrep-cluster-address=gcomm://${seeds}`,
    `--wsrep-node-name=member${number}`,
    `--wsrep-node-address=${address}`,
    '--wsrep-sst-method=mariabackup',
    `--wsrep-sst-auth=${transferAccount}:${transferPassword}`,
    `--wsrep-sst-receive-address=${address}:${base + 2}`,
    `--wsrep-provider-options=${provider.join(';')}`,
  ];
}

/** Starts a member and waits until it is part of the cluster. */
export async function startMember(cluster, member, given = []) {
  mkdirSync(member.data, { recursive: true });
  member.starts += 1;
  member.server = await startMariadb(cluster.shop.programs, {
    data: member.data,
    work: member.work,
    name: `start${member.starts}`,
    configuration: member.configuration,
    group: member.group,
    environment: cluster.plan.environment,
    given: [...optionsFor(cluster, member), ...given],
  });
  const { server } = member;
  const synced = await until(async () => (await stateOf(server)).endsWith('/Primary/Synced'), {
    hopeless: () => server.program.over,
  });
  if (!synced) throw new Error(`member ${member.number} is ${await stateOf(server)}\n${server.logTail()}`);
}

/** "3/Primary/Synced" */
export async function stateOf(server) {
  const names = ['wsrep_cluster_size', 'wsrep_cluster_status', 'wsrep_local_state_comment'];
  const { code, stdout } = await server.ask(
    `SHOW GLOBAL STATUS WHERE variable_name IN (${names.map((name) => `'${name}'`).join()})`,
  );
  if (code !== 0) return 'no answer';
  const values = new Map(stdout.split('\n').map((line) => line.split('\t')));
  return names.map((name) => values.get(name)).join('/');
}

/** Ends a member as a power cut would, and waits until the others go on without it. */
export async function loseMember(cluster, member) {
  await end(member.server.program, { signal: 'SIGKILL' });
  const [witness] = cluster.members.filter((each) => each !== member);
  const gone = await until(async () => (await stateOf(witness.server)) === '2/Primary/Synced');
  check(`${cluster.plan.name}: two members go on when one is lost`, gone, await stateOf(witness.server));
}

/** Where InnoDB stopped: what a start after a crash must be told to be spared a full copy. */
export async function recoveredPosition(cluster, member) {
  const log = join(member.work, `recover${member.starts}.log`);
  const program = start(
    cluster.shop.programs.mariadbd,
    [
      `--defaults-file=${member.configuration}`,
      `--datadir=${member.data}`,
      `--socket=${join(member.work, 'recover.sock')}`,
      `--pid-file=${join(member.work, 'recover.pid')}`,
      `--tmpdir=${member.work}`,
      '--user=root',
      ...optionsFor(cluster, member),
      '--wsrep-recover',
      '--disable-log-error',
    ],
    { group: member.group, environment: cluster.plan.environment, log },
  );
  await program.ended;
  const text = readFileSync(log, 'utf8');
  const position = [...text.matchAll(/Recovered position:\s*(\S+)/g)].at(-1)?.[1];
  if (position === undefined) throw new Error(`no position was recovered\n${text.slice(-2000)}`);
  return position;
}

/** How a member was brought up to date, by what the donors were asked for: "IST", "SST", or nothing. */
export function transfersSince(marks) {
  const found = [];
  for (const [server, length] of marks) {
    for (const line of server.log().slice(length).split('\n')) {
      if (!/Running: 'wsrep_sst_\w+ --role 'donor'/.test(line)) continue;
      found.push(line.includes('--bypass') ? 'IST' : 'SST');
    }
  }
  return found;
}

/** The present end of the logs of members. */
export function marksOf(members) {
  return new Map(members.map(({ server }) => [server, server.log().length]));
}

/** Bytes and number of write sets that a member has sent so far. */
export async function replicated(server) {
  const value = async (name) => Number(await server.status(name));
  return { bytes: await value('wsrep_replicated_bytes'), writeSets: await value('wsrep_replicated') };
}
