// dbspan synth killed or interrupted at any moment leaves the old tree or the new one, byte for byte, and what a killed run
// left beside it is gone after the next command. The real program, as many clusters as make writing take a while.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { topologies } from '../../bench/topologies.mjs';
import { readTree } from '../../scripts/trees.mjs';
import { check, dbspan, dbspanProgram, note, root, suite, synthesize, temporaryFolder } from './harness.mjs';

/** Every run from one to the other writes, changes, removes and keeps files. */
const programs = {
  A: topologies(300),
  B: topologies(280, { storage: '40Gi' }),
};
const message = /interrupted; nothing was changed/;

await suite(async () => {
  const scratch = temporaryFolder();
  const trees = new Map();
  let longest = 0;
  for (const [name, files] of Object.entries(programs)) {
    mkdirSync(join(scratch, name));
    for (const [file, text] of files) writeFileSync(join(scratch, name, file), text);
    const out = join(scratch, `expected-${name}`);
    const started = performance.now();
    synthesize(join(scratch, name), out);
    longest = Math.max(longest, performance.now() - started);
    writeFileSync(join(out, 'mine.txt'), 'a file of the user');
    trees.set(digest(out), name);
  }
  const parent = join(scratch, 'parent');
  const out = join(parent, 'out');
  mkdirSync(parent);
  cpSync(join(scratch, 'expected-A'), out, { recursive: true });
  note(`300 clusters, ${readTree(out).size} files, ${longest.toFixed(0)} ms a run`);

  const stage = { scratch, parent, out, trees, longest, state: 'A' };
  await killed(stage, 'any moment', Array(30).fill(anyMoment));
  await killed(stage, 'writing', Array(25).fill(whileWriting));
  await killed(stage, 'right after the swap', Array(8).fill(afterSwapping));
  const renamings = ['before:1', 'after:1', 'before:2', 'after:2', 'before:3', 'after:3'];
  await killed(
    stage,
    `${renamings.join(', ')} of its renamings`,
    Array(renamings.length).fill(byItself),
    renamings,
  );
  await interrupted(stage, 'SIGINT', 'any moment', Array(10).fill(anyMoment));
  await interrupted(stage, 'SIGINT', 'writing', Array(10).fill(whileWriting));
  await interrupted(stage, 'SIGTERM', 'writing', Array(8).fill(whileWriting));
  await interrupted(stage, 'SIGHUP', 'writing', Array(4).fill(whileWriting));
  await together(stage);
});

/** Moments at which a signal is sent. They end early when the run does. */
async function anyMoment({ longest }, child) {
  await Promise.race([once(child, 'exit'), sleep(Math.random() * longest * 1.1)]);
}

async function whileWriting(stage, child) {
  await untilBeside(stage, child, /-(new|old|gone)-/);
  await sleep(Math.random() * stage.longest * 0.12);
}

async function afterSwapping(stage, child) {
  await untilBeside(stage, child, /-(old|gone)-/);
}

async function byItself(_stage, child) {
  await ended(child);
}

async function untilBeside({ parent }, child, name) {
  while (child.exitCode === null && child.signalCode === null) {
    if (readdirSync(parent).some((entry) => name.test(entry))) return;
    await turn();
  }
}

/** Kills run after run, each on its way to the tree that is not there. */
async function killed(stage, when, moments, places = []) {
  const seen = { old: 0, new: 0, missing: 0, leftovers: 0, finished: 0 };
  const wrong = [];
  for (const [round, moment] of moments.entries()) {
    const before = stage.state;
    const target = otherThan(before);
    const { child } = start(stage, target, places[round]);
    await moment(stage, child);
    child.kill('SIGKILL');
    await ended(child);
    const after = stateOf(stage);
    const left = leftovers(stage);
    if (child.exitCode === 0) seen.finished += 1;
    if (left.length > 0) seen.leftovers += 1;
    if (after === before) seen.old += 1;
    else if (after === target) seen.new += 1;
    else if (after === 'missing') seen.missing += 1;
    else wrong.push(`round ${round}: after the kill ${after}, ${left.join(' ')}`);

    // The next command repairs, whether it writes or not.
    const checks = round % 2 === 0;
    const given = [
      'synth',
      join(stage.scratch, target),
      '-o',
      stage.out,
      '--never-applied',
      ...(checks ? ['--check'] : []),
    ];
    const { code, stderr } = dbspan(given);
    const repaired = stateOf(stage);
    const expected = checks ? (after === 'missing' ? before : after) : target;
    if (repaired !== expected || code !== (expected === target ? 0 : 1)) {
      wrong.push(
        `round ${round}: after ${after} the next command ended with ${code}, and left ${repaired}: ${stderr}`,
      );
    }
    const still = leftovers(stage);
    if (still.length > 0)
      wrong.push(`round ${round}: still there after the next command: ${still.join(' ')}`);
    stage.state = repaired;
  }
  const times = `${moments.length} times`;
  note(
    `SIGKILL, ${when}: ${times}; old tree ${seen.old}, new tree ${seen.new}, none until the next command ${seen.missing}; something left beside ${seen.leftovers}, too late ${seen.finished}`,
  );
  check(
    `SIGKILL, ${when}: ${times} one tree or the other, and the next command clears up`,
    wrong.length === 0,
    wrong,
  );
}

