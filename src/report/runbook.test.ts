import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { App } from 'cdk8s';
import { describe, expect, test } from 'vitest';
import { Charts, runbookPhases, systems } from '../charts/index.js';
import { compile } from '../compile.js';
import type { FileContent, Plan } from '../plan/index.js';
import { renderRunbook } from './runbook.js';

const corefile = '.:53 {\n    errors\n    forward . /etc/resolv.conf\n}\n';

function plansOf(...texts: readonly string[]): readonly Plan[] {
  const readFile = (path: string): FileContent => (path.startsWith('saved/') ? corefile : undefined);
  const { plans, diagnostics } = compile(
    texts.map((content, index) => ({ name: `${index}.yaml`, content })),
    { readFile },
  );
  if (plans.length === 0)
    throw new Error(diagnostics.map(({ id, message }) => `${id}: ${message}`).join('\n'));
  return plans;
}

/** The topology of the MariaDB guide. */
const mariadbGuide = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: demo-distributed-mariadb }
clusters:
  - { name: demo-controller, hub: true, distribution: k3s, apiServer: "https://10.2.0.56:6443", networkInterface: enp1s0, gatewayNodes: [demo-master] }
  - { name: demo-worker, distribution: k3s, networkInterface: enp1s0, gatewayNodes: [demo-worker] }
slice: { name: demo-slice, subnet: 10.1.0.0/16, namespaces: [demo, kubedb], allowedNamespaces: [kube-system] }
databases:
  - name: mariadb
    namespace: demo
    provider: kubedb
    engine: mariadb
    version: "11.5.2"
    placement: [{ cluster: demo-controller, replicas: [0, 2] }, { cluster: demo-worker, replicas: [1] }]
    storage: { size: 20Gi }
`;

/** The topology of the Postgres guide, which does not know the hub's URL. */
const postgresGuide = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: demo-distributed-postgres }
clusters:
  - { name: demo-controller, hub: true, distribution: k3s, networkInterface: enp3s0, storageClass: local-path, kubesliceDNS: 10.43.172.191 }
  - { name: demo-worker, distribution: k3s, networkInterface: eth0, storageClass: local-path, kubesliceDNS: 10.43.9.12 }
slice: { name: demo-slice, subnet: 10.1.0.0/16 }
databases:
  - name: postgres
    namespace: demo
    provider: kubedb
    engine: postgres
    version: "17.2"
    placement: [{ cluster: demo-controller, replicas: [0, 2] }, { cluster: demo-worker, replicas: [1] }]
    storage: { size: 20Gi }
`;

/** Every distribution, odd contexts, and all that a database can refer to. */
const everything = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: everything }
releases: { ocm: "1.1.0" }
clusters:
  - { name: hub, hub: true, distribution: kind, context: kind-hub, networkInterface: eth0, kubesliceDNS: 10.96.0.11, corefile: "saved/hub Corefile" }
  - { name: adm, distribution: kubeadm, context: "admin@adm", networkInterface: eth0, kubesliceDNS: 10.96.0.12, corefile: saved/adm }
  - { name: bare, distribution: kubeadm, networkInterface: eth0, kubesliceDNS: 10.96.0.13 }
  - { name: absent, distribution: kubeadm, networkInterface: eth0, corefile: "it's \`here\`/\`\`\`$HOME" }
  - { name: eks, distribution: eks, context: "arn:aws:eks:eu-central-1:123456789012:cluster/shop", networkInterface: eth0, kubesliceDNS: 172.20.0.11, corefile: saved/eks }
  - { name: aks, distribution: aks, networkInterface: eth0, kubesliceDNS: 10.0.0.11 }
  - { name: gke, distribution: gke, networkInterface: eth0, kubesliceDNS: 10.1.0.11 }
  - { name: ocp, distribution: openshift, networkInterface: br-ex, kubesliceDNS: 172.30.0.11 }
  - { name: rke, distribution: rke2, networkInterface: eth0, kubesliceDNS: 10.43.0.11 }
  - { name: own, distribution: other, networkInterface: eth0, kubesliceDNS: 10.50.0.11 }
  - { name: shop, distribution: k3s }
