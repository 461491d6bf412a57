import type { SynthesizedObject } from '../src/synthesize.js';

/** Every placement that Kubernetes' schedulers may choose, from manifests alone, and what failures leave of it. Knows nothing of src/survival. */

type Json = { readonly [key: string]: unknown };

/** A cluster as a topology says it, as far as it bears on where pods run. */
export interface WorldCluster {
  readonly name: string;
  readonly region?: string | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly nodes?: number | Readonly<Record<string, number>> | undefined;
}

interface Kind {
  readonly count: number;
  readonly data: boolean;
  readonly weight: number;
  /** Kinds that it keeps off, by topology key: both ways, as the scheduler does. */
  readonly apart: readonly { readonly key: 'node' | 'zone'; readonly from: readonly number[] }[];
  readonly even: { readonly of: readonly number[]; readonly skew: number } | undefined;
  readonly zones: (zone: string) => boolean;
}

/** The pods of a database on one cluster. */
interface Group {
  readonly cluster: string;
  readonly kinds: readonly Kind[];
}

type Rule = 'galera' | 'raft' | 'synchronous raft' | 'one';

/** A database as its manifests have it. */
export interface Found {
  readonly name: string;
  readonly rule: Rule;
  readonly groups: readonly Group[];
}

const zoneKey = 'topology.kubernetes.io/zone';
const nodeKey = 'kubernetes.io/hostname';

const at = (value: unknown, ...path: (string | number)[]): unknown => {
  let current = value;
  for (const key of path) current = (current as Json | undefined)?.[key];
  return current;
};
const textAt = (value: unknown, ...path: (string | number)[]): string => String(at(value, ...path) ?? '');
const listAt = (value: unknown, ...path: (string | number)[]): readonly unknown[] =>
  (at(value, ...path) as readonly unknown[] | undefined) ?? [];

const anyZone = (): boolean => true;

function selects(selector: unknown, labels: unknown): boolean {
  const wanted = Object.entries((at(selector, 'matchLabels') as Json | undefined) ?? {});
  return wanted.every(([key, value]) => at(labels, key) === value);
}

function weightIn(text: string): number {
  return Number(/pc\.weight\s*=\s*(\d+)/.exec(text)?.[1] ?? 1);
}

/** What of a pod's specification decides on its place. `others` are the labels of all kinds. */
function kindOf(
  spec: unknown,
  own: { readonly count: number; readonly data: boolean; readonly weight: number },
  others: readonly unknown[],
): Kind {
  const matched = (selector: unknown): number[] =>
    others.flatMap((labels, index) => (selects(selector, labels) ? index : []));
  const terms = listAt(spec, 'affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution');
  const apart = terms.map((term) => ({
    key: textAt(term, 'topologyKey') === zoneKey ? ('zone' as const) : ('node' as const),
    from: matched(at(term, 'labelSelector')),
  }));
  const hard: unknown = listAt(spec, 'topologySpreadConstraints').find(
    (each) => at(each, 'topologyKey') === zoneKey && at(each, 'whenUnsatisfiable') === 'DoNotSchedule',
  );
  const zone = at(spec, 'nodeSelector', zoneKey);
  const nodeTerms = listAt(
    spec,
    'affinity',
    'nodeAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'nodeSelectorTerms',
  );
  return {
    ...own,
    apart,
    even:
      hard === undefined
        ? undefined
        : { of: matched(at(hard, 'labelSelector')), skew: Number(at(hard, 'maxSkew')) },
    zones: (name) =>
      (zone === undefined || zone === name) &&
      (nodeTerms.length === 0 ||
        nodeTerms.some((term) =>
          listAt(term, 'matchExpressions').every((each) => {
            if (at(each, 'key') !== zoneKey) return true;
            const listed = listAt(each, 'values').includes(name);
            return at(each, 'operator') === 'In' ? listed : !listed;
          }),
        )),
  };
}

/** The databases of some objects, by name. */
export function databasesIn(objects: readonly SynthesizedObject[]): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const { cluster, object } of objects) {
    const name = textAt(object, 'metadata', 'name');
    const namespace = textAt(object, 'metadata', 'namespace');
    const key = `${namespace}/${name}`;
    const { apiVersion } = object as unknown as { apiVersion: string };
    if (object.kind === 'StatefulSet') found.set(`${key} ${cluster}`, statefulSet(objects, cluster, object));
    else if (apiVersion.startsWith('k8s.mariadb.com') && object.kind === 'MariaDB')
      found.set(`${key} ${cluster}`, operated(cluster, object));
    else if (apiVersion.startsWith('kubedb.com')) found.set(key, kubedb(objects, cluster, object));
  }
  return found;
}

