import { fieldAt, isGone, isNew, type OutputObject, valueText } from '../../changes/index.js';
import { defineRule } from '../rule.js';

const gate = 'RawFeedbackJsonString';

/** The settings of a member’s agent that databases depend on stay, and so does its name. */
export const agentChange = defineRule({
  id: 'ocm/agent-change',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'without the gate the hub never sees a pod ready and the database never becomes Ready; with a short eviction period a lost work order deletes pods and volumes; under another name the agent is another cluster',
  source:
    'open-cluster-management-io/api operator/v1/types_klusterlet.go, feature/feature.go; open-cluster-management-io/ocm pkg/work/spoke/controllers/finalizercontroller/unmanaged_appliedmanifestwork_controller.go',
  messages: {
    gate: (p: { cluster: string }) => `the agent of ${p.cluster} loses the feature gate ${gate}`,
    eviction: (p: { cluster: string; from: string; to: string }) =>
      `the eviction period of the agent of ${p.cluster} was ${p.from} and would be ${p.to}`,
    name: (p: { cluster: string; from: string; to: string }) =>
      `the agent of ${p.cluster} was registered as ${p.from} and would be as ${p.to}`,
  },
  checkChange(change, report) {
    for (const object of change.of('Klusterlet', 'operator.open-cluster-management.io')) {
      if (isGone(object) || isNew(object) || !object.before || !object.after) continue;
      const { cluster } = object.after;
      const at = change.placeOf(object);
      if (isEnabled(object.before) && !isEnabled(object.after))
        report('gate', { cluster })
          .at(at)
          .about(change.nameOf(object))
          .fix('keep it enabled, with all other gates of the list: a patch replaces the whole list');
      const eviction = fieldAt(object, 'spec', 'workConfiguration', 'appliedManifestWorkEvictionGracePeriod');
      const [from, to] = [hours(eviction?.before), hours(eviction?.after)];
      if (eviction && to < from)
        report('eviction', {
          cluster,
          from: valueText(eviction.before),
          to: valueText(eviction.after ?? '60m'),
        })
          .at(at)
          .about(change.nameOf(object, eviction))
          .fix('keep 876000h, which turns eviction off');
      const name = fieldAt(object, 'spec', 'clusterName');
      if (name)
        report('name', { cluster, from: valueText(name.before), to: valueText(name.after) })
          .at(at)
          .about(change.nameOf(object, name))
          .fix('keep the name; another cluster joins beside it');
    }
  },
});

function isEnabled({ manifest }: OutputObject): boolean {
  return manifest.root
    .at('spec', 'workConfiguration', 'featureGates')
    .items()
    .some((each) => each.at('feature').text === gate && each.at('mode').text === 'Enable');
}

/** A duration of Go in hours; what is left out is an hour. */
function hours(value: unknown): number {
  if (typeof value !== 'string') return 1;
  let sum = 0;
  for (const [, amount, unit] of value.matchAll(/(\d+(?:\.\d+)?)(h|m|s)/g))
    sum += Number(amount) / (unit === 'h' ? 1 : unit === 'm' ? 60 : 3600);
  return sum;
}
