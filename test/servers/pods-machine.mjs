// What imitated pods need of the machine.
import process from 'node:process';
import { galeraPrograms } from './galera-cluster.mjs';
import { findPrograms, missingAmong } from './machine.mjs';
import { whyNotInside } from './namespaces.mjs';

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

/** Why there can be no pods on this machine, or undefined. */
export function whyNoPods() {
  if (process.platform !== 'linux') return `it needs Linux, this is ${process.platform}`;
  if (process.getuid() !== 0) return 'namespaces need root';
  const missing = missingAmong(findPrograms(programs));
  if (missing.length > 0) return `not installed: ${missing.join(', ')}`;
  const reason = whyNotInside(trial);
  return reason === undefined ? undefined : `no namespaces, bridges or overlays here: ${reason}`;
}

const trial = `
  ip link add trial type bridge
  ip link add one type veth peer name other
  mount -t tmpfs tmpfs "$0"
  mkdir "$0/upper" "$0/work" "$0/root"
  mount -t overlay -o "lowerdir=/,upperdir=$0/upper,workdir=$0/work" overlay "$0/root"
  unshare --mount --pid --uts --ipc --fork --mount-proc=/proc --root="$0/root" \
    setpriv --reuid=1 --regid=1 --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all true`;
