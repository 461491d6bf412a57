import type { Goal } from './goal.js';
import { zoneName, zoneText } from './landscape.js';
import type { Landscape, Loss, Member, Outcome, SurvivalDatabase, Verdict } from './model.js';
import { groupProtocol } from './protocol.js';

/** What is lost, in words that fit after "lose" and "without": `the link between fra and ams`. */
export function lossWords(loss: Loss, landscape: Landscape): string {
  switch (loss.kind) {
    case 'node':
      return `a node of ${loss.cluster}`;
    case 'zone':
      return `the zone ${zoneWords(loss.zone, landscape)}`;
    case 'cluster':
      return loss.cluster;
    case 'region':
      return `the region ${loss.region}`;
    case 'link':
      return `the link between ${loss.between.join(' and ')}`;
    case 'split':
      return `the network between ${joined(loss.group)} and the others`;
    case 'hub':
      return `the control plane of ${landscape.hub ?? 'the hub'}`;
  }
}

/** `fra and a node of ams`. */
export function lossesWords(losses: readonly Loss[], landscape: Landscape): string {
  const two = losses.length === 2 && losses[0]?.kind === 'node' && losses[1]?.kind === 'node';
  if (
    two &&
    losses[0]?.kind === 'node' &&
    losses[1]?.kind === 'node' &&
    losses[0].cluster === losses[1].cluster
  )
    return `two nodes of ${losses[0].cluster}`;
  return joined(losses.map((loss) => lossWords(loss, landscape)));
}

/** The name of a zone where it stands for one only, else with what it is in; and the clusters that stand in it together. */
function zoneWords(id: string, landscape: Landscape): string {
  const name = zoneName(id);
  const alike = new Set<string>();
  const sharing: string[] = [];
  for (const cluster of landscape.clusters) {
    for (const zone of cluster.zones) {
      if (zone.name === name) alike.add(zone.id);
      if (zone.id === id) sharing.push(cluster.name);
    }
  }
  const text = alike.size > 1 ? zoneText(id, landscape) : name;
  if (sharing.length < 2) return text;
  const named = sharing.length > 3 ? `${sharing.length} clusters` : joined(sharing);
  return `${text} that ${named} share`;
}

/** Why writes go on or stop, in one short clause: `1 of 3 votes left, 2 needed`. */
export function outcomeWords({ reason, votes, writes, relayed }: Outcome): string {
  const { left, needed, total } = votes;
  const count = `${left} of ${total} ${total === 1 ? 'vote' : 'votes'} left`;
  switch (reason) {
    case 'untouched':
      return relayed ? 'all replicas go on, though not all reach each other directly' : 'no replica is hit';
    case 'majority':
      return total === 0 ? 'all replicas go on' : `${count}, ${needed} needed`;
    case 'tie':
      return `${count}: half is no majority`;
    case 'minority':
      return `${count}, ${needed} needed`;
    case 'none-left':
      return 'no replica is left';
    case 'no-data-left':
      return `${count}, but no replica with data is among them`;
    case 'no-common-view':
      return `${count}, but links between them are missing`;
    case 'standbys-missing':
      return `${count}, but no standby to wait for at commit`;
    case 'promoted':
      return writes === 'continue' ? 'the operator promotes a replica that is left' : 'no replica is left';
    case 'manual-failover':
      return 'a person must make another cluster the primary';
  }
}

/** `fra`, `fra and ams`, `fra, ams and par`. */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Who is left, by cluster: `orders-1 on ams`. */
export function membersWords(members: readonly Member[]): string {
  const byCluster = new Map<string, string[]>();
  for (const { name, cluster } of members) {
    const present = byCluster.get(cluster);
    if (present) present.push(name);
    else byCluster.set(cluster, [name]);
  }
  return [...byCluster].map(([cluster, names]) => `${joined(names)} on ${cluster}`).join(', ');
}

/** A verdict as people read it: `writes go on`. */
export function verdictWords(verdict: Verdict): string {
  const words = {
    'writes-go-on': 'writes go on',
    'control-plane-lost': 'control plane lost',
    'reads-only': 'reads only',
    blocked: 'blocked',
    'data-at-risk': 'data at risk',
  } as const satisfies Record<Verdict, string>;
  return words[verdict];
}

/** What a verdict means, in a legend. */
export function verdictMeaning(verdict: Verdict): string {
  const words = {
    'writes-go-on': 'the replicas that are left take writes',
    'control-plane-lost':
      'writes go on; the hub is gone, and nothing is repaired, scaled or moved until it is back',
    'reads-only': 'no writes; replicas that no longer follow still answer reads',
    blocked: 'neither writes nor reads: no majority is left, and replicas refuse queries',
    'data-at-risk': 'answered commits may be lost, or no copy of the data is left running',
  } as const satisfies Record<Verdict, string>;
  return words[verdict];
}

