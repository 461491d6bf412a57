import { expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { change, goodTopology } from '../../rules/testing.js';
import type { RunbookStep } from '../runbook-step.js';
import { kubesliceSteps } from './runbook.js';

function textOf(text: string, phase: RunbookStep['phase']): string {
  return compile([{ name: 't', content: text }])
    .plans.flatMap(kubesliceSteps)
    .filter((step) => step.phase === phase)
    .flatMap(({ body }) =>
      body.flatMap((block) => ('shell' in block ? block.shell : 'text' in block ? block.text : block.expect)),
    )
    .join('\n')
    .replaceAll(/ \\\n +/g, ' ');
}

test('the controller is installed on the hub, with its values', () => {
  const install = textOf(goodTopology, 'kubeslice-controller');
  expect(install).toContain(
    'helm upgrade -i kubeslice-controller oci://ghcr.io/appscode-charts/kubeslice-controller',
  );
  expect(install).toContain('--kube-context fra --namespace kubeslice-controller --create-namespace');
  expect(install).not.toContain('--set kubeslice.controller.endpoint');
});

test('an endpoint that the topology does not know goes on the command line', () => {
  const text = change(goodTopology, '    apiServer: https://10.2.0.56:6443\n', '');
  expect(textOf(text, 'kubeslice-controller')).toContain(
    '--set kubeslice.controller.endpoint="${HUB_API_SERVER:?',
  );
});

test('the project’s namespace is waited for, then its accounts, in lower case', () => {
  const text = `${goodTopology.replace(
    '  subnet: 10.7.0.0/16\n',
    '  subnet: 10.7.0.0/16\n  serviceAccounts: { readWrite: [Admin], readOnly: [looker] }\n',
  )}`;
  const project = textOf(text, 'project');
  expect(project).toContain("resource-name}'=Project-kubeslice-shop && break");
  expect(project).toContain('get serviceaccount kubeslice-rbac-rw-admin kubeslice-rbac-ro-looker && break');
});

test('gateway nodes that are named are labelled, others asked for', () => {
  const text = change(goodTopology, '  - name: ams\n', '  - name: ams\n    gatewayNodes: [n1, n2]\n');
  const gateways = textOf(text, 'gateway-nodes');
  expect(gateways).toContain(
    'kubectl --context ams label node n1 n2 kubeslice.io/node-type=gateway --overwrite',
  );
  expect(gateways).toContain(
    'read -rp \'gateway node of fra: \' NODE && kubectl --context fra label node "$NODE" kubeslice.io/node-type=gateway',
  );
});

test('the interface of every member is compared', () => {
  const text = change(
    goodTopology,
    '  - name: ams\n    distribution: k3s\n    networkInterface: eth0',
    '  - name: ams\n    distribution: k3s\n    networkInterface: ens5',
  );
  expect(textOf(text, 'gateway-nodes')).toContain('fra   eth0\nams   ens5');
});

test('registration is over when every member is registered and healthy', () => {
  const registration = textOf(goodTopology, 'registration');
  expect(registration).toContain(
    "--for=jsonpath='{.status.registrationStatus}'=Registered clusters.controller.kubeslice.io fra ams",
  );
  expect(registration).toContain("'{.status.clusterHealth.clusterHealthStatus}'=Normal");
});

test('the slice is tried until admission accepts it, and its routers are waited for', () => {
  const slice = textOf(goodTopology, 'slice');
  expect(slice).toContain('-k "$DIST/fra/40-slice" && break');
  expect(slice).toContain(
    'kubectl --context ams -n kubeslice-system rollout status deployment/vl3-slice-router-shop',
  );
  expect(slice).toContain('2 gateway pods');
});

test('ports follow the gateway services', () => {
  const text = change(
    goodTopology,
    '  subnet: 10.7.0.0/16\n',
    '  subnet: 10.7.0.0/16\n  gateway: { type: openvpn, services: [{ cluster: ams, type: LoadBalancer, protocol: TCP }] }\n',
  );
  expect(textOf(text, 'before')).toContain(
    '- fra: UDP 30000-32767 on its gateway nodes\n- ams: a load balancer that takes TCP',
  );
});

test('without a slice there is nothing to do', () => {
  const [plan] = compile([{ name: 't', content: goodTopology }]).plans;
  if (!plan) throw new Error('the good topology does not compile');
  expect(kubesliceSteps({ ...plan, slice: undefined })).toEqual([]);
});
