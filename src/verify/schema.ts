import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';

export type SchemaType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';

/** A rule in CEL, as x-kubernetes-validations has it. */
export interface CelRule {
  readonly rule: string;
  readonly message: string | undefined;
  readonly messageExpression: string | undefined;
  readonly fieldPath: string | undefined;
  readonly optionalOldSelf: boolean;
}

/** An OpenAPI schema as the API server understands it, with what the API server does not look at left out. */
export interface Schema {
  readonly type: SchemaType | undefined;
  readonly nullable: boolean;
  readonly intOrString: boolean;
  /** Fields that the schema does not know stay. */
  readonly preserve: boolean;
  /** A whole Kubernetes object stands here. */
  readonly embedded: boolean;
  readonly properties: ReadonlyMap<string, Schema>;
  /** What the values of free keys look like; true when anything goes. */
  readonly additional: Schema | true | undefined;
  readonly items: Schema | undefined;
  readonly required: readonly string[];
  readonly standard: Value | undefined;
  readonly format: string | undefined;
  readonly enum: readonly Value[] | undefined;
  readonly pattern: string | undefined;
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly minItems: number | undefined;
  readonly maxItems: number | undefined;
  readonly uniqueItems: boolean;
  readonly minProperties: number | undefined;
  readonly maxProperties: number | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly exclusiveMinimum: boolean;
  readonly exclusiveMaximum: boolean;
  readonly multipleOf: number | undefined;
  readonly listType: 'set' | 'map' | undefined;
  readonly listKeys: readonly string[];
  readonly allOf: readonly Schema[];
  readonly anyOf: readonly Schema[];
  readonly oneOf: readonly Schema[];
  readonly not: Schema | undefined;
  readonly rules: readonly CelRule[];
  /** True when a schema below this one has CEL rules, or this one. */
  readonly hasRules: boolean;
  /** True when a schema below this one has a default. */
  readonly hasDefaults: boolean;
}

type Members = { readonly [key: string]: Value };
/** Finds the schema a reference names. */
type Resolve = (reference: string) => Schema | undefined;

const types: ReadonlySet<Value> = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean']);
const nothing: readonly never[] = [];
const noProperties: ReadonlyMap<string, Schema> = new Map();

/** A schema out of what a CRD says. What is malformed counts as not said: the API server refuses such a CRD. */
export function schemaOf(value: Value | undefined, resolve: Resolve = () => undefined): Schema {
  const members = asMembers(value);
  const referred = typeof members['$ref'] === 'string' ? resolve(members['$ref']) : undefined;
  const own = build(members, resolve);
  if (!referred) return own;
  // Beside a reference stands at most a default.
  return own.standard === undefined ? referred : { ...referred, standard: own.standard, hasDefaults: true };
}

function build(members: Members, resolve: Resolve): Schema {
  const properties = propertiesOf(members['properties'], resolve);
  const additional = additionalOf(members['additionalProperties'], resolve);
  const items = isMapping(members['items']) ? schemaOf(members['items'], resolve) : undefined;
  const rules = rulesOf(members['x-kubernetes-validations']);
  const standard = members['default'];
  const type = members['type'];
  const below = [
    ...properties.values(),
    ...(additional && additional !== true ? [additional] : []),
    ...(items ? [items] : []),
  ];
  const listType = members['x-kubernetes-list-type'];
  return {
    type: types.has(type as Value) ? (type as SchemaType) : undefined,
    nullable: members['nullable'] === true,
    intOrString: members['x-kubernetes-int-or-string'] === true,
    preserve: members['x-kubernetes-preserve-unknown-fields'] === true,
    embedded: members['x-kubernetes-embedded-resource'] === true,
    properties,
    additional,
    items,
    required: texts(members['required']),
    standard,
    format: text(members['format']),
    enum: Array.isArray(members['enum']) ? members['enum'] : undefined,
    pattern: text(members['pattern']),
    minLength: number(members['minLength']),
    maxLength: number(members['maxLength']),
    minItems: number(members['minItems']),
    maxItems: number(members['maxItems']),
    uniqueItems: members['uniqueItems'] === true,
    minProperties: number(members['minProperties']),
    maxProperties: number(members['maxProperties']),
    minimum: number(members['minimum']),
    maximum: number(members['maximum']),
    exclusiveMinimum: members['exclusiveMinimum'] === true,
    exclusiveMaximum: members['exclusiveMaximum'] === true,
    multipleOf: number(members['multipleOf']),
    listType: listType === 'set' || listType === 'map' ? listType : undefined,
    listKeys: texts(members['x-kubernetes-list-map-keys']),
    allOf: schemas(members['allOf'], resolve),
    anyOf: schemas(members['anyOf'], resolve),
    oneOf: schemas(members['oneOf'], resolve),
    not: isMapping(members['not']) ? schemaOf(members['not'], resolve) : undefined,
    rules,
    hasRules: rules.length > 0 || below.some((each) => each.hasRules),
    hasDefaults: standard !== undefined || below.some((each) => each.hasDefaults),
  };
}

function propertiesOf(value: Value | undefined, resolve: Resolve): ReadonlyMap<string, Schema> {
  if (!isMapping(value)) return noProperties;
  return new Map(Object.keys(value).map((name) => [name, schemaOf(value[name], resolve)]));
}

function additionalOf(value: Value | undefined, resolve: Resolve): Schema | true | undefined {
  if (value === true) return true;
  return isMapping(value) ? schemaOf(value, resolve) : undefined;
}

function schemas(value: Value | undefined, resolve: Resolve): readonly Schema[] {
  return Array.isArray(value) ? value.filter(isMapping).map((each) => schemaOf(each, resolve)) : nothing;
}

function rulesOf(value: Value | undefined): readonly CelRule[] {
  if (!Array.isArray(value)) return nothing;
  return value.filter(isMapping).flatMap((each) => {
    const rule = text(each['rule']);
    if (rule === undefined) return [];
    return {
      rule,
      message: text(each['message']),
      messageExpression: text(each['messageExpression']),
      fieldPath: text(each['fieldPath']),
      optionalOldSelf: each['optionalOldSelf'] === true,
    };
  });
}

function texts(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : nothing;
}

function text(value: Value | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(value: Value | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function asMembers(value: Value | undefined): Members {
  return isMapping(value) ? value : {};
}
