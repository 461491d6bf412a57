import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildPlan } from '../src/plan/index.js';
import { synthesizeObjects } from '../src/synthesize.js';
import { readTopology } from '../src/topology/index.js';

// The two manifests of the public guide to MariaDB on K3s against those of the topologies that say its values, field by
// field. docs/providers/mariadb-operator.md has the same list, for people.

const shared = fileURLToPath(new URL('../../shared/', import.meta.url));
const page = readFileSync(new URL('../docs/providers/mariadb-operator.md', import.meta.url), 'utf8');

type Value = string | number | boolean | undefined;

/** Where the two differ: the guide's value, ours, and why; undefined is a field that is not there. */
type Differences = Readonly<Record<string, readonly [guide: Value, ours: Value, why: string]>>;

const inBoth: Differences = {
  'metadata.namespace': [undefined, 'default', 'the guide leaves it to the current context'],
  'spec.image': [undefined, 'mariadb:11.8.8', 'an upgrade of the operator must not be one of the server'],
  'spec.storage.resizeInUseVolumes': [
    undefined,
    false,
    'local-path cannot: the operator would wait for ever',
  ],
  'spec.terminationGracePeriodSeconds': [undefined, 120, '30 seconds are short for what an SD card writes'],
  'spec.readinessProbe.periodSeconds': [undefined, 10, 'as the default'],
  'spec.readinessProbe.timeoutSeconds': [undefined, 5, 'as the default'],
  'spec.readinessProbe.failureThreshold': [undefined, 3, 'as the default'],
  'spec.tls.enabled': [undefined, true, 'the default, and nobody has to know it'],
  'spec.tls.required': [undefined, false, 'the default, and nobody has to know it'],
};

const standalone: Differences = {
  ...inBoth,
  'spec.replicas': [undefined, 1, 'the default, and nobody has to know it'],
  'spec.rootPasswordSecretKeyRef.generate': [undefined, false, 'the default, and nobody has to know it'],
  'spec.updateStrategy.type': [
    undefined,
    'RollingUpdate',
    'the operator’s own way never mends a server alone',
  ],
};

const memory = 'mariadbd runs in it with the options of the server, and gets nothing of spec.resources';
const slow = 'the guide calls probes mandatory, and has none: after 50 seconds it starts over';

const galera: Differences = {
  ...inBoth,
  'spec.replicasAllowEvenNumber': [true, undefined, 'switches off a guard, and keeps nothing operational'],
  'spec.galera.primary.podIndex': [0, undefined, 'not where the cluster starts; the operator rewrites it'],
  'spec.myCnf innodb_buffer_pool_size': [
    undefined,
    '716M',
    '128M of 1Gi otherwise; 70 % as in the other manifest',
  ],
  'spec.affinity.antiAffinityEnabled': [
    undefined,
    true,
    'all replicas on one node otherwise; cannot be added later',
  ],
  'spec.podDisruptionBudget.maxUnavailable': [undefined, 1, 'heeded at creation only, so it is said'],
  'spec.updateStrategy.type': [
    undefined,
    'ReplicasFirstPrimaryLast',
    'the default, and nobody has to know it',
  ],
  'spec.updateStrategy.autoUpdateDataPlane': [undefined, true, 'agents have to be of the operator’s release'],
  'spec.startupProbe.periodSeconds': [undefined, 15, slow],
  'spec.startupProbe.timeoutSeconds': [undefined, 10, slow],
  'spec.startupProbe.failureThreshold': [undefined, 40, slow],
  'spec.livenessProbe.periodSeconds': [undefined, 10, slow],
  'spec.livenessProbe.timeoutSeconds': [undefined, 10, slow],
  'spec.livenessProbe.failureThreshold': [undefined, 6, slow],
  'spec.galera.availableWhenDonor': [undefined, true, 'mariabackup does not block its donor'],
  'spec.galera.initJob.resources.requests.memory': [undefined, '1Gi', memory],
  'spec.galera.initJob.resources.limits.memory': [undefined, '1Gi', memory],
  'spec.galera.recovery.enabled': [undefined, true, 'beside the times below, it is off when it is not said'],
  'spec.galera.recovery.podSyncTimeout': [undefined, '5m', 'no shorter than a full copy'],
  'spec.galera.recovery.podRecoveryTimeout': [undefined, '5m', 'no shorter than a full copy'],
  'spec.galera.recovery.clusterBootstrapTimeout': [undefined, '15m', 'a full copy for every replica'],
  'spec.galera.recovery.job.resources.requests.memory': [undefined, '1Gi', memory],
  'spec.galera.recovery.job.resources.limits.memory': [undefined, '1Gi', memory],
  'spec.galera.config.reuseStorageVolume': [
    undefined,
    true,
    'one volume a replica, of the class that is said',
  ],
  'spec.tls.galeraSSTEnabled': [
    undefined,
    true,
    'full copies are in clear otherwise, whatever else is encrypted',
  ],
};

/** The leaves of an object by their path; of myCnf the options, by their names. */
function leaves(value: unknown, path: string, found: Map<string, Value>): Map<string, Value> {
  if (path === 'spec.myCnf') {
    for (const line of String(value).split('\n')) {
      const [, name, text] = /^\s*([\w-]+)(?:\s*=\s*(.*))?$/.exec(line) ?? [];
      if (name !== undefined) found.set(`${path} ${name.replaceAll('-', '_')}`, text ?? true);
    }
  } else if (value === null || typeof value !== 'object') found.set(path, value as Value);
  else {
    for (const [name, member] of Object.entries(value)) {
      leaves(member, path === '' ? name : `${path}.${name}`, found);
    }
  }
  return found;
}

function compiled(topology: string): unknown {
  const name = `${shared}topologies/${topology}.yaml`;
  const { file, topology: read, diagnostics } = readTopology({ name, content: readFileSync(name) });
  if (!file || !read) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  // The volume of the guide is too small for a server: its finding is a rule's to test.
  const objects = synthesizeObjects(buildPlan(read, file, () => undefined));
  return objects.find(({ object }) => object.kind === 'MariaDB')?.object;
}

function differencesOf(manifest: string, topology: string): Record<string, readonly [Value, Value]> {
  const guide = leaves(
    parse(readFileSync(`${shared}guides/mariadb-operator-k3s/${manifest}.yaml`, 'utf8')),
    '',
    new Map(),
  );
  const ours = leaves(compiled(topology), '', new Map());
  const differing = [...new Set([...guide.keys(), ...ours.keys()])].filter(
    (path) => guide.get(path) !== ours.get(path),
  );
  return Object.fromEntries(differing.map((path) => [path, [guide.get(path), ours.get(path)]]));
}

describe.skipIf(!existsSync(`${shared}guides`))(
  'the public guide to MariaDB on K3s comes out of its topologies',
  () => {
    test.each([
      ['standalone', '3-k3s-standalone-as-in-the-guide', standalone],
      ['galera', '4-k3s-galera-as-in-the-guide', galera],
    ] as const)('%s', (manifest, topology, differences) => {
      const expected = Object.entries(differences).map(([path, [guide, ours]]) => [path, [guide, ours]]);
      expect(differencesOf(manifest, topology)).toEqual(Object.fromEntries(expected));
    });
  },
);

test.each(Object.entries({ ...standalone, ...galera }))(
  'the page of the provider says why %s',
  (path, [, , why]) => {
    const [field = '', option] = path.replace(/^spec\./, '').split(' ');
    const rows = page.split('\n').filter((line) => line.startsWith('|') && line.includes(option ?? field));
    expect(rows.some((row) => row.includes(why))).toBe(true);
  },
);
