import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { change, goodTopology } from '../../rules/testing.js';
import type { RunbookStep } from '../runbook-step.js';
import { kubedbSteps } from './runbook.js';

function stepsOf(text: string): RunbookStep[] {
  return compile([{ name: 't', content: text }]).plans.flatMap(kubedbSteps);
}

function textOf(text: string, phase: RunbookStep['phase']): string {
  return stepsOf(text)
    .filter((step) => step.phase === phase)
    .flatMap(({ body }) =>
      body.flatMap((block) => ('shell' in block ? block.shell : 'text' in block ? block.text : block.expect)),
    )
    .join('\n')
    .replaceAll(/ \\\n +/g, ' ');
}

const postgres = change(
  change(goodTopology, 'engine: mariadb', 'engine: postgres'),
  'version: "11.8.5"',
  'version: "17.5"',
);

const withSecrets = `${goodTopology}    rootPasswordSecret: { name: orders-root }
    tls: { issuer: { name: internal } }
    kubedb: { configurationSecret: orders-config, wsrepSSTMethod: mariabackup }
`;

describe('the operator', () => {
  test('is installed on the hub, with a licence that never stands here', () => {
    const operator = textOf(goodTopology, 'operator');
    expect(operator).toContain('kubectl --context fra get namespace kube-system');
    expect(operator).toContain('https://appscode.com/issue-license?p=kubedb');
    expect(operator).toContain('--set-file global.license="${KUBEDB_LICENSE:?');
    expect(operator).toContain('-f "$DIST/fra/values/kubedb.yaml"');
    expect(operator).not.toContain('--context ams');
  });

  test('has the release of the topology', () => {
    const text = change(
      goodTopology,
      'clusters:\n  - name: fra',
      'releases: { kubedb: v2026.6.19 }\nclusters:\n  - name: fra',
    );
    expect(textOf(text, 'operator')).toContain('--version v2026.6.19 ');
  });
});

describe('a database', () => {
  test('is placed before it is created', () => {
    expect(textOf(goodTopology, 'placement')).toContain('-k "$DIST/fra/60-placement"');
    expect(textOf(goodTopology, 'placement')).toContain('fra [0,2]\nams [1]');
    expect(textOf(goodTopology, 'database')).toContain(
      "kubectl --context fra -n shop wait --for=jsonpath='{.status.phase}'=Ready --timeout=30m mariadbs.kubedb.com/orders",
    );
  });

  test('has its version looked up in the catalogue', () => {
    expect(textOf(goodTopology, 'database')).toContain('get mariadbversions.catalog.kubedb.com 11.8.5 ');
    expect(textOf(postgres, 'database')).toContain('get postgresversions.catalog.kubedb.com 17.5 ');
  });

  test('that refers to nothing has nothing to prepare', () => {
    expect(stepsOf(goodTopology).filter(({ title }) => title.startsWith('Prepare'))).toEqual([]);
  });

  test('has its secrets made without the password in the history', () => {
    const database = textOf(withSecrets, 'database');
    expect(database).toContain("read -rsp 'password of root on shop/orders: ' PASSWORD && echo");
    expect(database).toContain('--from-literal=username=root --from-file=password=/dev/stdin');
    expect(database).toContain('Letters and digits only');
    expect(database).toContain('create secret generic orders-config --from-file=orders.cnf=./orders.cnf');
    expect(database).toContain('-n shop get issuers.cert-manager.io internal');
    expect(textOf(withSecrets, 'before')).toContain('get crd issuers.cert-manager.io');
    expect(textOf(withSecrets, 'verify')).toContain('get secret orders-root');
  });
});

describe('verification', () => {
  test('of Galera asks on every cluster, with the container’s own password', () => {
    const verify = textOf(goodTopology, 'verify');
    expect(verify).toContain('kubectl --context fra -n shop get pods orders-0 orders-2');
    expect(verify).toContain('orders-1   3/3   Running');
    for (const [context, pod] of [
      ['fra', 'orders-0'],
      ['ams', 'orders-1'],
    ]) {
      expect(verify).toContain(
        `kubectl --context ${context} -n shop exec ${pod} -c mariadb -- sh -c 'MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mariadb`,
      );
    }
    expect(verify).toMatch(/wsrep_cluster_size +3\n/);
  });

  test('of Postgres asks every replica, and wants the others by name', () => {
    const verify = textOf(postgres, 'verify');
    expect(verify.match(/SELECT application_name, state FROM pg_stat_replication/g)).toHaveLength(3);
    expect(verify).toContain(
      '== orders-0\nprimary\norders-1|streaming\norders-2|streaming\n== orders-2\nstandby\n== orders-1\nstandby',
    );
    expect(verify).toContain('orders-1   3/3   Running');
  });

  test('resolves the name that clients use on every member', () => {
    const verify = textOf(goodTopology, 'verify');
    for (const context of ['fra', 'ams']) {
      expect(verify).toContain(`kubectl --context ${context} -n default run dbspan-probe`);
    }
    expect(verify).toContain('`orders.shop.svc.slice.local:3306`');
  });
});

test('on one cluster without a slice nothing is distributed', () => {
  const text = goodTopology
    .replace(/slice:\n.*\n.*\n/, '')
    .replace(
      '    placement:\n      - cluster: fra\n        replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]\n',
      '    placement: [{ cluster: ams, replicas: 3 }]\n',
    );
  expect(stepsOf(text).map(({ phase }) => phase)).not.toContain('placement');
  expect(textOf(text, 'operator')).toContain('--kube-context ams ');
  expect(textOf(text, 'verify')).toContain('orders-2   2/2   Running');
  expect(textOf(text, 'verify')).toContain('`orders.shop.svc:3306`');
});
