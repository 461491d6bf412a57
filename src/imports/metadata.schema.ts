import type { ObjectSchema, PropertySchema, ResourceScope, SchemaOf, StringSchema } from './schema.js';
import { labels, textMap } from './values.schema.js';

interface ClusterMetadata {
  readonly name: string;
  readonly labels?: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: string };
  readonly finalizers?: readonly string[];
}

interface NamespacedMetadata extends ClusterMetadata {
  readonly namespace: string;
}

/** A name without dots: of namespaces, and of whatever becomes part of a DNS name. */
export const DNS_LABEL: StringSchema = {
  type: 'string',
  pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
  maxLength: 63,
};

/** What the API server asks of the name of a custom resource. */
export const DNS_SUBDOMAIN: StringSchema = {
  type: 'string',
  pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$',
  maxLength: 253,
};

/** The metadata we write: no owner references (their uid is known at run time only), no generated name. */
export function metadataSchema(
  scope: ResourceScope,
  name: StringSchema,
): ObjectSchema<{ readonly [member: string]: PropertySchema }> {
  const everywhere: SchemaOf<ClusterMetadata>['properties'] = {
    name: { ...name, required: true },
    labels,
    annotations: textMap,
    finalizers: { type: 'array', items: { type: 'string' } },
  };
  if (scope === 'Cluster') return { type: 'object', properties: { ...everywhere } };
  const namespaced: SchemaOf<NamespacedMetadata>['properties'] = {
    ...everywhere,
    namespace: { ...DNS_LABEL, required: true },
  };
  return { type: 'object', properties: { ...namespaced } };
}
