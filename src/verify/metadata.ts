import { isMapping, type Mapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { metadataSchema } from './core.js';
import { effectiveValue } from './effective.js';
import type { Kind } from './kind.js';
import { below, type Path } from './path.js';
import type { MetadataFault, Problem } from './problem.js';
import { validate } from './validate.js';
import { shown } from './words.js';

/** What decides about the form of a name. */
type Named = Pick<Kind, 'kind' | 'apiVersion'>;

const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const label = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const labelThatStartsWithALetter = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const qualified = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const labelValue = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

const mostAnnotationBytes = 256 * 1024;

/** What the API server asks of an object inside another: that it says what it is, and metadata as any other. */
export function checkEmbedded(
  value: { readonly [key: string]: Value },
  at: Path | undefined,
  problems: Problem[],
): void {
  const report = (field: string, text: string): void => {
    problems.push({ code: 'metadata', path: below(at, field), text, why: 'other', atKey: false });
  };
  const { apiVersion, kind, metadata } = value;
  for (const [field, given] of [
    ['apiVersion', apiVersion],
    ['kind', kind],
  ] as const) {
    if (given === undefined) problems.push({ code: 'missing', path: at, field });
    else if (typeof given !== 'string')
      problems.push({ code: 'type', path: below(at, field), expected: 'string', found: given });
    else if (given === '') report(field, `the ${field} of an object may not be empty`);
  }
  if (typeof apiVersion === 'string' && apiVersion.split('/').length > 2)
    report('apiVersion', `${shown(apiVersion)} cannot be an apiVersion: it has more than one /`);
  if (
    typeof kind === 'string' &&
    kind !== '' &&
    (kind.length > 63 || !labelThatStartsWithALetter.test(kind.toLowerCase()))
  )
    report(
      'kind',
      `${shown(kind)} cannot be a kind: at most 63 letters, digits and hyphens, with a letter in front`,
    );
  if (metadata === undefined) return;
  if (isMapping(metadata)) checkMetadata(metadata, below(at, 'metadata'), undefined, problems);
  else problems.push({ code: 'type', path: below(at, 'metadata'), expected: 'object', found: metadata });
}

/** What the API server finds wrong with the metadata of an object. `at` is where the metadata stands. */
export function checkMetadata(
  metadata: Value | undefined,
  at: Path,
  kind: Named | undefined,
  problems: Problem[],
): void {
  if (metadata === undefined || metadata === null) return;
  const schema = metadataSchema();
  const found: Problem[] = [];
  const kept = effectiveValue(metadata, schema, false, found);
  for (const each of validate(kept, schema, { custom: false })) found.push(each);
  for (const problem of found) problems.push({ ...problem, path: relocated(problem.path, at) });
  if (!isMapping(kept)) return;
  new Rules(kept, at, kind, problems).check();
}

class Rules {
  readonly #metadata: Mapping;
  readonly #at: Path;
  readonly #kind: Named | undefined;
  readonly #problems: Problem[];

  constructor(metadata: Mapping, at: Path, kind: Named | undefined, problems: Problem[]) {
    this.#metadata = metadata;
    this.#at = at;
    this.#kind = kind;
    this.#problems = problems;
  }

  check(): void {
    const { name, namespace, labels, annotations, finalizers, ownerReferences } = this.#metadata;
    if (typeof name === 'string' && name !== '' && this.#kind) {
      const fault = nameFault(name, this.#kind);
      if (fault)
        this.#report(
          ['name'],
          `${shown(name)} cannot be the name of ${/^[AEIO]/.test(this.#kind.kind) ? 'an' : 'a'} ${this.#kind.kind}: ${fault}`,
          'name',
        );
    }
    if (
      typeof namespace === 'string' &&
      namespace !== '' &&
      (namespace.length > 63 || !label.test(namespace))
    )
      this.#report(
        ['namespace'],
        `${shown(namespace)} cannot be a namespace: at most 63 lower-case letters, digits and hyphens, with a letter or digit at both ends`,
        'namespace',
      );
    if (isMapping(labels)) this.#labels(labels);
    if (isMapping(annotations)) this.#annotations(annotations);
    if (Array.isArray(finalizers)) this.#finalizers(finalizers);
    if (Array.isArray(ownerReferences)) this.#owners(ownerReferences);
  }

  #labels(labels: Mapping): void {
    for (const [key, value] of Object.entries(labels)) {
      const fault = keyFault(key);
      if (fault)
        this.#report(['labels', key], `${shown(key)} cannot be the key of a label: ${fault}`, 'label', true);
      if (typeof value !== 'string') continue;
      if (value.length > 63 || !labelValue.test(value))
        this.#report(
          ['labels', key],
          `${shown(value)} cannot be the value of a label: at most 63 letters, digits, -, _ and ., with a letter or digit at both ends`,
          'label',
        );
    }
  }

  #annotations(annotations: Mapping): void {
    let size = 0;
    for (const [key, value] of Object.entries(annotations)) {
      const fault = keyFault(key.toLowerCase());
      if (fault)
        this.#report(
          ['annotations', key],
          `${shown(key)} cannot be the key of an annotation: ${fault}`,
          'annotation',
          true,
        );
      size += Buffer.byteLength(key) + (typeof value === 'string' ? Buffer.byteLength(value) : 0);
    }
    if (size > mostAnnotationBytes)
      this.#report(
        ['annotations'],
        `the annotations have ${size} bytes, at most ${mostAnnotationBytes} are possible`,
        'annotation',
        true,
      );
  }

  #finalizers(finalizers: readonly Value[]): void {
    for (const [index, finalizer] of finalizers.entries()) {
      if (typeof finalizer !== 'string') continue;
      const fault = keyFault(finalizer);
      if (fault)
        this.#report(['finalizers', index], `${shown(finalizer)} cannot be a finalizer: ${fault}`, 'other');
    }
  }

  #owners(owners: readonly Value[]): void {
    for (const [index, owner] of owners.entries()) {
      if (!isMapping(owner)) continue;
      for (const field of ['apiVersion', 'kind', 'name', 'uid'])
        if (owner[field] === '')
          this.#report(['ownerReferences', index, field], `an owner reference needs its ${field}`, 'other');
    }
  }

  #report(keys: readonly (string | number)[], text: string, why: MetadataFault, atKey = false): void {
    let path = this.#at;
    for (const key of keys) path = below(path, key);
    this.#problems.push({ code: 'metadata', path, text, why, atKey });
  }
}

