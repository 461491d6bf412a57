import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type CrdSchema, disagreements } from './disagreements.testing.js';
import type { Schema } from './schema.js';
import { findKindSchema } from './schemas.js';

const CRDS = fileURLToPath(new URL('../../../shared/crds/', import.meta.url));

/** Our own readings of CRDs that are in no folder beside the repository; that of DNS is narrower than what we may write. */
const OUR_CRDS = fileURLToPath(new URL('../../test/slow/crds/', import.meta.url));

const OUR_FILES = [
  ['helmchartconfigs.helm.cattle.io.yaml', 'v1'],
  ['servicemonitors.monitoring.coreos.com.yaml', 'v1'],
] as const;

const FILES = [
  ['kubeslice-controller/controller.kubeslice.io_projects.yaml', 'v1alpha1'],
  ['kubeslice-controller/controller.kubeslice.io_clusters.yaml', 'v1alpha1'],
  ['kubeslice-controller/controller.kubeslice.io_sliceconfigs.yaml', 'v1alpha1'],
  [
    'open-cluster-management-api/0000_01_addon.open-cluster-management.io_managedclusteraddons.crd.yaml',
    'v1alpha1',
  ],
  ['open-cluster-management-api/0000_00_operator.open-cluster-management.io_klusterlets.crd.yaml', 'v1'],
  ['petset/apps.k8s.appscode.com_placementpolicies.yaml', 'v1'],
  ['kubedb-apimachinery/kubedb.com_mariadbs.yaml', 'v1'],
  ['kubedb-apimachinery/kubedb.com_postgreses.yaml', 'v1'],
  ['mariadb-operator/k8s.mariadb.com_backups.yaml', 'v1alpha1'],
  ['mariadb-operator/k8s.mariadb.com_connections.yaml', 'v1alpha1'],
  ['mariadb-operator/k8s.mariadb.com_databases.yaml', 'v1alpha1'],
  ['mariadb-operator/k8s.mariadb.com_externalmariadbs.yaml', 'v1alpha1'],
  ['mariadb-operator/k8s.mariadb.com_grants.yaml', 'v1alpha1'],
  ['mariadb-operator/k8s.mariadb.com_mariadbs.yaml', 'v1alpha1'],
  ['mariadb-operator/k8s.mariadb.com_physicalbackups.yaml', 'v1alpha1'],
  ['mariadb-operator/k8s.mariadb.com_users.yaml', 'v1alpha1'],
] as const;

/** The part of a CRD that is compared. */
interface Crd {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly scope: string;
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly schema: { readonly openAPIV3Schema: CrdSchema };
    }[];
  };
}

function compare(path: string, version: string): void {
  const { spec } = parse(readFileSync(path, 'utf8')) as Crd;
  const { kind } = spec.names;
  const ours = findKindSchema(`${spec.group}/${version}`, kind);
  const theirs = spec.versions.find(({ name, served }) => name === version && served);
  if (!ours || !theirs) throw new Error(`${kind} ${version} is missing ${ours ? 'in the CRD' : 'here'}`);
  expect(ours.scope, `${kind}: scope here, and in the CRD`).toBe(spec.scope);
  expect(disagreements(ours.schema, theirs.schema.openAPIV3Schema, `${kind} `)).toEqual([]);
}

describe.skipIf(!existsSync(CRDS))(`agreement with the CRDs (needs ${CRDS})`, () => {
  it.each(FILES)('%s %s', { timeout: 120_000 }, (file, version) => compare(`${CRDS}${file}`, version));
});

describe('agreement with the CRDs of test/slow', () => {
  it.each(OUR_FILES)('%s %s', (file, version) => compare(`${OUR_CRDS}${file}`, version));
});

describe('the comparison', () => {
  it.each<[Schema, CrdSchema, string]>([
    [{ type: 'string' }, { type: 'integer' }, 'K a: type string here, integer in the CRD'],
    [{ type: 'integer' }, { type: 'integer', minimum: 2 }, 'K a: minimum unset here, 2 in the CRD'],
    [{ type: 'integer', minimum: 1 }, { type: 'integer', minimum: 2 }, 'K a: minimum 1 here, 2 in the CRD'],
    [{ type: 'integer', maximum: 9 }, { type: 'integer', maximum: 8 }, 'K a: maximum 9 here, 8 in the CRD'],
    [{ type: 'string' }, { type: 'string', maxLength: 8 }, 'K a: maxLength unset here, 8 in the CRD'],
    [{ type: 'string' }, { type: 'string', enum: ['A', 'B'] }, 'K a: any text here, A, B in the CRD'],
    [
      { type: 'string', enum: { A: true, C: true } },
      { type: 'string', enum: ['A', 'B'] },
      'K a: C here, A, B in the CRD',
    ],
    [
      { type: 'string', pattern: '^x?$' },
      { type: 'string', pattern: '^x$' },
      'K a: "" fits here, not ^x$ of the CRD',
    ],
    [
      { type: 'array', items: { type: 'string' } },
      { type: 'array', items: { type: 'boolean' } },
      'K a[]: type string here, boolean in the CRD',
    ],
    [
      { type: 'object', additionalProperties: { type: 'string' } },
      { type: 'object', properties: {} },
      'K a: free keys here, fixed ones in the CRD',
    ],
    [
      { type: 'object', properties: { b: { type: 'string' } } },
      { type: 'object', properties: {} },
      'K a.b: string here, unknown to the CRD',
    ],
    [
      { type: 'object', properties: { b: { type: 'string' } } },
      { type: 'object', properties: { b: { type: 'string' } }, required: ['b'] },
      'K a.b: optional here, required in the CRD',
    ],
    [
      { type: 'object', properties: {} },
      { type: 'object', properties: { b: { type: 'string' } }, required: ['b'] },
      'K a.b: absent here, required in the CRD',
    ],
  ])('of %j with %j complains', (ours, crd, message) => {
    expect(disagreements(ours, crd, 'K a')).toEqual([message]);
  });

  it.each<[Schema, CrdSchema]>([
    [
      { type: 'integer', minimum: 3, maximum: 7 },
      { type: 'integer', minimum: 2, maximum: 8 },
    ],
    [
      { type: 'string', enum: { A: true } },
      { type: 'string', enum: ['A', 'B'] },
    ],
    [{ type: 'string', enum: { A: true } }, { type: 'string' }],
    [{ type: 'string' }, { 'x-kubernetes-int-or-string': true }],
    [{ type: 'int-or-text', pattern: '^\\d+%$' }, { 'x-kubernetes-int-or-string': true }],
    [{ type: 'string' }, { format: 'quantity' }],
    [
      { type: 'object', properties: {} },
      { type: 'object', properties: { b: { type: 'string', default: '' } }, required: ['b'] },
    ],
    [
      { type: 'object', properties: { storage: { type: 'string' } } },
      { type: 'object', additionalProperties: { type: 'string' } },
    ],
  ])('of %j with %j is content', (ours, crd) => {
    expect(disagreements(ours, crd, 'K a')).toEqual([]);
  });
});