/** A run that may end by itself says so, changes nothing, and leaves nothing to repair. */
async function interrupted(stage, signal, when, moments) {
  const seen = { stopped: 0, finished: 0, early: 0 };
  const wrong = [];
  for (const [round, moment] of moments.entries()) {
    const before = stage.state;
    const target = otherThan(before);
    const { child, errors } = start(stage, target);
    await moment(stage, child);
    child.kill(signal);
    await ended(child);
    const after = stateOf(stage);
    const bySignal = child.signalCode === signal;
    // Before the program's first line and after its last, Node ends by the signal without a word.
    if (bySignal && after === before && message.test(errors())) seen.stopped += 1;
    else if (bySignal && after === before && errors() === '' && moment === anyMoment) seen.early += 1;
    else if ((child.exitCode === 0 || (bySignal && errors() === '')) && after === target) seen.finished += 1;
    else {
      const end = `code ${child.exitCode}, signal ${child.signalCode}`;
      wrong.push(`round ${round}: ${end}, from ${before} to ${target} left ${after}, said ${errors()}`);
    }
    const left = leftovers(stage);
    if (left.length > 0) wrong.push(`round ${round}: left ${left.join(' ')}`);
    stage.state = after;
  }
  const times = `${moments.length} times`;
  note(
    `${signal}, ${when}: ${times}; stopped ${seen.stopped}, finished ${seen.finished}, stopped by Node ${seen.early}`,
  );
  check(
    `${signal}, ${when}: ${times} it says so, or has finished, and leaves nothing`,
    wrong.length === 0,
    wrong,
  );
}

/** Several at once: one waits for the other. */
async function together(stage) {
  const wrong = [];
  for (let round = 0; round < 3; round += 1) {
    const runs = ['A', 'B', 'A'].map((target) => start(stage, target));
    await Promise.all(runs.map(({ child }) => ended(child)));
    for (const { child, errors } of runs) {
      if (child.exitCode !== 0) wrong.push(`round ${round}: ended with ${child.exitCode}: ${errors()}`);
    }
    const state = stateOf(stage);
    if (!['A', 'B'].includes(state) || leftovers(stage).length > 0)
      wrong.push(`round ${round}: left ${state}`);
  }
  check('three at once end well, and leave one of the trees', wrong.length === 0, wrong);
}

function start({ scratch, out }, target, place) {
  const hook = place === undefined ? [] : ['--require', join(root, 'test/slow/kill-at.cjs')];
  const given = [...hook, dbspanProgram, 'synth', join(scratch, target), '-o', out, '--never-applied'];
  const child = spawn(process.execPath, given, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DBSPAN_KILL_AT: place },
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return { child, errors: () => errors };
}

async function ended(child) {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
}

function otherThan(state) {
  return state === 'A' ? 'B' : 'A';
}

/** Which tree is there, the user's file included. */
function stateOf({ out, trees }) {
  if (!existsSync(out)) return 'missing';
  return trees.get(digest(out)) ?? 'a mixture';
}

function leftovers({ parent, out }) {
  return readdirSync(parent).filter((name) => name !== basename(out));
}

function digest(folder) {
  const hash = createHash('sha256');
  for (const [path, content] of [...readTree(folder)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\0${content}\0`);
  }
  return hash.digest('hex');
}
