import type { Report } from '../../diagnostics/index.js';
import {
  mariadbName,
  mariadbOption,
  mariadbVerdict,
  type ServerConfig,
  shownValue,
} from '../../server-options/index.js';
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

function check({ engine, options, version }: ServerConfig, report: Report<typeof messages>): void {
  if (engine !== 'mariadb') return;
  for (const given of options) {
    const { name, value, valueSpan } = given;
    const { key, switched } = mariadbName(name);
    const option = mariadbOption(key, version);
    const verdict = option && !switched ? mariadbVerdict(option, value) : undefined;
    if (verdict?.kind !== 'adjusted') continue;
    const bound = `${verdict.becomes} or ${verdict.becomes === option?.least ? 'more' : 'less'}`;
    // Bytes, where a larger unit was in the writer's mind.
    const plain =
      /-(?:size|packet|mem-used)$/.test(key) &&
      /^[1-9]\d*$/.test(value ?? '') &&
      Number(value) < verdict.becomes;
    const meant = plain && !given.secret ? `: a plain number is bytes; did you mean ${value}M?` : '';
    report('adjusted', { option: name, value: shownValue(given) || 'nothing', becomes: verdict.becomes })
      .at(valueSpan)
      .fix(`write ${bound}${meant}`);
  }
}
