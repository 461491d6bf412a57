/** One finding of the generated validator; `schemaPath` leads to the keyword in spec/topology.schema.json. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Set on the findings about the name of a key. */
  readonly propertyName?: string;
}

/** Validates a topology against spec/topology.schema.json. Findings are left in `validate.errors`. */
export declare const validate: {
  (value: unknown): boolean;
  errors?: SchemaError[] | null;
};
