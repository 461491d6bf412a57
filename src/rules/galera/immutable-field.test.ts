import { describe, expect, test } from 'vitest';
import { changeSubject, compareOutputs, type OutputText } from '../../changes/index.js';
import { Findings } from '../../diagnostics/index.js';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';
import { immutableField } from './immutable-field.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/immutable-field'));
}

test('volumes never shrink', () => {
  expect(found(galeraTopology, change(galeraTopology, 'size: 20Gi', 'size: 10Gi'))).toEqual([
    'error galera/immutable-field 14:22 the volumes of wiki would shrink from 20Gi to 10Gi',
  ]);
});

test.each([
  ['replicas: 3', 'replicas: 5'],
  ['memory: 2Gi', 'memory: 4Gi'],
  ['11.8.8', '11.8.7'],
  ['size: 20Gi', 'size: 40Gi'],
  ['storageClass: managed', 'storageClass: premium'],
  ['memory: 2Gi }', 'memory: 2Gi }\n    statefulset: { partition: 2 }'],
  ['memory: 2Gi }', 'memory: 2Gi }\n    tls: { secret: wiki-tls }'],
  ['name: wiki\n    namespace', 'name: pages\n    namespace'],
])('%s to %s is no such thing', (from, to) => {
  expect(found(galeraTopology, change(galeraTopology, from, to))).toEqual([]);
});

/** Messages about a StatefulSet whose spec changes. */
function messages(before: object, after: object): string[] {
  const path = 'f/70-database/statefulset.b.a.yaml';
  const output = (spec: object): ReadonlyMap<string, OutputText> => {
    const object = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'a', namespace: 'b' },
      spec,
    };
    return new Map([[path, { path, content: JSON.stringify(object), source: '' }]]);
  };
  const place = { file: { name: 't', content: '' }, start: 0, end: 0 };
  const subject = changeSubject(compareOutputs(output(before), output(after)), {
    plans: [],
    plansBefore: undefined,
    isOurs: true,
    placeOf: () => place as never,
    placeAt: () => place as never,
  });
  const findings = new Findings();
  immutableField.run('change', subject, findings);
  return findings.list().map(({ message }) => message);
}

// What the API server says of an update, field by field.
describe('the API server', () => {
  const base = {
    replicas: 3,
    selector: { matchLabels: { app: 'a' } },
    serviceName: 'peers',
    podManagementPolicy: 'Parallel',
  };

  test.each([
    ['selector', { matchLabels: { app: 'b' } }],
    ['serviceName', 'others'],
    ['podManagementPolicy', 'OrderedReady'],
  ])('refuses another %s', (name, value) => {
    expect(messages(base, { ...base, [name]: value })).toEqual([
      expect.stringMatching(
        new RegExp(`^spec.${name} of StatefulSet a was .* and would be .*, and cannot change$`),
      ),
    ]);
  });

  test('refuses a policy that was left to its default', () => {
    const { podManagementPolicy, ...rest } = base;
    expect(messages(rest, base)).toEqual([
      `spec.podManagementPolicy of StatefulSet a was OrderedReady and would be ${podManagementPolicy}, and cannot change`,
    ]);
    expect(messages(rest, { ...rest, podManagementPolicy: 'OrderedReady' })).toEqual([]);
  });

  const claim = {
    metadata: { name: 'data' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'fast',
      resources: { requests: { storage: '1Gi' } },
    },
  };
  const claims = (...list: readonly object[]) => ({ ...base, volumeClaimTemplates: list });

  test.each([
    ['label', { ...claim, metadata: { name: 'data', labels: { a: 'b' } } }],
    ['access mode', { ...claim, spec: { ...claim.spec, accessModes: ['ReadWriteMany'] } }],
    ['name', { ...claim, metadata: { name: 'other' } }],
  ])('refuses claims with another %s', (_what, other) => {
    expect(messages(claims(claim), claims(other))).toEqual([
      expect.stringMatching(/^spec\.volumeClaimTemplates\[0\] of StatefulSet a was .* and cannot change$/),
    ]);
  });

  test('refuses one claim more', () => {
    expect(messages(claims(claim), claims(claim, claim))).toEqual([
      expect.stringMatching(/^spec\.volumeClaimTemplates\[1\] of StatefulSet a was not set and would be /),
    ]);
  });

  test('leaves size and class of the first claim to their own rule, and takes what it fills in itself', () => {
    const other = { storageClassName: 'slow', resources: { requests: { storage: '2Gi' } } };
    expect(messages(claims(claim), claims({ ...claim, spec: { ...claim.spec, ...other } }))).toEqual([]);
    const written = { ...claim, kind: 'PersistentVolumeClaim', apiVersion: 'v1' };
    const whole = { ...written, spec: { ...claim.spec, volumeMode: 'Filesystem' } };
    expect(messages(claims(claim), claims(whole))).toEqual([]);
  });

  test.each([
    ['replicas', 5],
    ['template', { spec: {} }],
    ['updateStrategy', { type: 'OnDelete' }],
    ['minReadySeconds', 30],
    ['persistentVolumeClaimRetentionPolicy', { whenDeleted: 'Delete' }],
    ['ordinals', { start: 1 }],
    ['revisionHistoryLimit', 3],
  ])('takes another %s', (name, value) => {
    expect(messages(base, { ...base, [name]: value })).toEqual([]);
  });
});
