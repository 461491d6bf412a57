import type { Report } from '../../diagnostics/index.js';
import {
  misordered,
  type ProviderString,
  providerStrings,
  type ServerConfig,
  shownValue,
} from '../../server-options/index.js';
import { heldProviderKey } from '../owned-options.js';
import { defineRule } from '../rule.js';
import { besideText, configsOf, filesIn } from '../server-configs.js';

const messages = {
  same: (p: { key: string; value: string; where: string }) =>
    `${p.key} is ${p.value} on every replica${p.where}`,
  quorum: (p: { key: string }) => `${p.key} lets both halves of a split go on writing`,
  bootstrap: () => 'pc.bootstrap makes every replica that starts a cluster of its own',
  below: (p: { key: string; value: string; other: string; otherValue: string }) =>
    `${p.key} is ${p.value}, below ${p.other}, which is ${p.otherValue}`,
  stop: (p: { key: string }) => `${p.key} of 0 stops writes as soon as one replica is behind at all`,
  abort: (p: { key: string }) => `${p.key} makes a replica abort that falls behind`,
};

/** The options of the Galera provider are what several replicas can share, and fit together. */
export const galeraValues = defineRule({
  id: 'config/galera-values',
  severity: 'warning',
  why: 'the provider takes it, and the cluster splits, stalls or throws members out when a link is slow',
  source:
    'codership/galera gcomm/src/evs_proto.cpp, gcs/src/gcs.cpp; kubedb/apimachinery apis/kubedb/v1/mariadb_types.go',
  messages,
  checkPlan(plan, report) {
    for (const config of configsOf(plan)) check(config, report);
  },
  checkManifests(manifests, report) {
    for (const file of filesIn(manifests)) check(file, report);
  },
  checkServerFile: check,
});

/** One replica's own; there is one file for all of them. */
const perReplica = new Set([
  'gmcast.listen_addr',
  'ist.recv_addr',
  'ist.recv_bind',
  'base_host',
  'base_port',
]);

function check(config: ServerConfig, report: Report<typeof messages>): void {
  for (const string of providerStrings(config)) {
    checkEach(config, string, report);
    checkOrder(string, report);
  }
}

/** The default, which no queue reaches. */
const noLimit = 2 ** 62;

/** Where the replicas are, of which there is one configuration. */
function whereOf({ provider }: ServerConfig): string {
  return provider === undefined || provider === 'kubedb' ? ', in every cluster' : '';
}

function segmentsRemedy(config: ServerConfig): string {
  return whereOf(config) === ''
    ? 'remove it: all replicas have one configuration, so segments cannot differ by zone'
    : 'remove it: KubeDB has one configuration for all replicas, so segments cannot differ by cluster';
}

function checkEach(config: ServerConfig, string: ProviderString, report: Report<typeof messages>): void {
  const where = whereOf(config);
  for (const part of string.parts) {
    const { key, value = '' } = part;
    const span = string.spanOf(part);
    const on = /^(?:yes|true|on|1)$/i.test(value);
    // What replicas have of their own is config/operator-owned.
    if (heldProviderKey(config, key) !== undefined) continue;
    if (key === 'gmcast.segment' && value !== '0') {
      report('same', { key, value: shownValue({ ...string.option, value }), where })
        .at(span)
        .fix(segmentsRemedy(config));
    } else if (key === 'pc.weight' && value !== '1') {
      report('same', { key, value: shownValue({ ...string.option, value }), where })
        .at(span)
        .fix('remove it: equal weights are no weights');
    } else if (perReplica.has(key)) {
      report('same', { key, value: shownValue({ ...string.option, value }), where })
        .at(span)
        .fix('remove it: each replica finds its own address');
    } else if ((key === 'pc.ignore_quorum' || key === 'pc.ignore_sb') && on) {
      report('quorum', { key })
        .at(span)
        .fix('remove it; what still agrees with a majority goes on without it');
    } else if (key === 'pc.bootstrap' && on) {
      report('bootstrap').at(span).fix('remove it; it is a command for one replica in an emergency');
    } else if (key === 'gcs.fc_limit' && value === '0') {
      report('stop', { key }).at(span).fix('write 16, the default, or more on slow links');
    } else if (key === 'gcs.recv_q_hard_limit' && !(Number(value) >= noLimit)) {
      report('abort', { key }).at(span).fix('remove it; flow control holds the writers back before that');
    }
  }
}

/** The first of a pair is never below the second; the provider sees to others itself. */
const order = [
  ['evs.inactive_timeout', 'evs.suspect_timeout'],
  ['evs.inactive_timeout', 'evs.install_timeout'],
] as const;

function checkOrder(string: ProviderString, report: Report<typeof messages>): void {
  for (const { span, besides, key, value, other, otherValue } of misordered(string, order)) {
    report('below', { key, value, other, otherValue })
      .at(span, besideText(besides))
      .fix(`raise ${key} to at least ${otherValue}`);
  }
}
