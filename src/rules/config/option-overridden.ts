import type { Report } from '../../diagnostics/index.js';
import { type ServerConfig, shownValue } from '../../server-options/index.js';
import { defineRule } from '../rule.js';
import { filesIn } from '../server-configs.js';
import { repeatedIn } from './repeated.js';

const messages = {
  overridden: (p: { option: string; value: string }) =>
    `${p.option} = ${p.value} does nothing: a later line of the file says otherwise`,
};

/** A file says one thing of every option. In a topology, where no line is later: config/option-repeated. */
export const optionOverridden = defineRule({
  id: 'config/option-overridden',
  severity: 'warning',
  why: 'the last line counts, so that whoever changes the first one changes nothing',
  source: 'MariaDB/server mysys/my_getopt.c; postgres/postgres src/backend/utils/misc/guc-file.l',
  messages,
  checkManifests(manifests, report) {
    for (const file of filesIn(manifests)) check(file, report);
  },
  checkServerFile: check,
});

function check(config: ServerConfig, report: Report<typeof messages>): void {
  for (const { first, again, differs } of repeatedIn(config)) {
    if (!differs) continue;
    report('overridden', { option: first.name, value: first.value === undefined ? 'ON' : shownValue(first) })
      .at(first.nameSpan, 'this one does nothing')
      .related(again.nameSpan, 'this one counts')
      .fix('keep one of the two');
  }
}
