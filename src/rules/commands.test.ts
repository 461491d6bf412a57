import { expect, test } from 'vitest';
import type { ClusterPlan } from '../plan/index.js';
import { readKubesliceDns, saveCorefile } from './commands.js';

const cluster: ClusterPlan = {
  name: 'fra',
  context: 'admin@fra',
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

const save =
  "kubectl --context admin@fra -n kube-system get configmap coredns -o jsonpath='{.data.Corefile}' >";

test.each([
  ['fra.Corefile', `${save} fra.Corefile`],
  ['corefiles/fra.Corefile', `mkdir -p corefiles/ && ${save} corefiles/fra.Corefile`],
  ["it's here/fra", `mkdir -p 'it'\\''s here/' && ${save} 'it'\\''s here/fra'`],
  ['$(rm)', `${save} '$(rm)'`],
])('a Corefile is saved as %s', (path, command) => {
  expect(saveCorefile(cluster, path)).toBe(command);
});
