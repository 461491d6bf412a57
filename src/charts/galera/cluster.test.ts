import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { change } from '../../rules/testing.js';
import { scripts } from './generated/scripts.js';
import { evenTopology, galeraTopology, objectsOf, partOf } from './testing.js';

function statefulSet(text: string, ...path: readonly (string | number)[]): unknown {
  return partOf(text, 'StatefulSet/orders', 'spec', ...path);
}

describe('the objects', () => {
  test('of three replicas', () => {
    expect([...objectsOf(galeraTopology).keys()]).toEqual([
      'Namespace/shop',
      'ServiceAccount/orders',
      'ConfigMap/orders-config',
      'ConfigMap/orders-scripts',
      'ConfigMap/orders-members',
      'Service/orders-peers',
      'Service/orders',
      'StatefulSet/orders',
      'PodDisruptionBudget/orders',
      'NetworkPolicy/orders',
    ]);
  });

  test('of an arbitrator and metrics come on top', () => {
    const text = `${evenTopology}    statefulset:
      arbitrator: { image: garbd }
      metrics: { serviceMonitor: true }
`;
    expect([...objectsOf(text).keys()].slice(10)).toEqual([
      'Deployment/orders-arbitrator',
      'NetworkPolicy/orders-arbitrator',
      'ConfigMap/orders-exporter',
      'ServiceMonitor/orders',
    ]);
  });
});

describe('the scripts', () => {
  const folder = fileURLToPath(new URL('scripts/', import.meta.url));

  test('in the ConfigMap are those of the folder', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.sh'));
    expect(Object.keys(scripts)).toEqual(files.sort());
    for (const name of files) expect(scripts[name]).toBe(readFileSync(`${folder}${name}`, 'utf8'));
    expect(partOf(galeraTopology, 'ConfigMap/orders-scripts', 'data')).toEqual(scripts);
  });

  test('are those that the containers and their probes run', () => {
    const command = (container: number, ...path: readonly string[]) =>
      statefulSet(galeraTopology, 'template', 'spec', 'containers', container, ...path, 'command');
    const used = [
      command(0),
      command(0, 'startupProbe', 'exec'),
      command(0, 'livenessProbe', 'exec'),
      command(0, 'readinessProbe', 'exec'),
      command(1),
    ] as string[][];
    expect(used).toEqual([
      ['/scripts/start.sh'],
      ['/scripts/probe.sh', 'startup'],
      ['/scripts/probe.sh', 'live'],
      ['/scripts/probe.sh', 'ready'],
      ['/scripts/census.sh', 'serve'],
    ]);
    for (const [path = ''] of used) expect(Object.keys(scripts)).toContain(path.replace('/scripts/', ''));
  });

  test('get what they need, and are told no password', () => {
    const env = statefulSet(galeraTopology, 'template', 'spec', 'containers', 0, 'env') as {
      name: string;
      value?: string;
    }[];
    const names = env.map(({ name }) => name);
    for (const name of ['POD_NAME', 'POD_IP', 'PEERS', 'REPLICAS', 'CLUSTER_NAME', 'BOOT_BUDGET']) {
      expect(names).toContain(name);
    }
    expect(names).not.toContain('MARIADB_ROOT_PASSWORD');
    expect(names).not.toContain('FORCE_BOOTSTRAP');
  });
});

