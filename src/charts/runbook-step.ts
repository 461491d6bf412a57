import { type ClusterPlan, clusterNames, shellWord, type Wave } from '../plan/index.js';

/** The parts of a runbook, in order. A system puts its steps into them without knowing the others. */
export const runbookPhases = [
  'clusters',
  'before',
  'ocm-hub',
  'ocm-join',
  'namespaces',
  'klusterlet',
  'kubeslice-controller',
  'project',
  'gateway-nodes',
  'registration',
  'slice',
  'dns',
  'operator',
  'placement',
  'database',
  'verify',
  'mending',
  'removal',
] as const;

/** Part of a runbook. */
export type RunbookPhase = (typeof runbookPhases)[number];

/** One step of a runbook. */
export interface RunbookStep {
  readonly phase: RunbookPhase;
  /** A heading: what is done. */
  readonly title: string;
  /** Shell variables that the step relies on. */
  readonly variables?: readonly RunbookVariable[];
  /** Paragraphs and commands in order. */
  readonly body: readonly RunbookBlock[];
}

/** A shell variable that the reader sets once, before the first step. */
export interface RunbookVariable {
  readonly name: string;
  /** What stands right of the `=`, as the shell reads it. */
  readonly value: string;
  /** What stands there when the runbook is of several topologies, of which the value would be right for one only. */
  readonly amongSeveral?: string;
  readonly comment: string;
}

/** A paragraph of Markdown, commands ready to paste, or what a command must print. */
export type RunbookBlock =
  | { readonly text: string }
  | { readonly shell: readonly string[] }
  | { readonly expect: string };

/** The image of throw-away pods that look something up. */
export const probeImage = 'busybox:1.36.1';

/** A text as Markdown shows code, whatever it holds. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  if (longest === 0) return `\`${line}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}

/** Parts of one command, each on a line of its own. */
export function command(...parts: readonly string[]): string {
  return parts.join(' \\\n  ');
}

/** A variable of the head as one word. The command that holds it stops when it is not set. */
export function needed(variable: string): string {
  return `"\${${variable}:?set it first, as the head of the runbook says}"`;
}

/** A cluster of the topology, or each of those of a fleet in turn. */
export type Reached = Pick<ClusterPlan, 'name' | 'context'> & {
  /** True when name and context are those of a loop's variable. */
  readonly looped?: boolean;
};

/** A cluster's context as a word of a command. */
export function contextWord({ context, looped }: Reached): string {
  return looped ? `"${context}"` : shellWord(context);
}

/** kubectl on one cluster, whatever the current context is. */
export function kubectl(cluster: Reached): string {
  return `kubectl --context ${contextWord(cluster)}`;
}

/** Where a file of a cluster's output lies. */
export function inDist({ name }: Pick<ClusterPlan, 'name'>, path: string): string {
  return `"$DIST/${name}/${path}"`;
}

/**
 * The command that applies one wave. Server-side, as a manager of our own: what others own of an object stays theirs.
 * With `force` our fields win over those of another manager; without it a conflict stops the command and names them.
 */
export function applyWave(cluster: Reached, wave: Wave, options: { readonly force?: boolean } = {}): string {
  const force = options.force ? ' --force-conflicts' : '';
  return command(
    `${kubectl(cluster)} apply --server-side${force} --field-manager=dbspan`,
    `-k ${inDist(cluster, wave)}`,
  );
}

/** The same on each of several clusters. A line before each says in the output whose it is. */
export function onEach<Item extends { readonly name: string }>(
  clusters: readonly Item[],
  given: (cluster: Item) => string | readonly string[],
): string[] {
  return clusters.flatMap((cluster) => {
    const commands = given(cluster);
    const lines = typeof commands === 'string' ? [commands] : commands;
    return clusters.length === 1 ? lines : [`echo '== ${cluster.name}'`, ...lines];
  });
}

/** Stands for each cluster of a fleet. */
const anyOfFleet: Reached = { name: '$cluster', context: '$cluster', looped: true };

