import type { DatabasePlan, Plan } from '../plan/index.js';
import { indexIn } from './context.js';
import { fieldKey, type Influences, influencesOfPlaces, objectsOf } from './influence.js';
import type { Leaf } from './leaves.js';
import {
  clusterNamed,
  fileNameOf,
  type Located,
  leavesOfFile,
  locate,
  type TracedFile,
  tableOf,
} from './located.js';
import { isPart, type Place, placeAt, resolvePath, valueAt } from './place.js';
import { formulaOfLeaf, namedPlaces } from './trace.js';

/** A field of the output, with what is done to give its value. */
export interface FieldOfFile {
  readonly leaf: Leaf;
  readonly formula: string | undefined;
}

/** The fields of one file that come from a place. */
export interface FileFrom {
  readonly path: string;
  /** The fleet of the cluster whose file it is: the others of the fleet have the same. */
  readonly fleet: string | undefined;
  readonly fields: readonly FieldOfFile[];
  /** Whether it is there at all comes from the place too. */
  readonly depends?: boolean;
}

/** Everything in the output that comes from places of a topology. */
export function fieldsFrom(
  plans: readonly Plan[],
  files: readonly TracedFile[],
  plan: Plan,
  paths: readonly string[],
): FileFrom[] {
  const wanted = (place: Place): boolean =>
    place.said && paths.some((path) => isIn(place.path, path) || isIn(path, place.path));
  const found = [...ofDatabases(plan, wanted), ...declared(plans, files, plan, wanted)];
  const listed = withKustomizations(files, found);
  return listed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Whether a path is another, or leads into it. */
function isIn(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}

/** Of the databases of one entry on the clusters of one fleet one is looked at. */
function* ofDatabases(plan: Plan, wanted: (place: Place) => boolean): Generator<FileFrom> {
  const known = new Map<string, Influences>();
  for (const database of plan.databases) {
    const { databases, clusters } = plan.topology;
    const key = `${indexIn(databases, database.source)} ${indexIn(clusters, database.home.source)}`;
    const influences = known.get(key) ?? influencesOfPlaces(plan, database, wanted);
    known.set(key, influences);
    yield* filesOf(plan, database, influences, wanted);
  }
}

function* filesOf(
  plan: Plan,
  database: DatabasePlan,
  { fields, objects }: Influences,
  wanted: (place: Place) => boolean,
): Generator<FileFrom> {
  const bySlice = wanted(placeAt(plan.topology, ['slice']));
  if (fields.size === 0 && objects.size === 0 && !bySlice) return;
  for (const object of objectsOf(plan, database)) {
    const found = fields.get(object.key);
    const located: Located = { kind: 'database', plan, database, object, table: tableOf(database, object) };
    const own = object.leaves.filter((leaf) => {
      return found?.has(fieldKey(object, leaf)) || namesContainer(located, leaf, wanted);
    });
    const depends = objects.has(object.key);
    if (own.length === 0 && !depends) continue;
    const path = `${object.cluster}/${object.wave}/${fileNameOf(object)}`;
    const fieldsOfFile = own.map((leaf) => ({ leaf, formula: formulaOfLeaf(located, leaf) }));
    yield { path, fleet: database.home.fleet, fields: fieldsOfFile, depends };
  }
}

/** Whether the table names a part of the topology as a whole, as for what is there because there is a slice. */
function namesContainer(located: Located, leaf: Leaf, wanted: (place: Place) => boolean): boolean {
  return namedPlaces(located, leaf).some((place) => {
    if (located.kind === 'kustomization' || !wanted(place)) return false;
    const { topology } = located.plan;
    return isPart(valueAt(topology, resolvePath(topology, place.path).steps));
  });
}

/** The files of clusters and of the slice. */
function* declared(
  plans: readonly Plan[],
  files: readonly TracedFile[],
  plan: Plan,
  wanted: (place: Place) => boolean,
): Generator<FileFrom> {
  for (const file of files) {
    if (!file.source.startsWith(`${plan.name}/`)) continue;
    if (/^[^/]+\/(?:60-placement|70-database)\//.test(file.path)) continue;
    const located = locate(plans, file);
    if (located?.kind !== 'declared') continue;
    const own = leavesOfFile(located).filter((leaf) => namedPlaces(located, leaf).some(wanted));
    if (own.length === 0) continue;
    const cluster = clusterNamed(plan, file.path.split('/')[0] ?? '');
    const fields = own.map((leaf) => ({ leaf, formula: formulaOfLeaf(located, leaf) }));
    yield { path: file.path, fleet: cluster?.fleet, fields };
  }
}

const beside = 'the file beside it: kind, namespace and name of its object';
const wave = 'the address of kubeslice-dns is known, and an object tells this distribution’s DNS of it';

/** Where a file comes, goes or is called otherwise, so does the line of the kustomization that lists it. */
function withKustomizations(files: readonly TracedFile[], found: readonly FileFrom[]): FileFrom[] {
  const lists = new Map(
    files.filter(({ path }) => path.endsWith('/kustomization.yaml')).map((file) => [file.path, file]),
  );
  const added = new Map<string, FileFrom>();
  const add = (folder: string, name: string, formula: string, fleet: string | undefined): void => {
    const list = lists.get(`${folder}/kustomization.yaml`);
    const located = list && locate([], list);
    const leaf = located && leavesOfFile(located).find(({ value }) => value === name);
    if (!list || !leaf) return;
    const present = added.get(list.path)?.fields ?? [];
    if (present.some((each) => each.leaf.value === name)) return;
    added.set(list.path, { path: list.path, fleet, fields: [...present, { leaf, formula }] });
  };
  for (const { path, fleet, fields, depends } of found) {
    const [cluster = '', folder = '', name = ''] = path.split('/');
    const isNamed = fields.some(({ leaf: { pointer } }) => pointer[0] === 'metadata' && pointer.length === 2);
    if (isNamed || depends) add(`${cluster}/${folder}`, name, beside, fleet);
    if (folder === '50-dns') add(cluster, folder, wave, fleet);
  }
  return [...found.filter(({ fields }) => fields.length > 0), ...added.values()];
}
