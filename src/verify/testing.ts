import { Findings, locationOf, sortDiagnostics } from '../diagnostics/index.js';
import { type Manifest, readManifests } from '../manifests/index.js';
import { verifyManifests } from './index.js';

/** A CustomResourceDefinition of the kind Thing in example.org/v1 whose spec has a schema, in YAML flow style. */
export function thingDefinition(spec: string, more = ''): readonly Manifest[] {
  return readManifests({
    name: 'crd',
    content: `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: things.example.org }
spec:
  group: example.org
  scope: Namespaced
  names: { kind: Thing, plural: things }
  versions:
    - name: v1
      served: true
      storage: true
      ${more}
      schema: { openAPIV3Schema: { type: object, properties: { spec: ${spec} } } }
`,
  }).manifests;
}

/** What is found in manifests: `file:line:column severity id message`, with the fix where there is one. */
export function found(content: string, definitions: readonly Manifest[] = []): string[] {
  const reading = readManifests({ name: 'm', content });
  const findings = new Findings();
  verifyManifests({ manifests: reading.manifests, definitions }, findings);
  const all = [...reading.diagnostics, ...findings.list()];
  return sortDiagnostics(all.filter(({ id }) => id !== 'manifest/ambiguous-scalar')).map(
    (each) =>
      `${locationOf(each).replace(/^m:/, '')} ${each.severity} ${each.id.replace(/^manifest\//, '')}: ${each.message}${each.fix === undefined ? '' : ` (${each.fix})`}`,
  );
}

/** What is found in a Thing whose spec stands on line 4. */
export function foundInThing(schema: string, spec: string): string[] {
  const content = `apiVersion: example.org/v1\nkind: Thing\nmetadata: { name: a, namespace: b }\nspec: ${spec}\n`;
  return found(content, thingDefinition(schema));
}
