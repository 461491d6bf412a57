import { defineRule } from '../rule.js';
import { worksOf } from '../works.js';
import { objectName } from './resources.js';
import { configsOf } from './work-configs.js';

/** What a work says about server-side apply is acted on. */
export const updateStrategy = defineRule({
  id: 'ocm/update-strategy',
  severity: 'warning',
  why: 'the object is written in another way than the work says: whole instead of field by field, or with the fields that were to be left alone',
  source: 'open-cluster-management-io/api work/v1/types.go',
  messages: {
    unused: (p: { work: string; type: string }) =>
      `${p.work} has serverSideApply beside the strategy ${p.type}, where it does nothing`,
    list: (p: { work: string; path: string }) =>
      `${p.work} ignores the field ${p.path}, a place in a list, which the agent cannot leave out`,
  },
  checkManifests(manifests, report) {
    for (const work of worksOf(manifests)) {
      const name = objectName(work.manifest);
      for (const { field } of configsOf(work)) {
        const strategy = field.at('updateStrategy');
        const apply = strategy.at('serverSideApply');
        const type = strategy.at('type').text ?? 'Update';
        if (!apply.given) continue;
        if (type !== 'ServerSideApply') {
          report('unused', { work: name, type })
            .at(apply.keySpan)
            .related(strategy.at('type').span, 'the strategy')
            .fix('write type: ServerSideApply, or remove the block');
          continue;
        }
        for (const path of apply
          .at('ignoreFields')
          .items()
          .flatMap((entry) => entry.at('jsonPaths').items())) {
          if (!path.text?.includes('[')) continue;
          report('list', { work: name, path: path.text })
            .at(path.span)
            .fix('ignore the whole list, or point into it with jqPathExpressions where the agent knows them');
        }
      }
    }
  },
});
