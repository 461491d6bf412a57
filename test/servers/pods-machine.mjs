// What imitated pods need of the machine, and namespaces for the whole suite: networks, mounts and processes end with it, however it
// ends.
import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from '../slow/harness.mjs';
import { galeraPrograms } from './galera-cluster.mjs';
import { findPrograms, missingAmong } from './machine.mjs';

const { sysbench: _, ...galera } = galeraPrograms;

const programs = {
  ...galera,
  dnsmasq: ['dnsmasq'],
  ip: ['ip'],
  unshare: ['unshare'],
  nsenter: ['nsenter'],
  setpriv: ['setpriv'],
  bash: ['bash'],
};

const marker = 'DBSPAN_PODS_FOLDER';

/** The suite's folder, once it is in namespaces of its own. */
export const insideFolder = process.env[marker];

/** Why there can be no pods on this machine, or undefined. */
export function whyNoPods() {
  if (process.platform !== 'linux') return `it needs Linux, this is ${process.platform}`;
  if (process.getuid() !== 0) return 'namespaces need root';
  const missing = missingAmong(findPrograms(programs));
  if (missing.length > 0) return `not installed: ${missing.join(', ')}`;
  const folder = newFolder();
  try {
    const { code, stderr } = run('unshare', [...ownNamespaces, 'sh', '-euc', trial, folder]);
    return code === 0 ? undefined : `no namespaces, bridges or overlays here: ${stderr.trim()}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ownNamespaces = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];

const trial = `
  ip link add trial type bridge
  ip link add one type veth peer name other
  mount -t tmpfs tmpfs "$0"
  mkdir "$0/upper" "$0/work" "$0/root"
  mount -t overlay -o "lowerdir=/,upperdir=$0/upper,workdir=$0/work" overlay "$0/root"
  unshare --mount --pid --uts --ipc --fork --mount-proc=/proc --root="$0/root" \
    setpriv --reuid=1 --regid=1 --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all true`;

function newFolder() {
  return realpathSync(mkdtempSync(join(tmpdir(), 'dbspan-pods-')));
}

/** Runs this program again, in namespaces and with a folder that go away with it. */
export async function runInside(url) {
  const folder = newFolder();
  const child = spawn(
    'setpriv',
    // Even a killed suite leaves no server behind.
    [
      '--pdeathsig=KILL',
      'unshare',
      ...ownNamespaces,
      process.execPath,
      fileURLToPath(url),
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit', env: { ...process.env, [marker]: folder } },
  );
  const cleanUp = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      cleanUp();
      process.exit(1);
    });
  }
  const code = await new Promise((resolve) => {
    child.once('close', resolve);
  });
  cleanUp();
  process.exitCode = code ?? 1;
}
