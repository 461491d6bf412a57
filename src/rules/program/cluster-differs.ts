import type { Span } from '../../diagnostics/index.js';
import type { ClusterPlan, Plan } from '../../plan/index.js';
import { type Cluster, headSpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { fileOf } from '../sliced-plans.js';
import { listed } from '../words.js';
import { canonical, canonicalSet } from './canonical.js';

/** What a file says about a cluster. */
interface Description {
  readonly plan: Plan;
  readonly cluster: ClusterPlan;
}

type Field = keyof Cluster & string;

/** A value that the output needs and the file leaves out. */
const leftOut = 'left out';

/**
 * The fields about the cluster itself, and what a file says in each, as a text; undefined when it says nothing. How its
 * volumes are made by default (`storageClass`) is a choice of each topology.
 */
const fields: Readonly<Record<string, (description: Description) => string | undefined>> = {
  distribution: ({ cluster }) => cluster.source.distribution,
  context: ({ cluster }) => cluster.context,
  apiServer: ({ plan, cluster }) =>
    cluster.source.apiServer ?? (cluster.hub && plan.slice ? leftOut : undefined),
  networkInterface: ({ cluster }) => cluster.source.networkInterface,
  nodeIPs: ({ cluster }) => said(cluster.source.nodeIPs) ?? (cluster.member ? leftOut : undefined),
  podCIDRs: ({ cluster }) => canonicalSet(cluster.source.podCIDRs),
  serviceCIDRs: ({ cluster }) => canonicalSet(cluster.source.serviceCIDRs),
  zones: ({ cluster }) => canonicalSet(cluster.source.zones),
  nodes: ({ cluster }) => said(cluster.source.nodes),
  gatewayNodes: ({ cluster }) => canonicalSet(cluster.source.gatewayNodes),
  kubesliceDNS: ({ cluster }) => cluster.source.kubesliceDNS,
  corefile: corefileOf,
  capabilities: ({ cluster }) => said(cluster.source.capabilities),
  location: ({ cluster }) => said(cluster.source.location) ?? (cluster.member ? leftOut : undefined),
};

function said(value: unknown): string | undefined {
  return value === undefined ? undefined : canonical(value);
}

/** Paths start at each file's own folder, so what counts is what the cluster would get. */
function corefileOf({ cluster: { dns } }: Description): string | undefined {
  return dns && 'corefile' in dns ? dns.corefile : undefined;
}

/** What is one cluster is described alike in all files. */
export const clusterDiffers = defineRule({
  id: 'program/cluster-differs',
  severity: 'error',
  why: 'it is one cluster, and gets one directory of the output: with two descriptions one of them is wrong, and which one would be applied is chance',
  messages: {
    fields: (p: { cluster: string; fields: readonly string[]; file: string }) =>
      `the cluster ${p.cluster} has another ${listed(p.fields)} here than in ${p.file}`,
    hub: (p: { cluster: string; file: string; here: boolean }) =>
      p.here
        ? `the cluster ${p.cluster} is the hub here but not in ${p.file}`
        : `the cluster ${p.cluster} is the hub in ${p.file} but not here`,
  },
  checkProgram(plans, report) {
    // Who was the first to say something, by cluster and field.
    const first = new Map<string, Description & { readonly text: string }>();
    const descriptions = new Map<string, Description>();
    const said = new Set<string>();
    for (const plan of plans) {
      for (const cluster of plan.clusters) {
        const here = { plan, cluster };
        const known = descriptions.get(cluster.name);
        if (!known) descriptions.set(cluster.name, here);
        else if (isHubDisputed(known, here)) {
          report('hub', { cluster: cluster.name, file: fileOf(known.plan), here: cluster.hub })
            .at(hubSpan(cluster))
            .related(hubSpan(known.cluster), 'described here as well')
            .fix('write hub: true in both files, or in neither');
        }
        const different: { readonly field: Field; readonly other: Description }[] = [];
        for (const [field, textOf] of Object.entries(fields) as [Field, (typeof fields)[string]][]) {
          const text = textOf(here);
          if (text === undefined) continue;
          const key = `${cluster.name}/${field}`;
          const other = first.get(key);
          if (!other) first.set(key, { ...here, text });
          else if (other.text !== text) different.push({ field, other });
        }
        const [one] = different;
        if (!one) continue;
        // The clusters of a fleet come from one entry.
        const pair = `${plan.name} ${cluster.fleet ?? cluster.name} ${one.other.plan.name}`;
        if (said.has(pair)) continue;
        said.add(pair);
        const open = report('fields', {
          cluster: cluster.name,
          fields: different.map(({ field }) => field),
          file: fileOf(one.other.plan),
        }).at(spanOfField(here, one.field));
        for (const { field, other } of different.slice(0, 4))
          open.related(spanOfField(other, field), `${field} there`);
        open.fix(
          'correct the one that is wrong, and write the same in both; a field that is left out is taken from the other only where nothing is written from it',
        );
      }
    }
  },
});

/** A file without a slice has no hub to name, unless it puts an operator on the cluster. Two hubs are program/two-hubs. */
function isHubDisputed(known: Description, here: Description): boolean {
  if (known.cluster.hub === here.cluster.hub) return false;
  const other = known.cluster.hub ? here : known;
  if (other.plan.slice) return other.plan.hub === undefined;
  return other.plan.databases.some(({ home }) => home.name === other.cluster.name);
}

function hubSpan({ source }: ClusterPlan): Span {
  return valueSpan(source, source.hub === undefined ? 'name' : 'hub');
}

function spanOfField({ cluster: { source } }: Description, field: Field): Span {
  return source[field] === undefined ? headSpan(source) : valueSpan(source, field);
}
