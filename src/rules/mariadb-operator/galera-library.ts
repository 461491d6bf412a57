import { defineRule } from '../rule.js';
import { imageOf } from './images.js';
import { serversOf } from './operator-objects.js';

/** A Galera cluster of an image with another layout says where its library is. */
export const galeraLibrary = defineRule({
  id: 'mariadb-operator/galera-library',
  severity: 'error',
  why: "the operator's default is a path that images built on UBI do not have, and a server without its provider does not start",
  source: 'MariaDB/mariadb-docker 11.8-ubi/Dockerfile',
  messages: {
    unsaid: (p: { image: string }) =>
      `${p.image} has the library of Galera elsewhere, and galeraLibPath is not given`,
  },
  checkManifests(manifests, report) {
    for (const { spec, galera } of serversOf(manifests)) {
      const tag = imageOf(spec)?.tag ?? '';
      if (!galera || !/(?:^|-)ubi\d*(?:-|$)/.test(tag) || spec.at('galera', 'galeraLibPath').given) continue;
      report('unsaid', { image: spec.at('image').text ?? '' })
        .at(spec.at('image').span)
        .fix('write galera.galeraLibPath: /usr/lib64/galera/libgalera_smm.so');
    }
  },
});
