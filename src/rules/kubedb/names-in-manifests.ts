import type { Span } from '../../diagnostics/index.js';
import type { ManifestSet } from '../../manifests/index.js';
import { type DatabaseObject, databaseObjects, identityOf, mariadbModeOf } from '../database-objects.js';
import { clustersOf, type PlacementPolicyManifest, policiesByName } from '../placement-policies.js';
import { endsLikeReplica, volumePrefix } from '../work-names.js';
import { lengthLimit, type NameReport, reportOrdinal } from './name-parts.js';

/** The names of database objects, each by itself and all together. */
export function checkNamesIn(manifests: ManifestSet, report: NameReport): void {
  const objects = databaseObjects(manifests);
  for (const object of objects) checkObject(object, report);
  checkWorks(objects, policiesByName(manifests), report);
}

/** The CRD of a database limits its name itself; that of the GitOps API does not, so the object it stands for is refused later. */
function checkObject(object: DatabaseObject, report: NameReport): void {
  const { name, gitops } = object;
  const span = objectNameSpan(object);
  const { limit, kind } = objectLimit(object);
  const formed = /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name) && name.length <= 63;
  if (!formed) {
    if (gitops) report('form', { database: name }).at(span).fix('give it a name such as orders');
  } else if (name.length > limit) {
    report('long', { database: name, limit, kind })
      .at(span)
      .fix(`shorten it, for example to ${name.slice(0, limit).replace(/-+$/, '')}`);
  } else if (object.distributed && endsLikeReplica(name)) {
    reportOrdinal(name, span, report);
  }
}

function objectNameSpan({ manifest }: DatabaseObject): Span {
  return manifest.root.at('metadata', 'name').span;
}

/** A Postgres has an arbiter when the number of its replicas is even. */
function objectLimit(object: DatabaseObject): { readonly limit: number; readonly kind: string } {
  if (object.kind === 'MariaDB') return lengthLimit('mariadb', mariadbModeOf(object) === 'single' ? 1 : 3);
  const arbiter = object.replicas % 2 === 0 || object.spec.at('arbiter').given;
  return arbiter ? { limit: 44, kind: 'a Postgres with an arbiter' } : { limit: 52, kind: 'a Postgres' };
}

/** Works carry neither namespace nor kind. What shares a cluster is known from the policies that are there. */
function checkWorks(
  objects: readonly DatabaseObject[],
  policies: ReadonlyMap<string, PlacementPolicyManifest>,
  report: NameReport,
): void {
  const known = new Map<string, DatabaseObject>();
  const placed = objects.map((object) => ({ object, clusters: clustersOf(object, policies) }));
  const reported = new Set<DatabaseObject>();
  for (const { object, clusters } of placed) {
    for (const cluster of clusters) {
      const other = known.get(`${cluster}/${object.name}`);
      if (!other) known.set(`${cluster}/${object.name}`, object);
      else if (identityOf(other) !== identityOf(object) && !reported.has(object)) {
        reported.add(object);
        report('shared', { database: object.name, cluster })
          .at(objectNameSpan(object), whereabouts(object))
          .related(objectNameSpan(other), whereabouts(other))
          .fix(`give one of them another name, such as ${object.namespace ?? 'own'}-${object.name}`);
      }
    }
  }
  for (const { object, clusters } of placed) {
    if (!object.name.startsWith(volumePrefix)) continue;
    const stem = object.name.slice(volumePrefix.length);
    const cluster = clusters.find((each) => known.has(`${each}/${stem}`));
    const other = known.get(`${cluster ?? ''}/${stem}`);
    if (!other) continue;
    report('volume', { database: object.name, other: other.name })
      .at(objectNameSpan(object), `its pods would be called ${object.name}-0 and so on`)
      .related(objectNameSpan(other), `so are the volumes of this one on ${cluster}`)
      .fix('give it a name that does not start with data-');
  }
}

function whereabouts({ kind, namespace }: DatabaseObject): string {
  return namespace === undefined ? `a ${kind}` : `a ${kind} of the namespace ${namespace}`;
}
