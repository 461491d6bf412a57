import type { Manifest } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { type Work, worksOf } from '../works.js';
import { objectName, pluralOf } from './resources.js';
import { configsOf, strategyOf } from './work-configs.js';

/** Objects that the cluster has before any work, by group, kind, namespace and name. */
const standing = new Set([
  ...['coredns', 'coredns-custom', 'kube-dns', 'kube-proxy', 'kubeadm-config', 'node-local-dns'].map(
    (name) => ` ConfigMap kube-system/${name}`,
  ),
  ' Service kube-system/kube-dns',
  ...['coredns', 'kube-dns', 'metrics-server'].map((name) => `apps Deployment kube-system/${name}`),
  ...['kube-proxy', 'node-local-dns'].map((name) => `apps DaemonSet kube-system/${name}`),
  ' ConfigMap openshift-dns/dns-default',
  'apps DaemonSet openshift-dns/dns-default',
  'operator.openshift.io DNS default',
  'operator.open-cluster-management.io Klusterlet klusterlet',
]);

const systemNamespace = /^(?:default|kube-.+|openshift-.+|open-cluster-management.*|kubeslice-.+)$/;

/** A work that touches what is not its own, or holds volumes, leaves it there when it goes. */
export const orphan = defineRule({
  id: 'ocm/orphan',
  severity: 'warning',
  why: 'the agent becomes an owner of everything it applies, also of what was there before, and deletes it with the work: when the work is removed, pruned, or missing on the hub for an hour',
  source:
    'open-cluster-management-io/ocm pkg/work/spoke/controllers/finalizercontroller/unmanaged_appliedmanifestwork_controller.go',
  messages: {
    standing: (p: { work: string; object: string }) =>
      `${p.object} belongs to the cluster, and goes when ${p.work} goes`,
    volume: (p: { work: string; object: string }) => `${p.object} and its data go when ${p.work} goes`,
  },
  checkManifests(manifests, report) {
    for (const work of worksOf(manifests)) {
      if (work.made || work.spec.at('deleteOption', 'propagationPolicy').text === 'Orphan') continue;
      const configs = configsOf(work);
      for (const object of work.objects) {
        const volume = object.group === '' && object.kind === 'PersistentVolumeClaim';
        if (!volume && !isStanding(object)) continue;
        if (isOrphaned(work, object) || strategyOf(configs, object)?.at('type').text === 'ReadOnly') continue;
        report(volume ? 'volume' : 'standing', {
          work: objectName(work.manifest),
          object: objectName(object),
        })
          .at(object.root.at('metadata', 'name').span)
          .fix(
            'write deleteOption: { propagationPolicy: Orphan }, or SelectivelyOrphan with a rule for this object',
          );
      }
    }
  },
});

function isStanding({ group, kind, namespace, name }: Manifest): boolean {
  if (group === '' && kind === 'Node') return true;
  if (group === '' && kind === 'Namespace') return systemNamespace.test(name);
  return standing.has(`${group} ${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`);
}

/** The rules of SelectivelyOrphan know no wildcards. */
function isOrphaned({ spec }: Work, { group, kind, namespace, name }: Manifest): boolean {
  const option = spec.at('deleteOption');
  if (option.at('propagationPolicy').text !== 'SelectivelyOrphan') return false;
  const wanted = [group, pluralOf(kind), namespace ?? '', name].join(' ');
  return option
    .at('selectivelyOrphans', 'orphaningRules')
    .items()
    .some(
      (rule) =>
        ['group', 'resource', 'namespace', 'name'].map((key) => rule.at(key).text ?? '').join(' ') === wanted,
    );
}
