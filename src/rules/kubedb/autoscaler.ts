import type { Report } from '../../diagnostics/index.js';
import type { Field, ManifestSet } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { policyOf, type ReferringObject, referring } from './requests.js';

const messages = {
  trigger: (p: { value: string }) => `trigger is ${p.value}, which is a boolean to kubectl`,
  word: (p: { value: string }) => `trigger is ${p.value}, neither On nor Off`,
  mode: (p: { mode: string }) => `expansionMode is ${p.mode}, not Online or Offline`,
  database: (p: { kind: string; database: string }) =>
    `there is no ${p.kind} ${p.database} beside its autoscaler`,
  prometheus: (p: { policy: string; clusters: readonly string[] }) =>
    `the policy ${p.policy} names no Prometheus of ${firstOf(p.clusters)}`,
  fixed: (p: { storageClass: string; clusters: readonly string[] }) =>
    `volumes of the class ${p.storageClass} cannot grow, in ${firstOf(p.clusters)}`,
};

/** An autoscaler is switched on by a text, finds its database and gets the figures of every cluster. */
export const autoscaler = defineRule({
  id: 'kubedb/autoscaler',
  severity: 'error',
  why: 'the object is refused, or it is there and nothing is ever scaled',
  source:
    'kubedb/apimachinery pkg/webhooks/autoscaling; kubedb/docs docs/guides/mariadb/distributed/autoscaler',
  messages,
  checkManifests(manifests, report) {
    for (const scaler of referring(manifests, 'Autoscaler', 'autoscaling.kubedb.com')) {
      const { spec, component } = scaler;
      checkTrigger(spec.at('compute', component, 'trigger'), report);
      checkTrigger(spec.at('storage', component, 'trigger'), report);
      checkMode(spec.at('storage', component), report);
      checkDatabase(scaler, manifests, report);
      checkPolicy(scaler, manifests, report);
    }
  },
});

type Check = Report<typeof messages>;

/** YAML 1.1 has more words for true and false, and kubectl reads YAML 1.1. */
function checkTrigger(trigger: Field, report: Check): void {
  if (!trigger.given) return;
  const { file, start, end } = trigger.span;
  const written = file.text.slice(start, end);
  const plain = /^(?:on|off|yes|no|true|false|y|n)$/i.test(written);
  const value = String(trigger.value);
  const right = /^(?:on|yes|true|y)$/i.test(value) ? '"On"' : '"Off"';
  if (plain) {
    report('trigger', { value: written })
      .at(trigger.span)
      .fix(`write ${right}, with quotes`)
      .edit(trigger.span, right);
  } else if (value !== 'On' && value !== 'Off') {
    report('word', { value }).at(trigger.span).fix('write "On" or "Off"');
  }
}

function checkMode(storage: Field, report: Check): void {
  if (!storage.given) return;
  const mode = storage.at('expansionMode');
  if (mode.text === 'Online' || mode.text === 'Offline') return;
  report('mode', { mode: mode.given ? String(mode.value) : 'missing' })
    .at(mode.given ? mode.span : storage.keySpan)
    .fix('write expansionMode: Online where the storage can, else Offline');
}

function checkDatabase(
  { kind, manifest, spec, database }: ReferringObject,
  manifests: ManifestSet,
  report: Check,
): void {
  const reference = spec.at('databaseRef', 'name');
  const others = [...manifests.of(kind, 'kubedb.com'), ...manifests.of(kind, 'gitops.kubedb.com')];
  if (
    database ||
    reference.text === undefined ||
    !others.some(({ namespace }) => namespace === manifest.namespace)
  )
    return;
  report('database', { kind, database: reference.text })
    .at(reference.span)
    .fix('name a database of the same namespace');
}

/** Source: kubedb/docs docs/guides/mariadb/distributed/autoscaler; the class of k3s is a folder of the node. */
const cannotGrow = 'local-path';

/** Left out, trigger is Off. What is on to kubectl alone counts: that is what is meant. */
function isSwitchedOn(scaling: Field | undefined): boolean {
  return /^(?:on|yes|true|y)$/i.test(String(scaling?.at('trigger').value ?? ''));
}

function checkPolicy(scaler: ReferringObject, manifests: ManifestSet, report: Check): void {
  const policy = policyOf(manifests, scaler.database);
  const [compute, storage] = ['compute', 'storage'].map((part) => scaler.spec.at(part, scaler.component));
  if (!policy || !(isSwitchedOn(compute) || isSwitchedOn(storage))) return;
  const rules = policy.root.at('spec', 'clusterSpreadConstraint', 'distributionRules').items();
  const nameOf = (rule: Field): string => rule.at('clusterName').text ?? 'a cluster';
  const blind = rules.filter((rule) => {
    const prometheus = rule.at('monitoring', 'prometheus');
    return !prometheus.at('url').given && !prometheus.at('appBindingRef').given;
  });
  const [first] = blind;
  if (first) {
    report('prometheus', { policy: policy.name, clusters: blind.map(nameOf) })
      .at(first.span)
      .related(scaler.manifest.root.at('metadata', 'name').span, 'the autoscaler')
      .fix('add monitoring.prometheus.url to every rule: the address as the pods of that cluster reach it');
  }
  if (!isSwitchedOn(storage)) return;
  const stiff = rules.filter((rule) => rule.at('storageClassName').text === cannotGrow);
  const [fixed] = stiff;
  if (!fixed) return;
  report('fixed', { storageClass: cannotGrow, clusters: stiff.map(nameOf) })
    .at(fixed.at('storageClassName').span)
    .related(scaler.spec.at('storage').keySpan, 'the autoscaler of the volumes')
    .fix('use a class with allowVolumeExpansion, or scale the volumes by hand');
}