describe('the pod template', () => {
  test('stays the same when a member comes, within the names that all know', () => {
    const five = change(galeraTopology, 'replicas: 3', 'replicas: 5');
    expect(statefulSet(five, 'template')).toEqual(statefulSet(galeraTopology, 'template'));
    expect(statefulSet(five, 'replicas')).toBe(5);
    expect(partOf(five, 'ConfigMap/orders-members', 'data')).toEqual({ replicas: '5' });
  });

  test('changes with the configuration', () => {
    const annotations = ['template', 'metadata', 'annotations'];
    const other = `${galeraTopology}    config: { wait_timeout: 600 }\n`;
    const before = statefulSet(galeraTopology, ...annotations) as Record<string, string>;
    const after = statefulSet(other, ...annotations) as Record<string, string>;
    expect(after['checksum/config']).not.toBe(before['checksum/config']);
    expect(after['checksum/scripts']).toBe(before['checksum/scripts']);
  });

  test('is admitted by the restricted level of pod security', () => {
    const text = `${evenTopology}    statefulset: { metrics: {}, arbitrator: { image: garbd } }\n`;
    const pods = [
      statefulSet(text, 'template', 'spec'),
      partOf(text, 'Deployment/orders-arbitrator', 'spec', 'template', 'spec'),
    ] as { securityContext: object; containers: { securityContext: object }[] }[];
    for (const pod of pods) {
      expect(pod.securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      for (const { securityContext } of pod.containers) {
        expect(securityContext).toMatchObject({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
      }
    }
  });

  test('gives the server time to stop after the services forgot it', () => {
    expect(statefulSet(galeraTopology, 'template', 'spec', 'terminationGracePeriodSeconds')).toBe(125);
    expect(
      statefulSet(
        galeraTopology,
        'template',
        'spec',
        'containers',
        0,
        'lifecycle',
        'preStop',
        'exec',
        'command',
      ),
    ).toEqual(['sleep', '5']);
  });

  test('gives a server that hangs less time to stop than one that is asked to', () => {
    const [server] = statefulSet(galeraTopology, 'template', 'spec', 'containers') as Record<
      string,
      object
    >[];
    expect(server?.['livenessProbe']).toMatchObject({ terminationGracePeriodSeconds: 30 });
    for (const other of ['startupProbe', 'readinessProbe']) {
      expect(server?.[other]).not.toHaveProperty('terminationGracePeriodSeconds');
    }
  });

  test('tells both of its containers the same, in words that the scripts know', () => {
    const text = `${galeraTopology}    statefulset: { availableWhenDonor: false }\n`;
    const [server, census] = statefulSet(text, 'template', 'spec', 'containers') as { env: object[] }[];
    expect(server?.env).toEqual(expect.arrayContaining(census?.env ?? []));
    expect(census?.env).toContainEqual({ name: 'AVAILABLE_WHEN_DONOR', value: '0' });
    expect(statefulSet(galeraTopology, 'template', 'spec', 'containers', 1, 'env')).toContainEqual({
      name: 'AVAILABLE_WHEN_DONOR',
      value: '1',
    });
  });

  test('shares a folder in memory, and keeps the volume to the server', () => {
    const volumes = statefulSet(galeraTopology, 'template', 'spec', 'volumes') as object[];
    expect(volumes).toContainEqual({ name: 'state', emptyDir: { medium: 'Memory', sizeLimit: '16Mi' } });
    const mounts = (container: number) =>
      (
        statefulSet(galeraTopology, 'template', 'spec', 'containers', container, 'volumeMounts') as {
          name: string;
        }[]
      ).map(({ name }) => name);
    expect(mounts(0)).toEqual(expect.arrayContaining(['data', 'state', 'run', 'scripts']));
    expect(mounts(1)).toEqual(['state', 'run', 'census-tmp', 'scripts']);
  });

  test('mounts what the topology names', () => {
    const text = `${galeraTopology}    tls: { secret: orders-tls }
    imagePullSecrets: [registry]
    scheduling: { nodeSelector: { pool: databases }, tolerations: [{ operator: Exists }] }
    statefulset:
      initialUser: { name: "a$b", database: shop, passwordSecret: { name: app, key: pw } }
      forceBootstrap: { ordinal: 2, token: fire }
`;
    expect(statefulSet(text, 'template', 'spec')).toMatchObject({
      nodeSelector: { pool: 'databases' },
      tolerations: [{ operator: 'Exists' }],
      imagePullSecrets: [{ name: 'registry' }],
    });
    const container = statefulSet(text, 'template', 'spec', 'containers', 0) as {
      env: object[];
      volumeMounts: object[];
    };
    expect(container.env).toEqual(
      expect.arrayContaining([
        { name: 'FORCE_BOOTSTRAP', value: '2:fire' },
        { name: 'MARIADB_USER', value: 'a$$b' },
        { name: 'MARIADB_PASSWORD_FILE', value: '/secrets/user/password' },
      ]),
    );
    expect(container.volumeMounts).toEqual(
      expect.arrayContaining([{ name: 'tls', mountPath: '/etc/mysql/tls', readOnly: true }]),
    );
    expect(statefulSet(text, 'template', 'spec', 'volumes')).toEqual(
      expect.arrayContaining([
        {
          name: 'user-password',
          secret: { secretName: 'app', defaultMode: 0o440, items: [{ key: 'pw', path: 'password' }] },
        },
      ]),
    );
  });
});

describe('placement', () => {
  const affinity = ['template', 'spec', 'affinity', 'podAntiAffinity'];

  test('keeps members on nodes of their own, or as far as it goes', () => {
    expect(Object.keys(statefulSet(galeraTopology, ...affinity) as object)).toEqual([
      'requiredDuringSchedulingIgnoredDuringExecution',
    ]);
    const anyhow = `${galeraTopology}    spread: { node: ScheduleAnyway }\n`;
    expect(Object.keys(statefulSet(anyhow, ...affinity) as object)).toEqual([
      'preferredDuringSchedulingIgnoredDuringExecution',
    ]);
  });

  test('spreads over zones where there are any', () => {
    const constraints = ['template', 'spec', 'topologySpreadConstraints'];
    expect(statefulSet(galeraTopology, ...constraints)).toBeUndefined();
    const zoned = change(galeraTopology, 'nodes: 5', 'zones: [a, b, c]\n    nodes: 5');
    expect(statefulSet(zoned, ...constraints)).toMatchObject([
      { topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' },
    ]);
  });

  test('puts the arbitrator into its zone, in no service and no budget', () => {
    const text = `${evenTopology}    statefulset: { arbitrator: { image: garbd, zone: c } }\n`;
    const template = ['spec', 'template'];
    expect(partOf(text, 'Deployment/orders-arbitrator', ...template, 'spec', 'nodeSelector')).toEqual({
      'topology.kubernetes.io/zone': 'c',
    });
    const labels = partOf(text, 'Deployment/orders-arbitrator', ...template, 'metadata', 'labels');
    for (const [object, ...path] of [
      ['Service/orders', 'spec', 'selector'],
      ['Service/orders-peers', 'spec', 'selector'],
      ['PodDisruptionBudget/orders', 'spec', 'selector', 'matchLabels'],
      ['StatefulSet/orders', 'spec', 'selector', 'matchLabels'],
    ] as const) {
      expect(labels).not.toMatchObject(partOf(text, object, ...path) as object);
    }
  });

  test('keeps members out of the zone of the arbitrator, where others are left', () => {
    const vote = (zone: string): string =>
      `    statefulset: { arbitrator: { image: "registry.example.com/garbd:26.4.23", zone: ${zone} } }\n`;
    const zoned = (zones: string): string => evenTopology.replace('nodes: 5', `zones: ${zones}`);
    const nodes = ['template', 'spec', 'affinity', 'nodeAffinity'];
    const kept = {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [
          { matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'NotIn', values: ['c'] }] },
        ],
      },
    };
    expect(statefulSet(zoned('[a, b]') + vote('c'), ...nodes)).toEqual(kept);
    expect(statefulSet(zoned('[a, b, c]') + vote('c'), ...nodes)).toEqual(kept);
    expect(statefulSet(zoned('[a, b]') + vote('b'), ...nodes)).toBe(undefined);
    expect(statefulSet(evenTopology + vote('b'), ...nodes)).toBe(undefined);
  });
});
