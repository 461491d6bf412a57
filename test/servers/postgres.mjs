// Postgres: starts on the generated file as it is, and lives through a flood in the memory it was sized for.
import { join } from 'node:path';
import { check, note, skip, suite } from '../slow/harness.mjs';
import { hasMemory, inMebibytes, peakLine, peakParts, workshop } from './machine.mjs';
import { fillBuffers, flood, loadTables } from './postgres-load.mjs';
import {
  folderFor,
  installData,
  postgresPrograms,
  serverAccount,
  serverVersion,
  startPostgres,
  whereItRuns,
} from './postgres-server.mjs';
import { startSampler } from './sampler.mjs';
import { planOf, printsTheSame, settingOf, verdictOn, writeConfiguration } from './sizes.mjs';
import { postgresComplaints } from './startup-log.mjs';
import { postgresDifferences, postgresValue } from './values.mjs';

const asked = [{ memory: '512Mi' }, { memory: '1Gi' }, { memory: '2Gi' }];

await suite(async () => {
  const shop = await workshop('Postgres survives', postgresPrograms);
  if (shop === undefined) return;
  const account = await serverAccount();
  if (account === undefined) {
    skip('Postgres survives', 'there is no account postgres, and as root it does not run');
    return;
  }
  const version = await serverVersion(shop.programs);
  note(`PostgreSQL ${version}`);
  const plans = asked.map((each) => planOf({ engine: 'postgres', version, ...each }));
  const possible = plans.filter((plan) => hasMemory(`${plan.name} lives through a flood`, plan.limit));
  const data = await prepare(shop, account, Math.max(...possible.map(buffersOf)));
  for (const plan of possible) await survives(shop, account, data, plan);
  await dies(shop, account, data, version);
});

function buffersOf(plan) {
  return postgresValue(settingOf(plan, 'shared_buffers'), '8kB');
}

/** One data folder for all: each server takes over what the one before it left. */
async function prepare({ programs, folder }, account, sharedBuffers) {
  const data = folderFor(account, folder, 'data');
  await installData(programs, account, data);
  const server = await startPostgres(programs, {
    account,
    data,
    work: folderFor(account, folder, 'load'),
    configuration: '',
    given: { fsync: 'off', max_wal_size: '2GB' },
  });
  await loadTables(server, sharedBuffers);
  await server.stop();
  return data;
}

async function survives({ programs, folder, newGroup }, account, data, plan) {
  const connections = Number(settingOf(plan, 'max_connections'));
  const title = `${plan.name}, ${connections} connections`;
  const started = performance.now();
  check(`${title}: --format conf is the same file`, printsTheSame(plan));
  const verdict = verdictOn(writeConfiguration(plan, join(folder, 'postgresql.conf')), plan.asked);
  check(`${title}: dbspan size --check agrees with its own file`, verdict.code === 0, verdict.text);

  const group = newGroup(plan.limit);
  const sampler = startSampler(group);
  const server = await startPostgres(programs, {
    account,
    data,
    work: folderFor(account, folder, `${plan.asked.memory}-${connections}`),
    configuration: plan.configuration,
    group,
    environment: plan.environment,
    given: { fsync: 'off' },
  });
  await checkStart(title, server, plan);
  await fillBuffers(server);
  const filled = group.read().hard;
  const buffers = buffersOf(plan);
  check(
    `${title}: ${inMebibytes(buffers)} of shared buffers are full before the flood`,
    filled > buffers,
    `the server has ${inMebibytes(filled)}`,
  );
  const load = await flood(programs, server, connections);
  const peak = sampler.peak();
  const alive = !server.program.over && group.kills() === 0;
  check(
    `${title}: ${peakLine(peak, plan)}`,
    alive && load.failed === 0 && load.done >= connections && peak.hard <= plan.worst,
    [
      alive ? `${load.done} transactions` : `ended, ${group.kills()} OOM kills`,
      peakParts(peak),
      load.text.slice(-1500),
      server.logTail(),
    ],
  );
  sampler.stop();
  await server.stop();
  group.close();
  note(
    `filled ${inMebibytes(filled)}; ${peakParts(peak)}; ${load.done} transactions; ${Math.round((performance.now() - started) / 1000)} s`,
  );
}

/** More sessions with more memory each than there is; jit is as the server has it: on. Without its end the flood proves nothing. */
async function dies({ programs, folder, newGroup }, account, data, version) {
  const asked = { engine: 'postgres', version, memory: '512Mi', connections: 20 };
  const plan = planOf({ ...asked, 'work-mem': '16Mi', mode: 'target' });
  const title = '512Mi with 20 connections, a work_mem of 16Mi, compiled';
  const verdict = verdictOn(writeConfiguration(plan, join(folder, 'wrong.conf')), plan.asked);
  check(`${title}: dbspan size --check says that it would not survive`, verdict.code === 1, verdict.text);

  const group = newGroup(plan.limit);
  const server = await startPostgres(programs, {
    account,
    data,
    work: folderFor(account, folder, 'wrong'),
    configuration: plan.configuration,
    group,
    given: { fsync: 'off' },
  });
  await fillBuffers(server);
  const started = performance.now();
  const load = await flood(programs, server, 20);
  const seconds = Math.round((performance.now() - started) / 1000);
  check(
    `${title}: killed for memory after ${seconds} s of the flood`,
    group.kills() > 0,
    load.text.slice(-1500),
  );
  await server.stop();
  group.close();
}

/** It took every setting without a word, and every value as planned. */
async function checkStart(title, server, plan) {
  const [text] = await server.rows('SELECT jsonb_agg(s) FROM pg_settings s');
  const shown = JSON.parse(text);
  const refused = await server.rows(
    "SELECT sourcefile || ':' || sourceline || ': ' || name || ': ' || error FROM pg_file_settings WHERE error IS NOT NULL",
  );
  const complaints = postgresComplaints(
    server.log(),
    shown.map(({ name }) => name),
  );
  check(
    `${title}: starts without a word about a setting`,
    complaints.options.length === 0 && refused.length === 0,
    [...refused, ...complaints.options],
  );
  for (const line of complaints.others) note(line);
  const wrong = postgresDifferences(plan.settings, shown, whereItRuns);
  check(
    `${title}: ${plan.settings.length} values are as planned`,
    wrong.length === 0 && plan.settings.length > 0,
    wrong,
  );
}
