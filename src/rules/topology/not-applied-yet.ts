import type { Span } from '../../diagnostics/index.js';
import { keySpan, type Topology } from '../../topology/index.js';
import { kubedbDatabases } from '../databases.js';
import { defineRule } from '../rule.js';

/** Fields that the language has and this version only reads. */
export const notAppliedYet = defineRule({
  id: 'topology/not-applied-yet',
  severity: 'info',
  why: 'the file may say it for a later version; in the output of this one it changes nothing',
  messages: {
    field: (p: { field: string }) => `${p.field} is read but not acted on yet`,
  },
  checkTopology(topology, report) {
    for (const { field, span } of firstOfEach(topology)) {
      report('field', { field }).at(span).fix('keep it, and check by hand what it asks for');
    }
  },
});

/** The first place of each such field. What a slice needs of Kubernetes is checked. Databases that are left out of the output are left out here too. */
function* firstOfEach(topology: Topology): Generator<{ readonly field: string; readonly span: Span }> {
  if (topology.releases?.kubernetes !== undefined && !topology.slice) {
    yield { field: 'releases.kubernetes', span: keySpan(topology.releases, 'kubernetes') };
  }
  for (const field of ['links', 'expect'] as const) {
    if (field === 'links' && judgesLinks(topology)) {
      const link = topology.links?.find(({ bandwidth }) => bandwidth !== undefined);
      if (link) yield { field: 'links.bandwidth', span: keySpan(link, 'bandwidth') };
      continue;
    }
    if ((topology[field]?.length ?? 0) > 0) yield { field, span: keySpan(topology, field) };
  }
  const databases = kubedbDatabases(topology);
  const surviving = databases.find(({ survive = 'none' }) => survive !== 'none');
  if (surviving) yield { field: 'survive', span: keySpan(surviving, 'survive') };
}

/** Round trips are held against the elections of a Postgres over several clusters. */
function judgesLinks(topology: Topology): boolean {
  const timed = topology.links?.some(({ rtt }) => rtt !== undefined) ?? false;
  return (
    timed &&
    kubedbDatabases(topology).some(({ engine, placement }) => engine === 'postgres' && placement.length > 1)
  );
}
