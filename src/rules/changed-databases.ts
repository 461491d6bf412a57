import type { ChangeSubject, ObjectChange } from '../changes/index.js';
import type { OpenFinding, Span } from '../diagnostics/index.js';
import { type DatabaseImpact, type DatabaseState, type Impact, impactOf } from '../impact/index.js';
import type { Plan } from '../plan/index.js';
import { type Database, headSpan, valueSpan } from '../topology/index.js';

/** A database that was there and is there, and of which something differs. */
export interface ChangedDatabase {
  readonly impact: DatabaseImpact;
  readonly before: DatabaseState;
  readonly after: DatabaseState;
  readonly plan: Plan;
  readonly source: Database;
  /** The same entry of the old topology, where it is found. */
  readonly sourceBefore: Database | undefined;
}

const known = new WeakMap<ChangeSubject, readonly ChangedDatabase[]>();

/** What a change does; undefined when the old output does not say what it was made of. */
export function knownImpact({ plansBefore, plans }: ChangeSubject): Impact | undefined {
  return plansBefore && impactOf(plansBefore, plans);
}

/** Databases of which something differs, one for an entry of a topology: of several that it gives the one that loses most. */
export function changedDatabases(change: ChangeSubject): readonly ChangedDatabase[] {
  const present = known.get(change);
  if (present) return present;
  const found = findChanged(change);
  known.set(change, found);
  return found;
}

function findChanged(change: ChangeSubject): ChangedDatabase[] {
  const impact = knownImpact(change);
  if (!impact) return [];
  const [old, young] = [entriesOf(change.plansBefore ?? []), entriesOf(change.plans)];
  const found = new Map<Database, ChangedDatabase>();
  for (const each of impact.databases) {
    const { before, after, program, programBefore = program } = each;
    const entry = young.get(keyOf(program, each));
    if (!before || !after || !entry) continue;
    const present = found.get(entry.source);
    if (present && present.impact.worse.length >= each.worse.length) continue;
    const sourceBefore = old.get(keyOf(programBefore, each))?.source;
    found.set(entry.source, { impact: each, before, after, ...entry, sourceBefore });
  }
  return [...found.values()];
}

function keyOf(program: string, { namespace, entry }: Pick<DatabaseImpact, 'namespace' | 'entry'>): string {
  return `${program}\n${namespace}\n${entry}`;
}

function entriesOf(plans: readonly Plan[]): ReadonlyMap<string, { plan: Plan; source: Database }> {
  const found = new Map<string, { plan: Plan; source: Database }>();
  for (const plan of plans) {
    for (const { source, namespace } of plan.databases) {
      const key = keyOf(plan.name, { namespace, entry: source.name });
      if (!found.has(key)) found.set(key, { plan, source });
    }
  }
  return found;
}

/** Where a database says one of these fields, the first that it says; else where it begins. */
export function saidAt(source: Database, ...paths: readonly string[]): Span {
  for (const path of paths) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let container: unknown = source;
    for (const key of keys) container = memberOf(container, key);
    if (memberOf(container, last) !== undefined) return valueSpan(container as Record<string, unknown>, last);
  }
  return headSpan(source);
}

function memberOf(container: unknown, key: string): unknown {
  if (typeof container !== 'object' || container === null) return undefined;
  return (container as Readonly<Record<string, unknown>>)[key];
}

/** Names the objects of a database that the change touches. */
export function aboutDatabase(
  finding: OpenFinding,
  change: ChangeSubject,
  { plan, source }: Pick<ChangedDatabase, 'plan' | 'source'>,
): OpenFinding {
  for (const object of objectsBySource(change).get(`${plan.name}/databases[${source.name}]`) ?? [])
    finding.about(change.nameOf(object));
  return finding;
}

const kinds = new Set(['MariaDB', 'Postgres', 'StatefulSet']);
const objectsByChange = new WeakMap<ChangeSubject, ReadonlyMap<string, readonly ObjectChange[]>>();

/** Databases' own objects by where they come from. */
function objectsBySource(change: ChangeSubject): ReadonlyMap<string, readonly ObjectChange[]> {
  const present = objectsByChange.get(change);
  if (present) return present;
  const found = new Map<string, ObjectChange[]>();
  for (const object of change.objects) {
    if (!object.after || !kinds.has(object.after.manifest.kind)) continue;
    const source = /^.*?\/databases\[[^\]]*\]/.exec(object.after.file.source)?.[0];
    if (source === undefined) continue;
    const objects = found.get(source);
    if (objects) objects.push(object);
    else found.set(source, [object]);
  }
  objectsByChange.set(change, found);
  return found;
}
