import { defineDiagnostic } from '../diagnostics/index.js';

// What the output that is committed already forbids of a change.

export const immutableField = defineDiagnostic({
  id: 'change/immutable-field',
  severity: 'error',
  why: 'the API server or the operator’s webhook refuses the change, every time: what is in Git is then never what runs',
  source: 'mariadb-operator/mariadb-operator pkg/webhook/inmutable_webhook.go',
  messages: {
    changed: (p: { object: string; field: string; from: string; to: string }) =>
      `${p.field} of ${p.object} was ${p.from} and would be ${p.to}, and cannot change`,
    shrinks: (p: { object: string; from: string; to: string }) =>
      `the volumes of ${p.object} would shrink from ${p.from} to ${p.to}`,
  },
});

export const volumeClaims = defineDiagnostic({
  id: 'change/volume-claims',
  severity: 'warning',
  why: 'a StatefulSet’s claims cannot change: applied as it is, the whole object is refused, and its volumes stay as they are',
  source: 'kubernetes/kubernetes pkg/apis/apps/validation/validation.go',
  messages: {
    grows: (p: { object: string; from: string; to: string }) =>
      `the volumes of ${p.object} grow from ${p.from} to ${p.to}`,
    moves: (p: { object: string; from: string; to: string }) =>
      `the volumes of ${p.object} change their class from ${p.from} to ${p.to}`,
  },
});
