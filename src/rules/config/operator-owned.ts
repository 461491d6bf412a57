import type { Report } from '../../diagnostics/index.js';
import {
  type ConfigOption,
  mariadbName,
  mariadbOption,
  mariadbVerdict,
  postgresRefusal,
  postgresSetting,
  providerStrings,
  type ServerConfig,
  type ServerFile,
  shownValue,
} from '../../server-options/index.js';
import { heldProviderKey, holdOn, ownerOf } from '../owned-options.js';
import { defineRule } from '../rule.js';
import { configsOf, filesIn } from '../server-configs.js';

const messages = {
  owned: (p: { option: string; owner: string }) => `${p.option} is ${p.owner}'s to set`,
  value: (p: { option: string; value: string; by: string; needed: string }) =>
    `${p.option} is ${p.value}, where ${p.by} needs ${p.needed}`,
  string: (p: { option: string }) => `${p.option} in a file replaces every option of mariadb-operator's own`,
  replica: (p: { option: string }) => `${p.option} would be the same on every replica`,
};

/** No option takes the place of one that the provider sets so that the replicas find each other. */
export const operatorOwned = defineRule({
  id: 'config/operator-owned',
  severity: 'error',
  why: 'the file is read after what is written for the cluster and wins: a replica no longer joins, cannot be reached or has other data than the rest',
  source:
    'kubedb/mariadb-init-docker scripts/on-start.sh, scripts/run.sh; kubedb/postgres-init-docker role_scripts/17/primary/start.sh; mariadb-operator/mariadb-operator pkg/galera/config/config.go; MariaDB/mariadb-docker 11.8/Dockerfile',
  messages,
  checkPlan(plan, report) {
    for (const config of configsOf(plan)) check(config, report);
  },
  checkManifests(manifests, report) {
    for (const file of filesIn(manifests)) {
      check(withoutLog(file), report);
      checkString(file, report);
    }
  },
});

/** What switches the binary log off in a file of mariadb-operator is mariadb-operator/binary-log. */
function withoutLog(file: ServerFile): ServerFile {
  if (file.provider !== 'mariadb-operator') return file;
  return { ...file, options: file.options.filter(({ name }) => mariadbName(name).key !== 'log-bin') };
}

function check(config: ServerConfig, report: Report<typeof messages>): void {
  const owner = ownerOf(config);
  for (const option of config.options) {
    const hold = holdOn(config, option.name);
    if (!hold) continue;
    const { name, value = 'ON', nameSpan, valueSpan } = option;
    if (hold.kind !== 'value') {
      report(hold.kind, { option: name, owner }).at(nameSpan).fix(hold.remedy);
    } else if (!hold.right.test(value) && isTaken(config, option)) {
      const { needed, by } = hold;
      report('value', {
        option: name,
        value: shownValue({ ...option, value }),
        needed,
        by: by ?? 'the cluster',
      })
        .at(valueSpan)
        .fix(by === undefined ? `remove it; ${owner}'s own value is the one that works` : 'remove it');
    }
  }
  for (const string of providerStrings(config)) {
    for (const part of string.parts) {
      const remedy = heldProviderKey(config, part.key);
      if (remedy === undefined || (isRefused(config, part.key) && string.option.parts)) continue;
      report('owned', { option: part.key, owner }).at(string.spanOf(part)).fix(remedy);
    }
  }
}

/** The one key that the operator's webhook knows. */
function isRefused({ provider }: ServerConfig, key: string): boolean {
  return provider === 'mariadb-operator' && key === 'ist.recv_addr';
}

/** A topology has no other place for it, and dbspan puts it where it belongs. */
function checkString(config: ServerConfig, report: Report<typeof messages>): void {
  if (config.provider !== 'mariadb-operator') return;
  for (const { option } of providerStrings(config)) {
    if (option.parts) continue;
    report('string', { option: option.name })
      .at(option.nameSpan)
      .fix(
        'write its options under spec.galera.providerOptions: the address of each replica and the certificates are in the string that this one replaces',
      );
  }
}

/** A value that the server does not take as it is has a finding already. */
function isTaken({ engine, version }: ServerConfig, { name, value }: ConfigOption): boolean {
  if (engine === 'postgres') {
    const known = postgresSetting(name, version);
    return !known || postgresRefusal(known, value ?? '') === undefined;
  }
  const { key, switched } = mariadbName(name);
  const option = mariadbOption(key, version);
  return !option || switched || mariadbVerdict(option, value) === undefined;
}