slice:
  name: wide
  subnet: 10.9.0.0/16
  clusters: [hub, adm, bare, absent, eks, aks, gke, ocp, rke, own]
  gateway: { type: openvpn, services: [{ cluster: aks, type: LoadBalancer, protocol: TCP }] }
  serviceAccounts: { readWrite: [Admin], readOnly: [looker] }
databases:
  - name: orders
    namespace: shop
    provider: kubedb
    engine: mariadb
    version: "11.8.5"
    placement: [{ cluster: hub, replicas: 1 }, { cluster: eks, replicas: 1 }, { cluster: rke, replicas: 1 }]
    storage: { size: 20Gi }
    rootPasswordSecret: { name: orders-root }
    tls: { issuer: { name: internal } }
    kubedb: { configurationSecret: orders-config, wsrepSSTMethod: mariabackup }
  - name: ledger
    namespace: bank
    provider: kubedb
    engine: postgres
    version: "17.9-bookworm"
    placement: [{ cluster: adm, replicas: 1 }, { cluster: gke, replicas: 1 }, { cluster: ocp, replicas: 1 }]
    storage: { size: 20Gi }
    tls: { issuer: { name: public, kind: ClusterIssuer } }
    kubedb: { configurationSecret: ledger-config }
  - name: till
    namespace: till
    provider: mariadb-operator
    engine: mariadb
    placement: [{ cluster: shop, replicas: 1 }]
    rootPasswordSecret: { name: till-root, key: password }
    storage: { size: 8Gi }
`;

/** No slice: one cluster, nothing distributed. */
const alone = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: alone }
clusters: [{ name: solo, distribution: k3s, context: me@solo }]
databases:
  - name: notes
    namespace: notes
    provider: kubedb
    engine: mariadb
    version: "11.8.5"
    placement: [{ cluster: solo, replicas: 1 }]
    storage: { size: 5Gi }
  - name: diary
    namespace: default
    provider: kubedb
    engine: postgres
    version: "17.5"
    placement: [{ cluster: solo, replicas: 1 }]
    storage: { size: 5Gi }
`;

const single = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: orange-pi }
clusters: [{ name: orange-pi, distribution: k3s }]
databases:
  - name: mariadb-demo
    namespace: default
    provider: mariadb-operator
    engine: mariadb
    placement: [{ cluster: orange-pi, replicas: 1 }]
    storage: { size: 1Gi }
`;

function example(name: string): string {
  return readFileSync(new URL(`../../spec/examples/${name}.yaml`, import.meta.url), 'utf8');
}

const programs: readonly (readonly [string, readonly string[]])[] = [
  ['the MariaDB guide', [mariadbGuide]],
  ['the Postgres guide', [postgresGuide]],
  ['every distribution', [everything]],
  ['one cluster', [alone]],
  ['one server of mariadb-operator', [single]],
  ['mariadb-operator in two regions', [example('two-regions-mariadb-operator')]],
  ['a fleet', [example('edge-fleet')]],
  ['Galera on K3s', [example('k3s-galera-1Gi')]],
  [
    'two topologies on one slice',
    [
      mariadbGuide,
      mariadbGuide
        .replace('metadata: { name: demo-distributed-mariadb }', 'metadata: { name: ledger }')
        .replace(
          'slice: { name: demo-slice,',
          'slice: { name: demo-slice, project: demo-distributed-mariadb,',
        )
        .replace('name: mariadb\n', 'name: ledger\n')
        .replace('engine: mariadb', 'engine: postgres')
        .replace('"11.5.2"', '"17.2"'),
    ],
  ],
  ['three that share nothing', [mariadbGuide, alone, everything]],
];

interface Fence {
  readonly language: string;
  readonly content: string;
}

/** The code blocks of a page, as CommonMark reads them. */
function fencesOf(markdown: string): Fence[] {
  const fences: Fence[] = [];
  let open: { marks: string; language: string; lines: string[] } | undefined;
  for (const line of markdown.split('\n')) {
    const start = /^(`{3,})(\w*)$/.exec(line);
    if (open) {
      if (start && start[2] === '' && (start[1]?.length ?? 0) >= open.marks.length) {
        fences.push({ language: open.language, content: open.lines.join('\n') });
        open = undefined;
      } else open.lines.push(line);
    } else if (start) open = { marks: start[1] ?? '', language: start[2] ?? '', lines: [] };
  }
  if (open) throw new Error(`a block is never closed: ${open.lines.join('\n')}`);
  return fences;
}

