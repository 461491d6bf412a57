import { defineRule } from '../rule.js';
import { worksOf } from '../works.js';
import { objectName } from './resources.js';
import { configsOf, strategyOf } from './work-configs.js';

/** A work that server-side applies a whole Corefile takes it from whoever wrote it. */
export const workCorefile = defineRule({
  id: 'ocm/work-corefile',
  severity: 'error',
  why: 'a Corefile is one text, which the installer owns: without force the apply ends in a conflict that is not tried again, and slice.local is never forwarded',
  source: 'open-cluster-management-io/ocm pkg/work/spoke/apply/server_side_apply.go',
  messages: {
    conflict: (p: { work: string }) =>
      `${p.work} applies the Corefile without force, which conflicts with its owner`,
  },
  checkManifests(manifests, report) {
    for (const work of worksOf(manifests)) {
      const configs = configsOf(work);
      for (const object of work.objects) {
        const { kind, group, namespace, name, root } = object;
        if (kind !== 'ConfigMap' || group !== '' || namespace !== 'kube-system' || name !== 'coredns')
          continue;
        const strategy = strategyOf(configs, object);
        if (!root.at('data', 'Corefile').given || strategy?.at('type').text !== 'ServerSideApply') continue;
        if (strategy.at('serverSideApply', 'force').flag === true) continue;
        report('conflict', { work: objectName(work.manifest) })
          .at(strategy.at('type').span)
          .related(root.at('data', 'Corefile').keySpan, 'one text')
          .fix(
            'write the whole present Corefile with the block added and serverSideApply: { force: true }; where the Corefile imports coredns-custom, write a key of that instead',
          );
      }
    }
  },
});
