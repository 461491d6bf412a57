import type { ClusterPlan, Plan } from '../../plan/index.js';
import {
  applyWave,
  byFleet,
  code,
  command,
  kubectl,
  onEachCluster,
  type RunbookStep,
} from '../runbook-step.js';

/** Clusters to reach before anything else, and their namespaces. */
export function namespacesSteps(plan: Plan): readonly RunbookStep[] {
  const steps: RunbookStep[] = [];
  const reached = reachedClusters(plan);
  if (reached.length > 0) steps.push(checkContexts(reached));
  const holding = plan.clusters.filter(({ namespaces }) => namespaces.length > 0);
  if (holding.length > 0) steps.push(createNamespaces(holding));
  return steps;
}

/** The clusters on which a later step does something. */
function reachedClusters({ clusters, databases }: Plan): ClusterPlan[] {
  const homes = new Set(databases.map(({ home }) => home.name));
  return clusters.filter(
    ({ name, member, namespaces }) => member || namespaces.length > 0 || homes.has(name),
  );
}

const nodeColumns = [
  'NODE:.metadata.name',
  'READY:.status.conditions[?(@.type=="Ready")].status',
  'VERSION:.status.nodeInfo.kubeletVersion',
  'CPU:.status.capacity.cpu',
  'MEMORY:.status.capacity.memory',
].join(',');

function checkContexts(clusters: readonly ClusterPlan[]): RunbookStep {
  const loops = byFleet(clusters).some((group) => group.clusters.length > 1)
    ? ' The loops need bash 4 or newer, which counts with leading zeros; that of macOS is older.'
    : '';
  return {
    phase: 'before',
    title: 'Check kubectl and the contexts',
    body: [
      {
        text: `kubectl must be 1.27 or newer: from then on \`apply -k\` keeps the order of the files.${loops} Every command below names its context; the current one is never changed and never used.`,
      },
      {
        shell: [
          'kubectl version --client',
          ...onEachCluster(clusters, (cluster) =>
            command(`${kubectl(cluster)} get nodes`, `-o custom-columns='${nodeColumns}'`),
          ),
        ],
      },
      {
        text: `A table for each of ${contexts(clusters)}, with nodes that are \`True\` under READY. A context that answers with an error is missing from the kubeconfig, or its credentials have expired: stop here.`,
      },
    ],
  };
}

/** The contexts as people read them: those of a fleet as a range. */
function contexts(clusters: readonly ClusterPlan[]): string {
  return byFleet(clusters)
    .map(({ clusters: [first, ...others] }) => {
      const last = others.at(-1);
      const range = last ? ` to ${code(last.context)}` : '';
      return `${code(first?.context ?? '')}${range}`;
    })
    .join(', ');
}

function createNamespaces(clusters: readonly ClusterPlan[]): RunbookStep {
  return {
    phase: 'namespaces',
    title: 'Create the namespaces of the databases',
    body: [
      {
        text: 'On every cluster that may hold a replica. Server-side, because a namespace that exists already then keeps all that others have set on it.',
      },
      {
        shell: onEachCluster(clusters, (cluster, { namespaces }) => [
          applyWave(cluster, '10-namespaces', { force: true }),
          `${kubectl(cluster)} get namespace ${namespaces.map(({ name }) => name).join(' ')}`,
        ]),
      },
      { text: 'Every one must be `Active`.' },
    ],
  };
}
