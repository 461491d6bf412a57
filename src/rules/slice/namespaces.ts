import type { Report, Span } from '../../diagnostics/index.js';
import { kubedbNamespace } from '../../plan/index.js';
import { nearest, type Slice, type SliceNamespace, type Topology, valueSpan } from '../../topology/index.js';
import { kubedbDatabases } from '../databases.js';
import { sliceMembersOf } from '../members.js';
import { defineRule } from '../rule.js';
import { isKeptOff } from '../system-namespaces.js';
import { listed } from '../words.js';
import { namespaceEntriesOf, namespaceLists, repeatsOf, sliceConfigsOf } from './objects.js';

const messages = {
  twice: (p: { namespace: string; list: string }) => `${p.list} names ${p.namespace} twice`,
  system: (p: { namespace: string }) => `the system namespace ${p.namespace} cannot join a slice`,
  leftOut: (p: { namespace: string; by: string }) =>
    `slice.namespaces leaves out ${p.namespace}, the namespace of ${p.by}`,
  partly: (p: { namespace: string; by: string; clusters: readonly string[] }) =>
    `slice.namespaces leaves out ${p.namespace} on ${listed(p.clusters)}, where ${p.by} needs it`,
};

/**
 * The namespaces of the databases join the slice where replicas are and on the hub, the operator's joins on the hub, and
 * no system namespace does.
 */
export const namespaces = defineRule({
  id: 'slice/namespaces',
  severity: 'error',
  why: 'KubeSlice refuses a namespace that stands twice and passes over system namespaces, and pods of a namespace that does not join get no address on the slice',
  source:
    'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go; kubeslice/worker-operator pkg/webhook/pod/webhook.go',
  messages,
  checkTopology(topology, report) {
    const { slice } = topology;
    if (!slice) return;
    // One that stands twice may stand for the one that is left out.
    const leftOut = slice.namespaces !== undefined && checkLeftOut(topology, slice, slice.namespaces, report);
    if (!leftOut) checkTwice(slice, 'namespaces', report);
    checkTwice(slice, 'allowedNamespaces', report);
    checkSystem(topology, slice, report);
  },
  checkManifests(manifests, report) {
    for (const config of sliceConfigsOf(manifests)) {
      for (const list of namespaceLists) {
        const names = namespaceEntriesOf(config, list).map((entry) => entry.at('namespace'));
        for (const { text, first, again } of repeatsOf(names)) {
          report('twice', { namespace: text, list })
            .at(again.span, 'again here')
            .related(first.span, 'first here')
            .fix('keep one entry, with all its clusters');
        }
        if (list === 'allowedNamespaces') continue;
        for (const { text, span } of names) {
          if (text === undefined || !isKeptOff(text)) continue;
          report('system', { namespace: text })
            .at(span)
            .fix('remove it; what must reach the slice from there goes under allowedNamespaces');
        }
      }
    }
  },
});

function nameOf(entry: SliceNamespace): string {
  return typeof entry === 'string' ? entry : entry.namespace;
}

function nameSpan(list: readonly SliceNamespace[], index: number): Span {
  const entry = list[index];
  return typeof entry === 'object' ? valueSpan(entry, 'namespace') : valueSpan(list, index);
}

function checkTwice(
  slice: Slice,
  list: 'namespaces' | 'allowedNamespaces',
  report: Report<typeof messages>,
): void {
  const entries = slice[list] ?? [];
  const seen = new Map<string, Span>();
  for (const [index, entry] of entries.entries()) {
    const namespace = nameOf(entry);
    const span = nameSpan(entries, index);
    const first = seen.get(namespace);
    if (!first) {
      seen.set(namespace, span);
      continue;
    }
    report('twice', { namespace, list: `slice.${list}` })
      .at(span, 'again here')
      .related(first, 'first here')
      .fix('keep one entry, with all its clusters');
  }
}

