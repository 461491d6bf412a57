import { describe, expect, test } from 'vitest';
import { Findings } from '../../diagnostics/index.js';
import { buildPlan } from '../../plan/index.js';
import { readTopology } from '../../topology/index.js';
import { goodTopology, manifestFindingsOf } from '../testing.js';
import { link } from './links.testing.js';
import { startUpProbes } from './start-up-probes.js';

function kubedb(size: string, probes: string, replicas = 3): string {
  return `apiVersion: kubedb.com/v1
kind: MariaDB
metadata: { name: orders, namespace: shop }
spec:
  version: 11.8.5
  replicas: ${replicas}
  storage: { resources: { requests: { storage: ${size} } } }
  podTemplate:
    spec:
      containers:
        - name: mariadb
          ${probes}
`;
}

function operator(size: string, rest: string): string {
  return `apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata: { name: orders, namespace: shop }
spec:
  replicas: 3
  storage: { size: ${size} }
  ${rest}
`;
}

function found(text: string): string[] {
  return manifestFindingsOf(text).filter((each) => each.includes('sizing/start-up-probes'));
}

describe('sizing/start-up-probes', () => {
  test('names a startup probe that a full copy outlasts', () => {
    const probe = 'startupProbe: { failureThreshold: 40, periodSeconds: 15 }';
    expect(found(kubedb('200Gi', probe))).toEqual([
      'warning sizing/start-up-probes 12:11 the startup probe gives up after 10 min, and a start takes up to 98 min: 60 s start, 6 s crash recovery, 97 min full copy',
    ]);
    expect(found(kubedb('10Gi', probe))).toEqual([]);
    expect(found(kubedb('200Gi', probe, 1))).toEqual([]);
    expect(found(kubedb('200Gi', probe).replace('kind: MariaDB', 'kind: Postgres'))).toEqual([]);
  });

  test('names a liveness probe that stands alone', () => {
    const alone = 'livenessProbe: { initialDelaySeconds: 30, failureThreshold: 10 }';
    expect(found(kubedb('20Gi', alone))).toEqual([
      'warning sizing/start-up-probes 12:11 the liveness probe, without one for the start, gives up after 2 min, and a start takes up to 11 min: 60 s start, 6 s crash recovery, 10 min full copy',
    ]);
    const both = `startupProbe: { failureThreshold: 60, periodSeconds: 15 }\n          ${alone}`;
    expect(found(kubedb('20Gi', both))).toEqual([]);
  });

  test('names a liveness probe that does not wait', () => {
    const text = `startupProbe: { failureThreshold: 60, periodSeconds: 15 }
          livenessProbe: { failureThreshold: 3, periodSeconds: 10, initialDelaySeconds: 600 }`;
    expect(found(kubedb('20Gi', text))).toEqual([
      'warning sizing/start-up-probes 13:11 the liveness probe restarts a replica that does not answer for 30 s',
    ]);
    expect(found(kubedb('20Gi', text.replace('failureThreshold: 3,', 'failureThreshold: 6,')))).toEqual([]);
    expect(found(kubedb('20Gi', text.replace(/livenessProbe.*/, 'livenessProbe: {}')))).toEqual([]);
  });

  test('counts with the defaults of mariadb-operator, and with its own probe', () => {
    const galera = 'galera: { enabled: true }';
    const probe = (text: string): string => `${galera}\n  startupProbe: { ${text} }`;
    expect(found(operator('10Gi', galera))).toEqual([
      "warning sizing/start-up-probes 7:3 the operator's own startup probe gives up after 50 s, and a start takes up to 6 min: 60 s start, 6 s crash recovery, 5 min full copy",
    ]);
    expect(found(operator('10Gi', probe('failureThreshold: 30')))).toEqual([
      'warning sizing/start-up-probes 8:3 the startup probe gives up after 5 min, and a start takes up to 6 min: 60 s start, 6 s crash recovery, 5 min full copy',
    ]);
    expect(found(operator('10Gi', probe('failureThreshold: 40, periodSeconds: 15')))).toEqual([]);
    expect(found(operator('10Gi', probe('failureThreshold: 40, initialDelaySeconds: 0')))).toEqual([]);
    expect(found(operator('900Gi', 'startupProbe: { failureThreshold: 10 }'))).toEqual([]);
  });

  test('knows that mariadb-operator adds a startup probe, for which the liveness probe waits', () => {
    const liveness = 'livenessProbe: { initialDelaySeconds: 20, periodSeconds: 5 }';
    for (const mode of ['replication: { enabled: true }', 'port: 3306'])
      expect(found(operator('10Gi', `${mode}\n  ${liveness}`))).toEqual([
        'warning sizing/start-up-probes 8:3 the liveness probe restarts a replica that does not answer for 15 s',
      ]);
  });

  test('is content with the guide for an SD card, and with what is no size', () => {
    const guide = `galera: { enabled: true }
  startupProbe: { failureThreshold: 40, periodSeconds: 15, timeoutSeconds: 10 }
  livenessProbe: { failureThreshold: 10, periodSeconds: 60, timeoutSeconds: 10 }`;
    expect(found(operator('100Mi', guide))).toEqual([]);
    expect(found(operator('much', guide))).toEqual([]);
    expect(found(operator('[]', 'galera: true'))).toEqual([]);
  });
});

/** No provider that is compiled lets probes be set, so the plan is built without the rules before it. */
function foundInPlan(text: string): string[] {
  const { topology, file } = readTopology({ name: 't', content: goodTopology + text });
  if (!topology || !file) throw new Error('the topology cannot be read');
  const findings = new Findings();
  startUpProbes.run(
    'plan',
    buildPlan(topology, file, () => undefined),
    findings,
  );
  return findings.list().map(({ message, fix }) => `${message}: ${fix}`);
}

describe('sizing/start-up-probes in a plan', () => {
  const probes = (text: string): string => `    probes: { ${text} }\n`;

  test('counts with the link and with what is said of the data', () => {
    const startup = probes('startup: { failureThreshold: 40, periodSeconds: 15 }');
    expect(foundInPlan(startup + link('100Mbps'))).toEqual([
      'the startup probe gives up after 10 min, and a start takes up to 27 min: 60 s start, 6 s crash recovery, 26 min full copy: write probes.startup with failureThreshold: 110 and periodSeconds: 15',
    ]);
    const sized = `    resources: { memory: 1Gi }\n    sizing: { data: 2Gi }\n${startup}`;
    expect(foundInPlan(sized + link('100Mbps'))).toEqual([]);
    expect(foundInPlan(sized.replace('2Gi', '6Gi') + link('100Mbps'))).toHaveLength(1);
    expect(foundInPlan(sized.replace('2Gi', '15Gi'))).toEqual([]);
  });

  test('names liveness, and is content without probes', () => {
    expect(foundInPlan(probes('liveness: { failureThreshold: 2 }'))).toEqual([
      expect.stringContaining('the liveness probe, without one for the start, gives up after 20 s'),
    ]);
    expect(foundInPlan('')).toEqual([]);
  });
});
