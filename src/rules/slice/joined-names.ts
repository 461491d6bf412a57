import type { Report, Span } from '../../diagnostics/index.js';
import type { Plan } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { exportedServices } from '../exports.js';
import { defineRule } from '../rule.js';
import { namesOfSlice, namesOfSliceConfig, type SliceNames } from './slice-names.js';

const messages = {
  same: (p: { kind: string; name: string; first: string; second: string }) =>
    `${p.first} and ${p.second} both get the ${p.kind} ${p.name}`,
};

type Reporter = Report<typeof messages>;

/** The names that KubeSlice joins with hyphens stay apart. */
export const joinedNames = defineRule({
  id: 'slice/joined-names',
  severity: 'error',
  why: 'KubeSlice joins names with hyphens and checks nothing: where two joins give one name, there is one object for two things, so a tunnel is never built, or a service is never imported by other clusters',
  source:
    'kubeslice/kubeslice-controller service/worker_slice_gateway_service.go, service/worker_service_import_service.go; kubeslice/worker-operator pkg/hub/hubclient/hubclient.go',
  messages,
  checkPlan(plan, report) {
    const { slice } = plan;
    if (!slice) return;
    const join = new Joins(report);
    const names = namesOfSlice(slice);
    if (canMeet(names.members)) join.addSlice(names);
    join.addExports(plan, ambiguousMembers(names));
  },
  checkProgram(plans, report) {
    for (const project of byProject(plans)) {
      if (project.length < 2) continue;
      const join = new Joins(report);
      const slices = new Set<string>();
      const several = project.some(({ slice }) => slice?.name !== project[0]?.slice?.name);
      for (const plan of project) {
        const { slice } = plan;
        if (!slice) continue;
        join.startFile();
        const names = namesOfSlice(slice);
        // What one slice is in several files is program/slice-differs.
        if (several && !slices.has(slice.name)) join.addSlice(names);
        slices.add(slice.name);
        join.addExports(plan, several ? names.members.map(({ name }) => name) : ambiguousMembers(names));
      }
    }
  },
  checkManifests(manifests, report) {
    const joins = new Map<string, Joins>();
    for (const manifest of manifests.of('SliceConfig', 'controller.kubeslice.io')) {
      const namespace = manifest.namespace ?? '';
      const join = joins.get(namespace) ?? new Joins(report);
      joins.set(namespace, join);
      join.addSlice(namesOfSliceConfig(manifest));
    }
  },
});

function byProject(plans: readonly Plan[]): Iterable<readonly Plan[]> {
  const projects = new Map<string, Plan[]>();
  for (const plan of plans) {
    if (!plan.slice || !plan.hub) continue;
    const key = `${plan.hub.name}/${plan.slice.project}`;
    const known = projects.get(key);
    if (known) known.push(plan);
    else projects.set(key, [plan]);
  }
  return projects.values();
}

/** Gateways of one slice meet only where a member is called like another with something behind it: `a` and `a-b`. */
function canMeet(members: SliceNames['members']): boolean {
  const names = new Set(members.map(({ name }) => name));
  for (const name of names) {
    for (let cut = name.indexOf('-'); cut !== -1; cut = name.indexOf('-', cut + 1))
      if (names.has(name.slice(0, cut))) return true;
  }
  return false;
}

/**
 * Members whose names can make an import's name ambiguous, and one more that stands for all others: two services that
 * meet on one member meet on all.
 */
function ambiguousMembers({ name: slice, members }: SliceNames): readonly string[] {
  const endings = members.map(({ name }) => `-${slice}-${name}`);
  const ambiguous = new Set(members.slice(0, 1).map(({ name }) => name));
  for (const [index, one] of members.entries()) {
    for (const [otherIndex, other] of members.entries()) {
      if (index === otherIndex || !endings[index]?.endsWith(endings[otherIndex] ?? '')) continue;
      ambiguous.add(one.name).add(other.name);
    }
  }
  return [...ambiguous];
}

interface Origin {
  /** What the name was made of. */
  readonly parts: string;
  readonly what: string;
  readonly span: Span;
  /** The database whose service it is. */
  readonly database: string | undefined;
  readonly file: number;
}

/** The names made so far. */
class Joins {
  readonly #report: Reporter;
  readonly #known = new Map<string, Origin>();
  readonly #reported = new Set<string>();
  /** Names that meet within a file were reported for that file. */
  #file = -1;
  #manyFiles = false;

  constructor(report: Reporter) {
    this.#report = report;
  }

  startFile(): void {
    this.#manyFiles = true;
    this.#file++;
  }

  addSlice({ name: slice, members, network }: SliceNames): void {
    for (const { name, span } of members)
      this.#add('WorkerSliceConfig', [slice, name], `${name} on the slice ${slice}`, span);
    if (!network) return;
    for (const one of members) {
      for (const other of members) {
        if (one === other) continue;
        const what = `the gateway of ${one.name} to ${other.name}`;
        this.#add('WorkerSliceGateway', [slice, one.name, other.name], what, one.span);
      }
    }
  }

  addExports({ slice, databases }: Plan, importers: readonly string[]): void {
    if (!slice) return;
    for (const database of databases) {
      if (!database.distributed) continue;
      const { namespace, placements, source } = database;
      const span = valueSpan(source, 'name');
      const identity = `${namespace}/${database.name}`;
      for (const service of exportedServices(database)) {
        const what = `the service ${service} of ${namespace}`;
        for (const cluster of importers)
          this.#add('WorkerServiceImport', [service, namespace, slice.name, cluster], what, span, identity);
        for (const { cluster } of placements)
          this.#add('ServiceExportConfig', [service, namespace, cluster.name], what, span, identity);
      }
    }
  }

  #add(kind: string, parts: readonly string[], what: string, span: Span, database?: string): void {
    const name = parts.join('-');
    const key = `${kind}/${name}`;
    const first = this.#known.get(key);
    const made = parts.join('/');
    if (!first) {
      this.#known.set(key, { parts: made, what, span, database, file: this.#file });
      return;
    }
    if (first.parts === made || (this.#manyFiles && first.file === this.#file)) return;
    // Two databases that meet do so in several objects.
    const pair = database === undefined ? key : `${first.database}/${database}`;
    if (this.#reported.has(pair)) return;
    this.#reported.add(pair);
    this.#report('same', { kind, name, first: first.what, second: what })
      .at(span)
      .related(first.span, 'the other')
      .fix('rename one of the two; a name without hyphens joins to no other');
  }
}