/** Clusters that are alike: one, or those of a fleet. */
export interface Alike {
  /** Of the cluster or the fleet. */
  readonly name: string;
  readonly clusters: readonly ClusterPlan[];
}

/** Clusters in their order, those of a fleet together. */
export function byFleet(clusters: readonly ClusterPlan[]): Alike[] {
  const groups = new Map<string, { name: string; clusters: ClusterPlan[] }>();
  for (const cluster of clusters) {
    const name = cluster.fleet ?? cluster.name;
    const known = groups.get(name);
    if (known) known.clusters.push(cluster);
    else groups.set(name, { name, clusters: [cluster] });
  }
  return [...groups.values()];
}

/** Commands for each of several clusters: one loop for a fleet. A line before each cluster's says in the output whose it is. */
export function onEachCluster(
  clusters: readonly ClusterPlan[],
  given: (cluster: Reached, one: ClusterPlan) => string | readonly string[],
): string[] {
  const groups = byFleet(clusters);
  return groups.flatMap((group) => {
    const [first] = group.clusters;
    if (!first) return [];
    if (group.clusters.length > 1) {
      return inLoop(group, [`echo "== $cluster"`, ...linesOf(given(anyOfFleet, first))]);
    }
    const lines = linesOf(given(first, first));
    return groups.length === 1 ? lines : [`echo '== ${first.name}'`, ...lines];
  });
}

/** Commands for one of several clusters that the reader picks: of a fleet by its name, which the first line sets. */
export function onOneCluster(
  clusters: readonly ClusterPlan[],
  given: (cluster: Reached, one: ClusterPlan) => string | readonly string[],
): string[] {
  const groups = byFleet(clusters);
  return groups.flatMap(({ clusters: [first, ...others] }) => {
    if (!first) return [];
    if (others.length > 0) return [`cluster=${first.name}`, ...linesOf(given(anyOfFleet, first))];
    return linesOf(given(first, first));
  });
}

/** A loop over the clusters of a fleet. Its names are in the order of the fleet, as short as the shell lets them be. */
function inLoop({ clusters }: Alike, lines: readonly string[]): string[] {
  const source = clusters[0]?.source;
  const isWhole = source !== undefined && clusterNames(source).length === clusters.length;
  const words = isWhole && source.fleet !== undefined ? source.fleet : clusters.map(({ name }) => name);
  return [
    `for cluster in ${[words].flat().join(' ')}; do`,
    ...lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`),
    'done',
  ];
}

function linesOf(given: string | readonly string[]): readonly string[] {
  return typeof given === 'string' ? [given] : given;
}

/** Repeats a command until it succeeds, ten seconds apart, and gives up after a number of tries. */
export function retry(given: string, tries = 30): string {
  const body = given.replaceAll('\n', '\n  ');
  return `for _ in {1..${tries}}; do\n  ${body} && break\n  sleep 10\ndone`;
}

/** Runs one command in a throw-away pod of a cluster. It reads no input: what is pasted after it stays for the shell. */
export function inProbePod(cluster: ClusterPlan, given: string): string {
  return command(
    `${kubectl(cluster)} -n default run dbspan-probe --rm --attach --restart=Never --quiet`,
    `--image=${probeImage} -- ${given}`,
  );
}

/** The URL of the hub's API server as a shell word, and the variable it needs when the topology does not say it. */
export function hubApiServer(hub: ClusterPlan): {
  readonly word: string;
  readonly variables: readonly RunbookVariable[];
} {
  const { apiServer } = hub.source;
  if (apiServer !== undefined) return { word: shellWord(apiServer), variables: [] };
  return {
    word: needed('HUB_API_SERVER'),
    variables: [
      {
        name: 'HUB_API_SERVER',
        value: `$(${kubectl(hub)} config view --minify -o jsonpath='{.clusters[0].cluster.server}')`,
        comment: `API server of ${hub.name} as the nodes of every member reach it`,
      },
    ],
  };
}
