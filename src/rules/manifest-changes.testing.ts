import { compile } from '../compile.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { planChange } from '../plan-change.js';
import { goodTopology } from './testing.js';

/** What the rules say about the change from some manifests to others: for what no topology says. Places are the head of a topology. */
export function manifestChangesOf(before: string, after: string): readonly Diagnostic[] {
  const { plans } = compile([{ name: 't', content: goodTopology }]);
  const path = 'fra/40-slice/all.yaml';
  const { diagnostics } = planChange({ files: [{ path, content: before }], index: undefined }, plans, {
    files: [{ path, content: after, source: '' }],
  });
  return diagnostics;
}

/** The same as `severity id message`. */
export function manifestChangeFindingsOf(before: string, after: string): string[] {
  return manifestChangesOf(before, after).map(({ severity, id, message }) => `${severity} ${id} ${message}`);
}
