import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { change } from '../../rules/testing.js';
import type { RunbookStep } from '../runbook-step.js';
import { scripts } from './generated/scripts.js';
import { galeraSteps } from './runbook.js';
import { evenTopology, galeraTopology, planOf } from './testing.js';

function stepsOf(text: string): readonly RunbookStep[] {
  return galeraSteps(planOf(text));
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

const fleet = change(galeraTopology, '  - name: fra\n', '  - name: fra\n    fleet: "store-{01..20}"\n');
const bash = spawnSync('bash', ['--version']).status === 0;

test('nothing without a database of statefulset', () => {
  const kubedb = change(galeraTopology, 'provider: statefulset', 'provider: mariadb-operator');
  expect(stepsOf(kubedb)).toEqual([]);
});

test.runIf(bash)('every block is what bash can read', () => {
  const rich = `${evenTopology}    tls: { secret: orders-tls }
    imagePullSecrets: [registry]
    service: { exposure: internal-load-balancer, allowFrom: [10.20.0.0/16] }
    statefulset:
      arbitrator: { image: garbd }
      metrics: { serviceMonitor: true }
      initialUser: { name: "it's", database: shop, passwordSecret: { name: app, key: pw } }
`.replace('"it\'s"', 'app$1');
  const guarded = change(
    rich,
    'kubeadm',
    'openshift\n    capabilities: { loadBalancer: true, loadBalancerProvider: metallb }',
  );
  for (const text of [guarded, fleet]) {
    for (const { title, body } of stepsOf(text)) {
      for (const block of body) {
        if (!('shell' in block)) continue;
        const { status, stderr } = spawnSync('bash', ['-n'], {
          input: block.shell.join('\n'),
          encoding: 'utf8',
        });
        expect(`${title}: ${status} ${stderr}`).toBe(`${title}: 0 `);
      }
    }
  }
});

describe('secrets', () => {
  test('are asked for, and never in the shell’s history', () => {
    const database = textOf(galeraTopology, 'database');
    expect(database).toContain(
      `read -rsp 'password of root on shop/orders: ' PASSWORD && echo && [ -n "$PASSWORD" ] || exit`,
    );
    expect(database).toContain(
      'printf %s "$PASSWORD" | kubectl --context fra -n shop create secret generic orders-root --from-file=password=/dev/stdin',
    );
  });

  test('of TLS say which names they must hold', () => {
    const database = textOf(`${galeraTopology}    tls: { secret: orders-tls }\n`, 'database');
    expect(database).toContain('`orders.shop.svc.cluster.local` and `*.orders-peers.shop.svc.cluster.local`');
  });

  test('and the right to choose a user, on OpenShift', () => {
    expect(textOf(galeraTopology, 'database')).not.toContain('rolebinding');
    expect(textOf(change(galeraTopology, 'kubeadm', 'openshift'), 'database')).toContain(
      '--clusterrole=system:openshift:scc:nonroot-v2 --serviceaccount=shop:orders',
    );
  });
});

describe('verification', () => {
  test('asks every member, without a password', () => {
    const verify = textOf(galeraTopology, 'verify');
    expect(verify).toContain('for member in 0 1 2; do');
    expect(verify).toContain('mariadb --no-defaults --user=mysql --socket=/run/mysqld/mysqld.sock');
    expect(verify).toMatch(/wsrep_cluster_size +3\n/);
    expect(verify).toContain('orders-2   2/2   Running');
  });

  test('counts the arbitrator, and the exporter', () => {
    const verify = textOf(
      `${evenTopology}    statefulset: { arbitrator: { image: garbd }, metrics: {} }\n`,
      'verify',
    );
    expect(verify).toMatch(/wsrep_cluster_size +3\n/);
    expect(verify).toContain('orders-1   3/3   Running');
    expect(verify).toContain('mysql_up');
  });
});

describe('mending', () => {
  test('explains the words that the scripts say', () => {
    const mending = textOf(galeraTopology, 'mending');
    const said = Object.values(scripts).join('\n');
    for (const word of mending.matchAll(/^\| `([A-Z]{2,}[A-Z ]+|[a-z]+ [a-z ]{9,})` \|/gm)) {
      expect(said).toContain(word[1]);
    }
    const human = [...said.matchAll(/conclude human "([A-Z]{3,}):/g)].map(([, word]) => word);
    for (const word of human) expect(mending).toContain(`\`${word}\``);
    expect(said).toContain('BOOTSTRAP: forced');
  });

  test('forces a bootstrap through Git, and on a fleet on one cluster only', () => {
    const one = textOf(galeraTopology, 'mending');
    expect(one).toContain('forceBootstrap: { ordinal: ORDINAL, token: WORD-NEVER-USED }');
    expect(one).not.toContain('set env');
    const several = textOf(fleet, 'mending');
    expect(several).toContain(
      'set env statefulset/orders -c mariadb FORCE_BOOTSTRAP=ORDINAL:WORD-NEVER-USED',
    );
    expect(several).not.toContain('forceBootstrap:');
  });

  test('grows volumes without touching the pods', () => {
    expect(textOf(galeraTopology, 'mending')).toContain(
      'kubectl --context fra -n shop delete statefulset orders --cascade=orphan',
    );
  });
});

describe('a fleet', () => {
  test('is gone through in loops', () => {
    const database = textOf(fleet, 'database');
    expect(database).toContain('for cluster in store-{01..20}; do');
    expect(database).toContain('kubectl --context "$cluster" -n shop rollout status statefulset/orders');
    expect(database).not.toContain('store-02');
  });

  test('is mended one cluster at a time', () => {
    expect(textOf(fleet, 'mending')).toContain(
      'cluster=store-01 context=store-01 # the one that it is about',
    );
  });
});

test('removal leaves the volumes for a second command', () => {
  const removal = textOf(galeraTopology, 'removal');
  expect(removal).toContain(
    'delete statefulset,service,networkpolicy,poddisruptionbudget,configmap,serviceaccount',
  );
  expect(removal).toContain('delete pvc -l app.kubernetes.io/name=mariadb,app.kubernetes.io/instance=orders');
});
