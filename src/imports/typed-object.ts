import {
  ApiObject,
  type ApiObjectMetadataDefinition,
  type ApiObjectProps,
  App,
  ImplicitTokenResolver,
  type JsonPatch,
  LazyResolver,
  NumberStringUnionResolver,
} from 'cdk8s';
import type { Construct } from 'constructs';
import type { ResourceScope } from './schema.js';

export type JsonValue = string | number | boolean | JsonValue[] | JsonObject;

export interface JsonObject {
  [member: string]: JsonValue;
}

/** A Kubernetes object as plain data. */
export interface Manifest extends JsonObject {
  apiVersion: string;
  kind: string;
  metadata: JsonObject;
}

/**
 * An API object whose `toJson()` is cheap where it can be.
 *
 * cdk8s runs three resolvers over every value, builds a path array for each, and copies the result twice more.
 * Most of our objects hold plain data only. For those, one walk gives the same data, in the order
 * apiVersion, kind, metadata (name, namespace, labels, annotations, others), then what the author wrote, as written.
 * An object with a JSON patch, a Lazy, a class instance, or in an app with resolvers of its own takes cdk8s' way,
 * which sorts keys.
 *
 * The result is a fresh copy at every level: changing it never changes the props.
 */
export abstract class TypedApiObject extends ApiObject {
  /** A kind of the whole cluster overrides it, and then never gets a namespace, not even its chart's. */
  static readonly SCOPE: ResourceScope = 'Namespaced';

  readonly #props: ApiObjectProps;
  #patched = false;

  constructor(scope: Construct, id: string, props: ApiObjectProps) {
    super(scope, id, props);
    this.#props = props;
    if (new.target.SCOPE === 'Cluster') Object.assign(this.metadata, { namespace: undefined });
  }

  override addJsonPatch(...ops: JsonPatch[]): void {
    this.#patched = true;
    super.addJsonPatch(...ops);
  }

  override toJson(): Manifest {
    if (this.#patched || hasCustomResolvers(this)) return super.toJson();
    const manifest: Manifest = {
      apiVersion: this.apiVersion,
      kind: this.kind,
      metadata: metadataToJson(this.metadata),
    };
    for (const key of Object.keys(this.#props)) {
      if (Object.hasOwn(manifest, key)) continue;
      const copy = copyPlain(this.#props[key]);
      if (copy === NOT_PLAIN) return super.toJson();
      if (copy !== undefined) manifest[key] = copy;
    }
    return manifest;
  }
}

const NOT_PLAIN = Symbol('not plain data');

/** Copies plain data as cdk8s would render it: absent and null members are left out, empty ones stay. */
function copyPlain(value: unknown): JsonValue | undefined | typeof NOT_PLAIN {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object') return NOT_PLAIN;
  if (Array.isArray(value)) return copyArray(value);
  if (Object.getPrototypeOf(value) !== Object.prototype) return NOT_PLAIN;
  const result: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const copy = copyPlain(member);
    if (copy === NOT_PLAIN) return NOT_PLAIN;
    if (copy !== undefined) result[key] = copy;
  }
  return result;
}

/** A hole in a list has no JSON form of its own, so cdk8s decides about it. */
function copyArray(items: readonly unknown[]): JsonValue[] | typeof NOT_PLAIN {
  const result: JsonValue[] = [];
  for (const item of items) {
    const copy = copyPlain(item);
    if (copy === NOT_PLAIN || copy === undefined) return NOT_PLAIN;
    result.push(copy);
  }
  return result;
}

function metadataToJson(metadata: ApiObjectMetadataDefinition): JsonObject {
  const usual = usualMetadata(metadata);
  if (usual) return usual;
  const { name, namespace, labels, annotations, ...others } = metadata.toJson();
  return {
    ...(name && { name }),
    ...(namespace && { namespace }),
    ...(labels && { labels }),
    ...(annotations && { annotations }),
    ...others,
  };
}

const USUAL_ATTRIBUTES = new Set([
  'name',
  'namespace',
  'labels',
  'annotations',
  'finalizers',
  'ownerReferences',
]);

/**
 * Name, namespace, labels and annotations, if there is nothing else.
 * Reads private members of cdk8s (a rename there does not compile), because `metadata.toJson()` is
 * a third of the cost of a whole object.
 */
function usualMetadata(metadata: ApiObjectMetadataDefinition): JsonObject | undefined {
  for (const key of Object.keys(metadata['_additionalAttributes'])) {
    if (!USUAL_ATTRIBUTES.has(key)) return undefined;
  }
  if (metadata['finalizers'].length > 0 || metadata['ownerReferences'].length > 0) return undefined;
  const labels = copyStrings(metadata['labels']);
  const annotations = copyStrings(metadata['annotations']);
  const { name, namespace } = metadata;
  if (!labels || !annotations || typeof name !== 'string') return undefined;
  if (namespace !== undefined && typeof namespace !== 'string') return undefined;

  const result: JsonObject = { name };
  if (namespace !== undefined) result.namespace = namespace;
  if (Object.keys(labels).length > 0) result.labels = labels;
  if (Object.keys(annotations).length > 0) result.annotations = annotations;
  return result;
}

function copyStrings(map: Readonly<Record<string, unknown>>): JsonObject | undefined {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(map)) {
    if (typeof value !== 'string') return undefined;
    result[key] = value;
  }
  return result;
}

function hasCustomResolvers(object: ApiObject): boolean {
  return !App.of(object).resolvers.every(
    (resolver) =>
      resolver instanceof LazyResolver ||
      resolver instanceof ImplicitTokenResolver ||
      resolver instanceof NumberStringUnionResolver,
  );
}
