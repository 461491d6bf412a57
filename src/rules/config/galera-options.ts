import type { Report } from '../../diagnostics/index.js';
import {
  misordered,
  type ProviderString,
  providerOptions,
  providerRefusal,
  providerStrings,
  type ServerConfig,
  shownValue,
} from '../../server-options/index.js';
import { nearest } from '../../topology/index.js';
import { standsInString } from '../operator-servers.js';
import { defineRule } from '../rule.js';
import { besideText, configsOf, filesIn } from '../server-configs.js';

const messages = {
  key: (p: { key: string }) => `the Galera provider has no option ${p.key}`,
  bare: (p: { key: string }) => `${p.key} in wsrep_provider_options has no value`,
  value: (p: { key: string; value: string }) => `the Galera provider does not take ${p.key} = ${p.value}`,
  window: (p: { user: string; all: string }) =>
    `evs.user_send_window is ${p.user}, above evs.send_window, which is ${p.all}`,
  below: (p: { key: string; value: string; other: string; otherValue: string }) =>
    `${p.key} is ${p.value}, below ${p.other}, which is ${p.otherValue}`,
  twice: (p: { key: string }) => `${p.key} stands in wsrep_provider_options twice`,
  again: () => 'wsrep_provider_options is given a second time, and the first does nothing',
};

/** The provider of Galera takes the string of its options. */
export const galeraOptions = defineRule({
  id: 'config/galera-options',
  severity: 'error',
  why: 'the provider is not loaded with an option it does not take, and the server does not start without it',
  source: 'codership/galera galerautils/src/gu_config.cpp, gcs/src/gcs_params.cpp',
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
  const strings = providerStrings(config);
  for (const [index, string] of strings.entries()) {
    checkFields(string, report);
    checkString(string, report);
    const earlier = strings[index - 1];
    if (!earlier || string.option.parts) continue;
    report('again')
      .at(string.option.nameSpan, 'this one counts')
      .related(earlier.option.nameSpan, 'this one does nothing')
      .fix('join them into one string, with semicolons between the options');
  }
}

/** Names that would be two of them in the string that the operator makes. What values do to it: mariadb-operator/provider-options. */
function checkFields({ option }: ProviderString, report: Report<typeof messages>): void {
  for (const [key, { nameSpan }] of option.parts ?? []) {
    if (!standsInString(key) || key.includes('='))
      report('key', { key }).at(nameSpan).fix('write one option in each field, its value after the colon');
  }
}

/** The provider refuses the first of a pair below the second. */
const order = [
  ['evs.suspect_timeout', 'evs.keepalive_period'],
  ['evs.suspect_timeout', 'evs.inactive_check_period'],
] as const;

function checkString(string: ProviderString, report: Report<typeof messages>): void {
  const seen = new Set<string>();
  const values = new Map<string, string>();
  for (const part of string.parts) {
    const { key, value } = part;
    const span = string.spanOf(part);
    const option = providerOptions().get(key);
    if (value === undefined) {
      report('bare', { key }).at(span).fix(`write ${key}=VALUE; options are parted by semicolons`);
    } else if (!option) {
      const meant = nearest(key, providerOptions().keys());
      report('key', { key })
        .at(span)
        .fix(meant ? `did you mean ${meant}?` : 'remove it');
    } else if (seen.has(key)) {
      report('twice', { key }).at(span).fix('keep one of the two');
    } else {
      const expected = providerRefusal(option, value);
      if (expected === undefined) values.set(key, value);
      else
        report('value', { key, value: shownValue({ ...string.option, value }) })
          .at(span)
          .fix(`write ${expected}`);
    }
    seen.add(key);
  }
  const user = values.get('evs.user_send_window') ?? string.besideOf('evs.user_send_window').value;
  const all = values.get('evs.send_window') ?? string.besideOf('evs.send_window').value;
  if (Number(user) > Number(all)) {
    const part = string.parts.find(({ key }) => /^evs\.(?:user_)?send_window$/.test(key));
    const missing = values.has('evs.send_window') ? 'evs.user_send_window' : 'evs.send_window';
    report('window', {
      user: shownValue({ ...string.option, value: user }),
      all: shownValue({ ...string.option, value: all }),
    })
      .at(part ? string.spanOf(part) : string.option.valueSpan, besideText(string.besideOf(missing).written))
      .fix('write evs.user_send_window as half of evs.send_window');
  }
  for (const { span, besides, key, value, other, otherValue } of misordered(string, order)) {
    report('below', { key, value, other, otherValue })
      .at(span, besideText(besides))
      .fix(`raise ${key} to at least ${otherValue}`);
  }
}
