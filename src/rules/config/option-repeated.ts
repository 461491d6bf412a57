import { defineRule } from '../rule.js';
import { configsOf } from '../server-configs.js';
import { repeatedIn } from './repeated.js';

/** `config` gives every option once, whatever the spelling. Files, in which the last counts: config/option-overridden. */
export const optionRepeated = defineRule({
  id: 'config/option-repeated',
  severity: 'error',
  why: 'the options of a map have no order, so that which of the two counts is an accident',
  source: 'MariaDB/server mysys/my_getopt.c; postgres/postgres src/backend/utils/misc/guc-file.l',
  messages: {
    repeated: (p: { option: string; other: string }) => `${p.option} and ${p.other} are one option`,
  },
  checkPlan(plan, report) {
    for (const config of configsOf(plan))
      for (const { first, again } of repeatedIn(config)) {
        report('repeated', { option: again.name, other: first.name })
          .at(again.nameSpan, 'again here')
          .related(first.nameSpan, 'first here')
          .fix('keep one of the two');
      }
  },
});
