import type { Report } from '../../diagnostics/index.js';
import { quantity } from '../../manifests/quantity.js';
import { defineRule } from '../rule.js';
import { type Server, serversOf } from './operator-objects.js';

const messages = {
  none: (p: { database: string }) =>
    `${p.database} says neither how large its volumes are nor that they are ephemeral`,
  zero: (p: { size: string }) => `the volumes are to have a size of ${p.size}`,
  smaller: (p: { size: string; request: string }) =>
    `the size is ${p.size}, and the claim template requests ${p.request}`,
  replicated: (p: { database: string }) => `${p.database} is replicated and keeps its data nowhere`,
  both: (p: { field: string }) => `ephemeral storage has a ${p.field}`,
  retention: (p: { field: string; value: string }) => `${p.field} is ${p.value}, neither Retain nor Delete`,
};

/** The storage of a database has a size, or is ephemeral and then has none. */
export const storage = defineRule({
  id: 'mariadb-operator/storage',
  severity: 'error',
  why: "the operator's webhook refuses the database, or Kubernetes the StatefulSet that is made of it",
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/mariadb_webhook.go',
  messages,
  checkManifests(manifests, report) {
    for (const server of serversOf(manifests)) {
      checkSize(server, report);
      for (const [name, field] of server.spec.at('storage', 'pvcRetentionPolicy').entries()) {
        if (field.text === undefined || ['Retain', 'Delete'].includes(field.text)) continue;
        report('retention', { field: name, value: field.text }).at(field.span).fix('write Retain');
      }
    }
  },
});

function checkSize({ name, spec, galera, replication }: Server, report: Report<typeof messages>): void {
  const place = spec.at('storage');
  if (!place.given) return;
  const [ephemeral, size, template] = [
    place.at('ephemeral'),
    place.at('size'),
    place.at('volumeClaimTemplate'),
  ];
  if (ephemeral.flag === true) {
    const other = ['size', 'volumeClaimTemplate'].find((each) => place.at(each).given);
    if (galera || replication)
      report('replicated', { database: name }).at(ephemeral.span).fix('give it a size instead of ephemeral');
    else if (other) report('both', { field: other }).at(ephemeral.span).fix('remove one of the two');
    return;
  }
  if (!size.given && !template.given) {
    report('none', { database: name }).at(place.keySpan).fix('write storage.size, such as 20Gi');
    return;
  }
  const amount = quantity(size.value);
  const request = template.at('resources', 'requests', 'storage');
  const requested = quantity(request.value);
  if (amount && amount.nano <= 0n) {
    report('zero', { size: String(size.value) })
      .at(size.span)
      .fix('write a size such as 20Gi');
  } else if (amount && requested && amount.nano < requested.nano) {
    report('smaller', { size: amount.canonical, request: requested.canonical })
      .at(size.span)
      .related(request.span, 'the request')
      .fix('remove the size, and let the claim template say it');
  }
}
