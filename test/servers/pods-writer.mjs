// An application outside the pods: one row after the other, each over a new connection to the next endpoint, and after an error
// once more on another one. What a server has acknowledged must never be lost.
import { setTimeout as sleep } from 'node:timers/promises';
import { output } from './processes.mjs';

export const account = 'judge';
export const accountPassword = 'not-a-secret';

/** Writes until it is stopped. `cluster` gives the endpoints and collects the acknowledged rows. */
export function startWriter(cluster) {
  const writer = { failures: [], longest: 0, rows: 0, stopped: false };
  const done = write(cluster, writer);
  writer.stop = async () => {
    writer.stopped = true;
    await done;
  };
  cluster.writers.add(writer);
  return writer;
}

async function write(cluster, writer) {
  let turn = 0;
  while (!writer.stopped) {
    cluster.lastRow += 1;
    const row = cluster.lastRow;
    while (!writer.stopped) {
      const endpoints = cluster.endpoints();
      if (endpoints.length === 0) {
        await sleep(20);
        continue;
      }
      turn += 1;
      const pod = endpoints[turn % endpoints.length];
      if (await insert(writer, pod, row)) {
        cluster.acknowledged.add(row);
        writer.rows += 1;
        break;
      }
      await sleep(50);
    }
    await sleep(30);
  }
}

async function insert(writer, pod, row) {
  const started = performance.now();
  const statement = `INSERT INTO judge.line (id, pod) VALUES (${row}, ${pod.ordinal})`;
  const given = ['--no-defaults', '--protocol=tcp', `--host=${pod.address}`, `--user=${account}`];
  given.push('--connect-timeout=5', `--execute=${statement}`);
  const environment = { MYSQL_PWD: accountPassword };
  const { code, stderr } = await output('mariadb', given, { environment, limit: 20_000 });
  writer.longest = Math.max(writer.longest, (performance.now() - started) / 1000);
  // An answer that was lost on its way: the row is there.
  if (code === 0 || stderr.includes('Duplicate entry')) return true;
  writer.failures.push(`row ${row} on ${pod.name}: ${stderr.trim() || 'no answer'}`);
  return false;
}
