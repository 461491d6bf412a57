import type { ChangedObject, Span } from '../diagnostics/index.js';
import type { Manifest } from '../manifests/index.js';
import type { Plan } from '../plan/index.js';
import type { Value } from '../yaml/read.js';

/** One file of an output. */
export interface OutputText {
  /** Below the output directory, with forward slashes. */
  readonly path: string;
  readonly content: string;
  /** Where in the program it comes from: `shop/databases[orders]`. Empty when nobody knows, as for a directory without an index. */
  readonly source: string;
}

/** All files of an output, without its index, by path. */
export type Output = ReadonlyMap<string, OutputText>;

/** One object of an output. */
export interface OutputObject {
  readonly file: OutputText;
  /** Cluster to whose API server it goes: the first folder. Empty where there are no folders. */
  readonly cluster: string;
  /** The second folder, `70-database`; empty where there is none. */
  readonly wave: string;
  readonly manifest: Manifest;
}

/** A step from an object down: the name of a field, an item by its place, or an item by what tells it from the others. */
export type PathStep = string | number | ItemKey;

/** An item of a list that is known by the value of one of its fields, or, without a field, by itself. */
export interface ItemKey {
  /** Name of the field; undefined for a list of plain values. */
  readonly by: string | undefined;
  readonly value: string;
}

/** One value of an object that differs. */
export interface FieldChange {
  readonly path: readonly PathStep[];
  /** The path as people read it: `spec.rules[fra].replicas`. */
  readonly text: string;
  /** Keys and indexes from the new object down to the value, or from the old one to a value that goes: a JSON pointer's parts. */
  readonly pointer: readonly (string | number)[];
  /** Undefined when nothing stood there. */
  readonly before: Value | undefined;
  /** Undefined when nothing stands there any more. */
  readonly after: Value | undefined;
}

/** An object that is new. */
export interface AddedObject {
  readonly kind: 'added';
  readonly before?: undefined;
  readonly after: OutputObject;
  readonly fields: readonly [];
}

/** An object that goes. */
export interface RemovedObject {
  readonly kind: 'removed';
  readonly before: OutputObject;
  readonly after?: undefined;
  readonly fields: readonly [];
}

/** An object that stays what it is, with other values. None of them means that its text alone differs. */
export interface AlteredObject {
  readonly kind: 'changed';
  readonly before: OutputObject;
  readonly after: OutputObject;
  readonly fields: readonly FieldChange[];
}

/**
 * An object that is the old one to people, and another one to the API server: it goes to another cluster (`moved`), or has another
 * name or namespace (`renamed`). One whose file alone is in another wave is `rearranged`.
 */
export interface ReplacedObject {
  readonly kind: 'moved' | 'renamed' | 'rearranged';
  readonly before: OutputObject;
  readonly after: OutputObject;
  readonly fields: readonly FieldChange[];
}

/** What happens to one object. */
export type ObjectChange = AddedObject | RemovedObject | AlteredObject | ReplacedObject;

/** A file that holds no object: the runbook, Helm values, a kustomization. */
export interface TextChange {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: OutputText | undefined;
  readonly after: OutputText | undefined;
  /** Of YAML that is no object (Helm values): what differs. Empty for other texts. */
  readonly fields: readonly FieldChange[];
}

/** All that differs between two outputs. Every list is sorted, so that equal outputs give equal changes. */
export interface Change {
  readonly before: Output;
  readonly after: Output;
  /** By cluster, wave, kind, namespace and name. */
  readonly objects: readonly ObjectChange[];
  /** By path. */
  readonly texts: readonly TextChange[];
  /** Clusters that the new output has a folder for and the old one has not, and the other way round. */
  readonly clusters: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** A change with what is known around it: what rules about changes look at. */
export interface ChangeSubject extends Change {
  /** What the topologies give now. */
  readonly plans: readonly Plan[];
  /** What gave the old output; undefined when that does not say it. */
  readonly plansBefore: readonly Plan[] | undefined;
  /** The changes of a kind in any version: `of('SliceConfig', 'controller.kubeslice.io')`. */
  of(kind: string, group: string): readonly ObjectChange[];
  /** The objects of a kind, changed or not, on one side. */
  objectsOf(side: 'before' | 'after', kind: string, group: string): readonly OutputObject[];
  /** The objects of a kind without namespaces that have a name, changed or not, on all clusters of one side. Reads no others. */
  objectsNamed(side: 'before' | 'after', kind: string, group: string, name: string): readonly OutputObject[];
  /** Where in the topology the reason for a change stands, as near as is known: for `at` of a finding. */
  placeOf(object: ObjectChange, field?: FieldChange): Span;
  /**
   * Where in the topology of an object a path stands, as deep as it is there: `slice.subnet`. A path that begins with a dot counts from
   * the entry that the object comes from: `.storage.size` of its database.
   */
  placeAt(object: ObjectChange, path: string): Span;
  /** The object, and the field, as a finding names them: for `about` of a finding. */
  nameOf(object: ObjectChange, field?: FieldChange): ChangedObject;
}
