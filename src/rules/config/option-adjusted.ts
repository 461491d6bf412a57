import type { Report } from '../../diagnostics/index.js';
import { mariadbName, mariadbVerdict, type ServerConfig, shownValue } from '../../server-options/index.js';
import { defineRule } from '../rule.js';
import { configsOf, filesIn } from '../server-configs.js';

const messages = {
  adjusted: (p: { option: string; value: string; becomes: number }) =>
    `MariaDB makes ${p.option} ${p.becomes}, not ${p.value}`,
};

/** Every number lies within what MariaDB lets the option be. Postgres refuses such a number: config/option-value. */
export const optionAdjusted = defineRule({
  id: 'config/option-adjusted',
  severity: 'warning',
  why: 'the server moves a number to the nearest it allows, says so in its log alone, and runs with another value than the file says',
  source: 'MariaDB/server mysys/my_getopt.c',
  messages,
  checkPlan(plan, report) {
    for (const config of configsOf(plan)) check(config, report);
  },
  checkManifests(manifests, report) {
    for (const file of filesIn(manifests)) check(file, report);
  },
  checkServerFile: check,
});

function check({ engine, options }: ServerConfig, report: Report<typeof messages>): void {
  if (engine !== 'mariadb') return;
  for (const given of options) {
    const { name, value, valueSpan } = given;
    const { option, switched } = mariadbName(name);
    const verdict = option && !switched ? mariadbVerdict(option, value) : undefined;
    if (verdict?.kind !== 'adjusted') continue;
    report('adjusted', { option: name, value: shownValue(given) || 'nothing', becomes: verdict.becomes })
      .at(valueSpan)
      .fix(`write ${verdict.becomes} or ${verdict.becomes === option?.least ? 'more' : 'less'}`);
  }
}
