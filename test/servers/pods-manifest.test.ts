import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { podOf, readPods } from './pods-manifest.mjs';

const folder = mkdtempSync(join(tmpdir(), 'dbspan-manifests-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let written = 0;

/** A folder with these objects, one file each. */
function rendered(...objects: object[]): string {
  written += 1;
  const path = join(folder, `${written}`);
  mkdirSync(path);
  for (const [index, object] of objects.entries()) {
    writeFileSync(join(path, `${index}.yaml`), typeof object === 'string' ? object : stringify(object));
  }
  return path;
}

const metadata = { name: 'db', namespace: 'demo' };
const labels = { app: 'db' };
const claim = { metadata: { name: 'data' } };

interface Shape {
  container?: object;
  pod?: object;
  spec?: object;
}

function statefulSet({ container, pod, spec }: Shape = {}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata,
    spec: {
      replicas: 3,
      serviceName: 'db-peers',
      podManagementPolicy: 'Parallel',
      template: {
        metadata: { labels, annotations: { 'example.org/sum': '1f' } },
        spec: { containers: [{ name: 'mariadb', image: 'mariadb:11.8', ...container }], ...pod },
      },
      volumeClaimTemplates: [claim],
      ...spec,
    },
  };
}

const secret = (name: string, key: string) => `${name}.${key}`;

/** The main container of pod 2 with 10.0.0.7. */
function mainOf(shape: Shape, ...others: object[]) {
  const set = readPods(rendered(statefulSet(shape), ...others), { secret });
  const [container] = podOf(set, 2, '10.0.0.7').containers;
  if (container === undefined) throw new Error('no container');
  return container;
}

describe('a StatefulSet', () => {
  test('is read with the Services that select it', () => {
    const container = { ports: [{ name: 'mysql', containerPort: 3306 }] };
    const service = (name: string, spec: object, namespace = 'demo') => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      spec: { selector: labels, ports: [{ port: 3306, targetPort: 'mysql' }], ...spec },
    });
    const set = readPods(
      rendered(
        statefulSet({
          container,
          pod: { terminationGracePeriodSeconds: 300 },
          spec: { minReadySeconds: 10 },
        }),
        service('db-peers', { clusterIP: 'None', publishNotReadyAddresses: true }),
        service('db', {}),
        service('db-http', { ports: [{ port: 80 }, { port: 81, targetPort: 'http' }] }),
        service('web', { selector: { app: 'web' } }),
        service('everything', { selector: undefined }),
        service('db', {}, 'elsewhere'),
      ),
    );
    expect(set).toMatchObject({
      name: 'db',
      namespace: 'demo',
      replicas: 3,
      parallel: true,
      gracePeriod: 300,
      minReadySeconds: 10,
    });
    expect(set.services).toEqual([
      { name: 'db-peers', headless: true, publishesUnready: true, ports: [3306] },
      { name: 'db', headless: false, publishesUnready: false, ports: [3306] },
      { name: 'db-http', headless: false, publishesUnready: false, ports: [80, 'http'] },
    ]);
  });

  test('is the one with volumes, or the one that is named', () => {
    const other = { ...statefulSet(), metadata: { name: 'other', namespace: 'demo' } };
    const without = {
      ...statefulSet({ spec: { volumeClaimTemplates: undefined } }),
      metadata: { name: 'stateless' },
    };
    expect(readPods(rendered(without, statefulSet())).name).toBe('db');
    expect(readPods(rendered(other, statefulSet()), { name: 'other' }).name).toBe('other');
    expect(() => readPods(rendered(other, statefulSet()))).toThrow(/found other, db$/);
    expect(() => readPods(rendered(without))).toThrow(/found none$/);
  });

  test('a file that is no YAML is a clear error', () => {
    const path = rendered(statefulSet());
    writeFileSync(join(path, 'broken.yaml'), 'a: 1\n  b: 2\n');
    expect(() => readPods(path)).toThrow(/^broken.yaml: /);
  });

  test('defaults are those of Kubernetes', () => {
    const set = readPods(
      rendered(statefulSet({ spec: { replicas: undefined, podManagementPolicy: undefined } })),
    );
    expect(set).toMatchObject({ replicas: 1, parallel: false, gracePeriod: 30, minReadySeconds: 0 });
  });

  test.each(['hostNetwork', 'shareProcessNamespace', 'hostAliases'])('%s is not imitated', (field) => {
    expect(() => readPods(rendered(statefulSet({ pod: { [field]: true } })))).toThrow(
      `StatefulSet db: ${field} is not imitated`,
    );
  });
});

