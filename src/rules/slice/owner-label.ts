import type { Report } from '../../diagnostics/index.js';
import { type DatabasePlan, databasesOf, type SlicePlan } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { exportedServices } from '../exports.js';
import { brokenOwnerLabel } from '../owner-labels.js';
import { defineRule } from '../rule.js';

/** With no more characters than this for a database, its namespace and the slice, nothing is ever cut. */
const uncut = 36;

const messages = {
  service: (p: { service: string; namespace: string; slice: string; piece: string }) =>
    `of ${p.service}, ${p.namespace} and ${p.slice} KubeSlice makes the label ${p.piece}, which no label may be`,
  object: (p: { kind: string; name: string; piece: string }) =>
    `of the ${p.kind} ${p.name} KubeSlice makes the label ${p.piece}, which no label may be`,
};

/** The labels by which KubeSlice finds what it made for a slice, a cluster or an exported service are possible ones. */
export const ownerLabel = defineRule({
  id: 'slice/owner-label',
  severity: 'error',
  why: 'KubeSlice cuts a name that is too long for a label every 63 characters, and the API server refuses a piece that begins or ends with a hyphen: the service is never imported, and other clusters find no replica by name',
  source:
    'kubeslice/kubeslice-controller util/reconciliation_utility.go, service/service_export_config_service.go',
  messages,
  checkPlan(plan, report) {
    const { slice } = plan;
    const databases = databasesOf(plan, 'kubedb');
    if (!slice) return;
    checkLoneMember(slice, report);
    for (const database of databases) {
      if (!database.distributed) continue;
      const { namespace, source } = database;
      const found = brokenExport(database, slice.name);
      if (!found) continue;
      report('service', { ...found, namespace, slice: slice.name })
        .at(valueSpan(source, 'name'), 'cut in two here')
        .related(valueSpan(source, 'namespace'), 'part of the label')
        .related(valueSpan(slice.source, 'name'), 'part of the label')
        .fix(remedy(database, slice.name));
    }
  },
  checkManifests(manifests, report) {
    for (const kind of ['SliceConfig', 'Cluster']) {
      for (const { name, root } of manifests.of(kind, 'controller.kubeslice.io')) {
        const piece = brokenOwnerLabel(kind, name);
        if (piece === undefined) continue;
        report('object', { kind, name, piece })
          .at(root.at('metadata', 'name').span)
          .fix('shorten the name, best to 15 characters');
      }
    }
    for (const { root } of manifests.of('ServiceExportConfig', 'controller.kubeslice.io')) {
      const spec = root.at('spec');
      const [service, namespace, slice] = ['serviceName', 'serviceNamespace', 'sliceName'].map(
        (field) => spec.at(field).text ?? '',
      ) as [string, string, string];
      const piece = brokenOwnerLabel('ServiceExportConfig', `${service}-${namespace}-${slice}`);
      if (piece === undefined || service === '') continue;
      report('service', { service, namespace, slice, piece })
        .at(spec.at('serviceName').span)
        .fix(
          `keep the three to 41 characters together, or change one so that no piece begins or ends with a hyphen`,
        );
    }
  },
});

/** Where there are several members, so long a name is slice/name-length already. */
function checkLoneMember({ members }: SlicePlan, report: Report<typeof messages>): void {
  const [only, ...others] = members;
  const piece = only && others.length === 0 ? brokenOwnerLabel('Cluster', only.name) : undefined;
  if (!only || piece === undefined) return;
  report('object', { kind: 'Cluster', name: only.name, piece })
    .at(valueSpan(only.source, 'name'))
    .fix('shorten the name, best to 15 characters');
}

function brokenExport(
  database: Pick<DatabasePlan, 'name' | 'namespace'>,
  slice: string,
): { readonly service: string; readonly piece: string } | undefined {
  for (const service of exportedServices(database)) {
    const piece = brokenOwnerLabel('ServiceExportConfig', `${service}-${database.namespace}-${slice}`);
    if (piece !== undefined) return { service, piece };
  }
  return undefined;
}

/** A character less or more moves the cut; with few enough nothing is cut at all. */
function remedy(database: DatabasePlan, slice: string): string {
  const { name, namespace } = database;
  const room = uncut - namespace.length - slice.length;
  for (let length = name.length - 1; length >= 3; length--) {
    const shorter = name.slice(0, length).replace(/-+$/, '');
    if (!brokenExport({ name: shorter, namespace }, slice)) {
      const always = room > 2 ? `; up to ${room} characters are always right` : '';
      return `shorten the name, for example to ${shorter}${always}`;
    }
  }
  return `shorten the namespace or the name of the slice`;
}
