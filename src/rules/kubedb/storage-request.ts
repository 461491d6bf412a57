import { quantity } from '../../manifests/quantity.js';
import { databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** A durable database says how large its volumes are. */
export const storageRequest = defineRule({
  id: 'kubedb/storage-request',
  severity: 'error',
  why: 'KubeDB refuses a durable database without a size for its volumes, or with a storage class that cannot exist, and durable is what it takes when nothing is said',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go, pkg/validator/validate.go',
  messages: {
    none: (p: { database: string }) => `${p.database} is durable and has no storage`,
    request: (p: { database: string }) => `${p.database} has storage without a size`,
    unnamed: (p: { database: string }) => `${p.database} names a storage class that is empty`,
    empty: (p: { database: string; size: string }) => `${p.database} asks for volumes of ${p.size}`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of databaseObjects(manifests)) {
      const durable = (spec.at('storageType').text ?? 'Durable') === 'Durable';
      const storage = spec.at('storage');
      const remedy = 'write the size of a volume as spec.storage.resources.requests.storage, such as 20Gi';
      if (!storage.given) {
        if (durable) report('none', { database: name }).at(spec.keySpan).fix(remedy);
        continue;
      }
      if (!durable) continue;
      const storageClass = storage.at('storageClassName');
      if (storageClass.text === '') {
        report('unnamed', { database: name })
          .at(storageClass.span, 'looked up like any other')
          .fix('remove it to take the default class, or name one');
      }
      const size = storage.at('resources', 'requests', 'storage');
      if (!size.given) {
        report('request', { database: name }).at(storage.keySpan).fix(remedy);
      } else if ((quantity(size.value)?.nano ?? 1n) <= 0n) {
        report('empty', { database: name, size: String(size.value) })
          .at(size.span)
          .fix(remedy);
      }
    }
  },
});