function statefulSet(objects: readonly SynthesizedObject[], cluster: string, object: unknown): Found {
  const name = textAt(object, 'metadata', 'name');
  const namespace = textAt(object, 'metadata', 'namespace');
  const here = objects.filter(
    (each) => each.cluster === cluster && textAt(each.object, 'metadata', 'namespace') === namespace,
  );
  const template = at(object, 'spec', 'template');
  const garbd = here.find(
    (each) =>
      each.object.kind === 'Deployment' && textAt(each.object, 'metadata', 'name') === `${name}-arbitrator`,
  )?.object;
  const labels = [at(template, 'metadata', 'labels')];
  if (garbd) labels.push(at(garbd, 'spec', 'template', 'metadata', 'labels'));
  const replicas = Number(at(object, 'spec', 'replicas'));
  const text = here
    .filter(
      (each) => each.object.kind === 'ConfigMap' && textAt(each.object, 'metadata', 'name').startsWith(name),
    )
    .map((each) => JSON.stringify(at(each.object, 'data')))
    .join('\n');
  const kinds = [
    kindOf(at(template, 'spec'), { count: replicas, data: true, weight: weightIn(text) }, labels),
  ];
  if (garbd) {
    const spec = at(garbd, 'spec', 'template', 'spec');
    const weight = weightIn(JSON.stringify(at(spec, 'containers', 0, 'args')));
    kinds.push(kindOf(spec, { count: 1, data: false, weight }, labels));
  }
  return { name, rule: replicas + (garbd ? 1 : 0) > 1 ? 'galera' : 'one', groups: [{ cluster, kinds }] };
}

function operated(cluster: string, object: unknown): Found {
  const name = textAt(object, 'metadata', 'name');
  const spec = at(object, 'spec');
  const labels = { 'app.kubernetes.io/instance': name };
  const isGalera = at(spec, 'galera', 'enabled') === true;
  const replicas = Number(at(spec, 'replicas') ?? 1);
  const affinity = at(spec, 'affinity', 'antiAffinityEnabled')
    ? {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { topologyKey: nodeKey, labelSelector: { matchLabels: labels } },
          ],
        },
      }
    : undefined;
  const weight = Number(at(spec, 'galera', 'providerOptions', 'pc.weight') ?? 1);
  const pod = { ...(spec as Json), affinity };
  return {
    name,
    rule: isGalera && replicas > 1 ? 'galera' : 'one',
    groups: [{ cluster, kinds: [kindOf(pod, { count: replicas, data: true, weight }, [labels])] }],
  };
}

function kubedb(objects: readonly SynthesizedObject[], home: string, object: unknown): Found {
  const name = textAt(object, 'metadata', 'name');
  const spec = at(object, 'spec');
  const replicas = Number(at(spec, 'replicas') ?? 1);
  const policyName = at(spec, 'podTemplate', 'spec', 'podPlacementPolicy', 'name');
  const policy = objects.find(
    (each) =>
      each.object.kind === 'PlacementPolicy' && textAt(each.object, 'metadata', 'name') === policyName,
  )?.object;
  const isHard = (unit: string): boolean =>
    textAt(policy, 'spec', `${unit}SpreadConstraint`, 'whenUnsatisfiable') === 'DoNotSchedule';
  const keys = policy
    ? [...(isHard('node') ? (['node'] as const) : []), ...(isHard('zone') ? (['zone'] as const) : [])]
    : [];
  const rules = policy
    ? listAt(policy, 'spec', 'clusterSpreadConstraint', 'distributionRules')
    : [{ clusterName: home, replicaIndices: Array.from({ length: replicas }, (_, index) => index) }];
  const groups = new Map<string, number>();
  for (let index = 0; index < replicas; index++) {
    const rule = rules.find((each) => listAt(each, 'replicaIndices').includes(index));
    if (!rule) throw new Error(`${name} has no place for ${index}`);
    const cluster = textAt(rule, 'clusterName');
    groups.set(cluster, (groups.get(cluster) ?? 0) + 1);
  }
  const mariadb = (object as { kind: string }).kind === 'MariaDB';
  const raft =
    at(spec, 'streamingMode') === 'Synchronous' ? ('synchronous raft' as const) : ('raft' as const);
  return {
    name,
    rule: replicas < 2 ? 'one' : mariadb ? 'galera' : raft,
    groups: [...groups].map(([cluster, count]) => ({
      cluster,
      kinds: [
        {
          count,
          data: true,
          weight: 1,
          apart: keys.map((key) => ({ key, from: [0] })),
          even: keys.includes('zone') ? { of: [0], skew: 1 } : undefined,
          zones: anyZone,
        },
      ],
    })),
  };
}

