import type { AlteredObject, ChangeSubject, ObjectChange, OutputObject } from '../changes/index.js';
import { checksum, claim } from '../charts/galera/volumes.js';
import { applyWave, command, kubectl } from '../charts/runbook-step.js';
import { databasesOf, imagesBetween, nodeCount, serverSocket } from '../plan/index.js';
import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { countsDown, isSame, withTexts, withValue } from './edit.js';
import type { Ordering, Reason, Sequence, State, Wait } from './model.js';
import { Reach } from './reach.js';

/** What a Galera cluster on a StatefulSet takes in several commits. */
export const galeraSequence: Sequence = { system: 'galera', arrange };

function arrange(change: ChangeSubject, order: Ordering): void {
  const reach = new Reach(change);
  const beside = partsOf(change);
  const arbitrated = new Set(
    [...change.objectsOf('before', 'Deployment', 'apps')].filter(isArbitrator).map(keyOf),
  );
  for (const object of change.of('StatefulSet', 'apps')) {
    if (object.kind !== 'changed') continue;
    const parts = beside.get(keyOf(object.after)) ?? {};
    const votes = arbitrated.has(keyOf(object.before)) && parts.arbitrator?.kind !== 'removed' ? 1 : 0;
    new Course(object, parts, votes, reach).arrange(order);
    orderArbitrator(object, parts, change, order, reach);
  }
}

/** Objects beside a StatefulSet that change with it. */
interface Parts {
  arbitrator?: ObjectChange;
  configuration?: ObjectChange;
  members?: ObjectChange;
  policies?: ObjectChange[];
}

function partsOf(change: ChangeSubject): ReadonlyMap<string, Parts> {
  const found = new Map<string, Parts>();
  const of = (object: ObjectChange): Parts => {
    const key = keyOf(object.after ?? object.before);
    const parts = found.get(key) ?? {};
    found.set(key, parts);
    return parts;
  };
  for (const object of change.of('Deployment', 'apps'))
    if (isArbitrator(object.after ?? object.before)) of(object).arbitrator = object;
  for (const object of change.of('ConfigMap', '')) {
    const { manifest } = object.after ?? object.before;
    const data = manifest.root.at('data');
    if (data.at('dbspan.cnf').given) of(object).configuration = object;
    else if (data.at('replicas').given) of(object).members = object;
  }
  for (const object of change.of('NetworkPolicy', 'networking.k8s.io')) {
    const parts = of(object);
    parts.policies = [...(parts.policies ?? []), object];
  }
  return found;
}

function keyOf({ cluster, manifest }: OutputObject): string {
  const name = manifest.root.at('metadata', 'labels', 'app.kubernetes.io/instance').text ?? manifest.name;
  return `${cluster}\n${manifest.namespace ?? ''}\n${name}`;
}

function isArbitrator({ manifest }: OutputObject): boolean {
  return manifest.root.at('metadata', 'labels', 'app.kubernetes.io/component').text === 'arbitrator';
}

const apiServer = 'kubernetes/kubernetes pkg/apis/apps/validation/validation.go';
const controller = 'kubernetes/kubernetes pkg/controller/statefulset/stateful_set_control.go';

/** The states through which a StatefulSet goes: volumes, then images, then encryption, then fewer members. */
class Course {
  readonly #object: AlteredObject;
  readonly #parts: Parts;
  readonly #votes: number;
  readonly #reach: Reach;
  readonly #states: State[] = [];
  #value: Value;

  constructor(object: AlteredObject, parts: Parts, votes: number, reach: Reach) {
    this.#object = object;
    this.#parts = parts;
    this.#votes = votes;
    this.#reach = reach;
    this.#value = object.before.manifest.root.value ?? null;
  }

