import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { arbitraryOf } from './arbitrary.testing.js';
import type { Schema } from './schema.js';
import { findKindSchema } from './schemas.js';

const CRDS = fileURLToPath(new URL('../../../shared/crds/', import.meta.url));

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

interface CrdSchema {
  readonly type?: string;
  readonly properties?: { readonly [name: string]: CrdSchema };
  readonly additionalProperties?: CrdSchema | boolean;
  readonly items?: CrdSchema;
  readonly required?: readonly string[];
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly 'x-kubernetes-int-or-string'?: boolean;
}

/** Where data that our schema accepts might be refused by the CRD, one line each. */
function disagreements(ours: Schema, crd: CrdSchema, path: string): readonly string[] {
  return [
    ...typeDisagreement(ours, crd, path),
    ...bounds(ours, crd, path),
    ...strings(ours, crd, path),
    ...children(ours, crd, path),
  ];
}

function typeDisagreement(ours: Schema, crd: CrdSchema, path: string): readonly string[] {
  const theirs = crd['x-kubernetes-int-or-string'] ? 'string' : crd.type;
  return ours.type === theirs ? [] : [`${path}: type ${ours.type} here, ${theirs} in the CRD`];
}

const LOWER_BOUNDS = ['minimum', 'minLength', 'minItems'] as const;
const UPPER_BOUNDS = ['maximum', 'maxLength', 'maxItems'] as const;

function bounds(ours: Schema, crd: CrdSchema, path: string): readonly string[] {
  if ('enum' in ours) return [];
  const own: { readonly [Bound in keyof CrdSchema]?: unknown } = ours;
  const found: string[] = [];
  for (const bound of [...LOWER_BOUNDS, ...UPPER_BOUNDS]) {
    const theirs = crd[bound];
    const mine = own[bound];
    if (theirs === undefined) continue;
    const within = typeof mine === 'number' && (bound.startsWith('min') ? mine >= theirs : mine <= theirs);
    if (!within) found.push(`${path}: ${bound} ${mine ?? 'unset'} here, ${theirs} in the CRD`);
  }
  return found;
}

function strings(ours: Schema, crd: CrdSchema, path: string): readonly string[] {
  if (ours.type !== 'string') return [];
  const found: string[] = [];
  const members = 'enum' in ours ? Object.keys(ours.enum) : undefined;
  if (crd.enum) {
    const theirs = crd.enum.join(', ');
    if (!members) found.push(`${path}: any text here, ${theirs} in the CRD`);
    for (const member of members ?? []) {
      if (!crd.enum.includes(member)) found.push(`${path}: ${member} here, ${theirs} in the CRD`);
    }
  }
  if (crd.pattern !== undefined) {
    const pattern = new RegExp(crd.pattern);
    const refused = (members ?? samples(ours)).find((value) => !pattern.test(value));
    if (refused !== undefined) {
      found.push(`${path}: ${JSON.stringify(refused)} fits here, not ${crd.pattern} of the CRD`);
    }
  }
  return found;
}

/** Whether one pattern includes another is shown by examples. */
function samples(schema: Schema): readonly string[] {
  return fc.sample(arbitraryOf(schema), { seed: 1, numRuns: 500 }).map(String);
}

function children(ours: Schema, crd: CrdSchema, path: string): readonly string[] {
  if (ours.type === 'array') return crd.items ? disagreements(ours.items, crd.items, `${path}[]`) : [];
  if (ours.type !== 'object') return [];
  const free = typeof crd.additionalProperties === 'object' ? crd.additionalProperties : undefined;
  if ('additionalProperties' in ours) {
    if (!free) return [`${path}: free keys here, fixed ones in the CRD`];
    return disagreements(ours.additionalProperties, free, `${path}.*`);
  }
  const found: string[] = [];
  for (const name of crd.required ?? []) {
    if (ours.properties[name]?.required || crd.properties?.[name]?.default !== undefined) continue;
    found.push(
      `${child(path, name)}: ${ours.properties[name] ? 'optional' : 'absent'} here, required in the CRD`,
    );
  }
  for (const [name, property] of Object.entries(ours.properties)) {
    const theirs = crd.properties?.[name] ?? free;
    // A CRD says of metadata only what it restricts further.
    if (!theirs && path.endsWith(' metadata')) continue;
    if (theirs) found.push(...disagreements(property, theirs, child(path, name)));
    else found.push(`${child(path, name)}: ${property.type} here, unknown to the CRD`);
  }
  return found;
}

/** `Kind spec.member`: the root is the kind and a blank. */
function child(path: string, name: string): string {
  return path.endsWith(' ') ? `${path}${name}` : `${path}.${name}`;
}

describe.skipIf(!existsSync(CRDS))(`agreement with the CRDs (needs ${CRDS})`, () => {
  it.each(FILES)('%s %s', { timeout: 120_000 }, (file, version) => {
    const { spec } = parse(readFileSync(`${CRDS}${file}`, 'utf8')) as Crd;
    const { kind } = spec.names;
    const ours = findKindSchema(`${spec.group}/${version}`, kind);
    const theirs = spec.versions.find(({ name, served }) => name === version && served);
    if (!ours || !theirs) throw new Error(`${kind} ${version} is missing ${ours ? 'in the CRD' : 'here'}`);
    expect(ours.scope, `${kind}: scope here, and in the CRD`).toBe(spec.scope);
    expect(disagreements(ours.schema, theirs.schema.openAPIV3Schema, `${kind} `)).toEqual([]);
  });
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
