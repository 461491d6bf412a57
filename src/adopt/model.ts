import type { Span } from '../diagnostics/index.js';
import type { Field, Manifest } from '../manifests/index.js';
import type { FileContent, Plan } from '../plan/index.js';
import type { Mapping } from '../yaml/mapping.js';

/** An object of the input with the cluster it belongs to, and the namespace it gets when it names none. */
export interface GivenObject {
  readonly manifest: Manifest;
  readonly root: Field;
  readonly kind: string;
  readonly group: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly cluster: string;
  /** True for what an API server printed: it holds what the server, webhooks and controllers filled in. */
  readonly fromServer: boolean;
  readonly value: Mapping;
}

/** What a topology compiles to, as far as it is compared: an object on its cluster. */
export interface MadeObject {
  readonly cluster: string;
  readonly object: Mapping;
}

/** Something the file says that no manifest says. A person has to look at it. */
export interface Assumption {
  /** Path in the topology: `clusters[fra].distribution`. */
  readonly path: string;
  readonly value: string;
  readonly why: string;
}

/** A file that the topology refers to. */
export interface Companion {
  /** Relative to the topology. */
  readonly path: string;
  readonly content: string;
}

/** What is said beside the manifests. */
export interface AdoptOptions {
  /** Name of the program. */
  readonly name?: string | undefined;
  /** Name of the folder that is read. */
  readonly folder?: string | undefined;
  /** Clusters as they are said by hand; the first is where manifests belong that say none. */
  readonly clusters?: readonly SaidCluster[];
  readonly hub?: string | undefined;
  /** Namespace of objects that name none; `default` when it is not said. */
  readonly namespace?: string | undefined;
  /** Name that findings about the topology print. */
  readonly file?: string;
  /** Where the YAML language server finds the schema. */
  readonly schema?: string;
  readonly onProgress?: (done: number, total: number) => void;
}

/** `NAME[:DISTRIBUTION[:INTERFACE]]`. */
export interface SaidCluster {
  readonly name: string;
  readonly distribution?: string | undefined;
  readonly networkInterface?: string | undefined;
}

/** The objects of a plan. What makes them is above this layer. */
export type Synthesize = (plan: Plan) => readonly MadeObject[];

/** Reads a companion file while a topology is tried. */
export type ReadCompanion = (path: string) => FileContent;

/** Where in the input a value of the topology comes from. */
export interface Origin {
  readonly path: string;
  readonly span: Span;
}
