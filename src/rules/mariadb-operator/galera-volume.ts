import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** The small volume with the configuration of Galera has the class of the other, or is saved. */
export const galeraVolume = defineRule({
  id: 'mariadb-operator/galera-volume',
  severity: 'info',
  why: "each pod has a second volume of 100Mi, of the cluster's default class and not of that of the data; without a default class the pods stay Pending",
  source: 'mariadb-operator/mariadb-operator docs/galera.md',
  messages: {
    second: (p: { database: string; storageClass: string }) =>
      `${p.database} keeps its data in the class ${p.storageClass}, and its Galera files in the default one`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, galera } of serversOf(manifests)) {
      const config = spec.at('galera', 'config');
      const field = [['storageClassName'], ['volumeClaimTemplate', 'storageClassName']]
        .map((path) => spec.at('storage', ...path))
        .find((each) => each.text);
      if (!galera || !field?.text) continue;
      if (config.at('reuseStorageVolume').flag === true || config.at('volumeClaimTemplate').given) continue;
      report('second', { database: name, storageClass: field.text })
        .at(field.span)
        .fix(
          'write galera.config.reuseStorageVolume: true before the first start, or a volumeClaimTemplate there',
        );
    }
  },
});
