import { changedNames, wordOf } from '../changed-options.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { changedSets, databaseKey, membersOf } from './changed-sets.js';

/** Members that a change starts anew. */
export const restart = defineRule({
  id: 'galera/restart',
  severity: 'info',
  changeClass: 'restart',
  why: 'every change of the pod’s template restarts every member, and each restart cuts the connections of that member and holds commits for some seconds',
  source: 'kubernetes/kubernetes pkg/controller/statefulset/stateful_set_control.go',
  messages: {
    rolls: (p: { database: string; members: string; fields: string }) =>
      `${p.members} of ${p.database} restart one by one, the highest first (${p.fields})`,
  },
  checkChange(change, report) {
    const files = new Map<string, string[]>();
    for (const object of change.of('ConfigMap', '')) {
      if (object.kind !== 'changed' || object.fields.length === 0) continue;
      const key = databaseKey(object.after);
      files.set(key, [...(files.get(key) ?? []), ...changedNames(object, ([root]) => root === 'data')]);
    }
    for (const object of changedSets(change)) {
      const isTemplate = (path: readonly string[]) => path[0] === 'spec' && path[1] === 'template';
      if (!object.fields.some(({ path }) => isTemplate(path.map(String)))) continue;
      const key = databaseKey(object.after);
      const others = object.fields.flatMap(({ path }) => partOf(path.map(wordOf)) ?? []);
      const isScripts = object.fields.some(({ text }) => text.includes('checksum/scripts'));
      const isOptions = object.fields.some(({ text }) => text.includes('checksum/config'));
      const names = [
        ...(others.includes('image') ? ['image'] : []),
        ...(isOptions ? (files.get(key) ?? []).filter((name) => !isScriptName(name)) : []),
        ...(isScripts ? ['the scripts'] : []),
        ...others,
      ];
      const count = membersOf(object.after);
      const partition =
        object.after.manifest.root.at('spec', 'updateStrategy', 'rollingUpdate', 'partition').number ?? 0;
      const members = partition > 0 ? `members ${partition} and up` : `all ${count} members`;
      report('rolls', { database: object.after.manifest.name, members, fields: firstOf([...new Set(names)]) })
        .at(change.placeOf(object))
        .about(change.nameOf(object))
        .fix(
          'apply it while all members are ready; one that does not come up stops the rest: take the commit back, apply, and delete its pod',
        );
    }
  },
});

/** The part of a pod's template that a path is in: of a container the field, or its variable. */
function partOf(path: readonly string[]): string | undefined {
  const [spec, template, pod, part, , field, variable] = path;
  if (spec !== 'spec' || template !== 'template' || pod !== 'spec' || part === undefined) return undefined;
  if (part !== 'containers' || field === undefined) return part;
  return field === 'env' && variable !== undefined ? variable : field;
}

function isScriptName(name: string): boolean {
  return name.endsWith('.sh') || name === 'replicas';
}