describe('the environment of a container', () => {
  const environmentOf = (env: object[], ...others: object[]) =>
    mainOf({ container: { env } }, ...others).environment;
  const field = (fieldPath: string) => [{ name: 'X', valueFrom: { fieldRef: { fieldPath } } }];

  test.each([
    ['metadata.name', 'db-2'],
    ['metadata.namespace', 'demo'],
    ['status.podIP', '10.0.0.7'],
    ["metadata.labels['apps.kubernetes.io/pod-index']", '2'],
    ["metadata.labels['app']", 'db'],
    ["metadata.annotations['example.org/sum']", '1f'],
    ["metadata.annotations['absent']", ''],
  ])('%s is %s', (path, value) => expect(environmentOf(field(path))).toEqual({ X: value }));

  test('a field that is not imitated is an error', () => {
    expect(() => environmentOf(field('status.hostIP'))).toThrow(
      'X of container mariadb of StatefulSet db: the field status.hostIP is not imitated',
    );
    expect(() => environmentOf([{ name: 'X', valueFrom: { resourceFieldRef: {} } }])).toThrow(
      'X of container mariadb of StatefulSet db: resourceFieldRef is not imitated',
    );
  });

  test('takes keys of Secrets and ConfigMaps', () => {
    const settings = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { ...metadata, name: 'c' },
      data: { k: '1' },
    };
    const env = [
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'root', key: 'password' } } },
      { name: 'SETTING', valueFrom: { configMapKeyRef: { name: 'c', key: 'k' } } },
    ];
    expect(environmentOf(env, settings)).toEqual({ PASSWORD: 'root.password', SETTING: '1' });
    expect(() => environmentOf(env)).toThrow('there is no ConfigMap c');
    expect(() => readPodsWithoutSecrets(env)).toThrow('nobody gives the key password of Secret root');
  });

  function readPodsWithoutSecrets(env: object[]) {
    return podOf(readPods(rendered(statefulSet({ container: { env } }))), 0, '10.0.0.1');
  }

  test('variables are filled in where they are known', () => {
    const env = [
      { name: 'A', value: 'a' },
      { name: 'B', value: '$(A)-$(LATER)-$$(A)' },
      { name: 'LATER', value: 'x' },
    ];
    const container = mainOf({ container: { env, command: ['run', '$(B)'], args: ['$(NOBODY)'] } });
    expect(container.environment['B']).toBe('a-$(LATER)-$(A)');
    expect(container.command).toEqual(['run', 'a-$(LATER)-$(A)', '$(NOBODY)']);
  });

  test('a secret that looks like a variable stays', () => {
    const env = [{ name: 'P', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }];
    const set = readPods(rendered(statefulSet({ container: { env } })), { secret: () => '$$(P)' });
    expect(podOf(set, 0, '10.0.0.1').containers[0]?.environment).toEqual({ P: '$$(P)' });
  });
});

describe('the command of a container', () => {
  test.each([
    [{}, ['docker-entrypoint.sh', 'mariadbd']],
    [{ args: ['mariadbd', '--x'] }, ['docker-entrypoint.sh', 'mariadbd', '--x']],
    [{ command: ['/scripts/start.sh'] }, ['/scripts/start.sh']],
    [{ command: ['/scripts/start.sh'], args: ['now'] }, ['/scripts/start.sh', 'now']],
  ])('%j', (container, command) => expect(mainOf({ container }).command).toEqual(command));
});

