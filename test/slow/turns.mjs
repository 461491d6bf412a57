// Suites that are programs of their own, one after the other, and the sum of what they count.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';

/** Runs the suites named on the command line, or all, and sets the exit code. */
export async function runInTurns(folder, suites) {
  const chosen = process.argv.length > 2 ? process.argv.slice(2) : suites;
  const unknown = chosen.find((name) => !suites.includes(name));
  if (unknown !== undefined) {
    process.stderr.write(`there is no suite ${unknown}: ${suites.join(', ')}\n`);
    process.exit(2);
  }

  const total = [0, 0, 0];
  for (const name of chosen) {
    process.stdout.write(`== ${name}\n`);
    const started = performance.now();
    const { counts, code } = await runSuite(join(folder, `${name}.mjs`));
    // A suite that ends without a word, or badly with all well, has failed as a whole.
    if (!counts || (code !== 0 && counts[1] === 0)) total[1] += 1;
    for (const [index, count] of (counts ?? []).entries()) total[index] += count;
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    process.stdout.write(`== ${name}: ${counts ? 'done' : `ended with ${code}`} in ${seconds} s\n`);
  }
  process.stdout.write(`${total[0]} passed, ${total[1]} failed, ${total[2]} skipped\n`);
  process.exitCode = total[1] > 0 ? 1 : 0;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

async function runSuite(path) {
  const child = spawn(process.execPath, [path], { stdio: ['ignore', 'pipe', 'inherit'] });
  // A signal ends the suite, which cleans up after itself, and then this.
  const interrupt = (signal) => {
    child.kill(signal);
    child.once('close', () => process.exit(1));
  };
  for (const signal of signals) process.on(signal, interrupt);
  let last = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text);
    last = (last + text).slice(-200);
  });
  await once(child, 'close');
  for (const signal of signals) process.off(signal, interrupt);
  const [, ...counts] = /(?:^|\n)(\d+) passed, (\d+) failed, (\d+) skipped\n$/.exec(last) ?? [];
  return { counts: counts.length > 0 ? counts.map(Number) : undefined, code: child.exitCode };
}