/** A database in a system namespace is the mistake, not the list that follows it: that is kubedb/namespace. */
function checkSystem(topology: Topology, slice: Slice, report: Report<typeof messages>): void {
  const reported = new Set(kubedbDatabases(topology).map(({ namespace }) => namespace));
  const entries = slice.namespaces ?? [];
  for (const [index, entry] of entries.entries()) {
    const namespace = nameOf(entry);
    if (!isKeptOff(namespace) || reported.has(namespace)) continue;
    reported.add(namespace);
    report('system', { namespace })
      .at(nameSpan(entries, index))
      .fix('remove it; what must reach the slice from there goes under allowedNamespaces');
  }
}

interface Need {
  /** Who needs the namespace. */
  readonly by: string;
  readonly span: Span | undefined;
  readonly clusters: Set<string>;
}

/** Names nobody needs among which a misspelt one is looked for. */
const mostStrays = 50;

/** True when a namespace is left out altogether. */
function checkLeftOut(
  topology: Topology,
  slice: Slice,
  entries: readonly SliceNamespace[],
  report: Report<typeof messages>,
): boolean {
  let leftOut = false;
  const joined = joinedClusters(entries);
  const needs = namespacesNeeded(topology);
  const strays = [...joined.keys()].filter((name) => !needs.has(name)).slice(0, mostStrays);
  for (const [namespace, { by, span, clusters }] of needs) {
    const entry = joined.get(namespace);
    if (!entry) {
      leftOut = true;
      const open = report('leftOut', { namespace, by }).at(valueSpan(slice, 'namespaces'));
      const meant = nearest(namespace, strays);
      open.fix(meant ? `write ${namespace} instead of ${meant}` : `add ${namespace} to the list`);
      if (span) open.related(span, 'it is here');
      continue;
    }
    const missing = [...clusters].filter((cluster) => entry.clusters && !entry.clusters.has(cluster));
    if (missing.length === 0) continue;
    const open = report('partly', { namespace, by, clusters: missing })
      .at(entry.span, 'only here')
      .fix(`add ${listed(missing)}, or write only the name, ${namespace}, for all members`);
    if (span) open.related(span, 'it is here');
  }
  return leftOut;
}

/** Where each namespace joins; no clusters means all members. */
function joinedClusters(entries: readonly SliceNamespace[]) {
  const joined = new Map<string, { readonly span: Span; readonly clusters: Set<string> | undefined }>();
  for (const [index, entry] of entries.entries()) {
    const earlier = joined.get(nameOf(entry));
    if (typeof entry === 'string') joined.set(entry, { span: nameSpan(entries, index), clusters: undefined });
    else if (!earlier)
      joined.set(entry.namespace, { span: valueSpan(entry, 'clusters'), clusters: new Set(entry.clusters) });
    else for (const cluster of entry.clusters) earlier.clusters?.add(cluster);
  }
  return joined;
}

/** Where each namespace must join. Clusters off the slice are left to slice/not-a-member. */
function namespacesNeeded(topology: Topology): ReadonlyMap<string, Need> {
  const needs = new Map<string, Need>();
  const databases = kubedbDatabases(topology);
  const members = sliceMembersOf(topology);
  const names = new Set(members.map(({ name }) => name));
  const hub = members.find((cluster) => cluster.hub)?.name;
  for (const database of databases) {
    const { namespace, placement } = database;
    if (isKeptOff(namespace)) continue;
    const need = needs.get(namespace) ?? {
      by: database.name,
      span: valueSpan(database, 'namespace'),
      clusters: new Set<string>(),
    };
    needs.set(namespace, need);
    if (hub !== undefined) need.clusters.add(hub);
    for (const { cluster } of placement) if (names.has(cluster)) need.clusters.add(cluster);
  }
  if (databases.length > 0 && hub !== undefined && !needs.has(kubedbNamespace)) {
    needs.set(kubedbNamespace, { by: 'the KubeDB operator', span: undefined, clusters: new Set([hub]) });
  }
  return needs;
}
