import { expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { change, goodTopology } from '../../rules/testing.js';
import type { RunbookStep } from '../runbook-step.js';
import { ocmSteps } from './runbook.js';

function stepsOf(text: string): RunbookStep[] {
  return compile([{ name: 't', content: text }]).plans.flatMap(ocmSteps);
}

/** The commands of the steps of one phase. */
function commandsOf(text: string, phase: RunbookStep['phase']): string {
  return stepsOf(text)
    .filter((step) => step.phase === phase)
    .flatMap(({ body }) => body.flatMap((block) => ('shell' in block ? block.shell : [])))
    .join('\n')
    .replaceAll(' \\\n  ', ' ');
}

test('the hub is initialised with the gate that KubeDB needs', () => {
  expect(commandsOf(goodTopology, 'ocm-hub')).toContain(
    'clusteradm init --context fra --wait --feature-gates=ManifestWorkReplicaSet=true\n',
  );
});

test('a release that is named goes to hub and members', () => {
  const text = change(
    goodTopology,
    'clusters:\n  - name: fra',
    'releases: { ocm: "1.1.0" }\nclusters:\n  - name: fra',
  );
  expect(commandsOf(text, 'ocm-hub')).toContain('--bundle-version=v1.1.0');
  expect(commandsOf(text, 'ocm-join').match(/--bundle-version=v1\.1\.0/g)).toHaveLength(2);
});

test('every member joins the hub, the hub itself too', () => {
  const join = commandsOf(goodTopology, 'ocm-join');
  for (const name of ['fra', 'ams']) {
    expect(join).toContain(
      `clusteradm join --context ${name} --wait --hub-token "\${HUB_TOKEN:?read the join token first}" --hub-apiserver https://10.2.0.56:6443 --cluster-name ${name} --feature-gates=RawFeedbackJsonString=true`,
    );
    expect(join).toContain(`clusteradm accept --context fra --clusters ${name} && break`);
  }
  expect(join).toContain('unset HUB_TOKEN');
});

test('members of a kind hub look for its internal address', () => {
  expect(commandsOf(goodTopology, 'ocm-join')).not.toContain('--force-internal-endpoint-lookup');
  const text = change(goodTopology, 'hub: true\n    distribution: k3s', 'hub: true\n    distribution: kind');
  expect(commandsOf(text, 'ocm-join').match(/--force-internal-endpoint-lookup/g)).toHaveLength(2);
});

test('a hub without a URL in the topology is read from the kubeconfig, once', () => {
  const text = change(goodTopology, '    apiServer: https://10.2.0.56:6443\n', '');
  expect(commandsOf(text, 'ocm-join')).toContain('--hub-apiserver "${HUB_API_SERVER:?');
  const variables = stepsOf(text).flatMap((step) => step.variables ?? []);
  expect(new Set(variables.map(({ value }) => value))).toEqual(
    new Set(["$(kubectl --context fra config view --minify -o jsonpath='{.clusters[0].cluster.server}')"]),
  );
});

test('the way to the hub is tried from every member, by host and port', () => {
  expect(commandsOf(goodTopology, 'before')).toContain('nc -zv -w 5 10.2.0.56 6443');
  const text = change(goodTopology, 'https://10.2.0.56:6443', 'https://[fd00::1]/api');
  expect(commandsOf(text, 'before')).toContain('nc -zv -w 5 fd00::1 443');
});

test('the agents are configured on every member', () => {
  expect(commandsOf(goodTopology, 'klusterlet')).toContain(
    'kubectl --context ams apply --server-side --force-conflicts --field-manager=dbspan -k "$DIST/ams/15-klusterlet"',
  );
});
