import { createHash } from 'node:crypto';
import { configurationFile, type Setting } from '../sizing/index.js';
import type { Database, Topology } from '../topology/index.js';
import { planDatabaseBase, withSettings } from './database.js';
import { serverVersionOfImage } from './image.js';
import type { PlacementPlan } from './plan.js';
import { planProbes, shutDownOf, startOf } from './probes.js';
import { type PlanProvider, sitesOf } from './provider.js';
import { defaultZoneSpread } from './provider-mariadb-operator.js';
import { planService } from './service.js';
import type { StatefulSetDatabasePlan } from './statefulset-plan.js';
import { wearSettings } from './wear.js';

/** Newest patch of the newest long-term release whose scripts were tried. */
export const statefulSetImage = 'mariadb:11.8.8';

/** Where the secret of `tls.secret` is mounted. */
export const tlsFolder = '/etc/mysql/tls';

/** Seconds that a server may take, beside a transfer, until its socket answers. */
const leastBootBudget = 600;

/** Members that replicas know of when nothing is said. */
const usualMaxReplicas = 5;

/** Galera clusters without an operator: one on each cluster of the placement. */
export const planStatefulSet: PlanProvider = (
  topology,
  source,
  clusters,
): readonly StatefulSetDatabasePlan[] => {
  return sitesOf(source, clusters).map((site) => planSite(topology, source, site));
};

function planSite(topology: Topology, source: Database, site: PlacementPlan): StatefulSetDatabasePlan {
  const image = imageOf(source);
  const own = planDatabaseBase(
    { topology, source, placements: [site], home: site.cluster, distributed: false },
    { image, spread: { node: 'DoNotSchedule', zone: defaultZoneSpread(site) } },
  );
  const { settings: _, ...base } = own;
  const start = startOf(own);
  const { name, namespace } = source;
  const members = Math.max(base.replicas, source.statefulset?.maxReplicas ?? usualMaxReplicas);
  const text = serverFile(
    withSettings(own, [...galeraSettings(source, image), ...wearSettings(source)]),
    source,
  );
  return {
    ...base,
    provider: 'statefulset',
    image,
    configuration: text,
    files: { 'dbspan.cnf': text },
    clusterName: clusterName(namespace, name),
    peers: Array.from({ length: members }, (_each, ordinal) => {
      return `${name}-${ordinal}.${name}-peers.${namespace}.svc.${site.cluster.domain}`;
    }),
    rootPassword: {
      name: source.rootPasswordSecret?.name ?? `${name}-root`,
      key: source.rootPasswordSecret?.key ?? 'password',
    },
    probes: planProbes(source, start),
    bootBudget: Math.max(leastBootBudget, Math.ceil(start.total / 60) * 60),
    shutDown: shutDownOf(own),
    availableWhenDonor: source.statefulset?.availableWhenDonor ?? true,
    zoneSpread: base.replicas > 1 && site.cluster.source.zones ? base.spread.zone : undefined,
    service: planService(source, site.cluster.source),
  };
}

function imageOf({ image, version }: Database): string {
  return image ?? (version === undefined ? statefulSetImage : `mariadb:${version}`);
}

/** Longest name of a group that Galera takes. */
const longestClusterName = 32;

function clusterName(namespace: string, name: string): string {
  const whole = `${namespace}-${name}`;
  if (whole.length <= longestClusterName) return whole;
  const digest = createHash('sha256').update(`${namespace}/${name}`).digest('hex').slice(0, 8);
  return `${whole.slice(0, longestClusterName - digest.length - 1)}-${digest}`;
}

/** What every member must say alike, whatever its size. Addresses and names come from the start script. */
function galeraSettings({ tls }: Database, image: string): Setting[] {
  const { ubi } = serverVersionOfImage(image);
  const needed = 'Galera replicates rows of InnoDB tables only';
  return [
    { option: 'binlog_format', value: 'ROW', why: needed },
    { option: 'default_storage_engine', value: 'InnoDB', why: needed },
    { option: 'innodb_autoinc_lock_mode', value: 2, why: 'members take numbers without asking each other' },
    { option: 'skip-name-resolve', value: true, why: 'a login waits for no DNS server' },
    { option: 'wsrep_on', value: true, why: 'a member of a Galera cluster' },
    {
      option: 'wsrep_provider',
      value: ubi ? '/usr/lib64/galera/libgalera_smm.so' : '/usr/lib/galera/libgalera_smm.so',
      why: 'where the image has it',
    },
    { option: 'wsrep_sst_method', value: 'mariabackup', why: 'a full copy that does not block its donor' },
    {
      option: 'wsrep_sst_auth',
      value: 'mysql:',
      why: 'mysql@localhost logs in by the socket, without a password',
    },
    ...(tls?.secret === undefined ? [] : tlsSettings(tls.required ?? false)),
  ];
}

function tlsSettings(required: boolean): Setting[] {
  const why = 'tls.secret';
  return [
    { option: 'ssl_ca', value: `${tlsFolder}/ca.crt`, why },
    { option: 'ssl_cert', value: `${tlsFolder}/tls.crt`, why },
    { option: 'ssl_key', value: `${tlsFolder}/tls.key`, why },
    ...(required ? [{ option: 'require_secure_transport', value: true, why: 'tls.required' }] : []),
  ];
}

/** Provider options that encrypt the group's traffic. */
const tlsProviderOptions = [
  'socket.ssl=yes',
  `socket.ssl_ca=${tlsFolder}/ca.crt`,
  `socket.ssl_cert=${tlsFolder}/tls.crt`,
  `socket.ssl_key=${tlsFolder}/tls.key`,
];

function serverFile(settings: readonly Setting[], { tls }: Database): string {
  const own = ['pc.recovery=no', ...(tls?.secret === undefined ? [] : tlsProviderOptions)];
  const joined = joinProviderOptions(settings, own);
  const server = configurationFile('mariadb', joined) ?? '';
  const transfer = [
    '',
    '[sst]',
    '# what goes wrong in a transfer is said in the log of the container',
    'sst-syslog = -1',
  ];
  if (tls?.secret !== undefined) {
    transfer.push(
      '# tls.secret: transfers are encrypted too',
      'encrypt = 3',
      `tca = ${tlsFolder}/ca.crt`,
      `tcert = ${tlsFolder}/tls.crt`,
      `tkey = ${tlsFolder}/tls.key`,
    );
  }
  return `${server}${transfer.join('\n')}\n`;
}

function joinProviderOptions(settings: readonly Setting[], own: readonly string[]): Setting[] {
  const why = 'pc.recovery: the start script decides, from what all members say';
  const sized = settings.find(
    ({ option }) => option.toLowerCase().replaceAll('-', '_') === 'wsrep_provider_options',
  );
  const joined: Setting = {
    option: 'wsrep_provider_options',
    value: [...(sized ? [String(sized.value)] : []), ...own].join(';'),
    why: sized ? `${sized.why}; ${why}` : why,
  };
  return sized ? settings.map((each) => (each === sized ? joined : each)) : [...settings, joined];
}
