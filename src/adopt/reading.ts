import type { Cluster, Database } from '../topology/index.js';
import type { Gathered } from './gather.js';
import { identityOf } from './kinds.js';
import type { AdoptOptions, Assumption, Companion, GivenObject } from './model.js';
import type { ServerText } from './server-text.js';

/** A database as it was read, before its sizes are found and what is default is taken out. */
export interface DatabaseEntry {
  /** What the language says of it. */
  database: Database;
  readonly given: GivenObject;
  /** Clusters that hold it, in their order. */
  readonly clusters: readonly string[];
  /** Class of the volumes by cluster; undefined for the default class. */
  readonly storageClasses: ReadonlyMap<string, string | undefined>;
  /** Options that the server gets, from whatever says them. */
  readonly settings: ServerText | undefined;
  /** Keys of those that are fields of the object. */
  readonly fields: ReadonlySet<string>;
  /** Objects beside the database that an item of one of its lists was read from. */
  readonly items: readonly EntryItem[];
}

/** An item of a list of a database, with the object that it stands for. */
export interface EntryItem {
  readonly list: 'users' | 'databases' | 'backups';
  readonly item: object;
  readonly identity: string;
}

/** What is read so far. */
export class Reading {
  readonly gathered: Gathered;
  readonly options: AdoptOptions;
  readonly clusters = new Map<string, Cluster>();
  readonly entries: DatabaseEntry[] = [];
  readonly assumptions: Assumption[] = [];
  readonly companions: Companion[] = [];
  /** Kubernetes release of the clusters, where it shows. */
  kubernetes: string | undefined;
  readonly #byKind = new Map<string, GivenObject[]>();
  readonly #byIdentity = new Map<string, GivenObject>();

  constructor(gathered: Gathered, options: AdoptOptions) {
    this.gathered = gathered;
    this.options = options;
    for (const object of gathered.objects) {
      const { cluster, kind, group, namespace, name } = object;
      const key = `${kind}.${group}`;
      const known = this.#byKind.get(key);
      if (known) known.push(object);
      else this.#byKind.set(key, [object]);
      this.#byIdentity.set(identityOf(cluster, kind, group, namespace, name), object);
    }
  }

  of(kind: string, group: string): readonly GivenObject[] {
    return this.#byKind.get(`${kind}.${group}`) ?? [];
  }

  find(
    cluster: string,
    kind: string,
    group: string,
    namespace: string | undefined,
    name: string,
  ): GivenObject | undefined {
    return this.#byIdentity.get(identityOf(cluster, kind, group, namespace, name));
  }

  has(identity: string): boolean {
    return this.#byIdentity.has(identity);
  }

  /** A cluster of the topology, made on first need. */
  cluster(name: string): Cluster {
    const known = this.clusters.get(name);
    if (known) return known;
    const fresh: Cluster = { name, distribution: 'other' };
    this.clusters.set(name, fresh);
    return fresh;
  }

  assume(path: string, value: string, why: string): void {
    this.assumptions.push({ path, value, why });
  }
}
