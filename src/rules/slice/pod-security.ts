import { defineRule } from '../rule.js';

/** Namespaces of the worker; its pods are privileged, share the network of the node and mount a path of it. */
const privileged: ReadonlySet<string> = new Set(['kubeslice-system', 'kubeslice-nsm-webhook-system']);

const label = 'pod-security.kubernetes.io/enforce';

/** The namespaces of KubeSlice's worker admit privileged pods. The add-on makes them; this is for those who do it before. */
export const podSecurity = defineRule({
  id: 'slice/pod-security',
  severity: 'error',
  why: 'the pods of the worker, its gateways and the data plane are privileged: where the namespace admits no such pods none is created, and the cluster never registers',
  source: 'kube-slice/kubeslice-controller ocm/manifests/kubeslice-worker/templates',
  messages: {
    enforced: (p: { namespace: string; level: string }) =>
      `the namespace ${p.namespace} admits no more than ${p.level} pods`,
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('Namespace', '')) {
      const level = root.at('metadata', 'labels', label);
      if (!privileged.has(name) || !level.text || level.text === 'privileged') continue;
      report('enforced', { namespace: name, level: level.text })
        .at(level.span)
        .fix('write privileged')
        .edit(level.span, 'privileged');
    }
  },
});
