import { expect, test } from 'vitest';
import type { ClusterPlan } from '../plan/index.js';
import { readKubesliceDns, saveCorefile } from './commands.js';

const cluster: ClusterPlan = {
  name: 'fra',
  context: 'admin@fra',
  fleet: undefined,
  domain: 'cluster.local',
  hub: false,
  member: true,
  dns: undefined,
  namespaces: [],
  source: { name: 'fra', distribution: 'kubeadm' },
};

test('the address is read in the cluster’s context', () => {
  expect(readKubesliceDns(cluster)).toBe(
    "kubectl --context admin@fra -n kubeslice-system get service kubeslice-dns -o jsonpath='{.spec.clusterIP}'",
  );
});

const read =
  "kubectl --context admin@fra -n kube-system get configmap coredns -o jsonpath='{.data.Corefile}' >";

test.each([
  [
    'fra.Corefile',
    `${read} fra.Corefile.new && test -s fra.Corefile.new && mv fra.Corefile.new fra.Corefile`,
  ],
  [
    'corefiles/fra',
    `mkdir -p corefiles/ && ${read} corefiles/fra.new && test -s corefiles/fra.new && mv corefiles/fra.new corefiles/fra`,
  ],
  ['$(rm)', `${read} '$(rm).new' && test -s '$(rm).new' && mv '$(rm).new' '$(rm)'`],
])('a Corefile is saved as %s, and never emptied', (path, command) => {
  expect(saveCorefile(cluster, path)).toBe(command);
});
