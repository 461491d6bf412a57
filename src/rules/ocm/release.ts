import { headSpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** The OCM release has the fields of the Klusterlet that dbspan writes. */
export const release = defineRule({
  id: 'ocm/release',
  severity: 'error',
  why: 'dbspan writes the eviction period and the rates of the agent, fields that OCM before v1.0 does not all have: applying the Klusterlet ends with "unknown field"',
  source: 'open-cluster-management-io/api operator/v1/types_klusterlet.go',
  messages: {
    old: (p: { release: string }) =>
      `OCM ${p.release} does not have all fields of the Klusterlet that are written`,
  },
  checkPlan({ slice, releases, topology }, report) {
    const { ocm } = releases;
    if (!slice || ocm === undefined || !/^v0\.\d/.test(ocm)) return;
    const said = topology.releases;
    report('old', { release: ocm })
      .at(said ? valueSpan(said, 'ocm') : headSpan(topology))
      .fix('upgrade OCM on the hub and the members to v1.0 or newer, and write that version');
  },
});
