import { defineDiagnostic } from '../diagnostics/index.js';

// The kinds of finding that come from reading manifests, before a schema is looked at.

export const incomplete = defineDiagnostic({
  id: 'manifest/incomplete',
  severity: 'error',
  why: 'an object without apiVersion, kind and name cannot be applied',
  messages: {
    missing: (p: { field: string }) => `the object has no ${p.field}`,
    notText: (p: { field: string }) => `${p.field} must be text`,
    notMapping: (p: { field: string }) => `${p.field} must be a mapping`,
    listItem: () => 'an item of this List is no object',
  },
});

export const generatedName = defineDiagnostic({
  id: 'manifest/generated-name',
  severity: 'warning',
  why: 'kubectl apply refuses generateName, and with kubectl create every run makes one more object',
  messages: { generateName: () => 'the object has a generateName instead of a name' },
});

export const noObject = defineDiagnostic({
  id: 'manifest/no-object',
  severity: 'info',
  why: 'what is no Kubernetes object is not checked; kubectl apply -R -f would stop at it',
  messages: {
    document: () => 'this is no Kubernetes object, and is not checked',
    several: (p: { count: number }) =>
      `this document and ${p.count - 1} more of the file are no Kubernetes objects, and are not checked`,
  },
});

export const ambiguousScalar = defineDiagnostic({
  id: 'manifest/ambiguous-scalar',
  severity: 'warning',
  why: 'kubectl reads by YAML 1.1; kustomize, editors and other tools read by YAML 1.2 and see another value',
  source: 'kubernetes-sigs/yaml goyaml.v2/resolve.go',
  messages: {
    plain: (p: { text: string; kubectl: string; others: string }) =>
      `${p.text} is ${p.kubectl} to kubectl, and ${p.others} to readers of YAML 1.2`,
    hidden: () => 'kubectl reads this value of a Secret otherwise than readers of YAML 1.2',
  },
});

export const notFinite = defineDiagnostic({
  id: 'manifest/not-finite',
  severity: 'error',
  why: 'kubectl turns YAML into JSON, which has neither infinity nor NaN, and refuses the file',
  messages: { number: (p: { text: string }) => `${p.text} is a number that JSON does not have` },
});

export const tooMany = defineDiagnostic({
  id: 'manifest/too-many',
  severity: 'info',
  why: 'a file with hundreds of findings mostly has one cause; the first of them are shown, errors before all others',
  messages: { more: (p: { count: number }) => `${p.count} more findings in this file are not shown` },
});
