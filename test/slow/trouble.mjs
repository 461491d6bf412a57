// What goes wrong around a run: a full disk, folders that cannot be written, readers that go away, standard input. A clear
// line, the right exit code, no stack trace, and the old tree as it was.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { topologies } from '../../bench/topologies.mjs';
import { differences, readTree } from '../../scripts/trees.mjs';
import {
  atEnd,
  check,
  dbspan,
  dbspanProgram,
  programs,
  run,
  skip,
  suite,
  synthesize,
  temporaryFolder,
} from './harness.mjs';

const [topology] = programs;
const isRoot = process.getuid?.() === 0;

await suite(async () => {
  const scratch = temporaryFolder();
  const many = join(scratch, 'many');
  mkdirSync(many);
  for (const [name, text] of topologies(100)) writeFileSync(join(many, name), text);
  const expected = join(scratch, 'expected');
  synthesize(topology, expected);

  const disk = mountDisk(scratch);
  if (disk) {
    fullDisk(disk, many, expected);
    readOnlyDisk(disk, many, expected);
  } else {
    skip('a full disk', 'a small file system can be mounted by root only');
    skip('a read-only file system', 'a small file system can be mounted by root only');
  }
  noPermission(scratch);
  oddPlaces(scratch, expected);
  await pipes(scratch, expected);
  await standardInput(scratch, expected);
  await signals(scratch);
});

/** A run that writes nothing ends by the signal itself, while it computes. Without that it would run on to its end, which is exit code 0. */
async function signals(scratch) {
  const large = join(scratch, 'large');
  mkdirSync(large);
  for (const [name, text] of topologies(2000)) writeFileSync(join(large, name), text);
  for (const command of ['validate', 'verify']) {
    for (const signal of ['SIGINT', 'SIGTERM']) {
      const child = spawn(process.execPath, [dbspanProgram, command, large], { stdio: 'ignore' });
      await sleep(500);
      child.kill(signal);
      const [code, received] = await once(child, 'exit');
      check(`${signal} ends ${command} at once`, code === null && received === signal, `${code} ${received}`);
    }
  }
}