/** Nodes of a cluster by zone. */
type World = ReadonlyMap<string, number>;

/** Clusters as they may be: every way to have so many nodes in the zones. One that nobody counted has room enough. */
function worldsOf(cluster: WorldCluster, group: Group): World[] {
  const enough = group.kinds.reduce((sum, { count }) => sum + count, 0) + 1;
  const { nodes } = cluster;
  const counted = typeof nodes === 'object' ? nodes : {};
  const zones = [...new Set(cluster.zones ?? Object.keys(counted))];
  // A zone that only an arbitrator is bound to is there as well, and has nodes.
  const bound = group.kinds.flatMap(({ zones: fits, data }) =>
    !data && fits !== anyZone && !fits('') && zones.length > 0 && !zones.some((zone) => fits(zone))
      ? ['beside']
      : [],
  );
  const base: World[] =
    zones.length === 0
      ? [new Map([['', typeof nodes === 'number' ? nodes : enough]])]
      : typeof nodes === 'number'
        ? handedOut(nodes, zones)
        : [new Map(zones.map((zone) => [zone, counted[zone] ?? enough]))];
  if (bound.length === 0) return base;
  return base.flatMap((each) => [1, 2].map((count) => new Map([...each, ['beside', count] as const])));
}

function handedOut(nodes: number, zones: readonly string[]): World[] {
  const worlds: World[] = [];
  const least = nodes >= zones.length ? 1 : 0;
  const extend = (start: readonly number[], left: number): void => {
    if (start.length === zones.length - 1) {
      worlds.push(new Map(zones.map((zone, index) => [zone, start[index] ?? left])));
      return;
    }
    for (let count = least; count <= left - least * (zones.length - start.length - 1); count++)
      extend([...start, count], left - count);
  };
  extend([], nodes);
  return worlds;
}

/** Who is on a node: by kind. */
type NodeLoad = readonly number[];
interface State {
  readonly zones: readonly { readonly name: string; readonly nodes: readonly NodeLoad[] }[];
  readonly waiting: readonly number[];
}

/** States in which no pod that waits finds a place, in whatever order the pods came. */
function finals(group: Group, world: World, seesZone: (kind: Kind, zone: string) => boolean): State[] {
  const nobody: NodeLoad = group.kinds.map(() => 0);
  const start: State = {
    zones: [...world]
      .filter(([, count]) => count > 0)
      .map(([name, count]) => ({
        name,
        nodes: Array.from({ length: count }, () => nobody),
      })),
    waiting: group.kinds.map(({ count }) => count),
  };
  const seen = new Set<string>();
  const ends: State[] = [];
  const visit = (state: State): void => {
    const key = JSON.stringify([
      state.zones.map(({ nodes }) => nodes.map((node) => node.join()).sort()),
      state.waiting,
    ]);
    if (seen.has(key)) return;
    seen.add(key);
    let moved = false;
    for (const [which, kind] of group.kinds.entries()) {
      if ((state.waiting[which] ?? 0) === 0) continue;
      for (const [zoneIndex, zone] of state.zones.entries()) {
        if (!seesZone(kind, zone.name)) continue;
        const tried = new Set<string>();
        for (const [nodeIndex, node] of zone.nodes.entries()) {
          if (tried.has(node.join())) continue;
          tried.add(node.join());
          if (!mayGo(group, state, which, zoneIndex, nodeIndex, seesZone)) continue;
          moved = true;
          visit({
            waiting: state.waiting.map((count, index) => (index === which ? count - 1 : count)),
            zones: state.zones.map((each, index) =>
              index !== zoneIndex
                ? each
                : {
                    ...each,
                    nodes: each.nodes.map((load, position) =>
                      position !== nodeIndex
                        ? load
                        : load.map((count, index2) => (index2 === which ? count + 1 : count)),
                    ),
                  },
            ),
          });
        }
      }
    }
    if (!moved) ends.push(state);
  };
  visit(start);
  return ends;
}

