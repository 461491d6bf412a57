import type { OutputObject } from '../../changes/index.js';
import { classPlace, ordinalsOf } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';
import { firstOf, listed } from '../words.js';

/** The storage class of a cluster's replicas is that with which their volumes were made. */
export const classIgnored = defineRule({
  id: 'placement/class-ignored',
  severity: 'warning',
  changeClass: 'immutable',
  why: 'volumes that exist keep their class without a word; only replicas that are new get the other one, and then no two are alike',
  source: 'kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages: {
    kept: (p: {
      policy: string;
      clusters: readonly string[];
      from: string;
      to: string;
      ordinals: readonly number[];
    }) =>
      `the class of ${p.policy} on ${firstOf(p.clusters)} changes from ${p.from} to ${p.to}, and ${p.ordinals.length === 1 ? 'replica' : 'replicas'} ${listed(p.ordinals.map(String))} keep${p.ordinals.length === 1 ? 's' : ''} the old one`,
  },
  checkChange(change, report) {
    for (const object of change.of('PlacementPolicy', 'apps.k8s.appscode.com')) {
      if (object.kind !== 'changed') continue;
      const [old, young] = [classesOf(object.before), classesOf(object.after)];
      const [before, after] = [ordinalsOf(object.before), ordinalsOf(object.after)];
      const affected = [...young].filter(([cluster, name]) => old.has(cluster) && old.get(cluster) !== name);
      const staying = (cluster: string) => {
        return [...before].flatMap(([ordinal, on]) => {
          return on === cluster && after.get(ordinal) === cluster ? [ordinal] : [];
        });
      };
      const [first, ...others] = affected.filter(([cluster]) => staying(cluster).length > 0);
      if (!first) continue;
      const [cluster, to] = first;
      report('kept', {
        policy: object.after.manifest.name,
        clusters: [cluster, ...others.map(([name]) => name)],
        from: old.get(cluster) || 'the default',
        to: to || 'the default',
        ordinals: staying(cluster).sort((a, b) => a - b),
      })
        .at(classPlace(change, object, cluster))
        .about(change.nameOf(object))
        .fix(
          'write the old class again; volumes of another class come with a new database, into which the data are moved',
        );
    }
  },
});

/** The class of each cluster's rule; empty where it is left out. */
function classesOf({ manifest }: OutputObject): ReadonlyMap<string, string> {
  const rules = manifest.root.at('spec', 'clusterSpreadConstraint', 'distributionRules').items();
  return new Map(
    rules.map((rule) => [rule.at('clusterName').text ?? '', rule.at('storageClassName').text ?? '']),
  );
}
