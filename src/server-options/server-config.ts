import type { Span } from '../diagnostics/index.js';
import type { ConfigContent, ConfigOption } from './file.js';

export type Engine = 'mariadb' | 'postgres';

/** What runs a server. */
export type ServerProvider = 'kubedb' | 'mariadb-operator' | 'statefulset';

/** What a provider does with its server, as far as options depend on it. */
export interface Surroundings {
  /** Port at which services and probes reach it. */
  readonly port?: number;
  /** True when the provider gives it certificates. */
  readonly tls?: boolean;
  /** Who reads its binary log; left out when nobody does. Other clusters may have replicas beside them. */
  readonly binlogReaders?: 'replicas' | 'clusters';
  /** Options that fields of its object set as well, by key: `wsrep-slave-threads`. */
  readonly said?: ReadonlyMap<string, { readonly field: string; readonly value: string }>;
}

/** The options that one server gets from one place. */
export interface ServerConfig {
  readonly engine: Engine;
  /** Name of the database. */
  readonly database: string;
  /** Version of the server where it is known. */
  readonly version: string | undefined;
  /** True when the server is a member of a Galera cluster. */
  readonly galera: boolean;
  readonly options: readonly ConfigOption[];
  /** Options of Galera's library that dbspan writes beside the given ones, which win. */
  readonly beside?: ReadonlyMap<string, string>;
  /** Left out for a server of which nothing is known but its file. */
  readonly provider?: ServerProvider;
  readonly surroundings?: Surroundings;
}

/** A file that a server reads. */
export interface ServerFile extends ServerConfig {
  /** Name of the file: the key of what carries it. */
  readonly key: string;
  /** What carries it; `map` for options that are fields of the object, `file` for a file that stands alone, of no operator. */
  readonly carrier: 'inline' | 'secret' | 'configMap' | 'applyConfig' | 'map' | 'file';
  /** Where its name stands. */
  readonly keySpan: Span;
  readonly unreadable: ConfigContent['unreadable'];
}
