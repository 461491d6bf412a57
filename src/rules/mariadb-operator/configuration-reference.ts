import { defineRule } from '../rule.js';
import { keyOf, serversOf } from './operator-objects.js';

const reserved = ['0-default.cnf', '1-tls.cnf'];

/** The file of a ConfigMap that a database names is one that MariaDB reads, and that nobody writes over. */
export const configurationReference = defineRule({
  id: 'mariadb-operator/configuration-reference',
  severity: 'error',
  why: 'MariaDB passes over what does not end in .cnf, and starts with its defaults; with myCnf beside it the operator writes over the whole ConfigMap',
  source: 'mariadb-operator/mariadb-operator pkg/builder/statefulset_builder.go',
  messages: {
    ending: (p: { key: string }) => `MariaDB does not read the file ${p.key}, as it does not end in .cnf`,
    reserved: (p: { key: string }) => `the file ${p.key} is the operator's own`,
    both: (p: { database: string; configMap: string }) =>
      `${p.database} has a myCnf, which the operator writes over the ConfigMap ${p.configMap}`,
  },
  checkManifests(manifests, report) {
    const configMaps = new Set(manifests.of('ConfigMap', '').map((each) => keyOf(each.namespace, each.name)));
    for (const { name, spec, manifest } of serversOf(manifests)) {
      const reference = spec.at('myCnfConfigMapKeyRef');
      const key = reference.at('key');
      if (!reference.given) continue;
      const configMap = reference.at('name').text ?? '';
      // One that is nowhere written is the operator's own: it adds the reference to the object by itself.
      if (spec.at('myCnf').text && configMaps.has(keyOf(manifest.namespace, configMap))) {
        report('both', { database: name, configMap })
          .at(spec.at('myCnf').keySpan)
          .related(reference.keySpan, 'the ConfigMap')
          .fix('keep one of them');
      }
      if (key.text === undefined) continue;
      if (!key.text.endsWith('.cnf'))
        report('ending', { key: key.text }).at(key.span).fix('call it my.cnf, here and in the ConfigMap');
      else if (reserved.includes(key.text))
        report('reserved', { key: key.text }).at(key.span).fix('call it my.cnf');
    }
  },
});
