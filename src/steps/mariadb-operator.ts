import type { AlteredObject, ChangeSubject, ObjectChange, OutputObject } from '../changes/index.js';
import { kinds } from '../charts/mariadb-operator/runbook-facts.js';
import { command, kubectl } from '../charts/runbook-step.js';
import { imagesBetween } from '../plan/index.js';
import type { Value } from '../yaml/read.js';
import { countsDown, isSame, withValue } from './edit.js';
import type { Ordering, Reason, Sequence, State, Wait } from './model.js';
import { Reach } from './reach.js';

const group = 'k8s.mariadb.com';

/** What mariadb-operator's objects take in several commits. */
export const mariadbOperatorSequence: Sequence = { system: 'mariadb-operator', arrange };

function arrange(change: ChangeSubject, order: Ordering): void {
  const reach = new Reach(change);
  const servers = change.of('MariaDB', group);
  const switched = switches(servers);
  const courses = new Map<ObjectChange, readonly State[]>();
  for (const object of servers) {
    if (object.kind !== 'changed') continue;
    const states = statesOf(object, switched, reach);
    courses.set(object, states);
    if (states.length > 0) order.through(object, states);
  }
  for (const each of switched) orderSwitch(each, courses.get(each.old) ?? [], change, order, reach);
  for (const kind of ['Grant', 'PhysicalBackup', 'Backup'])
    for (const object of change.of(kind, group)) remake(object, order, reach);
}

/** Where the primary of a database that spans clusters goes. */
interface Switch {
  /** The object of the cluster that takes the writes until then. */
  readonly old: ObjectChange;
  readonly next: AlteredObject;
  /** The other members. */
  readonly others: readonly ObjectChange[];
}

function switches(servers: readonly ObjectChange[]): Switch[] {
  const bySource = new Map<string, ObjectChange[]>();
  for (const object of servers) {
    const { source } = (object.after ?? object.before).file;
    bySource.set(source, [...(bySource.get(source) ?? []), object]);
  }
  return [...bySource.values()].flatMap((members) => {
    const [from] = members.flatMap(({ before }) => (before ? (primaryOf(before) ?? []) : []));
    const [to] = members.flatMap(({ after }) => (after ? (primaryOf(after) ?? []) : []));
    if (from === undefined || to === undefined || from === to) return [];
    const old = members.find(({ before }) => before?.manifest.name === from);
    const next = members.find(({ after }) => after?.manifest.name === to);
    if (!old || next?.kind !== 'changed') return [];
    return [{ old, next, others: members.filter((each) => each !== old && each !== next) }];
  });
}

function serverOf({ manifest }: OutputObject): string | undefined {
  return manifest.root.at('spec', 'mariaDbRef', 'name').text;
}

function primaryOf({ manifest }: OutputObject): string | undefined {
  return manifest.root.at('spec', 'multiCluster', 'primary').text;
}

