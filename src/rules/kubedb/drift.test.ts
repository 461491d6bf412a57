import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy, podWith } from './objects.testing.js';

describe('kubedb/drift', () => {
  test('reports amounts that come back in another form', () => {
    expect(
      findingsBy(
        'kubedb/drift',
        databaseManifest({
          storage: '{ resources: { requests: { storage: 1.2Gi } } }',
          ...podWith(
            'name: mariadb, resources: { requests: { cpu: 0.6, memory: 1024Mi }, limits: { cpu: "2000m" } }',
          ),
        }),
      ),
    ).toEqual([
      'info kubedb/drift 11:48 1.2Gi comes back as 1288490188800m',
      'info kubedb/drift 13:86 0.6 comes back as 600m',
      'info kubedb/drift 13:99 1024Mi comes back as 1Gi',
      'info kubedb/drift 13:124 2000m comes back as 2',
    ]);
    expect(
      fixesBy(
        'kubedb/drift',
        databaseManifest({
          storage: '{ resources: { requests: { storage: 1.2Gi } } }',
          ...podWith(
            'name: mariadb, resources: { requests: { cpu: 0.6, memory: 1024Mi }, limits: { cpu: "2000m" } }',
          ),
        }),
      ),
    ).toEqual([
      'write 1288490188800m [1288490188800m]',
      'write 600m [600m]',
      'write 1Gi [1Gi]',
      'write 2 [2]',
    ]);
  });

  test('reports what the webhook moves', () => {
    expect(findingsBy('kubedb/drift', databaseManifest({ configSecret: '{ name: old }' }))).toEqual([
      'info kubedb/drift 13:3 configSecret old of orders comes back as configuration.secretName',
    ]);
    expect(
      findingsBy('kubedb/drift', databaseManifest({ deletionPolicy: 'WipeOut', halted: 'true' })),
    ).toEqual(['info kubedb/drift 12:19 orders is halted, so its deletionPolicy WipeOut comes back as Halt']);
    expect(
      findingsBy(
        'kubedb/drift',
        databaseManifest({
          topology: '{ mode: MariaDBReplication, maxscale: { replicas: 3 } }',
          wsrepSSTMethod: 'rsync',
        }),
      ),
    ).toEqual([
      'info kubedb/drift 13:19 wsrepSSTMethod rsync of orders comes back as mariabackup, the one that MariaDBReplication has',
    ]);
    expect(fixesBy('kubedb/drift', databaseManifest({ configSecret: '{ name: old }' }))).toEqual([
      'write configuration: { secretName: old } instead, from KubeDB v2026.1.19 on',
    ]);
  });

  test('is content with objects of the GitOps API, which no webhook rewrites', () => {
    const text = databaseManifest(
      { configSecret: '{ name: old }' },
      { apiVersion: 'gitops.kubedb.com/v1alpha1' },
    );
    expect(findingsBy('kubedb/drift', text)).toEqual([]);
  });

  test('is content with what stays', () => {
    expect(
      findingsBy(
        'kubedb/drift',
        databaseManifest({
          deletionPolicy: 'Halt',
          halted: 'true',
          wsrepSSTMethod: 'rsync',
          ...podWith(
            'name: mariadb, resources: { requests: { cpu: 2, memory: much }, limits: { memory: 1536Mi } }',
          ),
        }),
      ),
    ).toEqual([]);
  });
});
