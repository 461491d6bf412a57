import type { Report } from '../../diagnostics/index.js';
import type { ManifestSet } from '../../manifests/index.js';
import { quantity } from '../../manifests/quantity.js';
import { defineRule } from '../rule.js';
import { policyOf, type ReferringObject, type RequestKind, referring } from './requests.js';

const messages = {
  type: (p: { type: string; kind: RequestKind }) => `${p.kind} has no request of type ${p.type}`,
  untyped: (p: { request: string }) => `the request ${p.request} has no type`,
  reference: (p: { request: string }) => `the request ${p.request} names no database`,
  namespace: (p: { request: string; database: string; namespace: string }) =>
    `the request ${p.request} is not in ${p.namespace}, where ${p.database} is`,
  missing: (p: { type: string; block: string }) => `a request of type ${p.type} has no ${p.block}`,
  idle: (p: { type: string; block: string }) => `a request of type ${p.type} passes over ${p.block}`,
  member: (p: { member: string }) => `a Galera cluster of KubeDB scales to 3 to 9 members, not ${p.member}`,
  single: (p: { database: string }) => `${p.database} is a single server, which cannot be scaled to members`,
  none: (p: { replicas: string }) => `a Postgres cannot be scaled to ${p.replicas} replicas`,
  either: () => 'replicas and readReplicas cannot be scaled in one request',
  policy: (p: { wanted: number; policy: string; indices: number }) =>
    `${p.wanted} replicas are asked for, and the policy ${p.policy} places ${p.indices}`,
  mode: (p: { type: string; mode: string; modes: string }) =>
    `the mode of ${p.type} is ${p.mode}, not ${p.modes}`,
  shrink: (p: { database: string; size: string; now: string }) =>
    `the volumes of ${p.database} cannot shrink from ${p.now} to ${p.size}`,
  change: () => 'a request of type Reconfigure changes nothing',
  restart: () => 'removeCustomConfig needs a restart, which restart "false" forbids',
  timeout: () => 'a request of type StorageMigration has no timeout',
};

/** An OpsRequest says one change, completely, that KubeDB carries out. */
export const opsRequest = defineRule({
  id: 'kubedb/ops-request',
  severity: 'error',
  why: 'the webhook refuses the request, or it fails half way, and a request cannot be changed once it is made',
  source: 'kubedb/apimachinery pkg/webhooks/ops/v1alpha1/mariadb.go, pkg/webhooks/ops/v1alpha1/postgres.go',
  messages,
  checkManifests(manifests, report) {
    for (const request of referring(manifests, 'OpsRequest', 'ops.kubedb.com')) {
      checkReference(request, manifests, report);
      if (!checkType(request, report)) continue;
      const type = request.spec.at('type').text ?? '';
      if (type === 'HorizontalScaling') checkScaling(request, manifests, report);
      if (type === 'VolumeExpansion') checkExpansion(request, report);
      if (type === 'VerticalScaling') checkMode(request, 'verticalScaling', ['Restart', 'InPlace'], report);
      if (type === 'Reconfigure') checkConfiguration(request, report);
      if (type === 'StorageMigration' && !request.spec.at('timeout').given)
        report('timeout').at(request.spec.keySpan).fix('add timeout, such as timeout: 30m');
    }
  },
});

type Check = Report<typeof messages>;

const common = [
  'UpdateVersion',
  'HorizontalScaling',
  'VerticalScaling',
  'VolumeExpansion',
  'Restart',
  'Reconfigure',
  'ReconfigureTLS',
  'RotateAuth',
  'StorageMigration',
];

const typesOf: Readonly<Record<RequestKind, readonly string[]>> = {
  MariaDB: common,
  Postgres: [...common, 'ReconnectStandby', 'ForceFailOver', 'SetRaftKeyPair'],
};

/** The block that a type is about; types without one are not listed. */
const blockOf: Readonly<Record<string, string>> = {
  UpdateVersion: 'updateVersion',
  HorizontalScaling: 'horizontalScaling',
  VerticalScaling: 'verticalScaling',
  VolumeExpansion: 'volumeExpansion',
  Reconfigure: 'configuration',
  ReconfigureTLS: 'tls',
};

function checkReference(
  { kind, manifest, spec, database }: ReferringObject,
  manifests: ManifestSet,
  report: Check,
): void {
  const reference = spec.at('databaseRef', 'name');
  if (!reference.given) {
    report('reference', { request: manifest.name })
      .at(spec.keySpan)
      .fix('add databaseRef with the name of the database');
    return;
  }
  if (database) return;
  const elsewhere = manifests.of(kind, 'kubedb.com').find(({ name }) => name === reference.text);
  if (!elsewhere || elsewhere.namespace === undefined || manifest.namespace === undefined) return;
  report('namespace', { request: manifest.name, database: elsewhere.name, namespace: elsewhere.namespace })
    .at(manifest.root.at('metadata', 'namespace').span)
    .fix(`write namespace: ${elsewhere.namespace}`);
}