/** What is wrong with a name, if anything is. */
export function nameFault(name: string, { kind, apiVersion }: Named): string | undefined {
  if (apiVersion.startsWith('rbac.authorization.k8s.io/')) {
    if (name === '.' || name === '..') return 'it would be another path';
    return /[/%]/.test(name) ? 'it may contain neither / nor %' : undefined;
  }
  if (apiVersion === 'v1' && kind === 'Namespace') return labelFault(name);
  if (apiVersion === 'v1' && kind === 'Service') {
    if (name.length > 63) return 'at most 63 characters are possible';
    return labelThatStartsWithALetter.test(name)
      ? undefined
      : 'lower-case letters, digits and hyphens are possible, with a letter in front and a letter or digit at the end';
  }
  if (name.length > 253) return 'at most 253 characters are possible';
  return subdomain.test(name)
    ? undefined
    : 'lower-case letters, digits, hyphens and dots are possible, with a letter or digit at both ends and beside each dot';
}

function labelFault(name: string): string | undefined {
  if (name.length > 63) return 'at most 63 characters are possible';
  return label.test(name)
    ? undefined
    : 'lower-case letters, digits and hyphens are possible, with a letter or digit at both ends';
}

/** What is wrong with the key of a label or an annotation, if anything is. */
export function keyFault(key: string): string | undefined {
  const parts = key.split('/');
  const [prefix, name] = parts.length === 2 ? [parts[0], parts[1] ?? ''] : [undefined, key];
  if (parts.length > 2) return 'it has more than one /';
  if (prefix !== undefined && (prefix === '' || prefix.length > 253 || !subdomain.test(prefix)))
    return 'what stands before the / must be a DNS name';
  if (name === '' || name.length > 63) return 'the name in it must have 1 to 63 characters';
  return qualified.test(name)
    ? undefined
    : 'letters, digits, -, _ and . are possible, with a letter or digit at both ends';
}

function relocated(path: Path | undefined, under: Path): Path {
  return path === undefined ? under : below(relocated(path.parent, under), path.key);
}
