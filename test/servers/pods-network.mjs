// The network of the pods: a bridge, an address of its own for every pod that is created, names that follow it, and cuts.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output, start } from './processes.mjs';

const bridge = 'pods';
const domain = 'cluster.local';
const gateway = '10.213.0.1';

/** Runs a program that must succeed. */
export async function must(program, given) {
  const { code, stdout, stderr } = await output(program, given);
  if (code !== 0) throw new Error(`${program} ${given.join(' ')} ended with ${code}\n${stderr}${stdout}`);
  return stdout;
}

/** The suite's own network namespace becomes the switch; its own programs reach every pod. */
export async function newSwitch() {
  await must('ip', ['link', 'set', 'lo', 'up']);
  await must('ip', ['link', 'add', bridge, 'type', 'bridge']);
  await must('ip', ['address', 'add', `${gateway}/16`, 'dev', bridge]);
  await must('ip', ['link', 'set', bridge, 'up']);
  return { pods: new Set(), made: 0, cables: 0 };
}

/** A switch with names. */
export async function newNetwork(folder) {
  const network = { ...(await newSwitch()), folder, names: join(folder, 'names'), server: undefined };
  writeFileSync(network.names, '');
  network.server = start(
    'dnsmasq',
    [
      '--keep-in-foreground',
      '--conf-file=/dev/null',
      '--no-resolv',
      '--no-hosts',
      `--addn-hosts=${network.names}`,
      `--local=/${domain}/`,
      `--listen-address=${gateway}`,
      '--bind-interfaces',
      // CoreDNS gives 5 s too, and may keep an answer longer.
      '--local-ttl=5',
      '--user=root',
      '--pid-file=',
    ],
    { log: join(folder, 'names.log') },
  );
  return network;
}

/** Where a pod's containers find names. */
export function resolverOf(namespace) {
  const search = [`${namespace}.svc.${domain}`, `svc.${domain}`, domain].join(' ');
  return `nameserver ${gateway}\nsearch ${search}\noptions ndots:5\n`;
}

/** The name that a pod has for itself. */
export function fullName(set, pod) {
  return `${pod.name}.${set.serviceName}.${set.namespace}.svc.${domain}`;
}

/** An address that no pod had before. */
export function newAddress(network) {
  network.made += 1;
  return `10.213.${1 + Math.floor(network.made / 200)}.${10 + (network.made % 200)}`;
}

/** A network namespace for a pod, held by a process that does nothing else, as every pod has one. */
export async function connect(network, pod) {
  network.cables += 1;
  const cable = `pod${network.cables}`;
  pod.pause = start('unshare', ['--net', 'sleep', 'infinity']);
  const holder = pod.pause.child.pid;
  const inside = (...given) => must('nsenter', [`--net=/proc/${holder}/ns/net`, 'ip', ...given]);
  await otherNamespace(holder);
  await must('ip', ['link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', `${holder}`]);
  await must('ip', ['link', 'set', cable, 'master', bridge, 'up']);
  await inside('link', 'set', 'lo', 'up');
  await inside('address', 'add', `${pod.address}/16`, 'dev', 'eth0');
  await inside('link', 'set', 'eth0', 'up');
  pod.insideNetwork = inside;
  network.pods.add(pod);
}

async function otherNamespace(holder) {
  const own = await must('readlink', ['/proc/self/ns/net']);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { stdout } = await output('readlink', [`/proc/${holder}/ns/net`]);
    if (stdout !== '' && stdout !== own) return;
  }
  throw new Error('a pod got no network namespace');
}

export async function disconnect(network, pod) {
  network.pods.delete(pod);
  pod.pause.child.kill('SIGKILL');
  await pod.pause.ended;
}

/** The names of the headless Services: their pods', at once or once they are ready, as the Service says. */
export function publishNames(network, set) {
  const lines = [];
  for (const service of set.services) {
    if (!service.headless) continue;
    for (const pod of network.pods) {
      if (!service.publishesUnready && !pod.listed) continue;
      const name = `${service.name}.${set.namespace}.svc.${domain}`;
      const own = service.name === set.serviceName ? `${pod.name}.${name} ` : '';
      lines.push(`${pod.address} ${own}${name}\n`);
    }
  }
  writeFileSync(`${network.names}.new`, lines.join(''));
  renameSync(`${network.names}.new`, network.names);
  network.server.child.kill('SIGHUP');
}

/** No packet passes between the pods of one side and those of the other: they are sent to nobody, and nothing says so. */
export async function cut(one, other) {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ]) {
    for (const pod of from) {
      for (const { address } of to) {
        await pod.insideNetwork(
          ...['neighbour', 'replace', address, 'lladdr', '02:00:00:00:00:01', 'nud', 'permanent'],
          ...['dev', 'eth0'],
        );
      }
    }
  }
}

export async function heal(network) {
  for (const pod of network.pods) {
    await pod.insideNetwork('neighbour', 'flush', 'dev', 'eth0', 'nud', 'permanent');
  }
}