/** A reason, and what is waited for: all servers of a database are ready again. */
function statesOf(object: AlteredObject, switched: readonly Switch[], reach: Reach): State[] {
  const { before, after } = object;
  const [old, young] = [before.manifest.root, after.manifest.root];
  const isGalera =
    old.at('spec', 'galera', 'enabled').flag === true && young.at('spec', 'galera', 'enabled').flag === true;
  const states: State[] = [];
  let value: Value = old.value ?? null;
  const add = (next: Value, what: string, why: string, source: string, waits?: readonly Wait[]): void => {
    value = next;
    states.push({ value, what, reason: { why, waits: waits ?? [ready(after, reach)], source } });
  };
  const [from, to] = [old.at('spec', 'image').text ?? '', young.at('spec', 'image').text ?? ''];
  if (isGalera) {
    for (const image of imagesBetween(from, to))
      add(
        withValue(value, ['spec', 'image'], image),
        `with ${image}`,
        'servers of a Galera cluster work together with those of the next series only',
        'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_types.go',
      );
  }
  const [isRequired, wasEncrypted] = [
    young.at('spec', 'tls', 'required').flag === true,
    old.at('spec', 'tls', 'enabled').flag === true,
  ];
  const wasRequired = old.at('spec', 'tls', 'required').flag === true;
  const isEncrypted = young.at('spec', 'tls', 'enabled').flag === true;
  if (isGalera && wasEncrypted !== isEncrypted && (isRequired || wasRequired))
    add(
      withValue(value, ['spec', 'tls'], {
        ...((isEncrypted ? young : old).at('spec', 'tls').value as { [key: string]: Value }),
        required: false,
      }),
      isEncrypted ? 'which encrypts and still takes who does not' : 'which takes again who does not encrypt',
      'with tls.required servers hear only those that encrypt: one that has restarted would find none of the rest',
      'mariadb-operator/mariadb-operator pkg/galera/config/config.go',
    );
  const [most, fewest] = [old, young].map((root) => root.at('spec', 'replicas').number ?? 1);
  if (isGalera) {
    for (const replicas of countsDown(most ?? 1, fewest ?? 1))
      add(
        withValue(value, ['spec', 'replicas'], replicas),
        `with ${replicas} replicas`,
        'those that go stop at once, and the rest must be a majority of those that were there',
        'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/mariadb_webhook.go',
        [notPrimary(after, replicas, reach), ready(after, reach)],
      );
  }
  const moves = switched.find((each) => each.old === object);
  if (moves) {
    if (!isStopped(before))
      add(
        withValue(value, ['spec', 'maintenance'], maintenance),
        stops,
        'commits that the old primary takes after the new one has become one are lost',
        multiCluster,
        [caughtUp(moves.next.after, reach)],
      );
    add(
      withValue(young.value, ['spec', 'maintenance'], maintenance),
      'in maintenance, and following the new primary',
      'clients that still know the old primary must not write to it before they know the new one',
      multiCluster,
      [
        promoted(moves.next.after, reach),
        { text: 'Point the load balancer, or the name that clients use, to the new primary.' },
      ],
    );
  }
  while (states.length > 0 && isSame(states.at(-1)?.value, young.value)) states.pop();
  return states;
}

const multiCluster = 'mariadb-operator/mariadb-operator docs/multi-cluster.md';

/** What keeps writes away: as the runbook's step for it. */
const maintenance: Value = {
  enabled: true,
  cordon: true,
  drainConnections: true,
  drainGracePeriodSeconds: 30,
  readOnly: true,
};

/** What the first commit of a switch does to the old primary. */
const stops = 'in maintenance: it takes no more writes';

/** Whether that commit was made already. */
function isStopped({ manifest }: OutputObject): boolean {
  return isSame(manifest.root.at('spec', 'maintenance').value, maintenance);
}

function orderSwitch(
  { old, next, others }: Switch,
  states: readonly State[],
  change: ChangeSubject,
  order: Ordering,
  reach: Reach,
): void {
  const stopped: Reason = {
    why: 'commits that the old primary takes after the new one has become one are lost',
    waits: [caughtUp(next.after, reach)],
    source: multiCluster,
  };
  const moved: Reason = {
    why: 'the new primary has to be one before the old one serves again, or goes',
    waits: [promoted(next.after, reach)],
    source: multiCluster,
  };
  if (old.kind === 'changed') {
    const stage = states.findIndex(({ what }) => what === stops);
    if (stage >= 0) order.before({ object: old, stage }, next, stopped);
    // Where replicas are added, the new primary names the backup that they are made from.
    const backups = change
      .of('PhysicalBackup', group)
      .filter(({ after }) => after && serverOf(after) === next.after.manifest.name);
    for (const each of [next, ...others.filter(({ kind }) => kind === 'changed'), ...backups])
      order.before(each, { object: old, stage: -1 }, moved);
    return;
  }
  if (old.kind !== 'removed') return;
  if (!isStopped(old.before)) {
    const value = withValue(old.before.manifest.root.value, ['spec', 'maintenance'], maintenance);
    order.through(old, [{ value, what: stops, reason: stopped }]);
    order.before({ object: old, stage: 0 }, next, stopped);
  }
  order.before(next, { object: old, stage: -1 }, moved);
}