function mayGo(
  { kinds }: Group,
  { zones }: State,
  which: number,
  zoneIndex: number,
  nodeIndex: number,
  seesZone: (kind: Kind, zone: string) => boolean,
): boolean {
  const kind = kinds[which];
  const zone = zones[zoneIndex];
  if (!kind || !zone) return false;
  const inZone = (index: number, of: number): number =>
    zones[index]?.nodes.reduce((sum, load) => sum + (load[of] ?? 0), 0) ?? 0;
  const onNode = (of: number): number => zone.nodes[nodeIndex]?.[of] ?? 0;
  for (const [other, { apart }] of kinds.entries()) {
    for (const { key, from } of apart) {
      // Of a cluster that lists no zones nobody knows how many there are.
      if (key === 'zone' && zone.name === '') continue;
      const present = (of: number): number => (key === 'node' ? onNode(of) : inZone(zoneIndex, of));
      if (other === which && from.some((of) => present(of) > 0)) return false;
      // Required anti-affinity of those who are there keeps others off as well.
      if (from.includes(which) && present(other) > 0) return false;
    }
  }
  if (kind.even && zone.name !== '') {
    const { of, skew } = kind.even;
    const count = (index: number): number => of.reduce((sum, each) => sum + inZone(index, each), 0);
    const counts = zones.flatMap(({ name }, index) => (seesZone(kind, name) ? count(index) : []));
    if (count(zoneIndex) + (of.includes(which) ? 1 : 0) - Math.min(...counts) > skew) return false;
  }
  return true;
}

/** What is left on one cluster after something: of so much weight and so many with data. */
interface Rest {
  readonly weight: number;
  readonly data: number;
  readonly total: number;
  readonly waiting: number;
}

type Loss = 'nothing' | 'all' | 'node' | { readonly zone: string };

/** Every rest that a loss may leave on a cluster, each once. */
class Site {
  private readonly states: { readonly state: State; readonly total: number; readonly waiting: number }[];
  private readonly known = new Map<string, Rest[]>();

  private readonly group: Group;
  /** The name of the zone that is only beside the others. */
  private readonly beside: string | undefined;

  constructor(group: Group, cluster: WorldCluster, beside: string | undefined) {
    this.group = group;
    this.beside = beside;
    const sees = (kind: Kind, zone: string): boolean => {
      // A cluster without zones is one, that of the arbitrator.
      if (zone === '') return true;
      return kind.zones(zone === 'beside' ? (beside ?? '') : zone);
    };
    const isCounted = typeof cluster.nodes === 'object' || cluster.zones === undefined;
    this.states = worldsOf(cluster, group).flatMap((world) => {
      const ends = finals(group, world, sees);
      // Of zones whose nodes nobody counted one by one, those are meant that have room for all.
      if (!isCounted && ends.some(({ waiting }) => waiting.some((count) => count > 0))) return [];
      return ends.map((state) => ({
        state,
        total: group.kinds.reduce(
          (sum, { weight, count }, index) => sum + weight * (count - (state.waiting[index] ?? 0)),
          0,
        ),
        waiting: state.waiting.reduce((sum, count) => sum + count, 0),
      }));
    });
  }

  /** Whether some cluster that the file may mean takes all pods. */
  get isPlaceable(): boolean {
    return this.states.length > 0;
  }

  after(loss: Loss): Rest[] {
    const key = JSON.stringify(loss);
    const present = this.known.get(key);
    if (present) return present;
    const rests = new Map<string, Rest>();
    for (const { state, total, waiting } of this.states) {
      for (const left of this.leftOf(state, loss)) {
        const rest = { ...left, total, waiting };
        rests.set(JSON.stringify(rest), rest);
      }
    }
    this.known.set(key, [...rests.values()]);
    return [...rests.values()];
  }

