// npm run test:slow [-- SUITE…]: the suites that take minutes, or tools that not every machine has. Each is a program of its
// own; this runs them in turns and adds up.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const suites = ['determinism', 'trouble', 'kustomize', 'kubectl-reading', 'kill', 'apiserver', 'mutations'];

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
  const { counts, code } = await runSuite(name);
  // A suite that ends without a word, or badly with all well, has failed as a whole.
  if (!counts || (code !== 0 && counts[1] === 0)) total[1] += 1;
  for (const [index, count] of (counts ?? []).entries()) total[index] += count;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(`== ${name}: ${counts ? 'done' : `ended with ${code}`} in ${seconds} s\n`);
}
process.stdout.write(`${total[0]} passed, ${total[1]} failed, ${total[2]} skipped\n`);
process.exitCode = total[1] > 0 ? 1 : 0;

async function runSuite(name) {
  const path = fileURLToPath(new URL(`${name}.mjs`, import.meta.url));
  const child = spawn(process.execPath, [path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text);
    last = (last + text).slice(-200);
  });
  await once(child, 'close');
  const [, ...counts] = /(?:^|\n)(\d+) passed, (\d+) failed, (\d+) skipped\n$/.exec(last) ?? [];
  return { counts: counts.length > 0 ? counts.map(Number) : undefined, code: child.exitCode };
}
