import type { Fact } from './fact.js';

const sheet = 'sizing';

/** What distance means for commits, timers, copies and traffic. */
export const survivalTimesFacts: readonly Fact[] = [
  {
    sheet,
    id: 'links commits',
    fact: 'a commit of Galera takes the round trip to the farthest member at least, a synchronous one of Postgres that to the nearest standby',
    covered: ['survival/commit-latency', 'survival/commits-slower'],
  },
  {
    sheet,
    id: 'links one row',
    fact: 'a row that several clusters change is changed no more often than one connection commits',
    covered: ['survival/commit-latency'],
  },
  {
    sheet,
    id: 'links timers',
    fact: 'periods and timeouts of the group exceed the longest round trip',
    covered: ['survival/timers', 'survival/timers-tight'],
  },
  {
    sheet,
    id: 'links join',
    fact: 'a join that is sent again before its answer can be there adds traffic and nothing else',
    covered: ['survival/timers-tight'],
  },
  {
    sheet,
    id: 'links detection',
    fact: 'a member that falls silent is given up after the suspect timeout, 5 s when nothing is said, 5.4 to 6.6 s measured; commits wait meanwhile',
    covered: 'no rule: `dbspan whatif` tells the time, read from the options that the replicas are given',
  },
  {
    sheet,
    id: 'links leave',
    fact: 'a member that is stopped in order is told at once and costs no wait',
    covered: 'no rule: `dbspan whatif` judges both manners of a loss',
  },
  {
    sheet,
    id: 'links election',
    fact: 'a Postgres elects after period times electionTick to twice of that',
    covered: ['kubedb/leader-election-round-trip'],
  },
  {
    sheet,
    id: 'links promotion',
    fact: 'mariadb-operator promotes another replica when the primary is not ready, without a further delay',
    covered: 'no rule: `dbspan whatif` tells the time, which is that of the readiness probe',
  },
  {
    sheet,
    id: 'links day',
    fact: 'traffic a day is what is written, for every replica in another cluster on its own; with a segment for each cluster once for each',
    covered:
      'no rule: `dbspan whatif` tells both figures; segments cannot differ by cluster, as config/galera-values says',
  },
  {
    sheet,
    id: 'links arbitrator',
    fact: 'an arbitrator is sent all write sets, so that its link counts',
    covered: 'impossible by construction: the one of a StatefulSet is on the cluster of its replicas',
  },
  {
    sheet,
    id: 'links near donor',
    fact: 'a replica may copy from one of its own cluster or from afar',
    covered: 'no rule: `dbspan whatif` tells both times; the rules count with the copy from afar',
  },
];
