import type { ObjectChange, OutputObject } from '../../changes/index.js';
import type { Field } from '../../manifests/index.js';
import { openingOf, widened } from '../access-changes.js';
import { defineRule } from '../rule.js';
import { databaseKey } from './changed-sets.js';
import { callersOf } from './policy-callers.js';

/** Who reaches a database that could not before. */
export const accessWidened = defineRule({
  id: 'galera/access-widened',
  severity: 'warning',
  changeClass: 'security',
  why: 'whoever reaches the port may try passwords; whoever reaches the ports of the group needs none',
  source: 'kubernetes/api networking/v1/types.go',
  messages: {
    wider: (p: { database: string; what: string }) => `more can reach ${p.database}: ${p.what}`,
  },
  checkChange(change, report) {
    const found = new Map<string, { what: string[]; objects: ObjectChange[] }>();
    const add = (object: ObjectChange, of: OutputObject, what: readonly string[]): void => {
      if (what.length === 0) return;
      const entry = found.get(databaseKey(of)) ?? { what: [], objects: [] };
      found.set(databaseKey(of), entry);
      entry.what.push(...what);
      entry.objects.push(object);
    };
    for (const object of change.of('Service', '')) {
      if (object.kind !== 'changed' || !isOurs(object.after)) continue;
      const of = (root: Field) => openingOf(root.at('spec'), root.at('metadata', 'annotations'));
      add(object, object.after, widened(of(object.before.manifest.root), of(object.after.manifest.root)));
    }
    const lasting = new Set(change.objectsOf('after', 'StatefulSet', 'apps').map(databaseKey));
    for (const object of change.of('NetworkPolicy', 'networking.k8s.io')) {
      const { before, after } = object;
      if (!before || !isOurs(before)) continue;
      if (!after) {
        if (lasting.has(databaseKey(before)) && !isArbitratorPolicy(before))
          add(object, before, ['its network policy goes, so that every pod reaches every port']);
        continue;
      }
      if (object.kind !== 'changed' || isArbitratorPolicy(after)) continue;
      const known = new Set(callersOf(before));
      const said = found.get(databaseKey(after))?.what.join(' ') ?? '';
      // What the load balancer lets in is in the policy as well.
      const added = callersOf(after).filter(
        (caller) => !known.has(caller) && !said.includes(caller.replace(/^network /, '')),
      );
      if (added.length > 0) add(object, after, [`${added.join(', ')} may connect`]);
    }
    for (const [key, { what, objects }] of found) {
      const [first] = objects;
      if (!first) continue;
      const database = key.slice(key.lastIndexOf('\n') + 1);
      const open = report('wider', { database, what: [...new Set(what)].join('; ') })
        .at(change.placeAt(first, '.service'))
        .fix(
          'let somebody who knows the network agree to it; name networks and namespaces as narrow as they are',
        );
      for (const each of objects) open.about(change.nameOf(each));
    }
  },
});

function isOurs({ manifest }: OutputObject): boolean {
  return manifest.root.at('metadata', 'labels', 'app.kubernetes.io/name').text === 'mariadb';
}

function isArbitratorPolicy({ manifest }: OutputObject): boolean {
  return manifest.root.at('metadata', 'labels', 'app.kubernetes.io/component').text === 'arbitrator';
}
