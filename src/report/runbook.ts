import {
  code,
  type RunbookBlock,
  type RunbookPhase,
  type RunbookStep,
  type RunbookVariable,
  runbookPhases,
} from '../charts/runbook-step.js';
import { systems } from '../charts/systems.js';
import type { ClusterPlan, DatabasePlan, Plan } from '../plan/index.js';
import { survivalSection } from './survival/section.js';

const phaseTitles = {
  clusters: 'Install the clusters',
  before: 'Before you start',
  'ocm-hub': 'Make the hub',
  'ocm-join': 'Join the members',
  namespaces: 'Create the namespaces',
  klusterlet: 'Configure the agents',
  'kubeslice-controller': 'Install the KubeSlice controller',
  project: 'Create the KubeSlice project',
  'gateway-nodes': 'Prepare the gateway nodes',
  registration: 'Register the members with KubeSlice',
  slice: 'Create the slice',
  dns: 'Forward slice.local',
  operator: 'Install the operators',
  placement: 'Place the replicas',
  database: 'Create the databases',
  verify: 'Verify',
  mending: 'Appendix: when something is wrong',
  removal: 'Appendix: taking things down',
} as const satisfies Record<RunbookPhase, string>;

/** A runbook in the making: headings are known before the table of contents that names them. */
type Part =
  | { readonly level: number; readonly heading: string; readonly listed?: boolean }
  | { readonly markdown: string }
  | 'contents';

/** Every step that a person takes to bring the plans to life, in order, as Markdown. */
export function renderRunbook(plans: readonly Plan[]): string {
  const [only, ...others] = plans;
  if (!only) return '# Runbook\n\nThere is no topology, and nothing to do.\n';
  if (others.length === 0) {
    return printParts([
      { level: 1, heading: `Runbook: ${only.name}` },
      { markdown: introduction },
      ...section(only, 2, ['contents'], false),
    ]);
  }
  return printParts([
    { level: 1, heading: 'Runbook' },
    { markdown: `${introduction}\n\nOne part for each topology, complete in itself.` },
    ...sharedClusters(plans),
    'contents',
    ...plans.flatMap((plan): Part[] => [
      { level: 2, heading: `Topology ${plan.name}`, listed: true },
      ...section(plan, 3, [], true),
    ]),
  ]);
}

const introduction = `Written by dbspan from the topology, anew at every \`dbspan synth\`: change the topology, not this file.

The commands are for bash, to be run from the folder that holds \`dist/\`, one block at a time: paste a block, read what it prints, go on when it is what the text says. A step that failed may be repeated. (Newer releases of kubectl warn that a sorting order is set twice; that is harmless.) Where a GitOps controller applies \`dist/\`, leave out each \`kubectl apply -k\` and do the rest; the order of the waves is the order of the folders.`;

/** Waves of a shared cluster hold the objects of every topology, so its parts have to advance together. */
function sharedClusters(plans: readonly Plan[]): Part[] {
  const users = new Map<string, string[]>();
  for (const plan of plans) {
    for (const { name } of usedClusters(plan)) {
      const known = users.get(name) ?? [];
      known.push(plan.name);
      users.set(name, known);
    }
  }
  const shared = [...users].filter(([, names]) => names.length > 1);
  if (shared.length === 0) return [];
  const list = shared.map(([cluster, names]) => `- ${cluster}: ${names.join(', ')}`).join('\n');
  return [
    {
      markdown: `**These topologies share clusters.** A folder of a shared cluster holds the objects of all of them and is applied as a whole: go through their parts side by side, each section of one beside the same section of the others.\n\n${list}`,
    },
  ];
}

/** The clusters that the output has something for, or that a replica is on. */
function usedClusters({ clusters, databases }: Plan): ClusterPlan[] {
  const placed = new Set(
    databases.flatMap(({ home, placements }) => [
      home.name,
      ...placements.map(({ cluster }) => cluster.name),
    ]),
  );
  return clusters.filter(({ name, member }) => member || placed.has(name));
}

function section(plan: Plan, level: number, afterHead: readonly Part[], several: boolean): Part[] {
  const steps = stepsOf(plan);
  const parts: Part[] = [{ markdown: overview(plan) }];
  if (steps.length === 0) return [...parts, { markdown: 'There is nothing to do.' }];
  parts.push(
    { level, heading: 'Set these first' },
    { markdown: 'Once in every new terminal; check each value.' },
    {
      markdown: fence(
        'bash',
        variablesOf(steps)
          .map((variable) => assignment(variable, several))
          .join('\n'),
      ),
    },
    ...afterHead,
  );
  let phaseNumber = 0;
  for (const phase of runbookPhases) {
    const own = steps.filter((step) => step.phase === phase);
    if (own.length === 0) continue;
    phaseNumber++;
    const [only, ...others] = own;
    if (only && others.length === 0) {
      parts.push({ level, heading: `${phaseNumber}. ${only.title}`, listed: true }, ...printBody(only));
      continue;
    }
    parts.push({ level, heading: `${phaseNumber}. ${phaseTitles[phase]}`, listed: true });
    for (const [index, step] of own.entries()) {
      const heading = `${phaseNumber}.${index + 1} ${step.title}`;
      parts.push({ level: level + 1, heading, listed: true }, ...printBody(step));
    }
  }
  const survival = survivalSection(plan);
  if (survival !== undefined)
    parts.push({ level, heading: 'What it survives', listed: true }, { markdown: survival });
  return parts;
}

