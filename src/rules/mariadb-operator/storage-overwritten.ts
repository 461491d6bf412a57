import { quantity } from '../../manifests/quantity.js';
import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** A claim template says what the fields beside it say, or stands alone. */
export const storageOverwritten = defineRule({
  id: 'mariadb-operator/storage-overwritten',
  severity: 'warning',
  why: 'the operator makes the whole claim template anew from the fields beside it: access modes go back to ReadWriteOnce, labels and annotations are lost',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_types.go',
  messages: {
    size: (p: { size: string; request: string }) =>
      `the size is ${p.size} and the claim template says ${p.request}, so the template is thrown away`,
    storageClass: (p: { name: string; other: string }) =>
      `the class is ${p.name} and the claim template says ${p.other}, so the template is thrown away`,
  },
  checkManifests(manifests, report) {
    for (const { spec } of serversOf(manifests)) {
      const storage = spec.at('storage');
      const template = storage.at('volumeClaimTemplate');
      const request = template.at('resources', 'requests', 'storage');
      const [size, requested] = [quantity(storage.at('size').value), quantity(request.value)];
      const [name, other] = [storage.at('storageClassName'), template.at('storageClassName')];
      if (size && requested && size.nano > requested.nano) {
        report('size', { size: size.canonical, request: requested.canonical })
          .at(storage.at('size').span)
          .related(request.span, 'the template')
          .fix('remove size, and let the template say it');
      } else if (template.given && name.text !== undefined && name.text !== (other.text ?? '')) {
        report('storageClass', { name: name.text, other: other.text ?? 'none' })
          .at(name.span)
          .related(other.given ? other.span : template.keySpan, 'the template')
          .fix('remove storageClassName here, and let the template say it');
      }
    }
  },
});
