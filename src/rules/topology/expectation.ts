import type { Report, Span } from '../../diagnostics/index.js';
import { clusterNames, survivalOf, zonesOf } from '../../plan/index.js';
import { type Loss, type LossProblem, lossText, standsOn } from '../../survival/index.js';
import { type Expectation, keySpan, nearest, type Topology, valueSpan } from '../../topology/index.js';
import { undeclaredClusters } from '../cluster-references.js';
import { isProblem, lossReader, writtenLosses } from '../expected-losses.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

const forms = 'a cluster, node:CLUSTER, zone:NAME, region:NAME, link:A-B, split:A+B or hub';
const kinds = ['cluster', 'node', 'zone', 'region', 'link', 'split', 'hub'];

const messages = {
  cluster: (p: { name: string }) => `an expectation loses ${p.name}, which is no cluster of this topology`,
  zone: (p: { zone: string }) => `an expectation loses the zone ${p.zone}, which no cluster has`,
  zones: (p: { zone: string; ids: readonly string[] }) =>
    `an expectation loses the zone ${p.zone}, which can be ${listed(p.ids)}`,
  region: (p: { region: string }) => `an expectation loses the region ${p.region}, which no cluster is in`,
  link: (p: { link: string }) =>
    `an expectation loses the link ${p.link}, which does not join two clusters of this topology`,
  links: (p: { link: string; ways: readonly string[] }) =>
    `an expectation loses the link ${p.link}, which can be ${listed(p.ways)}`,
  split: (p: { split: string }) =>
    `an expectation parts ${p.split} from the others, and there is no cluster beside them`,
  hub: () => 'an expectation loses the hub, and nothing of this topology hangs on one',
  kind: (p: { what: string }) => `an expectation loses ${p.what}, which is no kind of loss`,
  database: (p: { name: string }) =>
    `an expectation is about ${p.name}, which is no database of this topology`,
  contradiction: (p: { what: string }) => `the loss of ${p.what} is expected twice, with another outcome`,
  nobody: (p: { what: string }) => `an expectation loses ${p.what}, and no database stands there`,
};

/** An expectation loses something that a database stands on, and says one thing about it. */
export const expectation = defineRule({
  id: 'topology/expectation',
  severity: 'error',
  why: 'an assertion about something that does not exist holds whatever happens, and of two that contradict each other one always fails',
  messages,
  checkTopology(topology, report) {
    const { expect = [] } = topology;
    if (expect.length === 0) return;
    const seen = new Map<string, Expectation>();
    const names = namesOf(topology);
    const read = lossReader(topology, names.undeclared);
    for (const each of expect) {
      const written = writtenLosses(each);
      const texts = written.map(({ text, span }) => {
        const loss = read(text);
        if (!isProblem(loss)) return keyOf(loss, names);
        tell(loss, text, span, names, report);
        return text;
      });
      checkDatabases(each, names, report);
      const key = `${texts.sort().join(' ')} ${[...(each.databases ?? [])].sort().join(' ')}`;
      const first = seen.get(key);
      if (!first) seen.set(key, each);
      else if (first.writes !== each.writes)
        report('contradiction', { what: written.map(({ text }) => text).join(' and ') })
          .at(valueSpan(each, 'writes'), 'here')
          .related(valueSpan(first, 'writes'), 'the other')
          .fix('keep the one that is meant');
    }
  },
  checkPlan(plan, report) {
    const { topology } = plan;
    const { expect = [] } = topology;
    if (expect.length === 0) return;
    const { landscape, subjects } = survivalOf(plan);
    const read = lossReader(topology);
    for (const each of expect) {
      // Of a database that is named it can be said that nothing happens to it.
      if (each.databases) continue;
      const losses = writtenLosses(each).map(({ text }) => read(text));
      const stands = losses.some(
        (loss) => !isProblem(loss) && subjects.some(({ database }) => standsOn(database, loss, landscape)),
      );
      if (stands) continue;
      report('nobody', { what: listed(writtenLosses(each).map(({ text }) => text)) })
        .at(valueSpan(each, 'lose'))
        .fix('lose what a placement names, or remove the expectation');
    }
  },
});

