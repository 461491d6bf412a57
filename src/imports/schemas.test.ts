import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as imports from './index.js';
import { findKindSchema, KIND_SCHEMAS } from './schemas.js';

const FOLDER = new URL('./', import.meta.url);

function sources(suffix: string): readonly (readonly [file: string, text: string])[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(suffix) && !file.endsWith('.test.ts'))
    .map((file) => [file, readFileSync(new URL(file, FOLDER), 'utf8')] as const);
}

/** The modules that loading a file loads. */
function runtimeImports(text: string): readonly string[] {
  return [...text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)';$/gm)].map(
    ([, from = '']) => from,
  );
}

describe('the registry', () => {
  it('holds each class of the index once, with its scope', () => {
    const classes = Object.values(imports)
      .filter((value) => 'GVK' in value)
      .map(({ GVK, SCOPE }) => ({ ...GVK, scope: SCOPE }));
    const schemas = KIND_SCHEMAS.map(({ apiVersion, kind, scope }) => ({ apiVersion, kind, scope }));
    expect(new Set(classes)).toEqual(new Set(schemas));
    expect(classes).toHaveLength(schemas.length);
  });

  it('is searched by apiVersion and kind', () => {
    expect(findKindSchema('kubedb.com/v1', 'MariaDB')?.scope).toBe('Namespaced');
    expect(findKindSchema('kubedb.com/v1alpha2', 'MariaDB')).toBeUndefined();
    expect(findKindSchema('v1', 'Secret')).toBeUndefined();
  });

  it('tells the MariaDB of KubeDB from that of mariadb-operator', () => {
    const fields = (apiVersion: string): readonly string[] => {
      const spec = findKindSchema(apiVersion, 'MariaDB')?.schema.properties.spec;
      return spec && 'properties' in spec ? Object.keys(spec.properties) : [];
    };
    expect(fields('kubedb.com/v1')).toContain('wsrepSSTMethod');
    expect(fields('kubedb.com/v1')).not.toContain('galera');
    expect(fields('k8s.mariadb.com/v1alpha1')).toContain('galera');
    expect(fields('k8s.mariadb.com/v1alpha1')).not.toContain('wsrepSSTMethod');
  });

  it('asks for a namespace exactly where the kind has one', () => {
    for (const { kind, scope, schema } of KIND_SCHEMAS) {
      const { metadata } = schema.properties;
      const namespace =
        metadata && 'properties' in metadata ? metadata.properties.namespace?.required : undefined;
      expect(namespace, kind).toBe(scope === 'Namespaced' ? true : undefined);
    }
  });
});

describe('loading', () => {
  it.each(sources('.schema.ts'))('%s loads schemas only', (_, text) => {
    expect(runtimeImports(text).filter((from) => !from.endsWith('.schema.js'))).toEqual([]);
  });

  it.each(sources('.ts'))('%s loads no part of cdk8s-plus-28', (_, text) => {
    expect(runtimeImports(text).filter((from) => from.startsWith('cdk8s-plus'))).toEqual([]);
  });

  it.each(sources('.ts').filter(([, text]) => text.includes('static readonly GVK')))(
    '%s loads no schema',
    (_, text) => {
      expect(runtimeImports(text)).toEqual(['./typed-object.js']);
    },
  );
});
