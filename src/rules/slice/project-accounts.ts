import type { ChangeSubject, ObjectChange } from '../../changes/index.js';
import { isGone } from '../../changes/index.js';
import { controllerGroup } from './objects.js';

/** The accounts of a project that come and go. KubeSlice writes them in lower case. */
export interface AccountChange {
  readonly object: ObjectChange;
  readonly project: string;
  readonly list: 'readWrite' | 'readOnly';
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The lists of accounts that change, of projects that stay. */
export function accountChanges(change: ChangeSubject): AccountChange[] {
  return change.of('Project', controllerGroup).flatMap((object) => {
    if (!object.after || !object.before || isGone(object)) return [];
    const project = object.after.manifest.name;
    return (['readWrite', 'readOnly'] as const).flatMap((list): AccountChange[] => {
      const [old, young] = [accountsIn(object.before, list), accountsIn(object.after, list)];
      const added = [...young].filter((name) => !old.has(name));
      const removed = [...old].filter((name) => !young.has(name));
      return added.length + removed.length === 0 ? [] : [{ object, project, list, added, removed }];
    });
  });
}

function accountsIn(side: ObjectChange['before'], list: string): ReadonlySet<string> {
  const items = side?.manifest.root.at('spec', 'serviceAccount', list).items() ?? [];
  return new Set(items.flatMap(({ text }) => text?.toLowerCase() ?? []));
}
