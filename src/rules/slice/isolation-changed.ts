import { fieldAt, isGone, isNew, type ObjectChange } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { firstOf, listed } from '../words.js';
import { controllerGroup } from './objects.js';

/** Who may talk to the pods of a slice changes. */
export const isolationChanged = defineRule({
  id: 'slice/isolation-changed',
  severity: 'warning',
  changeClass: 'security',
  why: 'with isolation KubeSlice writes network policies that let in the slice’s namespaces, the allowed ones, kubeslice-system, kube-system and istio-system, and nothing else: clients, backups and monitoring elsewhere are cut off',
  source: 'kubeslice/worker-operator controllers/slice',
  messages: {
    on: (p: { slice: string }) => `SliceConfig ${p.slice} is isolated from now on`,
    off: (p: { slice: string }) => `SliceConfig ${p.slice} is open to every pod of its clusters from now on`,
    allowed: (p: { slice: string; namespaces: readonly string[] }) =>
      `${listed(p.namespaces)} may reach the pods of SliceConfig ${p.slice} from now on`,
    cutOff: (p: { slice: string; namespaces: readonly string[] }) =>
      `${firstOf(p.namespaces)} may no longer reach the pods of SliceConfig ${p.slice}`,
  },
  checkChange(change, report) {
    for (const object of change.of('SliceConfig', controllerGroup)) {
      if (isGone(object) || isNew(object) || !object.before || !object.after) continue;
      const slice = object.after.manifest.name;
      const field = fieldAt(object, 'spec', 'namespaceIsolationProfile', 'isolationEnabled');
      const [was, is] = [isIsolated(object.before), isIsolated(object.after)];
      if (was !== is) {
        report(is ? 'on' : 'off', { slice })
          .at(change.placeAt(object, 'slice.isolation'))
          .about(change.nameOf(object, field))
          .fix(
            is
              ? 'name every namespace that must reach the databases as slice.allowedNamespaces'
              : 'keep isolation, and allow the namespaces that need it',
          );
        continue;
      }
      if (!is) continue;
      const [old, young] = [allowedIn(object.before), allowedIn(object.after)];
      const [lost, won] = [without(old, young), without(young, old)];
      const at = change.placeAt(object, 'slice.allowedNamespaces');
      if (lost.length > 0)
        report('cutOff', { slice, namespaces: lost })
          .at(at)
          .about(change.nameOf(object))
          .fix('see that no client, backup or monitor runs there');
      if (won.length > 0)
        report('allowed', { slice, namespaces: won })
          .at(at)
          .about(change.nameOf(object))
          .fix('see that everything there may reach the databases');
    }
  },
});

type Side = NonNullable<ObjectChange['before']>;

function isIsolated({ manifest }: Side): boolean {
  return manifest.root.at('spec', 'namespaceIsolationProfile', 'isolationEnabled').flag ?? false;
}

/** The allowed namespaces, each with its clusters. */
function allowedIn({ manifest }: Side): ReadonlyMap<string, ReadonlySet<string>> {
  const entries = manifest.root.at('spec', 'namespaceIsolationProfile', 'allowedNamespaces').items();
  return new Map(
    entries.map((entry) => [
      entry.at('namespace').text ?? '',
      new Set(
        entry
          .at('clusters')
          .items()
          .map(({ text }) => text ?? ''),
      ),
    ]),
  );
}

/** Namespaces of one list that another does not have, on some cluster at least. */
function without(
  list: ReadonlyMap<string, ReadonlySet<string>>,
  other: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  return [...list].flatMap(([name, clusters]) => {
    const others = other.get(name);
    const isMore =
      others === undefined || (!others.has('*') && [...clusters].some((each) => !others.has(each)));
    return isMore ? [name] : [];
  });
}
