// A container: the machine's own programs under a root folder of its own, processes, host name and nothing else of the machine,
// an unprivileged user without capabilities.
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { fullName, must, resolverOf } from './pods-network.mjs';
import { output, start, until } from './processes.mjs';

const entryPoint = fileURLToPath(new URL('pods-entrypoint.sh', import.meta.url));

/** What the official image has set. */
const imageEnvironment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LANG: 'C.UTF-8',
};

/** The number that the official image's user mysql has. */
const imageUser = 999;

/** Folders of the machine that no image has. */
const hidden = { '/tmp': '1777', '/var/tmp': '1777', '/run': '755', '/var/lib/mysql': '755', '/root': '700' };

/** The devices that containers see; made once, in memory. */
export async function makeDevices(folder) {
  const path = join(folder, 'devices');
  mkdirSync(path);
  await must('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', path]);
  const devices = { null: '3', zero: '5', full: '7', random: '8', urandom: '9' };
  for (const [name, minor] of Object.entries(devices)) {
    await must('mknod', ['-m', '666', join(path, name), 'c', '1', minor]);
  }
  const links = { fd: '', stdin: '/0', stdout: '/1', stderr: '/2' };
  for (const [name, end] of Object.entries(links)) {
    await must('ln', ['-s', `/proc/self/fd${end}`, join(path, name)]);
  }
  mkdirSync(join(path, 'shm'));
  return path;
}

/** Starts a container; what it prints goes to `container.log`, from `logged` on. */
export async function startContainer(pod, container) {
  const root = await newRoot(pod, container);
  const { security, directory, command, log } = container;
  const logged = existsSync(log) ? statSync(log).size : 0;
  const program = start(
    'nsenter',
    [
      `--net=/proc/${pod.pause.child.pid}/ns/net`,
      ...['unshare', '--mount', '--uts', '--ipc', '--pid', '--fork', '--kill-child', '--mount-proc=/proc'],
      `--root=${root}`,
      `--wd=${directory}`,
      ...['sh', '-c', 'echo "$0" >/proc/sys/kernel/hostname && exec "$@"', pod.name],
      ...asUser(security),
      ...['env', '-i', ...variablesOf(pod, container)],
      ...command,
    ],
    { log },
  );
  const running = { program, root, logged, init: undefined, started: performance.now() };
  // The command is process 1 of the container, and the only child here.
  const children = `/proc/${program.child.pid}/task/${program.child.pid}/children`;
  await until(
    () => {
      running.init = existsSync(children) ? Number(readFileSync(children, 'utf8').trim()) : 0;
      return running.init > 0;
    },
    { seconds: 10, every: 10, hopeless: () => program.over },
  );
  running.ended = program.ended.then(async (end) => {
    await must('umount', ['--recursive', '--lazy', dirname(root)]);
    return end;
  });
  return running;
}

export function signal({ program, init }, name) {
  if (program.over || !(init > 0)) return;
  try {
    process.kill(init, name);
  } catch {}
}

/** Runs a command in a running container, as `kubectl exec` does. */
export function execute(pod, container, command, { timeout = 30, input, environment = {} } = {}) {
  const { init, program } = container.running ?? {};
  if (!(init > 0) || program.over) return { code: 126, stdout: '', stderr: 'not running' };
  const given = [`--target=${init}`, '--mount', '--uts', '--ipc', '--pid', '--net', '--root'];
  // Until it has moved, it stands outside the container's root.
  given.push('sh', '-c', 'cd "$0" && exec "$@"', container.directory);
  given.push(...asUser(container.security), 'env', '-i', ...variablesOf(pod, container));
  for (const [name, value] of Object.entries(environment)) given.push(`${name}=${value}`);
  return output('nsenter', [...given, ...command], { limit: timeout * 1000, input });
}

function asUser({ user, group, fsGroup }) {
  return [
    'setpriv',
    `--reuid=${user}`,
    `--regid=${group}`,
    fsGroup === undefined ? '--clear-groups' : `--groups=${fsGroup}`,
    ...['--no-new-privs', '--bounding-set=-all', '--inh-caps=-all'],
  ];
}

