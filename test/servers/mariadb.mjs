// MariaDB on one server: starts on the generated file as it is, and lives through a flood in the memory it was sized for.
import { join } from 'node:path';
import { check, note, suite } from '../slow/harness.mjs';
import { checkStart } from './checks.mjs';
import { fillPool, flood, loadTables } from './load.mjs';
import { hasMemory, inMebibytes, mebibyte, peakLine, peakParts, workshop } from './machine.mjs';
import { installData, mariadbPrograms, serverVersion, startMariadb } from './mariadb-server.mjs';
import { startSampler } from './sampler.mjs';
import {
  documentedShare,
  planOf,
  printsTheSame,
  settingOf,
  verdictOn,
  writeConfiguration,
} from './sizes.mjs';
import { mariadbValue } from './values.mjs';

const asked = [
  { memory: '256Mi' },
  { memory: '512Mi' },
  { memory: '512Mi', connections: 20 },
  { memory: '1Gi' },
  { memory: '2Gi' },
];

/** Parts of a budget are rounded one by one. */
const rounding = mebibyte / 100;

const guidePool = 358 * mebibyte;

/** What the K3s guide has for 512Mi: 70 % for the pool, the server's defaults for the rest. Without its end no flood proves anything. */
const guide = {
  title: "the K3s guide's values, 512Mi",
  memory: '512Mi',
  limit: 512 * mebibyte,
  connections: 20,
  configuration: `[mysqld]\nskip-log-bin\ninnodb_buffer_pool_size = ${guidePool / mebibyte}M\nmax_connections = 20\n`,
};

await suite(async () => {
  const shop = await workshop('MariaDB survives', mariadbPrograms);
  if (shop === undefined) return;
  const version = await serverVersion(shop.programs);
  note(`MariaDB ${version}`);
  const plans = asked.map((each) => planOf({ engine: 'mariadb', version, ...each }));
  const possible = plans.filter((plan) => hasMemory(`${plan.name} lives through a flood`, plan.limit));
  const data = await prepare(shop, Math.max(guidePool, ...possible.map(poolOf)));

  for (const plan of possible) await survives(shop, data, plan);
  await dies(shop, data, version, guide);
  await dies(shop, data, version, littleTooMuch(version));
});

function poolOf(plan) {
  return mariadbValue(settingOf(plan, 'innodb_buffer_pool_size'));
}

/** One data folder for all: each server takes over what the one before it left. */
async function prepare({ programs, folder }, pool) {
  const data = join(folder, 'data');
  await installData(programs, data);
  const server = await startMariadb(programs, {
    data,
    work: join(folder, 'load'),
    name: 'load',
    given: [
      '--skip-networking',
      '--skip-log-bin',
      '--innodb-buffer-pool-size=512M',
      '--innodb-log-file-size=1G',
      '--innodb-doublewrite=OFF',
      '--innodb-flush-log-at-trx-commit=0',
    ],
  });
  const started = performance.now();
  await loadTables(server, pool);
  await server.stop();
  note(`tables for a pool of ${inMebibytes(pool)} in ${Math.round((performance.now() - started) / 1000)} s`);
  return data;
}

async function survives({ programs, folder, newGroup }, data, plan) {
  const connections = Number(settingOf(plan, 'max_connections'));
  const title = `${plan.name}, ${connections} connections`;
  const work = join(folder, `${plan.name.replace(' ', '-')}-${connections}`);
  const started = performance.now();
  const configuration = writeConfiguration(plan, join(folder, 'my.cnf'));
  check(`${title}: --format conf is the same file`, printsTheSame(plan));
  const verdict = verdictOn(configuration, plan.asked);
  check(`${title}: dbspan size --check agrees with its own file`, verdict.code === 0, verdict.text);
  checkPool(title, plan);

  const group = newGroup(plan.limit);
  const sampler = startSampler(group);
  const server = await startMariadb(programs, {
    data,
    work,
    name: 'server',
    configuration,
    group,
    environment: plan.environment,
    given: ['--skip-networking'],
  });
  await checkStart(title, server, plan);
  const idle = group.read().hard;
  const pool = await fillPool(server);
  const filled = group.read().hard;
  check(
    `${title}: a pool of ${inMebibytes(pool)} is full before the flood`,
    filled > pool,
    `the server has ${inMebibytes(filled)}`,
  );
  const load = await flood(programs, server, connections, { work, name: 'flood' });
  const alive = !server.program.over && group.kills() === 0;
  const used = alive ? Number(await server.status('Max_used_connections')) : undefined;
  const peak = sampler.peak();
  check(
    `${title}: ${peakLine(peak, plan)}`,
    alive && used >= connections && load.statements > 5 * connections && peak.hard <= plan.worst,
    [
      alive ? `${used} sessions at once` : `ended, ${group.kills()} OOM kills`,
      peakParts(peak),
      load.text.slice(-1500),
      server.logTail(),
    ],
  );
  sampler.stop();
  await server.stop();
  group.close();
  note(
    `idle ${inMebibytes(idle)}, filled ${inMebibytes(filled)}; ${peakParts(peak)}; ${load.statements} statements; ${Math.round((performance.now() - started) / 1000)} s`,
  );
}

/** 70 % of the memory, or all that the rest of the budget leaves: no more than a step of rounding is given away. */
function checkPool(title, plan) {
  const pool = poolOf(plan);
  const step = Math.max(2 * mebibyte, plan.limit / 64);
  const left = plan.limit - plan.total;
  check(
    `${title}: the pool has ${Math.round((100 * pool) / plan.limit)} % of the memory`,
    plan.total <= plan.limit + rounding && (pool >= documentedShare * plan.limit - step || left < step),
    `pool ${inMebibytes(pool)}, budget ${inMebibytes(plan.total)} of ${inMebibytes(plan.limit)}`,
  );
}

/** Our own file with half as much again for the pool. With 117M, enough for six connections, two floods of three ended it. */
function littleTooMuch(version) {
  const plan = planOf({ engine: 'mariadb', version, memory: '256Mi', connections: 10 });
  const configuration = plan.configuration.replace(
    /^(innodb_buffer_pool_size(?:_max)?) = .*$/gm,
    '$1 = 130M',
  );
  return { ...plan, configuration, title: '256Mi with a pool of 130Mi', memory: '256Mi', connections: 10 };
}

async function dies({ programs, folder, newGroup }, data, version, wrong) {
  const { title, memory, connections, environment } = wrong;
  const configuration = writeConfiguration(wrong, join(folder, 'wrong.cnf'));
  const { code, text } = verdictOn(configuration, { engine: 'mariadb', memory, version });
  check(`${title}: dbspan size --check says that it would not survive`, code === 1, [`exit ${code}`, text]);

  const group = newGroup(wrong.limit);
  const sampler = startSampler(group);
  const work = join(folder, `wrong-${memory}`);
  const server = await startMariadb(programs, {
    data,
    work,
    name: 'server',
    configuration,
    group,
    environment,
    given: ['--skip-networking'],
  });
  await fillPool(server);
  const started = performance.now();
  const load = await flood(programs, server, connections, { work, name: 'flood' });
  const seconds = Math.round((performance.now() - started) / 1000);
  const peak = sampler.peak();
  check(
    `${title}: killed for memory after ${seconds} s of the flood, peak ${inMebibytes(peak.hard)}`,
    group.kills() > 0,
    ['it survived: the flood is too weak to prove anything', load.text.slice(-1500)],
  );
  sampler.stop();
  await server.stop();
  group.close();
}