/** The same for the same loss: a split is that of either side. */
function keyOf(loss: Loss, { clusters, undeclared }: Names): string {
  if (loss.kind !== 'split') return lossText(loss);
  const all = [...clusters, ...undeclared];
  const isFirst = loss.group.includes(all[0] ?? '');
  const side = all.filter((name) => loss.group.includes(name) === isFirst);
  return `split:${side.join('+')}`;
}

interface Names {
  readonly clusters: readonly string[];
  readonly known: ReadonlySet<string>;
  /** Clusters that are named and not declared, which topology/unknown-cluster reports: a zone or a region may be one of theirs. */
  readonly undeclared: readonly string[];
  readonly zones: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
  readonly databases: ReadonlySet<string>;
}

function namesOf(topology: Topology): Names {
  const { clusters, databases } = topology;
  const names = clusters.flatMap(clusterNames);
  return {
    clusters: names,
    known: new Set(names),
    undeclared: [...undeclaredClusters(topology).keys()],
    zones: new Set(clusters.flatMap((cluster) => [...zonesOf(cluster)])),
    regions: new Set(clusters.flatMap(({ location }) => location?.region ?? [])),
    databases: new Set(databases.map(({ name }) => name)),
  };
}

function tell(
  found: LossProblem,
  text: string,
  span: Span,
  names: Names,
  report: Report<typeof messages>,
): void {
  const isComplete = names.undeclared.length === 0;
  switch (found.problem) {
    case 'cluster':
      report('cluster', { name: found.name })
        .at(span)
        .fix(clusterMeant(found.name, text, names));
      return;
    case 'zone':
      if (!isComplete) return;
      report('zone', { zone: found.name })
        .at(span)
        .fix(
          names.zones.size === 0
            ? 'write the zones of each cluster under zones'
            : suggestion(found.name, [...names.zones], found.name, names.known.has(found.name)),
        );
      return;
    case 'ambiguous-zone':
      report('zones', { zone: found.name, ids: found.zones })
        .at(span)
        .fix(`write zone:${found.zones[0] ?? ''}, or another of them`);
      return;
    case 'region':
      if (!isComplete) return;
      report('region', { region: found.name })
        .at(span)
        .fix(
          names.regions.size === 0
            ? 'write location: { region: NAME } at the clusters'
            : suggestion(found.name, [...names.regions], found.name, names.known.has(found.name)),
        );
      return;
    case 'link':
      if (found.meant) {
        const ways = found.meant.map((between) => between.join('+'));
        report('links', { link: found.name, ways })
          .at(span)
          .fix(`write ${ways.map((way) => `link:${way}`).join(' or ')}`);
        return;
      }
      report('link', { link: found.name })
        .at(span)
        .fix('write link: and the names of two clusters with a hyphen between them, such as link:fra-ams');
      return;
    case 'split':
      report('split', { split: listed(found.name.split('+')) })
        .at(span)
        .fix('name the clusters of one side only');
      return;
    case 'no-hub':
      report('hub').at(span).fix('write the name of a cluster, or remove the expectation');
      return;
    case 'kind': {
      const meant = nearest(found.kind, kinds);
      const rest = text.slice(found.kind.length);
      report('kind', { what: text })
        .at(span)
        .fix(meant ? `did you mean ${meant}${rest}?` : `write ${forms}`);
    }
  }
}

function clusterMeant(name: string, text: string, names: Names): string {
  if (names.databases.has(name))
    return `${name} is a database: write what it loses, such as a cluster of its placement`;
  if (text !== name) return suggestion(name, names.clusters, '', false);
  if (names.zones.has(name)) return `write zone:${name}`;
  return suggestion(name, names.clusters, `region:${name}`, names.regions.has(name));
}

function checkDatabases(each: Expectation, names: Names, report: Report<typeof messages>): void {
  for (const [index, name] of (each.databases ?? []).entries()) {
    if (names.databases.has(name)) continue;
    report('database', { name })
      .at(each.databases ? valueSpan(each.databases, index) : keySpan(each, 'databases'))
      .fix(suggestion(name, [...names.databases], '', false));
  }
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