function stepsOf(plan: Plan): RunbookStep[] {
  return systems.flatMap((system) => system.steps?.(plan) ?? []);
}

const distVariable: RunbookVariable = {
  name: 'DIST',
  value: 'dist',
  comment: 'the folder this runbook is in, if it has another name',
};

function variablesOf(steps: readonly RunbookStep[]): RunbookVariable[] {
  const all = [distVariable, ...steps.flatMap(({ variables }) => variables ?? [])];
  return [...new Map(all.map((variable) => [variable.name, variable])).values()];
}

function assignment({ name, value, amongSeveral, comment }: RunbookVariable, several: boolean): string {
  return `# ${comment}\n${name}=${several ? (amongSeveral ?? value) : value}`;
}

function overview(plan: Plan): string {
  const replicas = replicasByCluster(plan);
  const rows = [...byEntry(usedClusters(plan)).values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const { name, context, hub, member, fleet } = first;
    const role = hub ? (member ? 'hub and member' : 'hub') : member ? 'member' : '';
    const held = (replicas.get(name) ?? []).join(', ');
    if (fleet === undefined || alike.length === 1)
      return [`| ${name} | ${code(context)} | ${role} | ${held} |`];
    const names = `${fleet}: ${alike.length} clusters, ${name} to ${alike.at(-1)?.name}`;
    return [`| ${names} | each its name | ${role} | ${held}, on each |`];
  });
  const table = ['| Cluster | Context | Role | Replicas |', '|---|---|---|---|', ...rows].join('\n');
  const parts = [databaseList(plan.databases), rows.length > 0 ? table : ''];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Clusters by the entry they come from: those of a fleet together. */
function byEntry(clusters: readonly ClusterPlan[]): ReadonlyMap<ClusterPlan['source'], ClusterPlan[]> {
  const entries = new Map<ClusterPlan['source'], ClusterPlan[]>();
  for (const cluster of clusters) {
    const known = entries.get(cluster.source);
    if (known) known.push(cluster);
    else entries.set(cluster.source, [cluster]);
  }
  return entries;
}

/** One line for each database; of those alike on the clusters of a fleet one for all. */
function databaseList(databases: readonly DatabasePlan[]): string {
  const lines = new Set<string>();
  for (const { engine, namespace, name, replicas, version, home } of databases) {
    const kind = engine === 'mariadb' ? 'MariaDB' : 'Postgres';
    const count = replicas === 1 ? 'one replica' : `${replicas} replicas`;
    const place = home.fleet === undefined ? '' : `, on each cluster of ${home.fleet}`;
    const line = `- ${code(`${namespace}/${name}`)}: ${[kind, version].filter(Boolean).join(' ')}, ${count}${place}`;
    lines.add(line);
  }
  return [...lines].join('\n');
}

function replicasByCluster({ databases }: Plan): ReadonlyMap<string, readonly string[]> {
  const replicas = new Map<string, string[]>();
  for (const { name, placements } of databases) {
    for (const { cluster, ordinals } of placements) {
      const known = replicas.get(cluster.name) ?? [];
      known.push(...ordinals.map((ordinal) => `${name}-${ordinal}`));
      replicas.set(cluster.name, known);
    }
  }
  return replicas;
}

function printBody({ body }: RunbookStep): Part[] {
  return body.flatMap((block, index): Part[] => {
    const bare = 'expect' in block && 'shell' in (body[index - 1] ?? {});
    return [...(bare ? [{ markdown: 'It must show:' }] : []), { markdown: printBlock(block) }];
  });
}

function printBlock(block: RunbookBlock): string {
  if ('text' in block) return block.text;
  if ('shell' in block) return fence('bash', block.shell.join('\n'));
  return fence('text', block.expect);
}

function fence(language: string, content: string): string {
  return `\`\`\`${language}\n${content}\n\`\`\``;
}

function printParts(parts: readonly Part[]): string {
  const anchors = new Anchors();
  const entries: string[] = [];
  for (const part of parts) {
    if (part === 'contents') anchors.of('Contents');
    if (part === 'contents' || !('heading' in part)) continue;
    const anchor = anchors.of(part.heading);
    if (part.listed) entries.push(`${'  '.repeat(part.level - 2)}- [${part.heading}](#${anchor})`);
  }
  const printed = parts.map((part) => {
    if (part === 'contents') return `## Contents\n\n${entries.join('\n')}`;
    return 'heading' in part ? `${'#'.repeat(part.level)} ${part.heading}` : part.markdown;
  });
  return `${printed.filter((text) => text !== '').join('\n\n')}\n`;
}

/** Names that Markdown viewers give to headings: GitHub's way, which GitLab and editors share. */
class Anchors {
  readonly #seen = new Map<string, number>();

  of(heading: string): string {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replaceAll(' ', '-');
    const earlier = this.#seen.get(anchor) ?? 0;
    this.#seen.set(anchor, earlier + 1);
    return earlier === 0 ? anchor : `${anchor}-${earlier}`;
  }
}
