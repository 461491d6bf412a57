import type { Span } from '../diagnostics/index.js';
import type { ConfigContent, ConfigOption } from './file.js';

export type Engine = 'mariadb' | 'postgres';

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
  /** Options of the Galera provider that dbspan writes beside the given ones, which win. */
  readonly provider?: ReadonlyMap<string, string>;
}

/** A file that a server reads. */
export interface ServerFile extends ServerConfig {
  /** Name of the file: the key of what carries it. */
  readonly key: string;
  /** What carries it; `file` for one that stands alone, of no operator. */
  readonly carrier: 'inline' | 'secret' | 'applyConfig' | 'file';
  /** Where its name stands. */
  readonly keySpan: Span;
  readonly unreadable: ConfigContent['unreadable'];
}
