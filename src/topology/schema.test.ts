import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { fields, resolve, schemaAt, topologySchema } from './schema.js';

const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true });
ajv.addVocabulary(['patternErrorMessage']);
ajv.addSchema(topologySchema, 'topology');

describe('spec/topology.schema.json', () => {
  test.each([...fields()].map(({ path, node }) => [path, node] as const))(
    '%s says what it is, with an example that is valid',
    (_, node) => {
      const field = resolve(node);
      expect(node.description ?? field.description).toMatch(/^[A-Za-z].*\.$/s);
      expect(field.examples?.length).toBeGreaterThan(0);
      const validate = ajv.compile({ ...field, definitions: topologySchema.definitions });
      for (const example of field.examples ?? []) {
        expect(validate(example), `${JSON.stringify(example)}: ${ajv.errorsText(validate.errors)}`).toBe(
          true,
        );
      }
      if (field.default !== undefined) expect(validate(field.default)).toBe(true);
    },
  );

  test('every pattern says in words what it wants', () => {
    const silent = [...fields()].filter(({ node }) => {
      const { pattern, patternErrorMessage } = resolve(node);
      return pattern !== undefined && patternErrorMessage === undefined;
    });
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('every mapping refuses unknown fields', () => {
    const open = [...fields()].filter(({ node }) => {
      const { properties, additionalProperties } = resolve(node);
      return properties !== undefined && additionalProperties !== false;
    });
    expect(open.map(({ path }) => path)).toEqual([]);
  });
});

test('schemaAt follows fields, list items and free keys', () => {
  expect(schemaAt(['clusters', 0, 'name'])?.description).toMatch(/^Name of the cluster/);
  expect(schemaAt(['databases', 1, 'config', 'anything'])?.description).toBe('Value of the option.');
  expect(schemaAt(['clusters', 'name'])).toBeUndefined();
  expect(schemaAt(['nowhere'])).toBeUndefined();
  expect(schemaAt(['constructor'])).toBeUndefined();
});
