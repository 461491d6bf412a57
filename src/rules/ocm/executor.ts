import { defineRule } from '../rule.js';
import { worksOf } from '../works.js';
import { objectName } from './resources.js';

/** A work that is applied in somebody's name says whose. */
export const executor = defineRule({
  id: 'ocm/executor',
  severity: 'error',
  why: 'the webhook of the hub refuses an executor of the type ServiceAccount that names none',
  source: 'open-cluster-management-io/ocm pkg/work/webhook/v1/manifestwork_validating.go',
  messages: {
    nobody: (p: { work: string }) => `${p.work} has an executor without a service account`,
  },
  checkManifests(manifests, report) {
    for (const { manifest, spec } of worksOf(manifests)) {
      const subject = spec.at('executor', 'subject');
      if (!subject.given || subject.at('serviceAccount').given) continue;
      report('nobody', { work: objectName(manifest) })
        .at(subject.keySpan)
        .fix(
          'name serviceAccount: { namespace, name } of an account on the managed cluster; whoever applies the work needs the verb execute-as for it on the hub',
        );
    }
  },
});
