import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { change, goodTopology } from '../../rules/testing.js';
import type { RunbookStep } from '../runbook-step.js';
import { dnsSteps } from './runbook.js';

const corefile = '.:53 {\n    forward . /etc/resolv.conf\n}\n';

/** The good topology with another way to configure the DNS of ams. */
function withAms(lines: string): string {
  return change(
    goodTopology,
    '  - name: ams\n    distribution: k3s\n    networkInterface: eth0\n    kubesliceDNS: 10.43.0.101\n',
    `  - name: ams\n    networkInterface: eth0\n${lines.replace(/^/gm, '    ')}\n`,
  );
}

function stepsOf(text: string): RunbookStep[] {
  const readFile = (path: string) => (path === 'ams.Corefile' ? corefile : undefined);
  return compile([{ name: 't', content: text }], { readFile }).plans.flatMap(dnsSteps);
}

/** What the runbook says about ams. */
function ams(lines: string): string {
  const step = stepsOf(withAms(lines)).find(({ title }) => title.endsWith(' on ams'));
  return (step?.body ?? [])
    .flatMap((block) => ('shell' in block ? block.shell : 'text' in block ? block.text : block.expect))
    .join('\n')
    .replaceAll(/ \\\n +/g, ' ');
}

const apply = 'kubectl --context ams apply --server-side --field-manager=dbspan -k "$DIST/ams/50-dns"';
const forced = apply.replace('--server-side', '--server-side --force-conflicts');

describe('a member', () => {
  test('on k3s gets a key of its own, and a warning not to edit the Corefile', () => {
    const steps = ams('distribution: k3s\nkubesliceDNS: 10.43.0.101');
    expect(steps).toContain('Never edit the ConfigMap `coredns` itself: k3s writes it anew at every start.');
    expect(steps).toContain("grep 'import /etc/coredns/custom/\\*.server'");
    expect(steps).toContain(apply);
  });

  test('has its address compared with the one of the service', () => {
    expect(ams('distribution: aks\nkubesliceDNS: 10.0.0.77')).toMatch(
      /get service kubeslice-dns -o jsonpath='\{\.spec\.clusterIP\}\{"\\n"\}'\n10\.0\.0\.77\n/,
    );
  });

  test.each([
    ['openshift', 'get dnses.operator.openshift.io default'],
    ['gke', 'get configmap kube-dns'],
    ['rke2', 'get helmchartconfigs.helm.cattle.io rke2-coredns'],
  ])('on %s is looked at before what is there is replaced, and never by force', (distribution, look) => {
    const steps = ams(`distribution: ${distribution}\nkubesliceDNS: 10.43.0.101`);
    expect(steps.indexOf(look)).toBeGreaterThan(0);
    expect(steps.indexOf(apply)).toBeGreaterThan(steps.indexOf(look));
    expect(steps).not.toContain('--force-conflicts');
  });

  test('with a Corefile shows the difference before it forces the whole text', () => {
    const steps = ams('distribution: kubeadm\nkubesliceDNS: 10.96.0.11\ncorefile: ams.Corefile');
    expect(steps.indexOf('kubectl --context ams diff --server-side')).toBeGreaterThan(0);
    expect(steps.indexOf(forced)).toBeGreaterThan(steps.indexOf('kubectl --context ams diff --server-side'));
  });

  test('on EKS is configured through the add-on, and keeps what was changed on the cluster', () => {
    const steps = ams('distribution: eks\nkubesliceDNS: 172.20.0.11\ncorefile: ams.Corefile');
    expect(steps).toContain(
      '--configuration-values "file://$DIST/ams/values/eks-coredns-addon.json" --resolve-conflicts PRESERVE',
    );
    expect(steps.indexOf('PRESERVE')).toBeLessThan(steps.indexOf('--resolve-conflicts OVERWRITE'));
    expect(steps).not.toContain('50-dns');
  });

  test('of an unknown distribution gets the block to add by hand', () => {
    const steps = ams('distribution: other\nkubesliceDNS: 10.5.0.11');
    expect(steps).toContain('slice.local:53 {\n    errors\n    cache 30\n    forward . 10.5.0.11\n}');
    expect(steps).not.toContain('50-dns');
  });

  test('without a Corefile is asked for it, and the old file survives a failure', () => {
    const unnamed = ams('distribution: kubeadm\nkubesliceDNS: 10.96.0.11');
    expect(unnamed).toContain('Write `corefile: corefiles/ams.Corefile` for ams');
    expect(unnamed).toContain(
      `COREFILE="$(dirname "\${TOPOLOGY:?the file of this topology}")"/corefiles/ams.Corefile`,
    );
    expect(unnamed).toContain('[ -s "$COREFILE.new" ] && mv "$COREFILE.new" "$COREFILE"');
    expect(ams("distribution: kind\nkubesliceDNS: 10.96.0.11\ncorefile: it's/ams")).toContain(`/"it's/ams"`);
  });

  test('without an address is asked for that and for the Corefile at once', () => {
    const steps = ams('distribution: eks');
    expect(steps).toContain('Write what this prints as `kubesliceDNS` of ams:');
    expect(steps).toContain('corefiles/ams.Corefile');
    expect(ams('distribution: k3s')).toContain('Do not edit the ConfigMap `coredns` in the meantime');
  });
});

test('what is open ends in another synth, what is not in a check', () => {
  expect(stepsOf(withAms('distribution: eks')).map(({ title }) => title)).toEqual([
    'Look for a DNS cache on the nodes',
    'Forward slice.local on fra',
    'Forward slice.local on ams',
    'Compile again',
    'Check that slice.local is forwarded',
  ]);
  expect(stepsOf(goodTopology).map(({ title }) => title)).not.toContain('Compile again');
});