function mountDisk(scratch) {
  const disk = join(scratch, 'disk');
  mkdirSync(disk);
  const { status } = tryRun('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  if (status !== 0) return undefined;
  atEnd(() => run('umount', [disk]));
  return disk;
}

function fullDisk(disk, many, expected) {
  const out = join(disk, 'out');
  synthesize(topology, out);
  const { code, stdout, stderr } = dbspan(['synth', many, '-o', out, '--never-applied']);
  check('a full disk: exit code 2, and it says so', code === 2 && /the disk is full/.test(stderr), stderr);
  check('a full disk: no stack trace', !isTrace(stdout + stderr), stderr);
  check('a full disk: it says that nothing was written', /nothing was written/.test(stdout), stdout);
  same('a full disk: the old tree is as it was', expected, out);
  check('a full disk: nothing is left beside', onlyHas(disk, ['out']), readdirSync(disk));

  fill(join(disk, 'filler'));
  const again = dbspan(['synth', topology, '-o', out]);
  check('no byte left: a run that changes nothing succeeds', again.code === 0, again.stderr);
  const checked = dbspan(['synth', topology, '-o', out, '--check']);
  check('no byte left: --check succeeds', checked.code === 0, checked.stderr);
  const fresh = dbspan(['synth', topology, '-o', join(disk, 'another')]);
  check('no byte left: a new folder is refused', fresh.code === 2 && /full/.test(fresh.stderr), fresh.stderr);
  check('no byte left: nothing is left beside', onlyHas(disk, ['filler', 'out']), readdirSync(disk));
}

/** To the last byte: writing fails before the end. */
function fill(path) {
  try {
    writeFileSync(path, Buffer.alloc(2 << 20));
  } catch {
    // It is full now.
  }
}

function readOnlyDisk(disk, many, expected) {
  const out = join(disk, 'out');
  run('mount', ['-o', 'remount,ro', disk]);
  const { code, stderr } = dbspan(['synth', many, '-o', out, '--never-applied']);
  check(
    'a read-only file system: exit code 2, and it says so',
    code === 2 && /read-only/.test(stderr),
    stderr,
  );
  same('a read-only file system: the old tree is as it was', expected, out);
  const again = dbspan(['synth', topology, '-o', out]);
  check('a read-only file system: a run that changes nothing succeeds', again.code === 0, again.stderr);
  run('mount', ['-o', 'remount,rw', disk]);
}

/** Root may write everywhere, so that root runs this as nobody. */
function noPermission(scratch) {
  const folder = join(scratch, 'locked');
  const secret = join(folder, 'secret.yaml');
  mkdirSync(folder);
  writeFileSync(secret, 'apiVersion: dbspan/v1alpha1\n', { mode: 0o200 });
  chmodSync(scratch, 0o755);
  chmodSync(folder, 0o555);
  atEnd(() => chmodSync(folder, 0o755));
  const someone = isRoot ? { uid: 65_534, gid: 65_534 } : {};
  const options = { directory: '/', ...someone };
  if (tryRun(process.execPath, [dbspanProgram, 'validate', topology], options).status !== 0) {
    skip('a folder without permission', 'another user cannot read this repository');
    return;
  }
  const { code, stderr } = dbspan(['synth', topology, '-o', join(folder, 'out')], options);
  check(
    'a folder without permission: exit code 2, and it says so',
    code === 2 && /permission is denied/.test(stderr),
    stderr,
  );
  check('a folder without permission: no stack trace', !isTrace(stderr), stderr);
  const unread = dbspan(['validate', secret], options);
  check(
    'a file without permission: exit code 2, and it says so',
    unread.code === 2 && /cannot read .*secret\.yaml: permission is denied/.test(unread.stderr),
    unread.stderr,
  );
}

function oddPlaces(scratch, expected) {
  const deep = join(scratch, 'no/such/parent/out');
  synthesize(topology, deep);
  same('an output folder whose parents are missing is made', expected, deep);

  const file = join(scratch, 'file');
  writeFileSync(file, 'mine');
  for (const place of [file, join(file, 'below')]) {
    const { code, stdout, stderr } = dbspan(['synth', topology, '-o', place]);
    const fine = (code === 1 || code === 2) && !isTrace(stderr) && stderr.includes(place);
    check(`an output folder ${place === file ? 'that is' : 'below'} a file is refused`, fine, [
      code,
      stdout,
      stderr,
    ]);
  }
  check('and the file is as it was', readFileSync(file, 'utf8') === 'mine');

  for (const [what, given, words] of [
    ['a missing file', [join(scratch, 'none.yaml')], /none\.yaml: there is no such file/],
    ['a folder without topologies', [deep], /holds no \.yaml file/],
    ['a device', ['/dev/null'], /\/dev\/null:1:1/],
  ]) {
    const out = join(scratch, `out of ${what}`);
    const { code, stderr } = dbspan(['synth', ...given, '-o', out]);
    const fine = code > 0 && words.test(stderr) && !isTrace(stderr) && !existsSync(out);
    check(`${what} is refused, and nothing is written`, fine, [code, stderr]);
  }
}

async function pipes(scratch, expected) {
  const head = (command, count) =>
    run('bash', [
      '-c',
      `${command} | head -c ${count}; echo " \${PIPESTATUS[0]}"`,
      'bash',
      process.execPath,
      dbspanProgram,
    ]);
  const out = join(scratch, 'piped');
  for (const [what, command, code] of [
    ['explain', '"$1" "$2" explain', 0],
    ['synth --format json', `"$1" "$2" synth "${topology}" -o "${out}" --format json`, 0],
    ['help', '"$1" "$2" --help', 0],
  ]) {
    const { stdout, stderr } = head(command, 1);
    check(`dbspan ${what} | head: quiet, exit code ${code}`, stderr === '' && stdout.endsWith(` ${code}\n`), [
      stdout,
      stderr,
    ]);
  }
  same('the tree is written although nobody reads the report', expected, out);

  const wrong = join(scratch, 'wrong.yaml');
  const clusters = Array.from({ length: 2000 }, (_, index) => `  - { nam: c${index} }\n`).join('');
  writeFileSync(wrong, `apiVersion: dbspan/v1alpha1\nkind: Topology\nclusters:\n${clusters}`);
  const { stdout } = head(`"$1" "$2" validate "${wrong}" 2>&1`, 1);
  check('thousands of findings | head: exit code 1', stdout.endsWith(' 1\n'), stdout);

  if (existsSync('/dev/full')) {
    const full = (command, given) =>
      run('bash', ['-c', command, 'bash', process.execPath, dbspanProgram, ...given]);
    const report = full('"$@" >/dev/full', ['version']);
    check(
      'a report that cannot be written: exit code 2, no stack trace',
      report.code === 2 && !isTrace(report.stderr),
      [report.code, report.stderr],
    );
    const findings = full('"$@" 2>/dev/full', ['validate', wrong]);
    check('findings that cannot be written: no success', findings.code > 0, findings.code);
  } else {
    skip('a report that cannot be written', 'there is no /dev/full here');
  }
  const closed = run('bash', [
    '-c',
    '"$@" >&- 2>&-',
    'bash',
    process.execPath,
    dbspanProgram,
    'validate',
    topology,
  ]);
  check('closed streams: no crash', closed.code === 0, [closed.code, closed.stderr]);
}

async function standardInput(scratch, expected) {
  const text = readFileSync(topology);
  const out = join(scratch, 'from-input');
  const piped = dbspan(['synth', '-', '-o', out], { input: text });
  check('- reads standard input', piped.code === 0, piped.stderr);
  same('- gives the same tree', expected, out);

  for (const [what, input] of [
    ['nothing', ''],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
    ['another kind of document', 'apiVersion: v1\nkind: ConfigMap\n'],
  ]) {
    const { code, stderr } = dbspan(['validate', '-'], { input });
    check(`- with ${what}: a finding with a place`, code === 1 && /<stdin>:\d+:\d+/.test(stderr), [
      code,
      stderr,
    ]);
  }
  const without = dbspan(['validate', '-']);
  check('- without standard input: a finding', without.code === 1, [without.code, without.stderr]);

  const child = spawn(process.execPath, [dbspanProgram, 'validate', '-'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const end = once(child, 'exit');
  await sleep(1000);
  child.kill('SIGINT');
  const ended = await Promise.race([end.then(() => true), sleep(3000).then(() => false)]);
  check('- and Ctrl-C instead of text: it ends', ended);
  child.kill('SIGKILL');
  await end;
}

function same(name, expected, out) {
  const different = existsSync(out) ? differences(expected, out) : ['the whole folder'];
  check(name, different.length === 0 && readTree(out).size > 0, different);
}

function onlyHas(folder, names) {
  return readdirSync(folder).sort().join() === names.join();
}

function isTrace(text) {
  return /^ {4}at .*:\d+:\d+\)?$/m.test(text) || text.includes('defect of dbspan');
}

/** For programs that may not be here, or may not be allowed. */
function tryRun(command, given, options) {
  try {
    return { status: run(command, given, options).code };
  } catch {
    return { status: undefined };
  }
}
