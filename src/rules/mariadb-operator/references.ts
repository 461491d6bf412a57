import type { Report } from '../../diagnostics/index.js';
import type { Field, Manifest, ManifestSet } from '../../manifests/index.js';
import { nearest } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { keyOf, objectsOf, operatorGroup } from './operator-objects.js';

const messages = {
  unknown: (p: { kind: string; name: string; target: string; wanted: string }) =>
    `the ${p.kind} ${p.name} names the ${p.target} ${p.wanted}, which is not there`,
  kind: (p: { value: string }) => `a reference to a ${p.value} leads nowhere`,
  key: (p: { target: string; name: string; key: string }) => `the ${p.target} ${p.name} has no key ${p.key}`,
};

/** The fields that name another object, by the kinds that have them. `*` is every item of a list. */
const fields: readonly (readonly [kind: string, path: string, target: string])[] = [
  ['Connection', 'maxScaleRef', 'MaxScale'],
  ['MariaDB', 'maxScaleRef', 'MaxScale'],
  ['MariaDB', 'pointInTimeRecoveryRef', 'PointInTimeRecovery'],
  ['MariaDB', 'bootstrapFrom.pointInTimeRecoveryRef', 'PointInTimeRecovery'],
  ['MariaDB', 'replication.replica.bootstrapFrom.physicalBackupTemplateRef', 'PhysicalBackup'],
  ['MariaDB', 'multiCluster.members.*.externalMariaDbRef', 'ExternalMariaDB'],
  ['PointInTimeRecovery', 'physicalBackupRef', 'PhysicalBackup'],
  ['Restore', 'backupRef', 'Backup'],
  ['SqlJob', 'dependsOn.*', 'SqlJob'],
];

/** Kinds that belong to a MariaDB. */
const owned = [
  'Backup',
  'Connection',
  'Database',
  'Grant',
  'MaxScale',
  'PhysicalBackup',
  'Restore',
  'SqlJob',
  'User',
];

/** An object that another names is there, and so is the key of a Secret or ConfigMap. */
export const references = defineRule({
  id: 'mariadb-operator/references',
  severity: 'error',
  why: 'the operator waits for it, trying again and again, and nothing is made',
  source: 'mariadb-operator/mariadb-operator pkg/refresolver/refresolver.go',
  messages,
  checkManifests(manifests, report) {
    const targets = new Targets(manifests);
    for (const [kind, path, target] of fields) {
      for (const manifest of objectsOf(manifests, kind)) {
        for (const field of fieldsAt(manifest.root.at('spec'), path.split('.')))
          targets.check(manifest, field, target, report);
      }
    }
    for (const kind of owned) {
      for (const manifest of objectsOf(manifests, kind))
        checkOwner(manifest, manifest.root.at('spec', 'mariaDbRef'), 'MariaDB', targets, report);
    }
    for (const manifest of objectsOf(manifests, 'MariaDB'))
      checkOwner(manifest, manifest.root.at('spec', 'bootstrapFrom', 'backupRef'), 'Backup', targets, report);
    checkKeys(manifests, report);
  },
});

type Check = Report<typeof messages>;

/** Reference that says the kind of what it names. Of backups mariadb-operator/bootstrap-from knows the kinds. */
function checkOwner(
  manifest: Manifest,
  field: Field,
  standard: string,
  targets: Targets,
  report: Check,
): void {
  if (!field.given) return;
  const kind = field.at('kind');
  const target = kind.text || standard;
  if (['MariaDB', 'ExternalMariaDB', 'Backup', 'PhysicalBackup'].includes(target))
    targets.check(manifest, field, target, report);
  else if (standard === 'MariaDB')
    report('kind', { value: target }).at(kind.span).fix('write MariaDB or ExternalMariaDB');
}

function fieldsAt(field: Field, [step, ...rest]: readonly string[]): Field[] {
  if (step === undefined) return [field];
  if (step === '*') return field.items().flatMap((each) => fieldsAt(each, rest));
  return fieldsAt(field.at(step), rest);
}

/** The objects that are there. Of a kind and namespace of which none is, nothing is known. */
class Targets {
  readonly #manifests: ManifestSet;
  readonly #byKind = new Map<string, Map<string, Set<string>>>();

  constructor(manifests: ManifestSet) {
    this.#manifests = manifests;
  }

  check(manifest: Manifest, reference: Field, target: string, report: Check): void {
    const field = reference.at('name');
    const namespace = reference.at('namespace').text ?? manifest.namespace;
    const present = this.#of(target).get(namespace ?? '');
    if (!field.text || !present || present.has(field.text)) return;
    // The one that names another of its kind is no sign that all of that kind are here.
    if (target === manifest.kind && present.size === 1) return;
    const meant = nearest(field.text, [...present]);
    report('unknown', { kind: manifest.kind, name: manifest.name, target, wanted: field.text })
      .at(field.span)
      .fix(
        meant === undefined
          ? `name a ${target} of the namespace ${namespace ?? 'they share'}`
          : `did you mean ${meant}?`,
      );
  }

  #of(kind: string): ReadonlyMap<string, ReadonlySet<string>> {
    const known = this.#byKind.get(kind);
    if (known) return known;
    const byNamespace = new Map<string, Set<string>>();
    for (const { namespace = '', name } of objectsOf(this.#manifests, kind)) {
      const present = byNamespace.get(namespace);
      if (present) present.add(name);
      else byNamespace.set(namespace, new Set([name]));
    }
    this.#byKind.set(kind, byNamespace);
    return byNamespace;
  }
}

const holders = [
  ['Secret', /SecretKeyRef$/, ['data', 'stringData']],
  ['ConfigMap', /ConfigMapKeyRef$/, ['data', 'binaryData']],
] as const;

function checkKeys(manifests: ManifestSet, report: Check): void {
  const known = new Map<string, Manifest>();
  for (const [kind] of holders)
    for (const each of manifests.of(kind, '')) known.set(`${kind}/${keyOf(each.namespace, each.name)}`, each);
  if (known.size === 0) return;
  for (const manifest of manifests.all) {
    if (manifest.group === operatorGroup) walk(manifest, manifest.root.at('spec'), known, report);
  }
}

function walk(manifest: Manifest, place: Field, known: ReadonlyMap<string, Manifest>, report: Check): void {
  for (const item of place.items()) walk(manifest, item, known, report);
  for (const [name, field] of place.entries()) {
    const holder = holders.find(([, pattern]) => pattern.test(name));
    if (!holder) {
      walk(manifest, field, known, report);
      continue;
    }
    const [kind, , parts] = holder;
    const [target, key] = [field.at('name').text, field.at('key')];
    const object = known.get(`${kind}/${keyOf(manifest.namespace, target ?? '')}`);
    // A password that is generated is added to a Secret; one with nothing in it is filled by somebody else.
    if (!object || key.text === undefined || field.at('generate').flag === true) continue;
    // Of one without the ending mariadb-operator/configuration-reference speaks.
    if (name === 'myCnfConfigMapKeyRef' && !key.text.endsWith('.cnf')) continue;
    const keys = parts.flatMap((part) =>
      object.root
        .at(part)
        .entries()
        .map(([each]) => each),
    );
    if (keys.length === 0 || keys.includes(key.text)) continue;
    const meant = nearest(key.text, keys);
    report('key', { target: kind, name: target ?? '', key: key.text })
      .at(key.span)
      .related(object.root.at('metadata', 'name').span, `the ${kind}`)
      .fix(meant === undefined ? 'name a key that it has' : `did you mean ${meant}?`);
  }
}
