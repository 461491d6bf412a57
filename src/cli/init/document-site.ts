import type { SiteChoices, SiteProvider } from './answers.js';
import { scalar } from './scalar.js';

/** The newest patch of the newest long-term release of MariaDB. */
const image = 'mariadb:11.8.8';

/** What follows the head in the file of a program whose database lives on one cluster, or on each of a fleet. */
export function siteParts(choices: SiteChoices): string[][] {
  return [cluster(choices), database(choices)];
}

function cluster({ cluster, fleet, distribution, storageClass }: SiteChoices): string[] {
  const lines =
    fleet === undefined
      ? [
          '# The database lives on this cluster alone. A fleet of such clusters is one entry as well: dbspan explain clusters.fleet',
          'clusters:',
          `  - name: ${scalar(cluster)} # its folder in the output, and its context for kubectl`,
        ]
      : [
          '# One entry for all clusters of the fleet. Each has a folder in the output, and a database that knows nothing of the others.',
          'clusters:',
          `  - name: ${scalar(cluster)} # stands for all of them below`,
          `    fleet: ${scalar(fleet)} # what they are called; the contexts for kubectl are called the same`,
        ];
  return [
    ...lines,
    `    distribution: ${distribution}`,
    storageClass === undefined
      ? '    # storageClass: fast # left out, the volumes are of the default class of the cluster'
      : `    storageClass: ${scalar(storageClass)} # of the volumes; it is final once they are there`,
    '    # With its nodes and zones given, dbspan checks that the replicas find room and outlive the loss of one.',
    '    # nodes: 3',
    '    # zones: [fra-a, fra-b, fra-c]',
  ];
}

function database(choices: SiteChoices): string[] {
  const { provider, database, namespace, replicas, size, memory } = choices;
  return [
    'databases:',
    `  - name: ${scalar(database)}`,
    `    namespace: ${scalar(namespace)}`,
    `    provider: ${provider} # ${explanations[provider]}`,
    '    engine: mariadb',
    `    image: ${image} # the patch too: a tag that moves restarts servers into another version`,
    ...placement(choices),
    ...password(choices),
    '    storage:',
    `      size: ${size} # of each replica; it can grow, never shrink`,
    ...(replicas === 1
      ? ['      # wearSaving: true # for SD cards: a loss of power may take the commits of the last second']
      : []),
    '    resources:',
    `      memory: ${memory} # of the server of each replica: request and limit; caches and connections are sized to fit`,
    '    # How clients outside of the cluster come in; left out, only those inside do.',
    '    # service:',
    '    #   exposure: internal-load-balancer',
    '    #   allowFrom: [10.20.0.0/16]',
    ...account(choices),
  ];
}

const explanations: Readonly<Record<SiteProvider, string>> = {
  'mariadb-operator': 'RUNBOOK.md installs it',
  statefulset: 'needs nothing installed',
};

function placement({ cluster, fleet, replicas }: SiteChoices): string[] {
  const where = fleet === undefined ? '' : ', on each cluster of the fleet';
  return [
    '    placement:',
    `      - cluster: ${scalar(cluster)}`,
    `        replicas: ${replicas} # ${
      replicas === 1
        ? `one server${where}; 3 make a Galera cluster, which outlives the loss of any one`
        : `a Galera cluster${where}, each replica on a node of its own; an odd number, so that a majority outlives the loss of one`
    }`,
  ];
}

function password({ provider, namespace, database, rootPasswordSecret }: SiteChoices): string[] {
  const key = '      key: password';
  if (rootPasswordSecret !== undefined) {
    return [
      `    # A Secret of yours in the namespace ${namespace}: dbspan refers to it and never writes one. RUNBOOK.md makes it.`,
      '    rootPasswordSecret:',
      `      name: ${scalar(rootPasswordSecret)}`,
      key,
    ];
  }
  return [
    `    # A Secret of yours in the namespace ${namespace}; left out, ${provider} makes up a password.`,
    '    # rootPasswordSecret:',
    `    #   name: ${scalar(`${database}-root`)}`,
    '    #   key: password',
  ];
}

/** An account for the application, which should not be the administrator. */
function account({ provider, database }: SiteChoices): string[] {
  const secret = `{ name: ${database}-app, key: password }`;
  if (provider === 'statefulset') {
    return [
      '    # An account for the application with a database of its own; made at the very first start, and never again.',
      '    # statefulset:',
      '    #   initialUser:',
      '    #     name: app',
      '    #     database: app',
      `    #     passwordSecret: ${secret}`,
    ];
  }
  return [
    '    # Databases, accounts and backups that the operator makes; see also: dbspan explain databases.mariadbOperator',
    '    # mariadbOperator:',
    '    #   databases:',
    '    #     - name: app',
    '    #   users:',
    '    #     - name: app',
    `    #       passwordSecret: ${secret}`,
    '    #       grants:',
    '    #         - { database: app, privileges: [ALL PRIVILEGES] }',
  ];
}
