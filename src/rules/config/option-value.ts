import type { Report } from '../../diagnostics/index.js';
import {
  characterSetRefusal,
  mariadbName,
  mariadbOption,
  mariadbVerdict,
  postgresRefusal,
  postgresSetting,
  type ServerConfig,
  shownValue,
} from '../../server-options/index.js';
import { defineRule } from '../rule.js';
import { configsOf, filesIn } from '../server-configs.js';

const messages = {
  refused: (p: { option: string; value: string }) => `${p.option} does not take ${p.value}`,
  off: (p: { option: string; value: string }) => `MariaDB reads ${p.option} = ${p.value} as OFF`,
  file: (p: { option: string; value: string }) =>
    `${p.option} = ${p.value} turns the binary log on, with files named ${p.value}`,
};

/** Every option has a value that the server takes for what it says. */
export const optionValue = defineRule({
  id: 'config/option-value',
  severity: 'error',
  why: 'the server refuses to start with a value it cannot read, or runs with the opposite of what the file says',
  source: 'MariaDB/server mysys/my_getopt.c; postgres/postgres src/backend/utils/misc/guc.c',
  messages,
  checkPlan(plan, report) {
    for (const config of configsOf(plan)) check(config, report);
  },
  checkManifests(manifests, report) {
    for (const file of filesIn(manifests)) check(file, report);
  },
  checkServerFile: check,
});

function check(config: ServerConfig, report: Report<typeof messages>): void {
  if (config.engine === 'mariadb') checkMariadb(config, report);
  else checkPostgres(config, report);
}

function checkMariadb({ options, version }: ServerConfig, report: Report<typeof messages>): void {
  for (const given of options) {
    const { name, value, valueSpan } = given;
    const { switched, key } = mariadbName(name);
    const option = mariadbOption(key, version);
    if (!option || switched) continue;
    if (key === 'log-bin' && /^(?:off|0|false|no)$/i.test(value ?? '')) {
      report('file', { option: name, value: shownValue(given) })
        .at(valueSpan)
        .fix('write skip_log_bin to turn it off, or the name of the files');
      continue;
    }
    const characterSet = characterSetRefusal(key, value, version);
    const verdict =
      characterSet === undefined
        ? mariadbVerdict(option, value)
        : ({ kind: 'refused', expected: characterSet } as const);
    if (verdict?.kind === 'off') {
      const yes = /^(?:y|yes|enabled?)$/i.test(value ?? '');
      report('off', { option: name, value: shownValue(given) })
        .at(valueSpan)
        .fix(yes ? 'write ON' : 'write ON or OFF');
    } else if (verdict?.kind === 'refused') {
      report('refused', { option: name, value: value === undefined ? 'no value' : shownValue(given) })
        .at(valueSpan)
        .fix(`write ${verdict.expected}`);
    }
  }
}

function checkPostgres({ options, version }: ServerConfig, report: Report<typeof messages>): void {
  for (const given of options) {
    const { name, value = '', valueSpan } = given;
    const key = name.toLowerCase();
    // From 18 on it takes a list of what to log.
    if (key === 'log_connections' && Number.parseInt(version ?? '', 10) >= 18) continue;
    const option = postgresSetting(key, version);
    const expected = option && postgresRefusal(option, value);
    if (expected === undefined) continue;
    report('refused', { option: name, value: value === '' ? 'an empty value' : shownValue(given) })
      .at(valueSpan)
      .fix(`write ${expected}`);
  }
}
