import { defineDiagnostic, type Findings, type Span } from './diagnostics/index.js';
import { violationsOf } from './imports/conform.js';
import type { Manifest } from './imports/index.js';
import { findKindSchema } from './imports/schemas.js';

/** An object that is about to be written and that an API server would refuse. */
export const invalidObject = defineDiagnostic({
  id: 'output/invalid-object',
  severity: 'error',
  why: 'the API server refuses the object; no rule about topologies caught the cause, which is a defect of dbspan, too',
  messages: {
    field: (p: { kind: string; name: string; cluster: string; path: string; problem: string }) =>
      `the ${p.kind} ${p.name} on ${p.cluster} would be refused: ${p.path} ${p.problem}`,
    unknown: (p: { kind: string; apiVersion: string }) =>
      `dbspan has no schema for ${p.apiVersion} ${p.kind}`,
  },
});

/** An object of the output, the cluster it is for, and where it comes from. */
interface Placed {
  readonly object: Manifest;
  readonly cluster: string;
  readonly span: Span;
}

/** Holds an object that is about to be written against the schema of its kind. */
export function checkConformance({ object, cluster, span }: Placed, findings: Findings): void {
  const kind = findKindSchema(object.apiVersion, object.kind);
  if (!kind) {
    const { kind: name, apiVersion } = object;
    findings.report(invalidObject, 'unknown', { kind: name, apiVersion }).at(span, 'from here');
    return;
  }
  const { name } = object.metadata as { name: string };
  for (const { path, problem } of violationsOf(object, kind.schema))
    findings
      .report(invalidObject, 'field', { kind: object.kind, name, cluster, path, problem })
      .at(span, 'from here')
      .fix('change what it is made from, and please report it: a rule should have said so first');
}
