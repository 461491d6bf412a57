import { fieldAt, isGone, isNew, valueText } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

const fields = [
  {
    field: 'networkInterface',
    what: 'the interface',
    fix: 'compare it on every gateway node of the cluster first: ip route get 8.8.8.8',
  },
  {
    field: 'nodeIPs',
    what: 'the addresses',
    fix: 'see that every other member reaches the new ones, and watch the tunnels while it is applied',
  },
] as const;

/** A registered cluster keeps the interface and the addresses of its gateway nodes. */
export const registrationChanged = defineRule({
  id: 'slice/registration-changed',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'the tunnels of the cluster were built on it: they are down until both ends have the new one, and for good where it is wrong, without a word',
  source: 'kubeslice/docs versioned_docs/version-1.5.0/troubleshooting/troubleshooting-guide.mdx',
  messages: {
    changed: (p: { what: string; cluster: string; from: string; to: string }) =>
      `${p.what} of Cluster ${p.cluster} ${p.what === 'the interface' ? 'was' : 'were'} ${p.from} and would be ${p.to}`,
  },
  checkChange(change, report) {
    for (const object of change.of('Cluster', controllerGroup)) {
      if (isGone(object) || isNew(object)) continue;
      for (const { field: name, what, fix } of fields) {
        const field = fieldAt(object, 'spec', name);
        if (!field) continue;
        const [from, to] = [valueText(field.before), valueText(field.after)];
        report('changed', { what, cluster: object.after?.manifest.name ?? '', from, to })
          .at(change.placeAt(object, `.${name}`))
          .about(change.nameOf(object, field))
          .fix(fix);
      }
    }
  },
});