  private leftOf({ zones }: State, loss: Loss): { weight: number; data: number }[] {
    const sum = (loads: readonly NodeLoad[]): { weight: number; data: number } => {
      let weight = 0;
      let data = 0;
      for (const load of loads)
        for (const [index, kind] of this.group.kinds.entries()) {
          weight += kind.weight * (load[index] ?? 0);
          if (kind.data) data += load[index] ?? 0;
        }
      return { weight, data };
    };
    const nodes = zones.flatMap((zone) => zone.nodes);
    if (loss === 'all') return [{ weight: 0, data: 0 }];
    if (loss === 'nothing') return [sum(nodes)];
    if (loss === 'node') return nodes.map((_, index) => sum(nodes.filter((_each, other) => other !== index)));
    return [
      sum(
        zones.flatMap((zone) =>
          (zone.name === 'beside' ? this.beside : zone.name) === loss.zone || zone.name === ''
            ? []
            : zone.nodes,
        ),
      ),
    ];
  }
}

/** A legal placement and a failure of the goal that stop writes. */
export interface Broken {
  readonly losses: string;
  readonly words: string;
}

/** What of a goal some legal placement does not survive; undefined when every one survives all of it. */
export function brokenBy(
  goal: string,
  { rule, groups }: Found,
  clusters: readonly WorldCluster[],
  arbitratorZone: string | undefined,
): Broken | 'unplaceable' | undefined {
  const worldOf = (name: string): WorldCluster => clusters.find((each) => each.name === name) ?? { name };
  const sites = groups.map((group) => ({
    cluster: worldOf(group.cluster),
    site: new Site(group, worldOf(group.cluster), arbitratorZone),
  }));
  if (!sites.every(({ site }) => site.isPlaceable)) return 'unplaceable';
  const holds = (rests: readonly Rest[]): boolean => {
    let weight = 0;
    let data = 0;
    let total = 0;
    let waiting = 0;
    for (const rest of rests) {
      weight += rest.weight;
      data += rest.data;
      total += rest.total;
      waiting += rest.waiting;
    }
    if (rule === 'galera') return weight * 2 > total && data > 0;
    // Raft counts those as well that never started.
    if (rule === 'raft') return data * 2 > total + waiting;
    if (rule === 'synchronous raft') return data * 2 > total + waiting && data >= 2;
    return data > 0;
  };
  const tries: { readonly words: string; readonly losses: Loss[] }[] = [];
  const ranks = ['none', 'node', 'zone', 'cluster', 'cluster+1'];
  const rank = ranks.indexOf(goal);
  const only = (chosen: number, loss: Loss): Loss[] =>
    sites.map((_, index): Loss => (index === chosen ? loss : 'nothing'));
  const zoneIds = new Set<string>();
  for (const [index, { cluster }] of sites.entries()) {
    const { name, zones, nodes } = cluster;
    if (rank >= 1) tries.push({ words: `a node of ${name}`, losses: only(index, 'node') });
    const listed = zones ?? (typeof nodes === 'object' ? Object.keys(nodes) : []);
    if (rank >= 2) for (const zone of listed) zoneIds.add(`${cluster.region ?? name}/${zone}`);
    if (rank >= 2 && arbitratorZone !== undefined) zoneIds.add(`${cluster.region ?? name}/${arbitratorZone}`);
    if (rank >= 3 || (rank === 2 && listed.length === 0))
      tries.push({ words: name, losses: only(index, 'all') });
    if (rank >= 4)
      for (const [other] of sites.entries())
        if (other !== index)
          tries.push({
            words: `${name} and a node`,
            losses: sites.map(
              (_, each): Loss => (each === index ? 'all' : each === other ? 'node' : 'nothing'),
            ),
          });
  }
  for (const id of zoneIds)
    tries.push({
      words: `the zone ${id}`,
      losses: sites.map(({ cluster }): Loss => {
        const zone = id.slice(id.indexOf('/') + 1);
        const listed = cluster.zones ?? (typeof cluster.nodes === 'object' ? Object.keys(cluster.nodes) : []);
        if (id !== `${cluster.region ?? cluster.name}/${zone}`) return 'nothing';
        return listed.length === 0 && zone !== arbitratorZone ? 'nothing' : { zone };
      }),
    });
  for (const { words, losses } of tries) {
    let combined: Rest[][] = [[]];
    for (const [index, { site }] of sites.entries()) {
      const rests = site.after(losses[index] ?? 'nothing');
      combined = combined.flatMap((each) => rests.map((rest) => [...each, rest]));
    }
    const broken = combined.find((rests) => !holds(rests));
    if (broken) return { losses: words, words: JSON.stringify(broken) };
  }
  return undefined;
}
