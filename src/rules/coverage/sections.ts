import type { Fact } from './fact.js';

/** A part of the table of facts: the ids that begin with its mark, and what they are about. */
export interface Section {
  /** What the ids of its facts begin with: `§2` of `§2 Project dot`, `M` of `M6`. */
  readonly mark: string;
  readonly title: string;
}

/** The parts of the table, in its order. */
export const sections: Readonly<Record<Fact['sheet'], readonly Section[]>> = {
  kubeslice: [
    { mark: '§0', title: 'What its releases lack' },
    { mark: '§1', title: 'Fields' },
    { mark: '§2', title: 'Webhooks that refuse' },
    { mark: '§3', title: 'Webhooks that fill in' },
    { mark: '§4', title: 'Names, lengths and subnets made of others' },
    { mark: '§5', title: 'DNS, nodes, ports, Helm, the add-on' },
    { mark: '§6', title: 'Known failures' },
    { mark: '§7', title: 'Order' },
  ],
  ocm: [
    { mark: '§0', title: 'Releases' },
    { mark: '§A', title: 'Objects' },
    { mark: '§B', title: 'clusteradm' },
    { mark: '§C', title: 'DNS by ManifestWork, on each distribution' },
    { mark: '§D', title: 'Feature gates' },
    { mark: '§E', title: 'What a set of clusters needs, in one list' },
  ],
  kubedb: [
    { mark: '§0', title: 'What goes wrong most' },
    { mark: '§1', title: 'Fields' },
    { mark: 'M', title: 'The webhook of MariaDB' },
    { mark: 'G', title: 'The webhook of Postgres' },
    { mark: '§2', title: 'What the webhooks do besides' },
    { mark: '§3', title: 'Placement' },
    { mark: '§4', title: 'Names, lengths and configuration files' },
    { mark: 'options', title: 'Options of the servers' },
    { mark: '§5', title: 'Versions and releases' },
    { mark: '§6', title: 'Requests, autoscaling, GitOps, backups' },
    { mark: '§7', title: 'Helm and licence' },
    { mark: '§8', title: 'Memory' },
    { mark: '§9', title: 'Mistakes of the guides' },
    { mark: 'C', title: 'What a distributed database needs, in one list' },
  ],
  'mariadb-operator': [
    { mark: '§0', title: 'What to know first' },
    { mark: '§1', title: 'Fields' },
    { mark: '§2', title: 'What is refused, and what nobody checks' },
    { mark: '§3', title: 'What the operator writes and does' },
    { mark: '§4', title: 'Installation and K3s' },
    { mark: '§5', title: 'Known failures' },
    { mark: '§6', title: 'Mistakes of the guide' },
    { mark: 'topology', title: 'What a topology says of it' },
  ],
  galera: [
    { mark: '§1', title: 'Galera itself' },
    { mark: '§2', title: 'The image' },
    { mark: '§3', title: 'The design' },
    { mark: 'G', title: 'What goes wrong most' },
    { mark: '§8', title: 'What was measured' },
  ],
  sizing: [
    { mark: '§0', title: 'What to know first' },
    { mark: '§1', title: 'What a server is given' },
    { mark: '§3', title: 'What is an error and what a warning' },
    { mark: '§4', title: 'What was measured' },
    { mark: '§6', title: 'What others do, and defaults' },
    { mark: '§7', title: 'Probes and times' },
    { mark: '§9', title: 'MariaDB 11.8' },
    { mark: 'links', title: 'Between clusters' },
  ],
  survival: [
    { mark: 'galera', title: 'Galera' },
    { mark: 'postgres', title: 'Postgres' },
    { mark: 'hub', title: 'The hub' },
    { mark: 'link', title: 'Links' },
    { mark: 'others', title: 'What others do' },
  ],
};

/** The part a fact stands in; undefined where none has its mark. */
export function sectionOf({ sheet, id }: Fact): Section | undefined {
  return sections[sheet].find(({ mark }) =>
    /^[A-Z]$/.test(mark) ? new RegExp(`^${mark}\\d`).test(id) : id.startsWith(mark),
  );
}