/** A verdict, and what becomes of writes where it leaves that open: `data at risk, writes stop`. */
export function fateWords({ verdict, writes }: Pick<Outcome, 'verdict' | 'writes'>): string {
  const words = verdictWords(verdict);
  return verdict === 'data-at-risk' ? `${words}, writes ${writes === 'continue' ? 'go on' : 'stop'}` : words;
}

/** The answer in one clause: the verdict, what becomes of writes where it does not say so, and why. */
export function answerWords(outcome: Outcome): string {
  const { verdict, writes } = outcome;
  const why = outcomeWords(outcome);
  switch (verdict) {
    case 'writes-go-on':
    case 'blocked':
      return `${verdictWords(verdict)}, ${why}`;
    case 'control-plane-lost':
    case 'data-at-risk':
      return `${verdictWords(verdict)}, writes ${writes === 'continue' ? 'go on' : 'stop'}: ${why}`;
    case 'reads-only':
      return `${verdictWords(verdict)}, writes stop: ${why}`;
  }
}

/** What becomes of reads, and why where they do not go on. */
export function readsWords({ protocol }: SurvivalDatabase, { reads, idle }: Outcome): string {
  const { kind } = groupProtocol(protocol);
  const runs = idle.some(({ data }) => data);
  if (reads === 'continue') return 'go on';
  if (reads === 'stale') {
    if (protocol.kind === 'clusters')
      return 'go on from the other clusters, where nothing newer arrives; what was not sent yet is missing';
    return kind === 'galera'
      ? 'go on where wsrep_dirty_reads allows it, and nothing newer arrives'
      : 'go on from standbys, where nothing newer arrives';
  }
  if (!runs) return 'stop: no replica is left';
  return kind === 'galera'
    ? 'stop too: replicas without a majority refuse queries (error 1047)'
    : 'stop too: warm standbys refuse queries';
}

/** What becomes of answered commits. The first words are the recovery point: `RPO 0`, `RPO above 0`. */
export function dataWords({ protocol }: SurvivalDatabase, outcome: Outcome): string {
  const { data, lost, idle, writes } = outcome;
  switch (data) {
    case 'safe': {
      if (lost.length === 0 && idle.length === 0) return 'RPO 0: no replica is lost';
      const group = groupProtocol(protocol);
      if (group.kind === 'galera') return 'RPO 0: what is left has every commit that was answered';
      if (group.kind === 'operator' && group.semiSynchronous)
        return 'RPO 0 as long as a replica confirmed in time: after its timeout MariaDB answers without one';
      return 'RPO 0: no commit that was answered is lost';
    }
    case 'unsent-commits':
      if (waitsForStandby(protocol))
        return writes === 'continue'
          ? 'RPO above 0: a commit waits for one standby, and may have been on that and the primary alone, which are both out'
          : 'RPO above 0 if another takes over: a commit waits for one standby, and may be on that and the primary alone, which are both out';
      return writes === 'continue'
        ? 'RPO above 0: replication is asynchronous, and commits that were answered and not yet sent may be lost'
        : 'RPO above 0 if another takes over: commits that were answered and not yet sent are only on what is out';
    case 'copies-lost':
      return `as safe as the volumes of ${membersWords(lost.filter((member) => member.data))}; without them as old as the last backup`;
  }
}

function waitsForStandby(protocol: SurvivalDatabase['protocol']): boolean {
  return protocol.kind === 'raft'
    ? protocol.synchronous > 0
    : protocol.kind === 'operator' && protocol.semiSynchronous;
}

/** What the hub's absence means; undefined when it looks after all that runs. */
export function hubWords(
  { controlPlane, unmanaged }: Outcome,
  { hub = 'the hub' }: Landscape,
): string | undefined {
  if (controlPlane === 'lost')
    return `lost with ${hub}: until it is back no pod is recreated elsewhere, nothing is scaled, no add-on is repaired and the operator does nothing; running pods and tunnels go on`;
  if (unmanaged.length === 0) return undefined;
  return `${hub} does not reach ${joined(unmanaged)}: replicas there run on, and nothing of them is repaired or scaled`;
}

/** What a goal asks for: `any one cluster`. */
export function goalWords(goal: Goal): string {
  const words = {
    none: 'nothing',
    node: 'any one node',
    zone: 'any one zone',
    cluster: 'any one cluster',
    'cluster+1': 'any one cluster and a node elsewhere',
  } as const satisfies Record<Goal, string>;
  return words[goal];
}
