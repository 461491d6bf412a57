import { defineRule } from '../rule.js';
import { nameSpan, objectsOf } from './operator-objects.js';

/** A StatefulSet puts its name and a hash of ten characters into a label of its pods. */
const longest = 52;

/** A database has a name of which a StatefulSet, its pods and Services can be made. */
export const names = defineRule({
  id: 'mariadb-operator/names',
  severity: 'error',
  why: 'the object itself is taken, and Kubernetes refuses the pods or the Services that the operator makes of it',
  source: 'mariadb-operator/mariadb-operator pkg/builder/statefulset_builder.go',
  messages: {
    long: (p: { kind: string; name: string; length: number }) =>
      `the name of the ${p.kind} ${p.name} has ${p.length} characters, and may have ${longest}`,
    form: (p: { kind: string; name: string }) => `no Service can have the name of the ${p.kind} ${p.name}`,
  },
  checkManifests(manifests, report) {
    for (const kind of ['MariaDB', 'MaxScale']) {
      for (const manifest of objectsOf(manifests, kind)) {
        const { name } = manifest;
        const span = nameSpan(manifest);
        if (!/^[a-z](?:[-a-z0-9]*[a-z0-9])?$/.test(name))
          report('form', { kind, name })
            .at(span)
            .fix('use lower-case letters, digits and hyphens, beginning with a letter, without a dot');
        else if (name.length > longest)
          report('long', { kind, name, length: name.length })
            .at(span)
            .fix(`shorten it, for example to ${name.slice(0, longest).replace(/-+$/, '')}`);
      }
    }
  },
});
