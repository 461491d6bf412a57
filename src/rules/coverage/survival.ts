import type { Fact } from './fact.js';

const sheet = 'survival';
const model = 'src/survival/judge.ts';

/** What a database survives: quorum, replication, the hub, and what is promised of them. */
export const survivalFacts: readonly Fact[] = [
  {
    sheet,
    id: 'galera majority',
    fact: 'the primary component is a strict majority of the weight of the one before',
    covered: ['survival/goal', 'survival/cluster-loss'],
  },
  {
    sheet,
    id: 'galera graceful',
    fact: 'a member that leaves in order is taken off the total first, a crashed one is not',
    covered: `the model: ${model} judges a crash and a leave apart; the rules ask for a crash, whatif for either`,
  },
  {
    sheet,
    id: 'galera tie',
    fact: 'an even split is non-primary on both sides',
    covered: ['kubedb/replicas', 'provider/even-votes'],
  },
  {
    sheet,
    id: 'galera weights',
    fact: 'a member weighs 1 unless pc.weight says otherwise, 0 to 255; an arbitrator weighs 1 and holds no data',
    covered: `the model: src/plan/survival.ts reads pc.weight from the options that are written, and ${model} counts it; an arbitrator is a member without data`,
  },
  {
    sheet,
    id: 'galera detection',
    fact: 'a crashed member is evicted after the suspect timeout, 5 s by default and 15 s on links; commits wait meanwhile',
    covered:
      'a time, no verdict: src/sizing/galera.ts writes the timers, and whatif tells how long commits wait',
  },
  {
    sheet,
    id: 'galera timers',
    fact: 'keepalive < suspect < inactive, install <= inactive, all above the largest round trip',
    covered: ['config/galera-values'],
  },
  {
    sheet,
    id: 'galera arbitrator link',
    fact: 'an arbitrator receives all that is replicated, so its link counts',
    covered:
      'impossible by construction: only a StatefulSet can have one, in a zone of its own cluster, and no link is between',
  },
  {
    sheet,
    id: 'galera arbitrator place',
    fact: 'an arbitrator changes nothing unless it stands on a third site',
    covered: ['provider/zone-majority', 'survival/goal'],
  },
  {
    sheet,
    id: 'galera segments',
    fact: 'with a segment for each site a write set crosses the link once for each of them',
    covered:
      'a matter of traffic, no verdict: neither operator can set a segment for one cluster, and a StatefulSet is on one',
  },
  {
    sheet,
    id: 'galera options per cluster',
    fact: 'KubeDB and mariadb-operator cannot give one replica options of its own, so neither weights nor segments',
    covered:
      'impossible by construction: src/rules/survival/remedy.ts proposes weights to nobody, and an arbitrator to StatefulSets only',
  },
  {
    sheet,
    id: 'galera reads',
    fact: 'non-primary members answer a ping and refuse queries, reads too, unless dirty reads are allowed',
    covered: `the model: ${model} tells reads from writes, with wsrep_dirty_reads as it is configured`,
  },
  {
    sheet,
    id: 'galera all lost',
    fact: 'when all members are lost at once it returns by itself only if all of the last view come back',
    covered:
      'a state of the live system: the runbook of the provider has the steps, and whatif names the case',
  },
  ...(
    [
      [
        '2+1 large',
        'of 2+1, the loss of the site with 2 stops writes',
        ['survival/cluster-loss', 'survival/goal'],
      ],
      ['2+1 small', 'of 2+1, the loss of the site with 1 does not', ['survival/expectation']],
      ['3+2', 'of 3+2, the loss of the site with 3 stops writes', ['survival/cluster-loss', 'survival/goal']],
      ['2+2', 'of 2+2, the loss of either stops writes', ['kubedb/replicas', 'provider/even-votes']],
      ['1+1 crash', 'of 1+1, the crash of one stops writes', ['kubedb/replicas', 'provider/even-votes']],
      [
        '1+1 graceful',
        'of 1+1, one that leaves in order does not stop the other',
        `the model: ${model}, for whatif; the number itself is refused`,
      ],
      ['1+1+1', 'of 1+1+1, the loss of any one is survived', ['survival/goal']],
      [
        '1+1+arbitrator',
        'of 1+1 and an arbitrator, the loss of any one is survived',
        ['survival/goal', 'provider/zone-majority'],
      ],
      [
        '2+1+arbitrator',
        'of 2+1 and an arbitrator, the loss of the site with 2 is a tie: the arbitrator alone repairs nothing',
        ['provider/even-votes'],
      ],
      [
        '2+1 weight+arbitrator',
        'of 2+1 with weight 2 and an arbitrator, the loss of any one is survived',
        `the model: ${model}; no provider can give one replica a weight of its own`,
      ],
      ['2+2+1', 'of 2+2+1, or 2+2 and an arbitrator, the loss of any one is survived', ['survival/goal']],
      [
        '2+2+1 two',
        'of 2+2+1, the loss of a site with 2 and of the one with 1 stops writes',
        ['survival/expectation'],
      ],
      [
        '2+1 weights 1,1,3',
        'of 2+1 with weights 1, 1 and 3, the loss of the third stops the other two',
        `the model: ${model}; no provider can give one replica a weight of its own`,
      ],
    ] as const
  ).map(([id, fact, covered]): Fact => ({ sheet, id: `galera ${id}`, fact, covered })),
  {
    sheet,
    id: 'galera two sites',
    fact: 'two sites can never survive the loss of either, whatever the weights',
    covered: ['survival/goal'],
  },
  {
    sheet,
    id: 'galera order',
    fact: 'ordinals in turns over the clusters keep every odd number of replicas survivable, cluster by cluster they do not',
    covered: ['survival/scale-down', 'survival/no-longer-survived'],
  },
  {
    sheet,
    id: 'galera append',
    fact: 'from 0,2 and 1 that run, 3 on the other and 4 on a third cluster is the way; 4 replicas on the way are a trap',
    covered: ['survival/cluster-loss', 'survival/goal'],
  },
  {
    sheet,
    id: 'postgres majority',
    fact: 'the coordinators elect by Raft: a strict majority of the members, without weights',
    covered: ['survival/goal', 'survival/cluster-loss'],
  },
  {
    sheet,
    id: 'postgres even',
    fact: 'an even number brings an arbiter that is mishandled when distributed',
    covered: ['kubedb/replicas'],
  },
  {
    sheet,
    id: 'postgres asynchronous',
    fact: 'replication is asynchronous when nothing is said: a failover can lose commits that were not streamed',
    covered: ['survival/commits-at-risk', 'survival/data-newly-at-risk'],
  },
  {
    sheet,
    id: 'postgres synchronous',
    fact: 'with synchronous replication writes stop when too few standbys are left, although a leader is there',
    covered: ['survival/goal', 'survival/expectation'],
  },
  {
    sheet,
    id: 'postgres reads',
    fact: 'without a majority there is no leader; standbys may still answer reads',
    covered: `the model: ${model} tells reads from writes, by standbyMode`,
  },
  {
    sheet,
    id: 'postgres election',
    fact: 'period times electionTick is well above the largest round trip',
    covered: ['kubedb/leader-election-round-trip', 'kubedb/leader-election-partial'],
  },
  {
    sheet,
    id: 'hub one cluster',
    fact: 'the OCM hub, the KubeSlice controller and the KubeDB operator stand on one cluster',
    covered: ['survival/cluster-loss'],
  },
  {
    sheet,
    id: 'hub lost',
    fact: 'without the hub pods go on and nothing reconciles: no pod is made elsewhere, nothing is scaled or repaired',
    covered: ['survival/expectation', 'survival/expectation-removed'],
  },
  {
    sheet,
    id: 'hub eviction',
    fact: 'when ManifestWorks vanish or the hub’s URL changes, members evict what they own after 60 minutes unless the period is set',
    covered: ['ocm/eviction'],
  },
  {
    sheet,
    id: 'hub tunnels',
    fact: 'the tunnels stay up; the cluster of a pair that is listed first is the VPN’s server',
    covered: 'a live state: nothing in a topology changes it; whatif says that the tunnels stay',
  },
  {
    sheet,
    id: 'link transfer',
    fact: 'at 5,120 kbit/s a GiB takes 28 minutes, and 64 MiB of gcache last 105 s',
    covered: ['slice/ceiling-low', 'sizing/transfer-long', 'sizing/transfer-outgrows-gcache'],
  },
  {
    sheet,
    id: 'link ceiling',
    fact: 'the ceiling of a slice holds for all its traffic between clusters together',
    covered: ['sizing/link-writes', 'sizing/link-busier'],
  },
  {
    sheet,
    id: 'link latency',
    fact: 'a synchronous commit takes at least the round trip to the farthest member that total order needs',
    covered: 'a time, no verdict: the runbook and whatif tell it from the links',
  },
  {
    sheet,
    id: 'others goals',
    fact: 'CockroachDB takes a goal in one line and refuses what cannot keep it',
    covered: ['survival/goal', 'survival/goal-lowered'],
  },
  {
    sheet,
    id: 'others cuts',
    fact: 'fbas_analyzer gives the smallest sets of losses that stop progress; Vertica and RabbitMQ name critical nodes',
    covered: ['survival/goal'],
  },
];
