import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy, policyManifest } from './objects.testing.js';

const labelled = (labels: string): string =>
  databaseManifest().replace('namespace: shop', `namespace: shop\n  labels: { ${labels} }`);

describe('kubedb/helm-label', () => {
  test('reports an object that no release is named for', () => {
    expect(findingsBy('kubedb/helm-label', labelled('app.kubernetes.io/managed-by: Helm'))).toEqual([
      'info kubedb/helm-label 6:43 the MariaDB orders says that Helm manages it, but no release is named',
    ]);
    expect(
      findingsBy(
        'kubedb/helm-label',
        policyManifest('orders').replace(
          'name: orders',
          'name: orders\n  labels: { app.kubernetes.io/managed-by: Helm }',
        ),
      ),
    ).toEqual([
      'info kubedb/helm-label 5:43 the PlacementPolicy orders says that Helm manages it, but no release is named',
    ]);
    expect(fixesBy('kubedb/helm-label', labelled('app.kubernetes.io/managed-by: Helm'))).toEqual([
      'remove the label, or name whoever does manage it',
    ]);
  });

  test('is content with what Helm made, with other labels and other objects', () => {
    expect(
      findingsBy(
        'kubedb/helm-label',
        labelled('app.kubernetes.io/managed-by: Helm, helm.sh/chart: shop-1.0.0'),
      ),
    ).toEqual([]);
    expect(findingsBy('kubedb/helm-label', labelled('app.kubernetes.io/managed-by: dbspan'))).toEqual([]);
    expect(
      findingsBy(
        'kubedb/helm-label',
        databaseManifest().replace(
          'namespace: shop',
          'namespace: shop\n  labels: { app.kubernetes.io/managed-by: Helm }\n  annotations: { meta.helm.sh/release-name: shop }',
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/helm-label',
        `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { app.kubernetes.io/managed-by: Helm } }\n`,
      ),
    ).toEqual([]);
  });
});
