import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy, podWith } from './objects.testing.js';

describe('kubedb/reserved-path', () => {
  test('reports a mount at a path of KubeDB or below', () => {
    expect(
      findingsBy(
        'kubedb/reserved-path',
        databaseManifest(
          podWith(
            'name: mariadb, volumeMounts: [{ name: own, mountPath: /etc/mysql/conf.d/ }, { name: own, mountPath: //scripts/mine }]',
          ),
        ),
      ),
    ).toEqual([
      "error kubedb/reserved-path 13:95 orders mounts /etc/mysql/conf.d/, but /etc/mysql/conf.d is KubeDB's",
      "error kubedb/reserved-path 13:141 orders mounts //scripts/mine, but /scripts is KubeDB's",
    ]);
    expect(
      findingsBy(
        'kubedb/reserved-path',
        databaseManifest(podWith('name: postgres, volumeMounts: [{ name: own, mountPath: /var/pv/data }]'), {
          kind: 'Postgres',
        }),
      ),
    ).toEqual(["error kubedb/reserved-path 13:96 orders mounts /var/pv/data, but /var/pv is KubeDB's"]);
    expect(
      fixesBy(
        'kubedb/reserved-path',
        databaseManifest(
          podWith(
            'name: mariadb, volumeMounts: [{ name: own, mountPath: /etc/mysql/conf.d/ }, { name: own, mountPath: //scripts/mine }]',
          ),
        ),
      ),
    ).toEqual([
      'mount it at a path of your own, such as /own',
      'mount it at a path of your own, such as /own',
    ]);
  });

  test('reports scripts that are cloned there', () => {
    expect(
      findingsBy(
        'kubedb/reserved-path',
        databaseManifest({
          init: '{ script: { scriptPath: current, git: { args: ["--repo=https://git.example.com/a.git", "--root=/scripts/git"] } } }',
        }),
      ),
    ).toEqual([
      "error kubedb/reserved-path 13:96 orders clones its scripts to /scripts/git, but /scripts is KubeDB's",
    ]);
    expect(
      fixesBy(
        'kubedb/reserved-path',
        databaseManifest({
          init: '{ script: { scriptPath: current, git: { args: ["--repo=https://git.example.com/a.git", "--root=/scripts/git"] } } }',
        }),
      ),
    ).toEqual(['clone to a path of your own, such as --root=/git']);
  });

  test('is content beside them', () => {
    expect(
      findingsBy(
        'kubedb/reserved-path',
        databaseManifest(
          podWith(
            'name: mariadb, volumeMounts: [{ name: own, mountPath: /scripts-own }, { name: own, mountPath: /var/pv }, { name: own, mountPath: 7 }]',
          ),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/reserved-path',
        databaseManifest({ init: '{ script: { git: { args: ["--root=/git", 7] } } }' }),
      ),
    ).toEqual([]);
  });
});