  arrange(order: Ordering): void {
    this.#grow();
    this.#goThroughImages();
    this.#encrypt(order);
    this.#shrink(order);
    const states = this.#states;
    while (states.length > 0 && isSame(states.at(-1)?.value, this.#object.after.manifest.root.value))
      states.pop();
    if (states.length > 0) order.through(this.#object, states);
  }

  #add(value: Value, what: string, reason: Reason): void {
    this.#value = value;
    this.#states.push({ value, what, reason });
  }

  /** The volumes first: what is derived from their size must not reach servers on small ones. */
  #grow(): void {
    const path = ['spec', 'volumeClaimTemplates'];
    const [old, young] = [this.#before.at(...path), this.#after.at(...path)];
    if (isSame(old.value, young.value) || young.value === undefined) return;
    const value = withValue(this.#value, path, young.value);
    this.#add(value, 'with other claims', {
      why: 'the API server refuses other claims of a StatefulSet that is there, and servers must not be sized for volumes that have not grown',
      waits: [this.#claims()],
      source: apiServer,
    });
  }

  #goThroughImages(): void {
    const [from, to] = [imageOf(this.#object.before), imageOf(this.#object.after)];
    const isMore = !isSame(
      this.#before.at('spec', 'replicas').value,
      this.#after.at('spec', 'replicas').value,
    );
    const isGrown = this.#states.length > 0;
    const images = [...imagesBetween(from, to), ...(from !== to && (isMore || isGrown) ? [to] : [])];
    for (const image of images)
      this.#add(
        withTexts(this.#value, (text) =>
          text === imageOf(this.#object.before) || images.includes(text) ? image : text,
        ),
        `with ${image}`,
        {
          why:
            image === to
              ? 'an image comes alone: when it fails, nothing else is to be taken back'
              : 'members of a Galera cluster work together with those of the next series only',
          waits: [this.#rolled(), this.#upgraded()],
          source: controller,
        },
      );
  }

  /** Between encrypting and not, members that hear both. */
  #encrypt(order: Ordering): void {
    const { configuration, arbitrator } = this.#parts;
    if (configuration?.kind !== 'changed') return;
    const isOn = ({ manifest }: OutputObject) =>
      manifest.root.at('data', 'dbspan.cnf').text?.includes(encrypted) === true;
    const [was, is] = [isOn(configuration.before), isOn(configuration.after)];
    if (was === is || hearsBoth(configuration.before)) return;
    const side = is ? 'after' : 'before';
    const file = withTexts(configuration[side].manifest.root.value ?? null, hearingBoth);
    const data = isMapping(file) ? file['data'] : undefined;
    const annotation = ['spec', 'template', 'metadata', 'annotations', 'checksum/config'];
    const template = this.#object[side].manifest.root.at('spec', 'template').value ?? null;
    const digest = checksum(isMapping(data) ? (data as Record<string, string>) : {});
    const reason: Reason = {
      why: 'a member that encrypts and one that does not find no group together: the first that restarts would give up after half a minute, for ever',
      waits: [this.#rolled(), this.#size()],
      source: 'codership/galera galerautils/src/gu_asio.cpp',
    };
    this.#add(
      withValue(withValue(this.#value, ['spec', 'template'], template), annotation, digest),
      'hearing members that encrypt and members that do not',
      reason,
    );
    order.through(configuration, [{ value: file, what: 'for members that hear both', reason }]);
    if (arbitrator?.kind !== 'changed') return;
    const value = withTexts(arbitrator[side].manifest.root.value ?? null, hearingBoth);
    order.through(arbitrator, [{ value, what: 'hearing both', reason }]);
  }

  #shrink(order: Ordering): void {
    const [from, to] = [this.#before, this.#after].map((root) => root.at('spec', 'replicas').number ?? 1);
    const counts = countsDown(from ?? 1, to ?? 1, this.#votes);
    const reason: Reason = {
      why: 'those that go stop at once, and the rest must be a majority of the votes that were there',
      waits: [this.#restarted(), this.#size()],
      source: controller,
    };
    for (const count of counts)
      this.#add(withValue(this.#value, ['spec', 'replicas'], count), `with ${count} members`, reason);
    const { members } = this.#parts;
    if (counts.length === 0 || members?.kind !== 'changed') return;
    order.through(
      members,
      counts.map((count) => ({
        value: withValue(members.before.manifest.root.value, ['data', 'replicas'], String(count)),
        what: `for ${count} members`,
        reason,
      })),
    );
  }

  get #before() {
    return this.#object.before.manifest.root;
  }

  get #after() {
    return this.#object.after.manifest.root;
  }

  get #on(): string {
    const { cluster, manifest } = this.#object.after;
    return `${kubectl(this.#reach.one(cluster))} -n ${manifest.namespace ?? 'default'}`;
  }

  #claims(): Wait {
    const { cluster, manifest } = this.#object.after;
    const { name } = manifest;
    const size = this.#after.at(
      'spec',
      'volumeClaimTemplates',
      0,
      'spec',
      'resources',
      'requests',
      'storage',
    ).value;
    const members = Array.from(
      { length: this.#before.at('spec', 'replicas').number ?? 1 },
      (_, index) => index,
    );
    const patch = command(
      `${this.#on} patch pvc "${claim}-${name}-$member" --type=merge`,
      `-p '{"spec":{"resources":{"requests":{"storage":"${String(size)}"}}}}'`,
    );
    return {
      text: 'The apply is refused until this is done: enlarge the claims, delete the StatefulSet without its pods, which go on serving, and apply again. CAPACITY must say the new size. (For another class: as RUNBOOK.md says under "Replace a volume", one member after the other.)',
      shell: [
        `for member in ${members.join(' ')}; do\n  ${patch.replaceAll('\n', '\n  ')}\ndone`,
        `${this.#on} delete statefulset ${name} --cascade=orphan`,
        applyWave(this.#reach.one(cluster), '70-database'),
        `${this.#on} get pvc -l app.kubernetes.io/instance=${name}`,
      ],
    };
  }

  #rolled(): Wait {
    return {
      text: 'All members must be ready and run what the commit says.',
      shell: [`${this.#on} rollout status statefulset/${this.#object.after.manifest.name} --timeout=60m`],
    };
  }

  #upgraded(): Wait {
    const { name } = this.#object.after.manifest;
    return {
      text: 'After another release series, when all run it, once on each member:',
      shell: [inServer(this.#on, `${name}-0`, 'mariadb-upgrade', '')],
    };
  }

  #restarted(): Wait {
    const { name } = this.#object.after.manifest;
    return {
      text: 'Those that stay must learn that they are fewer, and be ready again.',
      shell: [
        `${this.#on} rollout restart statefulset/${name}`,
        `${this.#on} rollout status statefulset/${name} --timeout=60m`,
      ],
    };
  }

  #size(): Wait {
    return groupSize(this.#on, this.#object.after.manifest.name);
  }
}

function groupSize(on: string, name: string): Wait {
  return {
    text: 'The group must be whole: as many as there are members, and the arbitrator where there is one.',
    shell: [inServer(on, `${name}-0`, 'mariadb', ` -BN -e "SHOW STATUS LIKE 'wsrep_cluster_size'"`)],
  };
}

function inServer(on: string, pod: string, program: string, rest: string): string {
  const quoted = `MYSQL_PWD="$(cat "$MARIADB_ROOT_PASSWORD_FILE")" ${program} --no-defaults -uroot -S ${serverSocket}${rest}`;
  return command(`${on} exec ${pod} -c mariadb --`, `sh -c '${quoted.replaceAll("'", `'\\''`)}'`);
}

const encrypted = 'socket.ssl=yes';
const both = 'socket.dynamic=yes';

/** Options of Galera's library with which a member hears those that encrypt and those that do not. */
function hearingBoth(text: string): string {
  return text.replaceAll(`${encrypted};`, `${encrypted};${both};`);
}

/** Whether members do so already: in a step on the way, or because the topology says so. */
function hearsBoth({ manifest }: OutputObject): boolean {
  return manifest.root.at('data', 'dbspan.cnf').text?.includes(`${encrypted};${both}`) === true;
}

function imageOf({ manifest }: OutputObject): string {
  const containers = manifest.root.at('spec', 'template', 'spec', 'containers').items();
  return containers.find((each) => each.at('name').text === 'mariadb')?.at('image').text ?? '';
}

/** Votes come before others go, where nodes have room for all of them for a while. */
function orderArbitrator(
  object: AlteredObject,
  { arbitrator, policies = [], members }: Parts,
  change: ChangeSubject,
  order: Ordering,
  reach: Reach,
): void {
  if (!arbitrator || !hasRoom(object, change)) return;
  const [from, to] = [object.before, object.after].map(
    ({ manifest }) => manifest.root.at('spec', 'replicas').number ?? 1,
  );
  const { cluster, manifest } = object.after;
  const reason: Reason = {
    why: 'votes come before others go: of three members and an arbitrator one may crash, of two members none',
    waits: [groupSize(`${kubectl(reach.one(cluster))} -n ${manifest.namespace ?? 'default'}`, manifest.name)],
    source: 'codership/galera garb/garb_main.cpp',
  };
  if (arbitrator.kind === 'added' && (to ?? 1) < (from ?? 1)) {
    // Its policy comes with it: members that do not let it in do not count it.
    for (const first of [arbitrator, ...policies])
      for (const second of [object, ...(members ? [members] : [])]) order.before(first, second, reason);
  }
  if (arbitrator.kind === 'removed' && (to ?? 1) > (from ?? 1)) {
    for (const first of [object, ...(members ? [members] : [])])
      for (const second of [arbitrator, ...policies]) order.before(first, second, reason);
  }
}

/** Whether members and arbitrator of both sides fit together: each wants a node of its own, unless they may share. */
function hasRoom(object: AlteredObject, { plans }: ChangeSubject): boolean {
  const { cluster, manifest } = object.after;
  const database = plans
    .flatMap((plan) => databasesOf(plan, 'statefulset'))
    .find(
      ({ home, name, namespace }) =>
        home.name === cluster && name === manifest.name && namespace === manifest.namespace,
    );
  if (!database || database.spread.node === 'ScheduleAnyway') return true;
  const nodes = nodeCount(database.home.source);
  const before = object.before.manifest.root.at('spec', 'replicas').number ?? 1;
  return nodes === undefined || nodes > Math.max(before, database.replicas);
}
