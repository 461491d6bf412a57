import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { memoryVerdict } from './memory-findings.js';
import { type SizedServer, serversIn } from './servers.js';

const messages = {
  unset: (p: { database: string }) =>
    `the container of ${p.database} has no MALLOC_ARENA_MAX, so its allocator follows the cores of the node`,
};

/** A server whose sessions are bounded has an allocator that keeps to the bound. */
export const arenas = defineRule({
  id: 'sizing/arenas',
  severity: 'warning',
  why: 'the allocator makes eight arenas for each core of the node, none of which gives back what it once took: the same load peaked at 282 instead of 166 MiB',
  source: 'measured: docs/sizing.md',
  messages,
  checkManifests(manifests, report) {
    for (const server of serversIn(manifests)) check(server, report);
  },
});

/** Without bounds there are greater worries, and a finding about them. */
function check(server: SizedServer, report: Report<typeof messages>): void {
  const { name, engine, provider, sizing, environment, span } = server;
  if (engine !== 'mariadb' || !sizing.bounded || memoryVerdict(server) !== undefined) return;
  // Another allocator, such as jemalloc, comes by LD_PRELOAD.
  if (environment === undefined || environment.has('MALLOC_ARENA_MAX') || environment.has('LD_PRELOAD'))
    return;
  const place = provider === 'mariadb-operator' ? 'spec.env' : 'the container mariadb';
  report('unset', { database: name })
    .at(span)
    .fix(`add an env entry MALLOC_ARENA_MAX to ${place}: "1", from 2Gi "2", from 8Gi "4"`);
}
