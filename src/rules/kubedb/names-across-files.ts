import type { Plan } from '../../plan/index.js';
import { type Meeting, meetingsOf, type PlannedDatabase } from '../database-meetings.js';
import { volumePrefix } from '../work-names.js';
import { type NameReport, nameSpan, policySpan } from './name-parts.js';

/** Names that the databases of two files would both take on one hub. */
export function checkNamesAcross(plans: readonly Plan[], report: NameReport): void {
  for (const meeting of meetingsOf(plans, wantedBy, takenBy)) reportMeeting(meeting, report);
}

interface Key {
  readonly kind: 'work' | 'volume' | 'policy';
  readonly text: string;
  readonly cluster: string;
}

/** What must be free for a distributed database on its hub, the plainest first. */
function* wantedBy({ plan, database }: PlannedDatabase): Generator<Key> {
  if (database.provider !== 'kubedb' || !database.distributed) return;
  const { name, placements, placementPolicy } = database;
  const hub = plan.hub?.name ?? '';
  for (const { cluster } of placements) yield workKey('work', hub, cluster.name, name);
  for (const { cluster } of placements) {
    yield workKey('volume', hub, cluster.name, volumePrefix + name);
    if (name.startsWith(volumePrefix))
      yield workKey('volume', hub, cluster.name, name.slice(volumePrefix.length));
  }
  if (placementPolicy !== 'default')
    yield { kind: 'policy', text: `policy/${hub}/${placementPolicy}`, cluster: hub };
}

function* takenBy({ plan, database }: PlannedDatabase): Generator<string> {
  if (database.provider !== 'kubedb' || !database.distributed) return;
  const { name, placements, placementPolicy } = database;
  const hub = plan.hub?.name ?? '';
  for (const { cluster } of placements) yield workKey('work', hub, cluster.name, name).text;
  yield `policy/${hub}/${placementPolicy}`;
}

function workKey(kind: Key['kind'], hub: string, cluster: string, name: string): Key {
  return { kind, text: `work/${hub}/${cluster}/${name}`, cluster };
}

function reportMeeting({ here, there, key }: Meeting<Key>, report: NameReport): void {
  const file = there.plan.file.name;
  const { name, namespace } = here.database;
  const other = there.database.name;
  // One object in two files is topology/duplicate-name.
  if (name === other && namespace === there.database.namespace) return;
  if (key.kind === 'work') {
    report('sharedElsewhere', { database: name, cluster: key.cluster, file })
      .at(nameSpan(here.database), `of the namespace ${namespace}`)
      .related(nameSpan(there.database), `of the namespace ${there.database.namespace}`)
      .fix(`give one of them another name, such as ${namespace}-${name}`);
  } else if (key.kind === 'volume') {
    const [pods, volumes] = name.length > other.length ? [name, other] : [other, name];
    report('volumeElsewhere', { database: pods, other: volumes, cluster: key.cluster, file })
      .at(nameSpan(here.database))
      .related(nameSpan(there.database), 'the other')
      .fix(`give ${pods} a name that does not start with ${volumePrefix}`);
  } else if (here.database.provider === 'kubedb') {
    report('policyElsewhere', { policy: here.database.placementPolicy, database: name, other, file })
      .at(policySpan(here.database), 'the same name')
      .related(policySpan(there.database), 'the first')
      .fix('give each a name of its own as kubedb.placementPolicy; the objects are cluster-scoped');
  }
}
