import type {
  ArraySchema,
  IntegerSchema,
  IntOrTextSchema,
  MapSchema,
  SchemaOf,
  StringSchema,
} from './schema.js';
import type { LocalObjectReference, Quantity, TemplateMetadata } from './values.js';

export const quantity: SchemaOf<Quantity> = {
  type: 'string',
  pattern: '^\\d+(\\.\\d+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$',
};

/** As Go writes it: `1h30m`. */
export const duration: StringSchema = { type: 'string', pattern: '^(\\d+(\\.\\d+)?(ms|s|m|h))+$' };

/** As Prometheus writes it, each unit once: `1m30s`. */
export const scrapeInterval: StringSchema = {
  type: 'string',
  pattern: '^([1-9]\\d*h)?([1-9]\\d*m)?[1-9]\\d*s$|^[1-9]\\d*[hm]$',
};

export const text: StringSchema = { type: 'string', minLength: 1 };
export const texts: ArraySchema<StringSchema> = { type: 'array', items: { type: 'string' } };
export const textMap: MapSchema<StringSchema> = { type: 'object', additionalProperties: { type: 'string' } };

/** An address range: `10.0.0.0/8`, `fd00::/8`. */
export const addressRange: StringSchema = { type: 'string', pattern: '^[0-9a-fA-F.:]+/\\d{1,3}$' };

export const portNumber: IntegerSchema = { type: 'integer', minimum: 1, maximum: 65_535 };

/** What the API server asks of the name of a port; a letter first is more than it asks. */
export const portName: StringSchema = {
  type: 'string',
  pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  maxLength: 15,
};

export const portNumberOrName: IntOrTextSchema = {
  type: 'int-or-text',
  minimum: 1,
  maximum: 65_535,
  pattern: '^[a-z]([a-z0-9-]{0,13}[a-z0-9])?$',
};

/** A count, or a percentage of the whole. */
export const countOrPercent: IntOrTextSchema = {
  type: 'int-or-text',
  minimum: 0,
  pattern: '^(100|[1-9]?[0-9])%$',
};

/** A name without dots that begins with a letter: of Services, and of what gives its name to one. */
export const DNS_1035_LABEL: StringSchema = {
  type: 'string',
  pattern: '^[a-z]([a-z0-9-]*[a-z0-9])?$',
  maxLength: 63,
};

const LABEL_VALUE: StringSchema = {
  type: 'string',
  pattern: '^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?$',
  maxLength: 63,
};

export const labels: MapSchema<StringSchema> = { type: 'object', additionalProperties: LABEL_VALUE };

export const reference: SchemaOf<LocalObjectReference> = {
  type: 'object',
  properties: { name: { type: 'string', required: true, minLength: 1 } },
};

export const templateMetadata: SchemaOf<TemplateMetadata> = {
  type: 'object',
  properties: { labels, annotations: textMap },
};
