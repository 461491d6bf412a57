import type { Fact } from './fact.js';

const sheet = 'sizing';

/** What is about times: gcache, timers, links, probes. */
export const sizingTimesFacts: readonly Fact[] = [
  {
    sheet,
    id: '§1.2 gcache size',
    fact: 'gcache holds 1.25 times what is written during the longest absence, with 32 bytes for each write set',
    covered:
      'impossible by construction: gcache.size is computed from rideOut and writeRate; a test holds it against the window',
  },
  {
    sheet,
    id: '§1.2 gcache least',
    fact: 'gcache is never chosen below 128 MiB',
    covered: 'impossible by construction: the least that is chosen; a size that is asked for stands',
  },
  {
    sheet,
    id: '§1.2 gcache recover',
    fact: 'gcache.recover keeps the cache over a restart',
    covered: 'impossible by construction: written in guaranteed mode, and the default otherwise',
  },
  {
    sheet,
    id: '§1.2 flow control zero',
    fact: 'gcs.fc_limit of 0 stops writes, gcs.recv_q_hard_limit aborts the member',
    covered: ['config/galera-values'],
  },
  {
    sheet,
    id: '§4.5 ring',
    fact: 'the ring holds 98.2 to 98.6 % of gcache.size: 24 bytes for each write set beside its own',
    covered: 'impossible by construction: 32 bytes are counted',
  },
  {
    sheet,
    id: '§4.5 boundary',
    fact: 'above the window a replica takes a full copy',
    covered: ['sizing/window-short', 'sizing/transfer-outgrows-gcache'],
  },
  {
    sheet,
    id: '§4.5 donor',
    fact: 'the window is the smallest gcache of those that are left',
    covered: 'impossible by construction: all replicas have one configuration',
  },
  {
    sheet,
    id: '§4.5 small write sets',
    fact: 'small write sets have more overhead, so transactions count and not bytes alone',
    covered:
      'a rate of transactions is not in the language; sizing counts with write sets of 2 KiB, and the reserve of a quarter covers those of 200 bytes',
  },
  {
    sheet,
    id: '§4.5 crash',
    fact: 'after kill -9 the cache of the joiner is recovered too',
    covered: 'a state of the live system: nothing in the files decides it',
  },
  {
    sheet,
    id: '§4.6 WAN timers',
    fact: 'the timers for links between clusters were accepted and tried together',
    covered:
      'impossible by construction: written for every Galera over several clusters in guaranteed mode, longer above 150 ms',
  },
  {
    sheet,
    id: '§4.6 order',
    fact: 'keepalive < suspect < inactive, install <= inactive, user_send_window <= send_window',
    covered: ['config/galera-options', 'config/galera-values'],
  },
  {
    sheet,
    id: '§4.6 segments',
    fact: 'segments for each site keep copies of a write set off the links',
    covered: ['config/galera-values', 'sizing/link-writes', 'sizing/link-writes-target'],
  },
  {
    sheet,
    id: '§6 evs defaults',
    fact: 'defaults of the evs timers',
    covered: ['config/galera-options', 'config/galera-values'],
  },
  {
    sheet,
    id: '§6 gcs defaults',
    fact: 'defaults of flow control',
    covered: ['config/galera-values'],
  },
  {
    sheet,
    id: '§6 gcache defaults',
    fact: 'gcache.size and page_size are 128M, recover is on',
    covered: 'impossible by construction: the arithmetic counts with 128M where nothing is written',
  },
  {
    sheet,
    id: '§6 pc defaults',
    fact: 'pc.recovery, pc.weight and the waits of the primary component',
    covered: ['config/galera-values'],
  },
  {
    sheet,
    id: '§6 operator probes',
    fact: 'mariadb-operator waits 20 s and probes every 10 s, three times',
    covered: ['sizing/start-up-probes'],
  },
  {
    sheet,
    id: '§6 donor',
    fact: 'KubeDB lets any member be the donor, near or far',
    covered: ['sizing/transfer-long', 'sizing/transfer-outgrows-gcache'],
  },
  {
    sheet,
    id: '§7 startup',
    fact: 'a start takes 60 s, the replay of its log and a full copy at 30 MB/s, on solid-state disks at 100 MB/s',
    covered: ['sizing/start-up-probes'],
  },
  {
    sheet,
    id: '§7 startup least',
    fact: 'a startup probe of 40 times 15 s at least',
    covered: 'impossible by construction: the probe that a finding names is never shorter',
  },
  {
    sheet,
    id: '§7 startup wait',
    fact: 'a full copy has a fixed wait of 10 s',
    covered: 'within the 60 s that every start is given',
  },
  {
    sheet,
    id: '§7 startup Postgres',
    fact: 'a standby of KubeDB copies all data in the container of the server, before it starts',
    covered: ['sizing/start-up-probes'],
  },
  {
    sheet,
    id: '§7 liveness',
    fact: 'liveness asks for the process alone, and waits for donors and slow disks',
    covered: ['sizing/start-up-probes'],
  },
  {
    sheet,
    id: '§7 readiness',
    fact: 'readiness asks wsrep_ready and the state of the member',
    covered: 'the operator of each provider has its own check; its numbers alone can be set',
  },
  {
    sheet,
    id: '§7 grace',
    fact: 'a stop flushes the dirty pool: 120 s, above 4 GiB 600 s, for Postgres 180 s',
    covered:
      "not written: KubeDB's scripts start the server as a child of a shell that hands no signal on, so a longer wait may do no more than make every stop longer; it is to be tried on a cluster first",
  },
  {
    sheet,
    id: '§7 kill',
    fact: 'a kill of one of two equal members stops the other',
    covered: ['kubedb/replicas'],
  },
  {
    sheet,
    id: 'links writes',
    fact: 'every replica in another cluster is sent each write set on its own',
    covered: ['sizing/link-writes', 'sizing/link-writes-target'],
  },
  {
    sheet,
    id: 'links ceiling',
    fact: 'the ceiling of a slice is the rate of all it sends',
    covered: ['slice/ceiling-low', 'sizing/link-writes', 'sizing/link-writes-target', 'sizing/transfer-long'],
  },
  {
    sheet,
    id: 'links catch-up',
    fact: 'what was missed during an absence is sent beside the writes',
    covered: ['sizing/link-writes', 'sizing/link-writes-target'],
  },
  {
    sheet,
    id: 'links copy',
    fact: 'a replica that lost its volume copies all data',
    covered: ['sizing/transfer-long'],
  },
  {
    sheet,
    id: 'links WAL',
    fact: 'a standby that was away longer than the WAL is kept for copies all data',
    covered: 'not checked yet: the language has no write rate for Postgres',
  },
];
