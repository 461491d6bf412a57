/** How the API server files a kind: inside a namespace, or once for the whole cluster. */
export type ResourceScope = 'Namespaced' | 'Cluster';

export interface StringSchema {
  readonly type: 'string';
  /** A regular expression without flags, anchored at both ends. */
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** A string out of a closed set. The set is a record, so that a mapped type can demand every member of a union. */
export interface EnumSchema<T extends string = string> {
  readonly type: 'string';
  readonly enum: { readonly [Member in T]: true };
}

export interface IntegerSchema {
  readonly type: 'integer';
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A whole number, or a text that stands for one: the name of a port, a percentage. */
export interface IntOrTextSchema {
  readonly type: 'int-or-text';
  /** Of a number. */
  readonly minimum?: number;
  /** Of a number. */
  readonly maximum?: number;
  /** Of a text: a regular expression without flags, anchored at both ends. */
  readonly pattern: string;
}

export interface BooleanSchema {
  readonly type: 'boolean';
}

export interface ArraySchema<Items = Schema> {
  readonly type: 'array';
  readonly items: Items;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** An object with free keys, whose values are all alike. */
export interface MapSchema<Value = Schema> {
  readonly type: 'object';
  readonly additionalProperties: Value;
}

/** An object with exactly these members; any other is an error. */
export interface ObjectSchema<Properties = { readonly [name: string]: PropertySchema }> {
  readonly type: 'object';
  readonly properties: Properties;
}

/** Any schema, for code that walks them. */
export type Schema =
  | StringSchema
  | EnumSchema
  | IntegerSchema
  | IntOrTextSchema
  | BooleanSchema
  | ArraySchema
  | MapSchema
  | ObjectSchema;

/** A member of an object: its schema, and whether it must be there (as in JSON Schema draft 3). */
export type PropertySchema = Schema & { readonly required?: true };

/**
 * The one schema that describes T. A member, a question mark or a member of a union
 * that stands on one side only does not compile.
 */
export type SchemaOf<T> = [T] extends [string]
  ? string extends T
    ? StringSchema
    : EnumSchema<T>
  : [T] extends [number]
    ? IntegerSchema
    : [T] extends [number | string]
      ? IntOrTextSchema
      : [T] extends [boolean]
        ? BooleanSchema
        : T extends readonly (infer Item)[]
          ? ArraySchema<SchemaOf<Item>>
          : string extends keyof T
            ? MapSchema<SchemaOf<T[keyof T]>>
            : ObjectSchema<PropertiesOf<T>>;

type PropertiesOf<T> = {
  readonly [Key in keyof T]-?: SchemaOf<Exclude<T[Key], undefined>> & Presence<T, Key>;
};

type Presence<T, Key extends keyof T> =
  Record<never, never> extends Pick<T, Key> ? { readonly required?: never } : { readonly required: true };

/** What stands in the props of a kind beside its metadata: `spec`, or the data of a ConfigMap. */
export type BodySchemaOf<Props> = SchemaOf<Omit<Props, 'metadata'>>;