function shellOf(markdown: string): string[] {
  return fencesOf(markdown).flatMap(({ language, content }) => (language === 'bash' ? [content] : []));
}

/** Headings outside code. */
function headingsOf(markdown: string): string[] {
  let inside = false;
  return markdown.split('\n').flatMap((line) => {
    if (/^`{3,}/.test(line)) inside = !inside;
    const heading = inside ? undefined : /^#+ (.*)$/.exec(line)?.[1];
    return heading === undefined ? [] : [heading];
  });
}

const complaints = new Map<string, string>();

/** What bash says against a block; empty when it can be read. Programs have most blocks in common. */
function complaint(block: string): string {
  let known = complaints.get(block);
  if (known === undefined) {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: block, encoding: 'utf8' });
    known = status === 0 && stderr === '' ? '' : `${stderr}\n${block}`;
    complaints.set(block, known);
  }
  return known;
}

const found = (program: string) => spawnSync(program, ['--version']).status === 0;

describe.each(programs)('the runbook of %s', (_, texts) => {
  const plans = plansOf(...texts);
  const markdown = renderRunbook(plans);
  const shell = shellOf(markdown);

  test.runIf(found('bash'))('has commands that bash can read', () => {
    for (const block of shell) expect(complaint(block)).toBe('');
  });

  test.runIf(found('shellcheck'))('has commands that shellcheck finds nothing in', () => {
    const script = `#!/usr/bin/env bash\n${shell.join('\n')}\n`;
    const { stdout } = spawnSync('shellcheck', ['--severity=warning', '-'], {
      input: script,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });

  test('leaves no placeholder to fill in', () => {
    for (const block of shell) expect(block).not.toMatch(/<[a-z-]+>/);
    expect(markdown).not.toMatch(/undefined|\[object|NaN/);
  });

  test('names a context in every command, and never changes the current one', () => {
    const commands = shell.flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'));
    for (const command of commands) {
      for (const [call] of command.matchAll(/\b(?:kubectl|helm|clusteradm) .*/g)) {
        if (/^(kubectl version --client|helm version --short|clusteradm version)$/.test(call)) continue;
        expect(call).toMatch(/ --(kube-)?context [A-Za-z0-9]/);
      }
    }
    expect(markdown).not.toContain('use-context');
  });

  test('reaches every cluster that has something to do', () => {
    for (const { clusters, databases } of plans) {
      for (const { name, context, member } of clusters) {
        const used =
          member || databases.some(({ placements }) => placements.some((each) => each.cluster.name === name));
        expect(shell.some((block) => block.includes(`--context ${context} `))).toBe(used);
      }
    }
  });

  test('applies every wave of the output, and no other', () => {
    const written = new Set<string>();
    for (const plan of plans) {
      const charts = new Charts(new App());
      for (const system of systems) {
        system.build(charts, plan);
        for (const { cluster, name } of system.values?.(plan) ?? [])
          written.add(`${cluster.name}/values/${name}`);
      }
      for (const { cluster, wave } of charts.list()) written.add(`${cluster}/${wave}`);
    }
    const named = shell.flatMap((block) =>
      [...block.matchAll(/\$DIST\/([^"]+)"/g)].map(([, path = '']) => path),
    );
    expect([...new Set(named)].sort()).toEqual([...written].sort());
  });

  test('keeps the order of the phases', () => {
    const headings = headingsOf(markdown).map((heading) => heading.replace(/^[\d.]+ /, ''));
    let at = 0;
    for (const plan of plans) {
      const steps = systems.flatMap((system) => system.steps?.(plan) ?? []);
      for (const phase of runbookPhases) {
        for (const { title } of steps.filter((step) => step.phase === phase)) {
          const next = headings.indexOf(title, at);
          expect(next, title).toBeGreaterThanOrEqual(at);
          at = next + 1;
        }
      }
    }
  });

  test('has a table of contents that leads somewhere', () => {
    const seen = new Map<string, number>();
    const anchors = headingsOf(markdown).map((heading) => {
      const base = heading
        .toLowerCase()
        .replace(/[^a-z0-9 _-]/g, '')
        .replaceAll(' ', '-');
      const count = seen.get(base) ?? 0;
      seen.set(base, count + 1);
      return count === 0 ? base : `${base}-${count}`;
    });
    const links = [...markdown.matchAll(/^ *- \[.*\]\(#(.*)\)$/gm)].map(([, anchor = '']) => anchor);
    expect(new Set(links).size).toBe(links.length);
    expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
    const numbered = headingsOf(markdown).filter((heading) => /^\d/.test(heading));
    expect(links.length).toBeGreaterThanOrEqual(numbered.length);
  });

  test('is the same every time, and holds no time', () => {
    expect(renderRunbook(plansOf(...texts))).toBe(markdown);
    expect(markdown).not.toMatch(/\b20\d\d-\d\d-\d\d\b|\d\d:\d\d:\d\d/);
  });

  test('sets every variable before it is used', () => {
    const set = new Set(['HOME']);
    for (const block of shell) {
      for (const [, name = ''] of block.matchAll(/(?:^|[\s(])(?:export )?([A-Z][A-Z_]+)=/gm)) set.add(name);
      for (const [, name = ''] of block.matchAll(/read -rs?p '[^']*' ([A-Z_]+)/g)) set.add(name);
      const ofTheShell = block.replace(/sh -c '[^']*'/g, '');
      for (const [, name = ''] of ofTheShell.matchAll(/\$\{?#?([A-Z][A-Z_]+)/g)) expect(set).toContain(name);
    }
  });
});

describe('a page', () => {
  test('of nothing says so', () => {
    expect(renderRunbook([])).toContain('nothing to do');
  });

  test('numbers the sections of each topology anew', () => {
    const headings = headingsOf(renderRunbook(plansOf(mariadbGuide, alone)));
    expect(headings.filter((heading) => /^(Topology|1\.|2\.) /.test(heading))).toEqual([
      'Topology demo-distributed-mariadb',
      '1. Before you start',
      '2. Initialise demo-controller as the OCM hub',
      'Topology alone',
      '1. Before you start',
      '2. Create the namespaces of the databases',
    ]);
  });

  test('warns when topologies share clusters, and only then', () => {
    const [, shared = []] = programs[8] ?? [];
    expect(renderRunbook(plansOf(...shared))).toContain('- demo-worker: demo-distributed-mariadb, ledger');
    expect(renderRunbook(plansOf(mariadbGuide, alone))).not.toContain('share clusters');
  });

  test('holds no licence, token or password', () => {
    const markdown = renderRunbook(plansOf(everything));
    expect(markdown).toContain('--set-file global.license="${KUBEDB_LICENSE:?');
    expect(markdown).not.toMatch(/--hub-token [^"]/);
    expect(markdown).not.toContain('--from-literal=password');
  });

  test('grows in step with the clusters', () => {
    const lengthOf = (members: number) => {
      const names = Array.from({ length: members }, (_, index) => `c${index + 1}`.padEnd(3, 'x'));
      const clusters = names.map(
        (name, index) =>
          `  - { name: ${name}, ${index === 0 ? 'hub: true, apiServer: "https://10.0.0.1:6443", ' : ''}distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.${100 + index} }`,
      );
      const text = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: many }
clusters:
${clusters.join('\n')}
slice: { name: many, subnet: 10.7.0.0/16, maxClusters: 32, clusters: [${names.join(', ')}] }
databases:
  - { name: orders, namespace: shop, provider: kubedb, engine: mariadb, version: "11.8.5", storage: { size: 20Gi }, placement: [{ cluster: c1x, replicas: 1 }, { cluster: c2x, replicas: 1 }, { cluster: c3x, replicas: 1 }] }
`;
      return renderRunbook(plansOf(text)).split('\n').length;
    };
    const [ten, twenty, thirty] = [lengthOf(10), lengthOf(20), lengthOf(30)];
    expect(thirty - twenty).toBe(twenty - ten);
  });
});
