import type { Report, Span } from '../../diagnostics/index.js';
import { zonesOf } from '../../plan/index.js';
import { type Cluster, type Expectation, nearest, type Topology, valueSpan } from '../../topology/index.js';
import { undeclaredClusters } from '../cluster-references.js';
import { defineRule } from '../rule.js';

const messages = {
  cluster: (p: { name: string }) => `an expectation loses ${p.name}, which is no cluster of this topology`,
  zone: (p: { zone: string }) => `an expectation loses the zone ${p.zone}, which no cluster has`,
  link: (p: { link: string }) =>
    `an expectation loses the link ${p.link}, which does not join two clusters of this topology`,
  kind: (p: { what: string }) =>
    `an expectation loses ${p.what}, which is neither a cluster nor a zone or a link`,
  contradiction: (p: { what: string }) => `the loss of ${p.what} is expected twice, with another outcome`,
};

/** An expectation loses something that is there, and says one thing about it. */
export const expectation = defineRule({
  id: 'topology/expectation',
  severity: 'error',
  why: 'an assertion about something that does not exist holds whatever happens, and of two that contradict each other one always fails',
  messages,
  checkTopology(topology, report) {
    const seen = new Map<string, Expectation>();
    const names = namesOf(topology);
    for (const each of topology.expect ?? []) {
      const losses = typeof each.lose === 'string' ? [each.lose] : each.lose;
      for (const [index, loss] of losses.entries()) {
        const span = typeof each.lose === 'string' ? valueSpan(each, 'lose') : valueSpan(each.lose, index);
        checkLoss(loss, span, names, report);
      }
      const key = [...losses].sort().join(' ');
      const first = seen.get(key);
      if (!first) seen.set(key, each);
      else if (first.writes !== each.writes)
        report('contradiction', { what: losses.join(' and ') })
          .at(valueSpan(each, 'writes'), 'here')
          .related(valueSpan(first, 'writes'), 'the other')
          .fix('keep the one that is meant');
    }
  },
});

interface Names {
  readonly clusters: readonly string[];
  readonly known: ReadonlySet<string>;
  /** Those that are declared and those that topology/unknown-cluster reports elsewhere. */
  readonly named: ReadonlySet<string>;
  readonly zones: ReadonlySet<string>;
  /** Zones that nodes are counted by; topology/zones reports those that are not among a cluster's zones. */
  readonly countedZones: ReadonlySet<string>;
  /** False when a cluster is named and not declared: a zone may be one of its. */
  readonly complete: boolean;
  readonly databases: ReadonlySet<string>;
}

function namesOf(topology: Topology): Names {
  const { clusters, databases } = topology;
  const names = clusters.map(({ name }) => name);
  const undeclared = [...undeclaredClusters(topology).keys()];
  const zones = new Set(clusters.flatMap((cluster: Cluster) => [...zonesOf(cluster)]));
  return {
    clusters: names,
    known: new Set(names),
    named: new Set([...names, ...undeclared]),
    zones,
    countedZones: new Set(
      clusters.flatMap(({ nodes }) => (typeof nodes === 'object' ? Object.keys(nodes) : [])),
    ),
    complete: undeclared.length === 0,
    databases: new Set(databases.map(({ name }) => name)),
  };
}

function checkLoss(loss: string, span: Span, names: Names, report: Report<typeof messages>): void {
  const [, kind, name = ''] = /^([^:]*):(.*)$/.exec(loss) ?? [];
  if (kind === undefined) {
    if (names.named.has(loss)) return;
    report('cluster', { name: loss })
      .at(span)
      .fix(
        names.databases.has(loss)
          ? `${loss} is a database: write what it loses, such as a cluster of its placement`
          : suggestion(loss, names.clusters, `zone:${loss}`, names.zones.has(loss)),
      );
  } else if (kind === 'zone') {
    if (names.zones.has(name) || names.countedZones.has(name) || !names.complete) return;
    report('zone', { zone: name })
      .at(span)
      .fix(
        names.zones.size === 0
          ? 'write the zones of each cluster under zones'
          : suggestion(name, [...names.zones], name, names.known.has(name)),
      );
  } else if (kind === 'link') {
    if (joins(name, names.named)) return;
    report('link', { link: name })
      .at(span)
      .fix('write link: and the names of two clusters with a hyphen between them, such as link:fra-ams');
  } else {
    const meant = nearest(kind, ['zone', 'link']);
    report('kind', { what: loss })
      .at(span)
      .fix(meant ? `did you mean ${meant}:${name}?` : 'write the name of a cluster, zone:NAME or link:A-B');
  }
}

/** Names have hyphens too, so every hyphen may be the one between them. */
function joins(text: string, known: ReadonlySet<string>): boolean {
  for (let at = text.indexOf('-'); at !== -1; at = text.indexOf('-', at + 1)) {
    const one = text.slice(0, at);
    const other = text.slice(at + 1);
    if (one !== other && known.has(one) && known.has(other)) return true;
  }
  return false;
}

function suggestion(
  name: string,
  candidates: readonly string[],
  alternative: string,
  isOther: boolean,
): string {
  if (isOther) return `write ${alternative}`;
  const meant = nearest(name, candidates);
  return meant ? `did you mean ${meant}?` : `use one of: ${candidates.slice(0, 8).join(', ')}`;
}
