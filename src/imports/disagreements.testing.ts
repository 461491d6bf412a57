import fc from 'fast-check';
import { arbitraryOf } from './arbitrary.testing.js';
import type { Schema } from './schema.js';

/** A schema of a CRD, or of a built-in kind, as far as it is compared. */
export interface CrdSchema {
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
  readonly format?: string;
  /** Names another one, as in the schemas of built-in kinds. */
  readonly $ref?: string;
}

type Definitions = { readonly [name: string]: CrdSchema };

/** Where data that our schema accepts might be refused by the CRD, one line each. */
export function disagreements(
  ours: Schema,
  crd: CrdSchema,
  path: string,
  definitions: Definitions = {},
): readonly string[] {
  const theirs = crd.$ref === undefined ? crd : definitions[crd.$ref];
  if (!theirs) return [`${path}: nobody defines ${crd.$ref}`];
  return [
    ...typeDisagreement(ours, theirs, path),
    ...bounds(ours, theirs, path),
    ...strings(ours, theirs, path),
    ...children(ours, theirs, path, definitions),
  ];
}

function typeDisagreement(ours: Schema, crd: CrdSchema, path: string): readonly string[] {
  if (crd['x-kubernetes-int-or-string'] && INT_OR_STRING.has(ours.type)) return [];
  const theirs = crd['x-kubernetes-int-or-string'] || crd.format === 'quantity' ? 'string' : crd.type;
  return ours.type === theirs ? [] : [`${path}: type ${ours.type} here, ${theirs} in the CRD`];
}

const INT_OR_STRING: ReadonlySet<Schema['type']> = new Set(['integer', 'string', 'int-or-text']);

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

function children(ours: Schema, crd: CrdSchema, path: string, definitions: Definitions): readonly string[] {
  if (ours.type === 'array')
    return crd.items ? disagreements(ours.items, crd.items, `${path}[]`, definitions) : [];
  if (ours.type !== 'object') return [];
  const free = typeof crd.additionalProperties === 'object' ? crd.additionalProperties : undefined;
  if ('additionalProperties' in ours) {
    if (!free) return [`${path}: free keys here, fixed ones in the CRD`];
    return disagreements(ours.additionalProperties, free, `${path}.*`, definitions);
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
    if (theirs) found.push(...disagreements(property, theirs, child(path, name), definitions));
    else found.push(`${child(path, name)}: ${property.type} here, unknown to the CRD`);
  }
  return found;
}

/** `Kind spec.member`: the root is the kind and a blank. */
function child(path: string, name: string): string {
  return path.endsWith(' ') ? `${path}${name}` : `${path}.${name}`;
}
