import { defineDiagnostic } from '../diagnostics/index.js';

// What the output that is committed already forbids of a change.

export const ordinalMoved = defineDiagnostic({
  id: 'placement/ordinal-moved',
  severity: 'error',
  why: 'nothing moves its data: the running pod stays until its next restart, and then comes up on the other cluster with an empty volume while the old one is left behind',
  source: 'kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages: {
    moved: (p: { database: string; ordinal: number; from: string; to: string }) =>
      `ordinal ${p.ordinal} of ${p.database} moves from ${p.from} to ${p.to}`,
  },
});
