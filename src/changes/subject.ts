import type { ChangedObject, Span } from '../diagnostics/index.js';
import type { Plan } from '../plan/index.js';
import type { Change, ChangeSubject, FieldChange, ObjectChange, OutputObject } from './model.js';
import { objectsOfKind, objectsOfName } from './objects.js';
import { valueText } from './values.js';

/** What is known around a change. */
export interface Surroundings {
  readonly plans: readonly Plan[];
  readonly plansBefore: readonly Plan[] | undefined;
  /** False for an old output whose files are not named as dbspan names them. */
  readonly isOurs: boolean;
  placeOf(object: ObjectChange, field?: FieldChange): Span;
  placeAt(object: ObjectChange, path: string): Span;
}

/** A change as rules look at it. */
export function changeSubject(
  change: Change,
  { plans, plansBefore, isOurs, placeOf, placeAt }: Surroundings,
): ChangeSubject {
  const byKind = new Map<string, ObjectChange[]>();
  for (const object of change.objects) {
    const { kind, group } = manifestOf(object);
    const key = `${kind}.${group}`;
    const present = byKind.get(key);
    if (present) present.push(object);
    else byKind.set(key, [object]);
  }
  const all = new Map<string, readonly OutputObject[]>();
  const namesOurs = (side: 'before' | 'after'): boolean => side === 'after' || isOurs;
  const objectsOf: ChangeSubject['objectsOf'] = (side, kind, group) => {
    const key = `${side} ${kind}.${group}`;
    const known = all.get(key);
    if (known) return known;
    const found = objectsOfKind(change[side], namesOurs(side), kind, group);
    all.set(key, found);
    return found;
  };
  const byName = new Map<string, Map<string, OutputObject[]>>();
  const named = (side: 'before' | 'after', kind: string, group: string): Map<string, OutputObject[]> => {
    const key = `${side} ${kind}.${group}`;
    const known = byName.get(key);
    if (known) return known;
    const found = new Map<string, OutputObject[]>();
    for (const object of objectsOf(side, kind, group)) {
      const present = found.get(object.manifest.name);
      if (present) present.push(object);
      else found.set(object.manifest.name, [object]);
    }
    byName.set(key, found);
    return found;
  };
  return {
    ...change,
    plans,
    plansBefore,
    of: (kind, group) => byKind.get(`${kind}.${group}`) ?? [],
    objectsOf,
    objectsNamed: (side, kind, group, name) =>
      namesOurs(side)
        ? objectsOfName(change[side], kind, group, name)
        : (named(side, kind, group).get(name) ?? []),
    placeOf,
    placeAt,
    nameOf,
  };
}

function manifestOf(object: ObjectChange): OutputObject['manifest'] {
  return (object.after ?? object.before).manifest;
}

/** An object as messages call it: `SliceConfig shop`. */
export function objectText(object: ObjectChange): string {
  const { kind, name } = manifestOf(object);
  return `${kind} ${name}`;
}

/** An object and a field of it, as findings name them. What a Secret holds is never told. */
export function nameOf(object: ObjectChange, field?: FieldChange): ChangedObject {
  const { file, cluster, manifest } = object.after ?? object.before;
  const isHidden = manifest.kind === 'Secret';
  const textOf = (value: FieldChange['before']): string | undefined =>
    value === undefined ? undefined : isHidden ? '***' : valueText(value);
  return {
    file: file.path,
    cluster,
    kind: manifest.kind,
    namespace: manifest.namespace,
    name: manifest.name,
    field: field?.text,
    before: textOf(field?.before),
    after: textOf(field?.after),
  };
}
