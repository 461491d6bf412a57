import { valueSpan } from '../../topology/index.js';
import { sliceMembersOf } from '../members.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** A slice is isolated where the network plugin can isolate. */
export const isolationUnenforced = defineRule({
  id: 'slice/isolation-unenforced',
  severity: 'warning',
  why: 'KubeSlice isolates by writing network policies; where the network plugin enforces none, everybody in the cluster still reaches the databases',
  source: 'kubeslice/worker-operator controllers/slice/namespaces.go',
  messages: {
    unenforced: (p: { clusters: readonly string[] }) =>
      `the slice is isolated, and ${listed(p.clusters)} enforce${p.clusters.length === 1 ? 's' : ''} no network policies`,
  },
  checkTopology(topology, report) {
    const { slice } = topology;
    if (!slice?.isolation) return;
    const open = sliceMembersOf(topology).filter(({ capabilities }) => capabilities?.networkPolicy === false);
    if (open.length === 0) return;
    const finding = report('unenforced', { clusters: open.map(({ name }) => name) }).at(
      valueSpan(slice, 'isolation'),
    );
    for (const { name, capabilities } of open)
      if (capabilities) finding.related(valueSpan(capabilities, 'networkPolicy'), name);
    finding.fix('install a network plugin that enforces them, or do not count on isolation there');
  },
});
