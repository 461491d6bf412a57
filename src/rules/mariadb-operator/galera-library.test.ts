import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/galera-library';

describe(id, () => {
  test('reports a library that is not where it is looked for', () => {
    expect(findingsBy(id, mariadb({ ...galera, image: 'mariadb:11.8-ubi' }))).toEqual([
      'error mariadb-operator/galera-library 9:10 mariadb:11.8-ubi has the library of Galera elsewhere, and galeraLibPath is not given',
    ]);
    expect(findingsBy(id, mariadb({ ...galera, image: 'mariadb:11.8.8-ubi9' }))).toEqual([
      'error mariadb-operator/galera-library 9:10 mariadb:11.8.8-ubi9 has the library of Galera elsewhere, and galeraLibPath is not given',
    ]);
    expect(fixesBy(id, mariadb({ ...galera, image: 'mariadb:11.8-ubi' }))).toEqual([
      'write galera.galeraLibPath: /usr/lib64/galera/libgalera_smm.so',
    ]);
  });

  test('is content with the path, with Debian, and without Galera', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, galeraLibPath: /usr/lib64/galera/libgalera_smm.so }',
          image: 'mariadb:11.8-ubi',
        }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb({ ...galera, image: 'mariadb:11.8-noble' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ image: 'mariadb:11.8-ubi' }))).toEqual([]);
  });
});
