import { defineDiagnostic } from './diagnostics/index.js';

/** Two parts of a program that want one file of the output to hold different things. */
export const collision = defineDiagnostic({
  id: 'output/collision',
  severity: 'error',
  why: 'one of the two would overwrite the other on the cluster, whichever is applied last',
  messages: {
    object: (p: { kind: string; name: string; cluster: string }) =>
      `two different objects are ${p.kind} ${p.name} on ${p.cluster}`,
    values: (p: { name: string; cluster: string }) =>
      `two topologies want different values/${p.name} on ${p.cluster}`,
  },
});
