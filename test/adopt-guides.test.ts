import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Adoption } from '../src/adopt/index.js';
import { adoptInputs } from '../src/adopt/testing.js';

// The public guides' own manifests come back as topologies whose output is what the guides say, but for what is named here.

const guides = fileURLToPath(new URL('../../shared/guides/', import.meta.url));

function adoptGuide(guide: string, names = readdirSync(guides + guide)): Adoption {
  return adoptInputs(
    names.sort().map((name) => ({ name, content: readFileSync(`${guides}${guide}/${name}`, 'utf8') })),
  );
}

/** What is not the same, by object. */
function changes({ objects }: Adoption): Record<string, string[]> {
  return Object.fromEntries(
    objects
      .filter(({ verdict }) => verdict === 'different' || verdict === 'left')
      .map(({ kind, name, differences }) => [
        `${kind} ${name}`,
        differences.filter(({ isSame }) => !isSame).map(({ path }) => path),
      ]),
  );
}

const ofKlusterlet = [
  'spec.workConfiguration.appliedManifestWorkEvictionGracePeriod',
  'metadata.annotations[argocd.argoproj.io/sync-options]',
  'metadata.annotations[kustomize.toolkit.fluxcd.io/prune]',
];
const ofPolicy = ['metadata.labels[app.kubernetes.io/managed-by]'];

describe.skipIf(!existsSync(guides))('the guides', () => {
  test('of a distributed MariaDB', () => {
    const adopted = adoptGuide('kubedb-mariadb');
    expect(changes(adopted)).toEqual({
      'Klusterlet klusterlet': ofKlusterlet,
      'PlacementPolicy distributed-mariadb': ofPolicy,
    });
    expect(adopted.isCompiled).toBe(true);
    expect(adopted.text).toContain('apiServer: https://10.2.0.56:6443');
  });

  test('of a distributed Postgres', () => {
    const adopted = adoptGuide('kubedb-postgres');
    expect(changes(adopted)).toEqual({
      'Klusterlet klusterlet': ofKlusterlet,
      'PlacementPolicy distributed-postgres': ofPolicy,
      // K3s owns it; the forwarding goes to coredns-custom, which lasts.
      'ConfigMap coredns': [],
    });
    expect(
      adopted.objects.filter(({ verdict, name }) => verdict === 'new' && name === 'coredns-custom'),
    ).toHaveLength(1);
    expect(adopted.isCompiled).toBe(true);
  });

  const ofServer = [
    'spec.storage.resizeInUseVolumes',
    'spec.terminationGracePeriodSeconds',
    'spec.readinessProbe.periodSeconds',
    'spec.readinessProbe.timeoutSeconds',
    'spec.readinessProbe.failureThreshold',
  ];
  const standalone = [...ofServer, 'spec.updateStrategy.type'];
  const galera = [
    ...ofServer,
    'spec.galera.initJob.resources.requests.memory',
    'spec.galera.initJob.resources.limits.memory',
    'spec.galera.recovery.clusterBootstrapTimeout',
    'spec.galera.recovery.job.resources.requests.memory',
    'spec.galera.recovery.job.resources.limits.memory',
    'spec.galera.config.reuseStorageVolume',
    ...[
      'maxSkew',
      'topologyKey',
      'whenUnsatisfiable',
      'labelSelector.matchLabels[app.kubernetes.io/instance]',
    ].map((field) => `spec.topologySpreadConstraints[topologyKey=kubernetes.io/hostname].${field}`),
    'spec.podDisruptionBudget.maxUnavailable',
    'spec.updateStrategy.autoUpdateDataPlane',
    ...['startupProbe', 'livenessProbe'].flatMap((probe) =>
      ['periodSeconds', 'timeoutSeconds', 'failureThreshold'].map((number) => `spec.${probe}.${number}`),
    ),
    'spec.tls.galeraSSTEnabled',
  ];

  test.each([
    [['standalone.yaml'], { 'MariaDB mariadb-demo': standalone }],
    [['galera.yaml'], { 'MariaDB mariadb-galera': galera }],
    [
      ['galera.yaml', 'standalone.yaml'],
      { 'MariaDB mariadb-galera': galera, 'MariaDB mariadb-demo': standalone },
    ],
  ])('of mariadb-operator on K3s: %s', (names, expected) => {
    const adopted = adoptGuide('mariadb-operator-k3s', names);
    const sorted = (all: Record<string, readonly string[]>) =>
      Object.fromEntries(Object.entries(all).map(([name, paths]) => [name, [...paths].sort()]));
    expect(sorted(changes(adopted))).toEqual(sorted(expected));
    expect(adopted.isCompiled).toBe(true);
  });

  test('every difference has its reason', () => {
    for (const guide of ['kubedb-mariadb', 'kubedb-postgres', 'mariadb-operator-k3s']) {
      const { objects } = adoptGuide(guide);
      const unexplained = objects.flatMap(({ differences }) =>
        differences.filter(({ why }) => why === undefined),
      );
      expect(unexplained.map(({ path }) => path)).toEqual([]);
    }
  });
});
