import { describe, expect, test } from 'vitest';
import { change, database, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';
import { foundBy, sliceConfig } from './testing.js';

function slice(lines: string): string {
  return change(goodTopology, '  subnet: 10.7.0.0/16\n', `  subnet: 10.7.0.0/16\n${lines}`);
}

describe('slice/namespaces', () => {
  test('reports a namespace that stands twice', () => {
    const text = slice('  namespaces: [shop, kubedb, { namespace: shop, clusters: [fra] }]\n');
    expect(findingsOf(text)).toEqual(['error slice/namespaces 19:43 slice.namespaces names shop twice']);
    expect(relatedOf(text)).toEqual([['19:16 first here']]);
  });

  test('reports an allowed namespace that stands twice', () => {
    expect(findingsOf(slice('  allowedNamespaces: [tools, tools]\n'))).toEqual([
      'error slice/namespaces 19:30 slice.allowedNamespaces names tools twice',
    ]);
  });

  test('adds the clusters of a namespace that stands twice up', () => {
    const text = slice(
      '  namespaces: [kubedb, { namespace: shop, clusters: [fra] }, { namespace: shop, clusters: [ams] }]\n',
    );
    expect(findingsOf(text)).toEqual(['error slice/namespaces 19:75 slice.namespaces names shop twice']);
  });

  test.each([
    'kube-system',
    'kube-public',
    'kube-node-lease',
    'kubeslice-system',
    'kubeslice-controller',
    'spire',
    'open-cluster-management',
    'open-cluster-management-agent',
  ])('reports %s', (namespace) => {
    expect(findingsOf(slice(`  namespaces: [shop, kubedb, ${namespace}]\n`))).toEqual([
      `error slice/namespaces 19:30 the system namespace ${namespace} cannot join a slice`,
    ]);
  });

  test('leaves a database in a system namespace, and the list that follows it, to kubedb/namespace', () => {
    const text = database({ name: 'ledger', namespace: 'kube-system' });
    const expected = 'ledger is in kube-system, a namespace of Kubernetes';
    expect(findingsOf(goodTopology + text)).toEqual([`error kubedb/namespace 33:16 ${expected}`]);
    expect(findingsOf(slice('  namespaces: [shop, kubedb]\n') + text)).toEqual([
      `error kubedb/namespace 34:16 ${expected}`,
    ]);
    expect(findingsOf(slice('  namespaces: [shop, kubedb, kube-system]\n') + text)).toEqual([
      `error kubedb/namespace 34:16 ${expected}`,
    ]);
  });

  test('reports the namespace of a database that is left out', () => {
    const text = slice('  namespaces: [kubedb]\n');
    expect(findingsOf(text)).toEqual([
      'error slice/namespaces 19:15 slice.namespaces leaves out shop, the namespace of orders',
    ]);
    expect(relatedOf(text)).toEqual([['22:16 it is here']]);
    expect(fixesOf(text)).toEqual(['add shop to the list']);
  });

  test('takes a name that is nearly right for what was meant', () => {
    expect(fixesOf(slice('  namespaces: [kubedb, shops]\n'))).toEqual(['write shop instead of shops']);
  });

  test('reports the operator’s namespace that is left out', () => {
    const text = slice('  namespaces: [shop]\n');
    expect(findingsOf(text)).toEqual([
      'error slice/namespaces 19:15 slice.namespaces leaves out kubedb, the namespace of the KubeDB operator',
    ]);
    expect(relatedOf(text)).toEqual([[]]);
  });

  test('reports clusters on which a namespace is left out', () => {
    const text = slice('  namespaces: [kubedb, { namespace: shop, clusters: [ams] }]\n');
    expect(findingsOf(text)).toEqual([
      'error slice/namespaces 19:53 slice.namespaces leaves out shop on fra, where orders needs it',
    ]);
    expect(fixesOf(text)).toEqual(['add fra, or write only the name, shop, for all members']);
  });

  test('reports the hub on which the operator’s namespace is left out', () => {
    expect(findingsOf(slice('  namespaces: [shop, { namespace: kubedb, clusters: [ams] }]\n'))).toEqual([
      'error slice/namespaces 19:53 slice.namespaces leaves out kubedb on fra, where the KubeDB operator needs it',
    ]);
  });

  test('is content with what is needed and no more', () => {
    const text = slice(
      '  namespaces: [{ namespace: kubedb, clusters: [fra] }, { namespace: shop, clusters: [ams, fra] }]\n  allowedNamespaces: [kube-system, shop]\n',
    );
    expect(findingsOf(text)).toEqual([]);
  });

  test('is content with any list when no database needs it', () => {
    const text = change(
      change(slice('  clusters: [fra, ams]\n  namespaces: [tools]\n'), 'kubedb', 'mariadb-operator'),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 1',
    );
    expect(findingsOf(text)).toEqual([]);
  });
});

describe('slice/namespaces in manifests', () => {
  const found = (fields: string) =>
    foundBy('slice/namespaces', sliceConfig({ namespaceIsolationProfile: `{ ${fields} }` }));
  const entry = (namespace: string, cluster = 'fra') => `{ namespace: ${namespace}, clusters: [${cluster}] }`;

  test('a namespace stands once in each list', () => {
    expect(found(`applicationNamespaces: [${entry('shop')}, ${entry('shop', 'ams')}]`)).toEqual([
      'error 12:107 applicationNamespaces names shop twice',
    ]);
    expect(found(`allowedNamespaces: [${entry('tools')}, ${entry('tools')}]`)).toEqual([
      'error 12:104 allowedNamespaces names tools twice',
    ]);
  });

  test('a system namespace does not join', () => {
    expect(found(`applicationNamespaces: [${entry('kubeslice-system')}, ${entry('istio-system')}]`)).toEqual([
      'error 12:69 the system namespace kubeslice-system cannot join a slice',
      'error 12:119 the system namespace istio-system cannot join a slice',
    ]);
  });

  test('a namespace in both lists, and a system namespace that is let in', () => {
    expect(
      found(
        `applicationNamespaces: [${entry('shop')}], allowedNamespaces: [${entry('shop')}, ${entry('kube-system')}]`,
      ),
    ).toEqual([]);
  });
});