function variablesOf(pod, { environment }) {
  const all = { ...imageEnvironment, HOSTNAME: pod.name, HOME: '/', ...environment };
  return Object.entries(all).map(([name, value]) => `${name}=${value}`);
}

async function newRoot(pod, container) {
  const layer = join(pod.folder, container.name);
  const root = join(layer, 'root');
  const inRoot = (path) => join(root, path);
  mkdirSync(layer, { recursive: true });
  await must('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', layer]);
  for (const name of ['upper', 'work', 'root']) mkdirSync(join(layer, name));
  const layers = `lowerdir=/,upperdir=${join(layer, 'upper')},workdir=${join(layer, 'work')}`;
  await must('mount', ['-t', 'overlay', '-o', layers, 'overlay', root]);
  writeImageFiles(pod, inRoot);
  const own = [root];
  for (const [path, mode] of Object.entries(hidden)) {
    mkdirSync(inRoot(path), { recursive: true });
    await must('mount', ['-t', 'tmpfs', '-o', `mode=${mode}`, 'tmpfs', inRoot(path)]);
    own.push(inRoot(path));
  }
  for (const [path, mode] of [
    ['/run/mysqld', 0o1777],
    ['/var/lib/mysql', 0o755],
  ]) {
    mkdirSync(inRoot(path), { recursive: true });
    chmodSync(inRoot(path), mode);
    chownSync(inRoot(path), imageUser, imageUser);
  }
  await bind(pod.world.devices, inRoot('/dev'));
  await must('mount', ['-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs', inRoot('/dev/shm')]);
  await bind(entryPoint, inRoot('/usr/local/bin/docker-entrypoint.sh'), true);
  // A mount below another one comes after it.
  const mounts = container.mounts.toSorted((one, other) => one.path.length - other.path.length);
  for (const mount of mounts) await bind(pod.placeOf(mount), inRoot(mount.path), mount.readOnly);
  if (container.security.readOnlyRoot) {
    const covered = new Set(mounts.map(({ path }) => inRoot(path)));
    for (const path of own) if (!covered.has(path)) await must('mount', ['-o', 'remount,ro', path]);
  }
  return root;
}

async function bind(source, target, readOnly = false) {
  if (!existsSync(target)) {
    mkdirSync(dirname(target), { recursive: true });
    if (statSync(source).isDirectory()) mkdirSync(target);
    else writeFileSync(target, '');
  }
  await must('mount', ['--bind', source, target]);
  if (readOnly) await must('mount', ['-o', 'remount,bind,ro', target]);
}

/** Files that kubelet writes, and those in which the official image differs from the package of a distribution. */
function writeImageFiles(pod, inRoot) {
  const write = (path, text) => {
    rmSync(inRoot(path), { force: true });
    writeFileSync(inRoot(path), text);
  };
  write('/etc/resolv.conf', resolverOf(pod.set.namespace));
  write('/etc/hosts', `127.0.0.1\tlocalhost\n${pod.address}\t${fullName(pod.set, pod)}\t${pod.name}\n`);
  write('/etc/hostname', `${pod.name}\n`);
  write('/etc/passwd', withImageUser('/etc/passwd', `mysql:x:${imageUser}:${imageUser}::/:/bin/sh`));
  write('/etc/group', withImageUser('/etc/group', `mysql:x:${imageUser}:`));
  rmSync(inRoot('/etc/mysql'), { recursive: true, force: true });
  for (const name of ['mariadb.conf.d', 'conf.d'])
    mkdirSync(inRoot(`/etc/mysql/${name}`), { recursive: true });
  // conf.d is read last in the official image, and first in Debian's.
  write('/etc/mysql/my.cnf', '!includedir /etc/mysql/mariadb.conf.d/\n!includedir /etc/mysql/conf.d/\n');
  write('/etc/mysql/mariadb.conf.d/image.cnf', '[mariadbd]\nskip-host-cache\nskip-name-resolve\n');
  mkdirSync(inRoot('/docker-entrypoint-initdb.d'), { recursive: true });
}

function withImageUser(path, line) {
  const others = readFileSync(path, 'utf8')
    .split('\n')
    .filter((each) => each !== '' && !each.startsWith('mysql:') && each.split(':')[2] !== `${imageUser}`);
  return `${[...others, line].join('\n')}\n`;
}