/** True when the type is one the kind has and its block is there. */
function checkType({ kind, manifest, spec }: ReferringObject, report: Check): boolean {
  const field = spec.at('type');
  const type = field.text;
  if (type === undefined) {
    report('untyped', { request: manifest.name })
      .at(spec.keySpan)
      .fix(`add one of ${typesOf[kind].join(', ')}`);
    return false;
  }
  if (!typesOf[kind].includes(type)) {
    report('type', { type, kind })
      .at(field.span)
      .fix(`write one of ${typesOf[kind].join(', ')}`);
    return false;
  }
  const own = blockOf[type];
  for (const block of new Set(Object.values(blockOf))) {
    const given = spec.at(block);
    if (block === own && !given.given) {
      report('missing', { type, block }).at(field.span).fix(`add ${block}, which says what to change`);
      return false;
    }
    if (block !== own && given.given) {
      report('idle', { type, block })
        .at(given.keySpan)
        .related(field.span, 'the type')
        .fix('make it a request of its own, or remove it');
    }
  }
  return true;
}

function checkScaling(request: ReferringObject, manifests: ManifestSet, report: Check): void {
  const { kind, spec, database } = request;
  const scaling = spec.at('horizontalScaling');
  const field = scaling.at(kind === 'MariaDB' ? 'member' : 'replicas');
  const wanted = field.number;
  if (kind === 'MariaDB') {
    if (wanted === undefined || wanted < 3 || wanted > 9) {
      report('member', { member: field.given ? String(field.value) : 'nothing' })
        .at(field.given ? field.span : scaling.keySpan)
        .fix('write member: 3, 5, 7 or 9');
      return;
    }
    if (database && database.root.at('spec', 'replicas').number === 1) {
      report('single', { database: database.name })
        .at(field.span)
        .fix('make a cluster beside it and move the data; a server alone never becomes a member');
      return;
    }
  } else {
    if (field.given && scaling.at('readReplicas').given)
      report('either')
        .at(scaling.at('readReplicas').keySpan)
        .fix('make it two requests, one after the other');
    if (field.given && (wanted === undefined || wanted < 1)) {
      report('none', { replicas: String(field.value) })
        .at(field.span)
        .fix('write 1 or more');
      return;
    }
  }
  const policy = policyOf(manifests, database);
  if (!policy || wanted === undefined) return;
  const rules = policy.root.at('spec', 'clusterSpreadConstraint', 'distributionRules');
  const indices = rules.items().reduce((sum, rule) => sum + rule.at('replicaIndices').items().length, 0);
  if (wanted <= indices) return;
  report('policy', { wanted, policy: policy.name, indices })
    .at(field.span)
    .related(rules.keySpan, `${indices} indices`)
    .fix('first give the policy an index for every new replica, then make the request');
}

function checkExpansion(request: ReferringObject, report: Check): void {
  const { spec, component, database } = request;
  checkMode(request, 'volumeExpansion', ['Online', 'Offline'], report, true);
  const field = spec.at('volumeExpansion', component);
  const now = database?.root.at('spec', 'storage', 'resources', 'requests', 'storage');
  const size = quantity(field.value)?.nano;
  const present = quantity(now?.value)?.nano;
  if (!database || !now || size === undefined || present === undefined || size >= present) return;
  report('shrink', { database: database.name, size: String(field.value), now: String(now.value) })
    .at(field.span)
    .related(now.span, 'the size now')
    .fix(`write more than ${String(now.value)}`);
}

function checkMode(
  { spec }: ReferringObject,
  block: string,
  modes: readonly string[],
  report: Check,
  needed = false,
): void {
  const field = spec.at(block, 'mode');
  if (field.given ? modes.includes(field.text ?? '') : !needed) return;
  const type = spec.at('type').text ?? '';
  report('mode', { type, mode: field.given ? String(field.value) : 'missing', modes: modes.join(' or ') })
    .at(field.given ? field.span : spec.at(block).keySpan)
    .fix(`write mode: ${modes.join(' or ')}`);
}

function checkConfiguration({ kind, spec }: ReferringObject, report: Check): void {
  const block = spec.at('configuration');
  const ways = [
    'removeCustomConfig',
    'configSecret',
    'applyConfig',
    ...(kind === 'Postgres' ? ['tuning'] : []),
  ];
  const remove = block.at('removeCustomConfig').flag === true;
  if (!remove && !ways.slice(1).some((way) => block.at(way).given)) {
    report('change')
      .at(block.keySpan)
      .fix(`give one of ${ways.join(', ')}`);
  }
  const restart = block.at('restart');
  if (kind === 'Postgres' && remove && String(restart.value) === 'false')
    report('restart').at(restart.span).fix('remove restart, or write "auto"');
}
