import { expect, test } from 'vitest';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/postgres-user';
const running = (context: string, version: string, container = 'postgres'): string[] =>
  findingsOfRule(
    id,
    postgresManifest(
      `  podTemplate: { spec: { containers: [{ name: ${container}, securityContext: { ${context} } }] } }\n`,
      3,
      version,
    ),
  );

test.each([
  ['runAsUser: 999', '17.9', ['12:87 runAsUser is 999, and the image of 17.9 runs as 70 only']],
  ['runAsGroup: 0', '17.9', ['12:88 runAsGroup is 0, and the image of 17.9 runs as 70 only']],
  ['runAsUser: 0', '17.9-bookworm', ['12:87 runAsUser is 0, and KubeDB runs the container as no root']],
])('reports { %s } of %s', (context, version, findings) => {
  expect(running(context, version)).toEqual(findings.map((finding) => `error ${id} ${finding}`));
});

test.each([
  ['runAsUser: 70, runAsGroup: 70', '17.9'],
  ['runAsUser: 1001', '17.9-bookworm'],
  ['runAsGroup: 0', '17.9-bookworm'],
  ['runAsUser: 0, runAsNonRoot: false', '17.9-bookworm'],
  ['runAsUser: 1001', 'timescaledb-2.14.2-pg13'],
  ['readOnlyRootFilesystem: true', '17.9'],
])('is content with { %s } of %s', (context, version) => {
  expect(running(context, version)).toEqual([]);
});

test('looks at the container postgres only', () => {
  expect(running('runAsUser: 0', '17.9', 'pg-coordinator')).toEqual([]);
});
