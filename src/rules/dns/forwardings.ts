import {
  type ChangeSubject,
  isGone,
  isNew,
  type ObjectChange,
  type OutputObject,
} from '../../changes/index.js';
import { sliceZone } from '../../plan/index.js';

/** Objects that may forward slice.local, by kind, API group and name. */
const kinds = [
  ['ConfigMap', '', ['coredns', 'coredns-custom', 'kube-dns']],
  ['HelmChartConfig', 'helm.cattle.io', ['rke2-coredns']],
  ['DNS', 'operator.openshift.io', ['default']],
] as const;

/** An object that comes, goes or changes, and where it forwards slice.local to on either side. */
export interface ForwardingChange {
  readonly object: ObjectChange;
  readonly cluster: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The changes of objects that forward slice.local before or after. */
export function forwardingChanges(change: ChangeSubject): ForwardingChange[] {
  return kinds.flatMap(([kind, group, names]) =>
    change.of(kind, group).flatMap((object): ForwardingChange[] => {
      const { cluster, manifest } = object.after ?? object.before;
      if (!(names as readonly string[]).includes(manifest.name)) return [];
      const before = object.before && !isMoved(object) ? targetIn(object.before) : undefined;
      const after = object.after ? targetIn(object.after) : undefined;
      return before === undefined && after === undefined ? [] : [{ object, cluster, before, after }];
    }),
  );
}

function isMoved(object: ObjectChange): boolean {
  return isGone(object) && isNew(object);
}

/** Clusters on which something forwards slice.local in the new output. */
export function forwardingClusters(change: ChangeSubject): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [kind, group, names] of kinds)
    for (const object of change.objectsOf('after', kind, group))
      if ((names as readonly string[]).includes(object.manifest.name) && targetIn(object) !== undefined)
        found.add(object.cluster);
  return found;
}

/** The first address behind the zone's name: all these objects name the zone, then where it goes. */
function targetIn({ manifest }: OutputObject): string | undefined {
  const text = JSON.stringify(manifest.root.value ?? '');
  const start = text.indexOf(sliceZone);
  if (start === -1) return undefined;
  return /\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:.]*/.exec(text.slice(start))?.[0];
}
