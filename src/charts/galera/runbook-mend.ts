import { serverSocket } from '../../plan/index.js';
import { applyWave, code, command, type RunbookBlock, type RunbookStep } from '../runbook-step.js';
import {
  chosenCluster,
  claimOf,
  type Entry,
  inNamespace,
  memberSelector,
  ordinals,
} from './runbook-facts.js';

/** Everything a person may have to do after the first day. */
export function mend(entry: Entry): RunbookStep[] {
  return [
    waitingMembers(entry),
    ...(entry.database.replicas > 1 ? [lostMajority(entry)] : []),
    replaceVolume(entry),
    growVolumes(entry),
    roll(entry),
    remove(entry),
  ];
}

/** What start.sh says, and what it wants. */
const words: readonly (readonly [string, string])[] = [
  [
    '`wait: … waiting for`',
    'A member has not answered. Bring its pod up; nothing else helps, and nothing else is needed.',
  ],
  [
    '`FOREIGN`',
    'The volume has another history than the running cluster, as after a forced bootstrap. If the running cluster is the right one, empty this volume ("Replace a volume").',
  ],
  [
    '`AHEAD`',
    'The volume has commits that the running cluster lacks. If they may go, empty this volume. If not, stop clients, copy them out of it first (a pod of your own that mounts the claim).',
  ],
  [
    '`DIVERGED`',
    'No cluster runs, and volumes hold different histories. Choose the right one; empty the volumes of the others.',
  ],
  [
    '`SPLIT`',
    'Two clusters run under one name. Stop the wrong one by emptying its volumes, one after the other.',
  ],
  [
    '`UNCLUSTERED`',
    'The volume holds a database that was never in this cluster, as a restored copy. Empty it, or start the cluster from it: empty the others.',
  ],
  [
    '`POSITION UNKNOWN`',
    'InnoDB does not come up on this volume; the lines above say why. If another member has the data, empty this volume.',
  ],
  [
    '`does not know its position`',
    'Another member says `POSITION UNKNOWN`, and might be the most advanced. Look at its log.',
  ],
  [
    '`all hold a database that never was in a cluster`',
    'Two or more volumes were filled by hand. Keep one, empty the others.',
  ],
  [
    '`no member holds a complete copy`',
    'All copies were interrupted, which should not happen. Restore a backup.',
  ],
];

function waitingMembers(entry: Entry): RunbookStep {
  const { database, title } = entry;
  const chosen = chosenCluster(entry);
  const kube = inNamespace(chosen.cluster, database);
  return {
    phase: 'mending',
    title: `Members of ${title} that wait`,
    body: [
      {
        text: 'A member that finds no running cluster waits until all members have answered, and then the most advanced one starts it. A member that must not decide alone says `NEEDS A HUMAN`, stays alive and unready, and loses nothing meanwhile. What each knows, and what each waits for:',
      },
      {
        shell: [
          ...chosen.lines,
          `${kube} exec ${database.name}-0 -c census -- /scripts/census.sh members`,
          `${kube} logs -l ${memberSelector(database)} -c mariadb --prefix --tail=3`,
        ],
      },
      {
        text: [
          '| The log says | What to do |',
          '|---|---|',
          ...words.map(([said, act]) => `| ${said} | ${act} |`),
        ].join('\n'),
      },
    ],
  };
}

function lostMajority(entry: Entry): RunbookStep {
  const { database, title } = entry;
  const { name } = database;
  const chosen = chosenCluster(entry);
  const kube = inNamespace(chosen.cluster, database);
  return {
    phase: 'mending',
    title: `${title} lost more members than it can spare`,
    body: [
      {
        text: 'What is left answers no query (error 1047), and rightly so: the lost members may know more. In this order, and stop at the first that applies:',
      },
      {
        text: '1. **They come back.** Do nothing: half a minute after all have answered, the cluster is whole again.\n2. **Their nodes are gone, their volumes are not.** Kubernetes does not move pods of a StatefulSet off a node that only stopped answering. When the machine is surely off, delete the node; a pod that still hangs, delete by force:',
      },
      {
        shell: [
          ...chosen.lines,
          `${kube} delete pod ${name}-ORDINAL --force --grace-period=0 # once for each`,
        ],
      },
      {
        text: '3. **Their volumes are gone.** Delete the claims of the lost members, and their pods. They come up empty, all members answer, and the one with the most advanced data starts the cluster. What only the lost ones knew is lost:',
      },
      {
        shell: [
          ...chosen.lines,
          `${kube} delete pvc ${claimOf(database, 'ORDINAL')} --wait=false # once for each`,
          `${kube} delete pod ${name}-ORDINAL`,
        ],
      },
      ...(entry.clusters.length > 1 ? forceOnOne(entry) : forceThroughGit(entry)),
    ],
  };
}

