import { change, goodTopology } from './testing.js';

/** A piece of a topology and what stands in its place. */
export type TopologyEdit = readonly [from: string, to: string];

/** The good topology with its one database otherwise. */
export function edited(edits: readonly TopologyEdit[]): string {
  return edits.reduce((text, [from, to]) => change(text, from, to), goodTopology);
}

/** One more field of the database. */
export function more(field: string): TopologyEdit {
  return ['    survive: none\n', `    survive: none\n    ${field}\n`];
}

export const postgres: readonly TopologyEdit[] = [
  ['engine: mariadb', 'engine: postgres'],
  ['"11.8.5"', '17.9-bookworm'],
];

/** The database as a MariaDB, or a Postgres, of a version. */
export function mariadbOf(version: string): TopologyEdit[] {
  return [['"11.8.5"', `"${version}"`]];
}

export function postgresOf(version: string): TopologyEdit[] {
  return [
    ['engine: mariadb', 'engine: postgres'],
    ['"11.8.5"', `"${version}"`],
  ];
}

/** Five replicas in place of three. */
export const five: readonly TopologyEdit[] = [
  ['[0, 2]', '[0, 2, 4]'],
  ['replicas: [1]', 'replicas: [1, 3]'],
];

/** A class on both clusters. */
export const classes: readonly TopologyEdit[] = [
  ['10.43.0.100\n', '10.43.0.100\n    storageClass: longhorn\n'],
  ['10.43.0.101\n', '10.43.0.101\n    storageClass: longhorn\n'],
];

/** One cluster without a slice, and so many replicas. */
export function alone(replicas: number): TopologyEdit[] {
  return [
    [
      '    hub: true\n    distribution: k3s\n    apiServer: https://10.2.0.56:6443\n',
      '    distribution: other\n',
    ],
    ['    networkInterface: eth0\n    kubesliceDNS: 10.43.0.100\n', '    storageClass: longhorn\n'],
    ['  - name: ams\n    distribution: k3s\n    networkInterface: eth0\n    kubesliceDNS: 10.43.0.101\n', ''],
    ['slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''],
    [
      '      - cluster: fra\n        replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]\n',
      `      - cluster: fra\n        replicas: ${replicas}\n`,
    ],
  ];
}

export function releaseOf(kubedb: string): TopologyEdit[] {
  return [['slice:\n', `releases: { kubedb: ${kubedb} }\nslice:\n`]];
}