/** Objects that the webhook lets nobody change, and that can go and come again: what they stand for is given back. */
function remake(object: ObjectChange, order: Ordering, reach: Reach): void {
  if (object.kind !== 'changed') return;
  const [old, young] = [object.before.manifest.root.at('spec'), object.after.manifest.root.at('spec')];
  const { kind, name, namespace } = object.after.manifest;
  const isGrant = kind === 'Grant';
  const differs = (...path: string[]) => !isSame(old.at(...path).value, young.at(...path).value);
  const isFrozen = isGrant
    ? (old.at('grantOption').flag ?? false) !== (young.at('grantOption').flag ?? false)
    : old.at('storage', 's3').given &&
      !differs('storage') &&
      ((kind === 'PhysicalBackup' && differs('schedule', 'cron')) ||
        (kind === 'Backup' && differs('maxRetention')));
  if (!isFrozen) return;
  const resource = isGrant ? kinds.grant : kind === 'Backup' ? kinds.backup : kinds.physicalBackup;
  order.through(object, [
    {
      value: undefined,
      what: 'away for a moment',
      reason: {
        why: 'the webhook refuses the change, and takes the object anew when the old one is gone',
        waits: [
          {
            text: isGrant
              ? 'The old Grant must be gone, and its privileges with it; until the next commit is applied the account has none of them.'
              : 'The old object must be gone; what is in the bucket stays.',
            shell: [
              command(
                `${kubectl(reach.one(object.after.cluster))} -n ${namespace ?? 'default'} delete ${resource} ${name}`,
                '--ignore-not-found --timeout=5m',
              ),
            ],
          },
        ],
        source: 'mariadb-operator/mariadb-operator pkg/webhook/inmutable_webhook.go',
      },
    },
  ]);
}

function at({ cluster, manifest }: OutputObject, reach: Reach): string {
  return `${kubectl(reach.one(cluster))} -n ${manifest.namespace ?? 'default'}`;
}

function ready(object: OutputObject, reach: Reach): Wait {
  const { name } = object.manifest;
  return {
    text: 'Every server must be ready and run what the commit says. When one does not start, undo the commit, apply, and delete its pod.',
    shell: [
      command(`${at(object, reach)} wait ${kinds.mariadb}/${name}`, '--for=condition=Ready --timeout=60m'),
      command(
        `${at(object, reach)} get pods -l app.kubernetes.io/instance=${name}`,
        `-o custom-columns='POD:.metadata.name,IMAGE:.spec.containers[0].image,READY:.status.containerStatuses[*].ready'`,
      ),
    ],
  };
}

function notPrimary(object: OutputObject, replicas: number, reach: Reach): Wait {
  return {
    text: `The primary must be one that stays, with an index below ${replicas}: the webhook refuses fewer replicas otherwise.`,
    shell: [
      command(
        `${at(object, reach)} get ${kinds.mariadb} ${object.manifest.name}`,
        `-o jsonpath='{.status.currentPrimaryPodIndex}{"\\n"}'`,
      ),
    ],
  };
}

function caughtUp(next: OutputObject, reach: Reach): Wait {
  return {
    text: 'The next primary must have everything: slaveIORunning and slaveSQLRunning true, secondsBehindMaster 0. When the old one is lost, go on without it, keep clients away from it, and know that what it had not sent is lost.',
    shell: [
      command(
        `${at(next, reach)} get ${kinds.mariadb} ${next.manifest.name}`,
        `-o jsonpath='{.status.replication.replicas}{"\\n"}'`,
      ),
    ],
  };
}

function promoted(next: OutputObject, reach: Reach): Wait {
  const { name } = next.manifest;
  return {
    text: 'The new primary must be one. Apply the commit there first, then on the others.',
    shell: [
      command(
        `${at(next, reach)} wait ${kinds.mariadb}/${name} --timeout=10m`,
        `--for=jsonpath='{.status.currentMultiClusterPrimary}'=${name}`,
      ),
    ],
  };
}