const lastResort =
  '4. **They cannot even be started.** Start from one member without the word of the others. Take the one with the highest `seqno` (as above, under members that wait), and a token that was never used.';
const newHistory =
  'The log must say `BOOTSTRAP: forced`, and the pod must become ready. It has a new history: members that come back later are `FOREIGN` to it and wait, instead of being overwritten. Empty their volumes when nothing on them is needed ("Replace a volume").';
const ownDelete =
  'The controller replaces the highest member first and then waits for it in vain, so delete the chosen one yourself; it starts half a minute later, unless some member serves';

function forceThroughGit(entry: Entry): RunbookBlock[] {
  const { database } = entry;
  const { name, partition } = database;
  const chosen = chosenCluster(entry);
  const kube = inNamespace(chosen.cluster, database);
  const above = partition > 0 ? ` (\`partition: ${partition}\` must not be above its ordinal)` : '';
  return [
    { text: `${lastResort} Write both into the topology:` },
    { expect: 'statefulset:\n  forceBootstrap: { ordinal: ORDINAL, token: WORD-NEVER-USED }' },
    { text: `\`dbspan synth\`, commit, apply. ${ownDelete}${above}:` },
    {
      shell: [
        ...chosen.lines,
        applyWave(chosen.cluster, '70-database'),
        `${kube} delete pod ${name}-ORDINAL`,
        `${kube} logs -f ${name}-ORDINAL -c mariadb`,
      ],
    },
    {
      text: `${newHistory} Then take \`forceBootstrap\` out of the topology, and commit and apply a second time; a token works once, but it has no business in Git.`,
    },
  ];
}

/** On one of several clusters: in the topology the token would lie in wait on all the others, until one of them is down. */
function forceOnOne(entry: Entry): RunbookBlock[] {
  const { database } = entry;
  const { name } = database;
  const chosen = chosenCluster(entry);
  const kube = inNamespace(chosen.cluster, database);
  const set = `${kube} set env statefulset/${name} -c mariadb`;
  return [
    {
      text: `${lastResort} Not through the topology: it would hand the token to every cluster, where it would wait for the next outage. (Suspend a GitOps controller for this one meanwhile.) ${ownDelete}:`,
    },
    {
      shell: [
        ...chosen.lines,
        `${set} FORCE_BOOTSTRAP=ORDINAL:WORD-NEVER-USED`,
        `${kube} delete pod ${name}-ORDINAL`,
        `${kube} logs -f ${name}-ORDINAL -c mariadb`,
      ],
    },
    { text: `${newHistory} Then take the token away:` },
    { shell: [...chosen.lines, `${set} FORCE_BOOTSTRAP-`] },
  ];
}

function replaceVolume(entry: Entry): RunbookStep {
  const { database, title } = entry;
  const { name, probes } = database;
  const chosen = chosenCluster(entry);
  const kube = inNamespace(chosen.cluster, database);
  const minutes = Math.ceil((probes.startup.periodSeconds * probes.startup.failureThreshold) / 60);
  return {
    phase: 'mending',
    title: `Replace a volume of ${title}`,
    body: [
      {
        text: 'For a broken disk, another file system or storage class, or data that shall go. One member at a time, and only while all others are ready: the member copies everything from one of them. The volume is deleted with its data, if the class says `Delete`.',
      },
      {
        shell: [...chosen.lines, `${kube} get pods -l ${memberSelector(database)}`],
      },
      { text: 'All the others are ready? Then:' },
      {
        shell: [
          ...chosen.lines,
          'member=ORDINAL',
          `${kube} delete pvc "${claimOf(database, '$member')}" --wait=false`,
          `${kube} delete pod "${name}-$member"`,
          `${kube} rollout status statefulset/${name} --timeout=${minutes}m`,
        ],
      },
      {
        text: 'A new class in the topology reaches only volumes that are made after it, and a live StatefulSet refuses it: apply it as under "Grow the volumes", without the patch, and then replace one volume after the other.',
      },
    ],
  };
}

