import type { Report } from '../../diagnostics/index.js';
import {
  type ConfigOption,
  mariadbName,
  mariadbOptions,
  mariadbPlainSize,
  type PlainSize,
  postgresPlainSize,
  postgresSettings,
  postgresStanding,
  type ServerConfig,
  shownValue,
  standingOf,
  standsAsIs,
} from '../../server-options/index.js';
import { nearest } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { configsOf, filesIn } from '../server-configs.js';

const messages = {
  idle: (p: { option: string }) => `${p.option} does nothing any more`,
  plugin: (p: { option: string }) => `${p.option} belongs to a plugin that nothing here loads`,
  shortened: (p: { option: string; whole: string }) => `${p.option} is short for ${p.whole}`,
  small: (p: { option: string; value: string; size: string }) => `${p.option} = ${p.value} is ${p.size}`,
  unsure: (p: { option: string; server: string }) =>
    `whether ${p.server} has an option ${p.option} is not known here`,
};

/** Every option is one that the server certainly has, whole, and acts on. */
export const optionDoubtful = defineRule({
  id: 'config/option-doubtful',
  severity: 'warning',
  why: 'an option that does nothing misleads, and one that another version or a missing plugin does not know keeps the server from starting',
  source: 'MariaDB/server sql/mysqld.cc, sql/sys_vars.cc',
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
  const server = `MariaDB ${version ?? 'of an unknown version'}`;
  const names = options.map((option) => ({ option, read: mariadbName(option.name) }));
  const loads = names.some(({ read }) => read.key === 'plugin-load' || read.key === 'plugin-load-add');
  for (const { option, read } of names) {
    const { name, nameSpan } = option;
    checkSize(option, mariadbPlainSize(read.key, option.value, version), report);
    if (read.loose) continue;
    if (read.shortened) {
      const whole = read.key.replaceAll('-', '_');
      const open = report('shortened', { option: name, whole })
        .at(nameSpan)
        .fix(`write ${whole}: the next version may have two that begin so`);
      if (standsAsIs(option)) open.edit(nameSpan, whole);
      continue;
    }
    switch (standingOf(read, version)) {
      case 'idle':
        report('idle', { option: name }).at(nameSpan).fix('remove it');
        break;
      case 'plugin':
        if (loads) break;
        report('plugin', { option: name })
          .at(nameSpan)
          .fix(`write loose_${name}, or load the plugin in the same file with plugin_load_add`);
        break;
      case 'unsure': {
        const close = read.option ? undefined : nearest(read.key, mariadbOptions().keys());
        const meant = close ? `did you mean ${close.replaceAll('-', '_')}? If not, ` : '';
        report('unsure', { option: name, server })
          .at(nameSpan)
          .fix(`${meant}write loose_${name}: a server that does not know it then starts all the same`);
      }
    }
  }
}

/** A number without a unit that was hardly meant as what the server reads it for. */
function checkSize(option: ConfigOption, size: PlainSize | undefined, report: Report<typeof messages>): void {
  if (!size) return;
  const { name, value, valueSpan, secret } = option;
  report('small', { option: name, value: shownValue(option), size: secret ? 'very little' : size.read })
    .at(valueSpan)
    .fix(secret ? 'write its unit' : `write ${value}${size.meant}${size.also}`);
}

function checkPostgres({ options, version }: ServerConfig, report: Report<typeof messages>): void {
  const server = `Postgres ${version ?? 'of an unknown version'}`;
  const major = version === undefined ? undefined : Number.parseInt(version, 10) || undefined;
  for (const option of options) {
    const { name, nameSpan } = option;
    checkSize(option, postgresPlainSize(name, option.value, version), report);
    if (name.includes('-') || postgresStanding(name, major).kind !== 'unsure') continue;
    const close = nearest(name, postgresSettings().keys());
    report('unsure', { option: name, server })
      .at(nameSpan)
      .fix(
        `${close ? `did you mean ${close}? If not, ` : ''}try it on one server: an unknown one stops the start`,
      );
  }
}
