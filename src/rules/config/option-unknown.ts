import type { Report } from '../../diagnostics/index.js';
import {
  mariadbName,
  mariadbOptions,
  postgresSettings,
  postgresStanding,
  postgresSubstitute,
  type ServerConfig,
  standingOf,
  standsAsIs,
  substituteFor,
} from '../../server-options/index.js';
import { nearest } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { configsOf, filesIn } from '../server-configs.js';

const messages = {
  unknown: (p: { option: string; server: string }) => `${p.server} has no option ${p.option}`,
  gone: (p: { option: string; server: string; since: string }) =>
    `${p.server} has no option ${p.option} any more; it is gone since ${p.since}`,
  later: (p: { option: string; server: string; since: string }) =>
    `${p.server} has no option ${p.option} yet; it came with ${p.since}`,
  fixed: (p: { option: string; server: string }) => `${p.option} cannot stand in a file of ${p.server}`,
};

/** The server of the version that runs knows every option by its name. */
export const optionUnknown = defineRule({
  id: 'config/option-unknown',
  severity: 'error',
  why: 'the server refuses to start with an option it does not know, and every replica has the same file',
  source: 'MariaDB/server mysys/my_getopt.c; postgres/postgres src/backend/utils/misc/guc-file.l',
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
  const server = `MariaDB ${version ?? ''}`.trim();
  for (const { name, nameSpan } of options) {
    const read = mariadbName(name);
    if (read.loose) continue;
    const meant = substituteFor(read.key);
    const remedy = meant ? `write ${meant}` : undefined;
    switch (standingOf(read, version)) {
      case 'unknown': {
        const close = nearest(read.key, mariadbOptions().keys())?.replaceAll('-', '_');
        report('unknown', { option: name, server })
          .at(nameSpan)
          .fix(remedy ?? (close ? `did you mean ${close}?` : 'remove it'));
        break;
      }
      case 'gone':
        report('gone', { option: name, server, since: '11.8 at the latest' })
          .at(nameSpan)
          .fix(remedy ?? 'remove it');
        break;
      case 'later':
        report('later', { option: name, server, since: 'a version between 11.0 and 11.8' })
          .at(nameSpan)
          .fix(`remove it, or write loose_${name}: a server that does not know it passes over it`);
        break;
      case 'fixed':
        report('fixed', { option: name, server })
          .at(nameSpan)
          .fix(remedy ?? 'remove it; it is a variable of a session, or one the server sets itself');
    }
  }
}

function checkPostgres({ options, version }: ServerConfig, report: Report<typeof messages>): void {
  const server = `Postgres ${version ?? ''}`.trim();
  const major = version === undefined ? undefined : Number.parseInt(version, 10) || undefined;
  for (const option of options) {
    const { name, nameSpan } = option;
    const meant = postgresSubstitute(name.toLowerCase());
    const remedy = meant ? `write ${meant}` : undefined;
    if (name.includes('-')) {
      const right = name.replaceAll('-', '_');
      const open = report('unknown', { option: name, server }).at(nameSpan).fix(`write ${right}`);
      if (standsAsIs(option)) open.edit(nameSpan, right);
      continue;
    }
    const standing = postgresStanding(name, major);
    switch (standing.kind) {
      case 'unknown': {
        const close = nearest(name, postgresSettings().keys());
        report('unknown', { option: name, server })
          .at(nameSpan)
          .fix(remedy ?? (close ? `did you mean ${close}?` : 'remove it'));
        break;
      }
      case 'gone':
      case 'later':
        report(standing.kind, { option: name, server, since: String(standing.major) })
          .at(nameSpan)
          .fix(remedy ?? 'remove it');
        break;
      case 'fixed':
        report('fixed', { option: name, server })
          .at(nameSpan)
          .fix('remove it; it is decided when the server is built or its data directory made');
    }
  }
}
