import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy, podWith } from './objects.testing.js';

describe('kubedb/path-above', () => {
  test('reports a mount over the files of the server', () => {
    expect(
      findingsBy(
        'kubedb/path-above',
        databaseManifest(
          podWith(
            'name: mariadb, volumeMounts: [{ name: own, mountPath: /etc/mysql }, { name: own, mountPath: / }]',
          ),
        ),
      ),
    ).toEqual([
      "warning kubedb/path-above 13:95 orders mounts /etc/mysql, over the server's own files",
      "warning kubedb/path-above 13:133 orders mounts /, over the server's own files",
    ]);
    expect(
      findingsBy(
        'kubedb/path-above',
        databaseManifest(podWith('name: postgres, volumeMounts: [{ name: own, mountPath: /etc/ }]'), {
          kind: 'Postgres',
        }),
      ),
    ).toEqual(["warning kubedb/path-above 13:96 orders mounts /etc/, over the server's own files"]);
    expect(
      fixesBy(
        'kubedb/path-above',
        databaseManifest(
          podWith(
            'name: mariadb, volumeMounts: [{ name: own, mountPath: /etc/mysql }, { name: own, mountPath: / }]',
          ),
        ),
      ),
    ).toEqual([
      'mount it at a path of your own, such as /own; server options go under spec.configuration',
      'mount it at a path of your own, such as /own; server options go under spec.configuration',
    ]);
  });

  test('is content with a single file there, with paths of its own and with other containers', () => {
    expect(
      findingsBy(
        'kubedb/path-above',
        databaseManifest(
          podWith(
            'name: mariadb, volumeMounts: [{ name: own, mountPath: /etc, subPath: a }, { name: own, mountPath: /own }, { name: none }]',
          ),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/path-above',
        databaseManifest(
          podWith('name: side, image: busybox, volumeMounts: [{ name: own, mountPath: /etc }]'),
        ),
      ),
    ).toEqual([]);
  });
});
