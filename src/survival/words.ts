import type { Landscape, Loss, Member, Outcome } from './model.js';

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

/** The name of a zone where it stands for one only, else its id. */
function zoneWords(id: string, { clusters }: Landscape): string {
  const name = id.slice(id.indexOf('/') + 1);
  const alike = new Set(
    clusters.flatMap(({ zones }) => zones.filter((zone) => zone.name === name)).map((zone) => zone.id),
  );
  return alike.size > 1 ? id : name;
}

/** Why writes go on or stop, in one short clause: `1 of 3 votes left, 2 needed`. */
export function outcomeWords({ reason, votes, writes, relayed }: Outcome): string {
  const { left, needed, total } = votes;
  const count = `${left} of ${total} ${total === 1 ? 'vote' : 'votes'} left`;
  switch (reason) {
    case 'untouched':
      return relayed ? 'all replicas go on, some reach each other through others' : 'nothing of it is hit';
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