function growVolumes(entry: Entry): RunbookStep {
  const { database, title } = entry;
  const { name, storageSize } = database;
  const chosen = chosenCluster(entry);
  const kube = inNamespace(chosen.cluster, database);
  return {
    phase: 'mending',
    title: `Grow the volumes of ${title}`,
    body: [
      {
        text: `They have ${code(storageSize)} now. Change \`storage.size\` in the topology, \`dbspan synth\`, commit; set SIZE to what the topology says. A live StatefulSet refuses another size, so after the claims its object is deleted without its pods, which go on serving, and made anew. The class must allow expansion.`,
      },
      {
        shell: [
          ...chosen.lines,
          'SIZE= # as storage.size says',
          `for member in ${ordinals(database)}; do`,
          `  ${command(
            `${kube} patch pvc "${claimOf(database, '$member')}" --type=merge`,
            `-p '{"spec":{"resources":{"requests":{"storage":"'"\${SIZE:?}"'"}}}}'`,
          ).replaceAll('\n', '\n  ')}`,
          'done',
        ],
      },
      { text: 'Every claim must say `patched`. Then:' },
      {
        shell: [
          ...chosen.lines,
          `${kube} delete statefulset ${name} --cascade=orphan`,
          applyWave(chosen.cluster, '70-database'),
          `${kube} get pvc -l ${memberSelector(database)}`,
        ],
      },
      {
        text: 'CAPACITY follows within minutes; a claim that says `FileSystemResizePending` grows when its pod is replaced. Sizes that dbspan derives from the volume change with it, so the members are then replaced one by one. Volumes never shrink.',
      },
    ],
  };
}

function roll(entry: Entry): RunbookStep {
  const { database, title } = entry;
  const { name, replicas } = database;
  const chosen = chosenCluster(entry);
  const kube = inNamespace(chosen.cluster, database);
  return {
    phase: 'mending',
    title: `Change ${title} while it runs`,
    body: [
      {
        text: `A new image, size or option replaces the members one by one, the highest first; each must be ready before the next goes, and comes back by the write sets it missed. Clients see a lost connection, and must connect again. The rules:\n\n- One thing in a commit: never an image together with \`storage\`, \`replicas\` or \`forceBootstrap\`.\n- One release series at a time (10.11, then 11.4, then 11.8), and a backup before. Try it on one: \`statefulset.partition: ${replicas - 1}\` replaces only the last member; take it out to go on.\n- Never while a member is not ready.`,
      },
      { shell: [...chosen.lines, `${kube} rollout status statefulset/${name} --timeout=60m`] },
      {
        text: 'A member that does not come up stops the update, and the others go on serving. Take the commit back, apply, and delete the pod that hangs: the controller does not replace it by itself. After a new release series, once all members run it:',
      },
      {
        shell: [
          ...chosen.lines,
          `for member in ${ordinals(database)}; do`,
          `  ${command(
            `${kube} exec "${name}-$member" -c mariadb --`,
            `sh -c 'MYSQL_PWD="$(cat "$MARIADB_ROOT_PASSWORD_FILE")" mariadb-upgrade --no-defaults -uroot -S ${serverSocket}'`,
          ).replaceAll('\n', '\n  ')}`,
          'done',
        ],
      },
      {
        text: `More members: change \`replicas\`, commit, apply; nobody is restarted, and each new one copies the data. Keep their number odd, or have an arbitrator. Fewer: the highest go; afterwards \`kubectl rollout restart statefulset ${name}\` tells the others that the number is smaller, and the claims of those that left can be deleted.`,
      },
    ],
  };
}

function remove(entry: Entry): RunbookStep {
  const { database, title } = entry;
  const { name } = database;
  const chosen = chosenCluster(entry);
  const kube = inNamespace(chosen.cluster, database);
  const instance = `app.kubernetes.io/instance=${name},app.kubernetes.io/managed-by=dbspan`;
  const optional = [
    ...(database.arbitrator ? ['deployment'] : []),
    ...(database.metrics?.serviceMonitor ? ['servicemonitor'] : []),
  ];
  const kinds = [
    'statefulset',
    ...optional,
    'service',
    'networkpolicy',
    'poddisruptionbudget',
    'configmap',
    'serviceaccount',
  ];
  return {
    phase: 'removal',
    title: `Remove ${title}`,
    body: [
      {
        text: 'Take it out of the topology first, so that no GitOps controller makes it again. The volumes stay until you delete their claims, which is the step that cannot be undone; the Secrets are yours.',
      },
      { shell: [...chosen.lines, `${kube} delete ${kinds.join(',')} -l ${instance}`] },
      { text: 'And, when nobody needs the data any more:' },
      { shell: [...chosen.lines, `${kube} delete pvc -l ${memberSelector(database)}`] },
    ],
  };
}
