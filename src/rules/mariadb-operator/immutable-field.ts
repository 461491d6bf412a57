import {
  type ChangeSubject,
  canonical,
  fieldAt,
  type ImmutableField,
  immutableFieldsOf,
  immutableKinds,
  type ObjectChange,
  objectText,
  refusedChange,
  valueText,
} from '../../changes/index.js';
import type { Span } from '../../diagnostics/index.js';
import { bytes } from '../../topology/index.js';
import { storageClassPath } from '../changed-entries.js';
import { isMapping, type Value } from '../changed-values.js';
import { defineRule } from '../rule.js';
import { changedObjects } from './changed-objects.js';

/** Fields of the operator's objects that its webhook compares with the object that is there. */
export const immutableField = defineRule({
  id: 'mariadb-operator/immutable-field',
  severity: 'error',
  changeClass: 'immutable',
  why: 'the operator’s webhook refuses the whole object, every time: what is in Git is then never what runs',
  source: 'mariadb-operator/mariadb-operator pkg/webhook/inmutable_webhook.go',
  messages: {
    changed: (p: { object: string; field: string; from: string; to: string }) =>
      `${p.field} of ${p.object} was ${p.from} and would be ${p.to}, and cannot change`,
    shrinks: (p: { object: string; from: string; to: string }) =>
      `the volumes of ${p.object} would shrink from ${p.from} to ${p.to}`,
  },
  checkChange(change, report) {
    for (const kind of immutableKinds) {
      for (const object of changedObjects(change, kind)) {
        for (const field of immutableFieldsOf(kind)) {
          const refused = refusedChange(object, field);
          if (!refused) continue;
          const path = ['spec', ...field.path];
          const { from, to, within } = textsOf(refused.from, refused.to);
          const named = { object: objectText(object), field: path.join('.') + within, from, to };
          report('changed', named)
            .at(placeOf(change, object, field))
            .about(change.nameOf(object, fieldAt(object, ...path)))
            .fix(fixFor(object, field));
        }
      }
    }
    for (const object of changedObjects(change, 'MariaDB')) {
      const [from, to] = [sizeOf(object, 'before'), sizeOf(object, 'after')];
      if (from === undefined || to === undefined || bytes(to) >= bytes(from)) continue;
      report('shrinks', { object: object.after.manifest.name, from, to })
        .at(change.placeAt(object, '.storage.size'))
        .about(change.nameOf(object, fieldAt(object, 'spec', 'storage', 'size')))
        .fix(`write ${from} again, or make a database of another name and move the data`);
    }
  },
});

/** Where a topology says a field; what is below users, databases and backups is said by the object's own entry. */
function placeOf(change: ChangeSubject, object: ObjectChange, { path, place }: ImmutableField): Span {
  if (place === undefined) return change.placeOf(object);
  if (path.at(-1) === 'storageClassName') return change.placeAt(object, storageClassPath(change, object));
  return change.placeAt(object, place === '' ? '.name' : place);
}

/** Objects that can go and come again without losing what they stand for. */
function fixFor(object: ObjectChange, { path }: ImmutableField): string {
  const { kind, root } = (object.after ?? object.before).manifest;
  const [name] = path;
  if (kind === 'Grant' && name === 'grantOption')
    return 'dbspan plan says the commits: the privileges are taken away in one, and given as they shall be in the next';
  if (/Backup$/.test(kind) && name !== 'mariaDbRef') {
    if (root.at('spec', 'storage', 's3').given && name !== 'storage')
      return 'dbspan plan says the commits: the object goes in one, and comes again in the next; what is in the bucket stays';
    return 'write it as before, or write a backup of another name beside it, and take this one out when the new one has run';
  }
  if (kind === 'Database') return 'write it as before; change the database in the server, by ALTER DATABASE';
  return 'write it as before';
}

const size = /^\d+(?:\.\d+)?(?:[KMGTPE]i|[kMGTPE])?$/;

/** The size that counts: that of the claim template, where there is one. */
function sizeOf(object: ObjectChange, side: 'before' | 'after'): string | undefined {
  const storage = object[side]?.manifest.root.at('spec', 'storage');
  const template = storage?.at('volumeClaimTemplate', 'resources', 'requests', 'storage').value;
  const said = String(template ?? storage?.at('size').value ?? '');
  return size.test(said) ? said : undefined;
}

/** The two values as a reader compares them: of two mappings the first of their values that differ. */
function textsOf(
  before: Value | undefined,
  after: Value | undefined,
  within = '',
): { readonly from: string; readonly to: string; readonly within: string } {
  if (isMapping(before) && isMapping(after)) {
    for (const key of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
      const [old, young] = [before[key], after[key]];
      if (canonical(old) !== canonical(young)) return textsOf(old, young, `${within}.${key}`);
    }
  }
  return { from: valueText(before), to: valueText(after), within };
}