describe('the volumes of a pod', () => {
  const volumesOf = (volumes: object[], container: object = {}, ...others: object[]) =>
    readPods(rendered(statefulSet({ pod: { volumes }, container }), ...others), { secret }).volumes;

  test('claims, emptyDir in memory and on disk', () => {
    const volumes = volumesOf([
      { name: 'state', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
      { name: 'tmp', emptyDir: {} },
    ]);
    expect([...volumes]).toEqual([
      ['data', { kind: 'claim' }],
      ['state', { kind: 'empty', memory: true }],
      ['tmp', { kind: 'empty', memory: false }],
    ]);
  });

  const scripts = (text: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: scripts, namespace: demo }
data: { start.sh: "${text}", stop.sh: exit }
`;

  test('the files of a ConfigMap have its mode, or their own', () => {
    const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { ...metadata, name: 'scripts' } };
    const data = { 'start.sh': 'go', 'stop.sh': 'exit' };
    expect(
      volumesOf(
        [{ name: 'v', configMap: { name: 'scripts', defaultMode: 0o555 } }],
        {},
        { ...map, data },
      ).get('v'),
    ).toEqual({
      kind: 'files',
      files: [
        { path: 'start.sh', mode: 0o555, text: 'go' },
        { path: 'stop.sh', mode: 0o555, text: 'exit' },
      ],
    });
    const items = [{ key: 'stop.sh', path: 'bin/stop', mode: 0o500 }];
    expect(
      volumesOf([{ name: 'v', configMap: { name: 'scripts', items } }], {}, { ...map, data }).get('v')?.files,
    ).toEqual([{ path: 'bin/stop', mode: 0o500, text: 'exit' }]);
    expect(
      volumesOf([{ name: 'v', configMap: { name: 'scripts' } }], {}, { ...map, data }).get('v')?.files?.[0]
        ?.mode,
    ).toBe(0o644);
  });

  test('a mode with a leading zero is octal', () => {
    const text = stringify(
      statefulSet({ pod: { volumes: [{ name: 'v', configMap: { name: 'scripts', defaultMode: 511 } }] } }),
    ).replace('511', '0555');
    const path = rendered();
    writeFileSync(join(path, 'all.yaml'), `${text}---\n${scripts('go')}`);
    expect(readPods(path).volumes.get('v')?.files?.[0]?.mode).toBe(0o555);
  });

  test('a Secret has the keys that are listed, or those that variables name files of', () => {
    expect(
      volumesOf([
        { name: 'v', secret: { secretName: 'root', defaultMode: 0o440, items: [{ key: 'p', path: 'pw' }] } },
      ]).get('v')?.files,
    ).toEqual([{ path: 'pw', mode: 0o440, text: 'root.p' }]);
    const container = {
      env: [{ name: 'MARIADB_ROOT_PASSWORD_FILE', value: '/run/root/password' }],
      volumeMounts: [{ name: 'v', mountPath: '/run/root' }],
    };
    expect(volumesOf([{ name: 'v', secret: { secretName: 'root' } }], container).get('v')?.files).toEqual([
      { path: 'password', mode: 0o644, text: 'root.password' },
    ]);
  });

  test('a Secret of unknown keys is a clear error', () => {
    expect(() => volumesOf([{ name: 'v', secret: { secretName: 'tls' } }])).toThrow(
      'volume v of StatefulSet db: no items or variables say which keys Secret tls has',
    );
  });

  test.each(['hostPath', 'projected', 'csi', 'nfs'])('%s is a clear error', (kind) => {
    expect(() => volumesOf([{ name: 'v', [kind]: {} }])).toThrow(
      `volume v of StatefulSet db: only configMap, secret, emptyDir and claims are imitated, not ${kind}`,
    );
  });

  test('what is not there is a clear error', () => {
    expect(() => volumesOf([{ name: 'v', configMap: { name: 'absent' } }])).toThrow(
      'volume v of StatefulSet db: there is no ConfigMap absent',
    );
    expect(() => mainOf({ container: { volumeMounts: [{ name: 'absent', mountPath: '/x' }] } })).toThrow(
      'container mariadb of StatefulSet db: there is no volume absent',
    );
  });

  test('mounts have their part of the volume', () => {
    const container = {
      env: [{ name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
      volumeMounts: [
        { name: 'data', mountPath: '/var/lib/mysql', subPath: 'data' },
        { name: 'data', mountPath: '/keep', subPathExpr: 'keep-$(POD_NAME)' },
        { name: 'tmp', mountPath: '/tmp', readOnly: true },
        { name: 'config', mountPath: '/etc/mysql/conf.d' },
      ],
    };
    const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { ...metadata, name: 'c' }, data: {} };
    const volumes = [
      { name: 'tmp', emptyDir: {} },
      { name: 'config', configMap: { name: 'c' } },
    ];
    expect(mainOf({ container, pod: { volumes } }, config).mounts).toEqual([
      { volume: 'data', path: '/var/lib/mysql', subPath: 'data', readOnly: false },
      { volume: 'data', path: '/keep', subPath: 'keep-db-2', readOnly: false },
      { volume: 'tmp', path: '/tmp', subPath: '', readOnly: true },
      { volume: 'config', path: '/etc/mysql/conf.d', subPath: '', readOnly: true },
    ]);
  });
});

describe('probes and hooks', () => {
  test('numbers, and those that Kubernetes adds', () => {
    const exec = { command: ['/scripts/probe.sh', 'ready'] };
    const { probes } = mainOf({
      container: {
        readinessProbe: { exec, periodSeconds: 5, timeoutSeconds: 4, failureThreshold: 2 },
        livenessProbe: { exec, terminationGracePeriodSeconds: 7 },
      },
    });
    expect(probes.startup).toBeUndefined();
    expect(probes.readiness).toMatchObject({ command: exec.command, period: 5, timeout: 4, failures: 2 });
    expect(probes.liveness).toEqual({
      command: exec.command,
      delay: 0,
      period: 10,
      timeout: 1,
      failures: 3,
      successes: 1,
      gracePeriod: 7,
    });
  });

  test.each(['httpGet', 'grpc', 'tcpSocket'])('%s is not imitated', (kind) => {
    expect(() => mainOf({ container: { startupProbe: { [kind]: {} } } })).toThrow(
      `startupProbe of container mariadb of StatefulSet db: ${kind} is not imitated`,
    );
  });

  test('preStop runs a command or sleeps', () => {
    const hookOf = (preStop: object) => mainOf({ container: { lifecycle: { preStop } } }).preStop;
    expect(hookOf({ exec: { command: ['sleep', '5'] } })).toEqual(['sleep', '5']);
    expect(hookOf({ sleep: { seconds: 5 } })).toEqual(['sleep', '5']);
    expect(() => hookOf({ httpGet: {} })).toThrow('httpGet is not imitated');
  });

  test.each([
    [{ envFrom: [] }, 'envFrom'],
    [{ lifecycle: { postStart: {} } }, 'postStart'],
  ])('%j is not imitated', (container, field) => {
    expect(() => mainOf({ container })).toThrow(
      `container mariadb of StatefulSet db: ${field} is not imitated`,
    );
  });
});

describe('the containers of a pod', () => {
  test('those of another image are left out and named', () => {
    const containers = [
      { name: 'mariadb', image: 'mariadb:11.8' },
      { name: 'census', image: 'mariadb:11.8', command: ['serve'] },
      { name: 'exporter', image: 'exporter:1' },
    ];
    const initContainers = [
      { name: 'prepare', image: 'mariadb:11.8' },
      { name: 'beside', image: 'mariadb:11.8', restartPolicy: 'Always' },
    ];
    const set = readPods(rendered(statefulSet({ pod: { containers, initContainers } })));
    expect(set.absent).toEqual(['exporter (exporter:1)']);
    expect(podOf(set, 0, '10.0.0.1').containers.map(({ name, first }) => [name, first])).toEqual([
      ['prepare', true],
      ['beside', false],
      ['mariadb', false],
      ['census', false],
    ]);
  });

  test('a container has the security context of its pod, and its own', () => {
    const pod = { securityContext: { runAsUser: 999, runAsGroup: 999, fsGroup: 999 } };
    const container = { securityContext: { runAsGroup: 1, readOnlyRootFilesystem: true } };
    expect(mainOf({ pod, container }).security).toEqual({
      user: 999,
      group: 1,
      fsGroup: 999,
      readOnlyRoot: true,
    });
  });
});
