import { defineDiagnostic } from '../diagnostics/index.js';

// The kinds of finding that come from holding manifests against the schemas of their kinds.

const strict = 'kubernetes/apiextensions-apiserver pkg/apiserver/schema/pruning';
const schema = 'kubernetes/kube-openapi pkg/validation/validate';

export const unknownField = defineDiagnostic({
  id: 'manifest/unknown-field',
  severity: 'error',
  why: 'the API server refuses it under strict validation, and otherwise drops it without a word',
  source: strict,
  messages: {
    field: (p: { field: string; place: string; kind: string }) =>
      `\`${p.field}\` is not a field of ${p.place === '' ? p.kind : p.place}`,
  },
});

export const wrongType = defineDiagnostic({
  id: 'manifest/type',
  severity: 'error',
  why: 'the API server refuses a value of another type than the schema says',
  source: schema,
  messages: {
    type: (p: { path: string; found: string; expected: string }) =>
      `\`${p.path}\` is ${p.found}, expected ${p.expected}`,
    nothing: (p: { path: string }) => `\`${p.path}\` is empty, and may not be`,
  },
});

export const required = defineDiagnostic({
  id: 'manifest/required',
  severity: 'error',
  why: 'the API server refuses an object that lacks a required field',
  source: schema,
  messages: {
    field: (p: { field: string; place: string }) => `${p.place} lacks \`${p.field}\``,
    atLeastOne: (p: { place: string; choices: string }) => `${p.place} needs one of ${p.choices}`,
  },
});

export const notAllowed = defineDiagnostic({
  id: 'manifest/enum',
  severity: 'error',
  why: 'the schema lists the values that the field takes, and the API server refuses any other',
  source: schema,
  messages: { value: (p: { path: string; found: string }) => `\`${p.path}\` cannot be ${p.found}` },
});

export const pattern = defineDiagnostic({
  id: 'manifest/pattern',
  severity: 'error',
  why: 'the API server refuses a text that does not match the pattern of the schema',
  source: schema,
  messages: {
    mismatch: (p: { path: string; found: string }) =>
      `\`${p.path}\` cannot be ${p.found}: it has another form`,
  },
});

export const patternNotChecked = defineDiagnostic({
  id: 'manifest/pattern-not-checked',
  severity: 'info',
  why: 'a pattern that cannot be read is not checked here; an API server refuses a CRD that has one',
  messages: {
    pattern: (p: { path: string; pattern: string; reason: string }) =>
      `\`${p.path}\` is not checked against the pattern ${p.pattern}: ${p.reason}`,
  },
});

export const format = defineDiagnostic({
  id: 'manifest/format',
  severity: 'error',
  why: 'the API server enforces the formats it knows',
  source: 'kubernetes/apiextensions-apiserver pkg/apiserver/validation/formats.go',
  messages: {
    text: (p: { path: string; found: string; format: string }) =>
      `\`${p.path}\` is ${p.found}, which is not ${p.format}`,
  },
});

export const length = defineDiagnostic({
  id: 'manifest/length',
  severity: 'error',
  why: 'the API server counts characters, items and fields, and refuses too many or too few',
  source: schema,
  messages: {
    longer: (p: { path: string; found: number; limit: number }) =>
      `\`${p.path}\` has ${p.found} characters, at most ${p.limit} are possible`,
    shorter: (p: { path: string; found: number; limit: number }) =>
      p.found === 0
        ? `\`${p.path}\` is empty`
        : `\`${p.path}\` has ${p.found} characters, at least ${p.limit} are needed`,
    more: (p: { path: string; found: number; limit: number }) =>
      `\`${p.path}\` takes at most ${p.limit} entries, it has ${p.found}`,
    fewer: (p: { path: string; found: number; limit: number }) =>
      `\`${p.path}\` needs at least ${p.limit} ${p.limit === 1 ? 'entry' : 'entries'}, it has ${p.found}`,
    moreFields: (p: { path: string; found: number; limit: number }) =>
      `\`${p.path}\` takes at most ${p.limit} fields, it has ${p.found}`,
    fewerFields: (p: { path: string; found: number; limit: number }) =>
      `\`${p.path}\` needs at least ${p.limit} ${p.limit === 1 ? 'field' : 'fields'}, it has ${p.found}`,
  },
});

export const range = defineDiagnostic({
  id: 'manifest/range',
  severity: 'error',
  why: 'the API server refuses a number outside the range of the schema',
  source: schema,
  messages: {
    bound: (p: { path: string; found: string; bound: string }) =>
      `\`${p.path}\` is ${p.found}, it must be ${p.bound}`,
    multiple: (p: { path: string; found: number; of: number }) =>
      `\`${p.path}\` is ${p.found}, it must be a multiple of ${p.of}`,
  },
});

export const duplicateItem = defineDiagnostic({
  id: 'manifest/duplicate-item',
  severity: 'error',
  why: 'the API server tells the entries of this list apart by their value or their keys, and refuses two that are alike',
  source: 'kubernetes/apiextensions-apiserver pkg/apiserver/schema/listtype',
  messages: {
    value: (p: { path: string; found: string }) => `\`${p.path}\` has ${p.found} twice`,
    keys: (p: { path: string; keys: string }) => `\`${p.path}\` has two entries with ${p.keys}`,
  },
});

export const alternatives = defineDiagnostic({
  id: 'manifest/alternatives',
  severity: 'error',
  why: 'the schema allows several forms, and the API server refuses what fits none, or what fits several where one is allowed',
  source: schema,
  messages: {
    none: (p: { path: string; forms: string }) =>
      `\`${p.path}\` fits none of the forms the schema allows: ${p.forms}`,
    several: (p: { path: string; matched: number }) =>
      `\`${p.path}\` fits ${p.matched} forms of the schema, and may fit only one`,
    not: (p: { path: string }) => `\`${p.path}\` has a form that the schema excludes`,
  },
});

export const celRule = defineDiagnostic({
  id: 'manifest/rule',
  severity: 'error',
  why: 'a validation rule of the CRD refuses the object',
  source: 'kubernetes/apiextensions-apiserver pkg/apiserver/schema/cel',
  messages: {
    message: (p: { message: string }) => p.message,
    failed: (p: { rule: string }) => `the rule ${p.rule} does not hold`,
    error: (p: { rule: string; reason: string }) => `the rule ${p.rule} cannot be evaluated: ${p.reason}`,
  },
});

export const celNotChecked = defineDiagnostic({
  id: 'manifest/rule-not-checked',
  severity: 'info',
  why: 'the API server evaluates this rule of the CRD and may refuse the object for it',
  messages: {
    unsupported: (p: { kind: string; place: string; rule: string; reason: string; count: number }) =>
      `${p.place} of ${p.count === 1 ? `this ${p.kind} was` : `this and ${p.count - 1} more ${p.kind} were`} not checked against the rule ${p.rule}: ${p.reason}`,
  },
});

export const name = defineDiagnostic({
  id: 'manifest/name',
  severity: 'error',
  why: 'the API server refuses a name of another form',
  source: 'kubernetes/apimachinery pkg/api/validation/name.go',
  messages: { name: (p: { text: string }) => p.text },
});

export const metadata = defineDiagnostic({
  id: 'manifest/metadata',
  severity: 'error',
  why: 'labels, annotations, finalizers and owners have the same rules in every kind',
  source: 'kubernetes/apimachinery pkg/api/validation/objectmeta.go',
  messages: { text: (p: { text: string }) => p.text },
});

export const namespace = defineDiagnostic({
  id: 'manifest/namespace',
  severity: 'info',
  why: 'an object without a namespace lands in the one of whoever applies it; a kind that has none drops it',
  messages: {
    missing: (p: { kind: string; name: string; more: number }) =>
      `${p.kind} ${p.name}${p.more > 0 ? ` and ${p.more} more objects leave` : ' leaves'} the namespace to whoever applies ${p.more > 0 ? 'them' : 'it'}`,
    superfluous: (p: { kind: string }) => `a ${p.kind} stands in no namespace; this one is dropped`,
  },
});

export const status = defineDiagnostic({
  id: 'manifest/status',
  severity: 'info',
  why: 'the status belongs to the controller; the API server drops it from what is applied',
  messages: { given: () => 'the status is dropped when this is applied' },
});

export const notServed = defineDiagnostic({
  id: 'manifest/not-served',
  severity: 'error',
  why: 'the API server answers that it knows no such kind in this version',
  messages: {
    version: (p: { apiVersion: string; kind: string; served: string }) =>
      `there is no ${p.kind} in ${p.apiVersion}; it is served as ${p.served}`,
    kind: (p: { apiVersion: string; kind: string }) => `there is no kind ${p.kind} in ${p.apiVersion}`,
  },
});

export const notChecked = defineDiagnostic({
  id: 'manifest/kind-not-checked',
  severity: 'info',
  why: 'without the schema of a kind neither unknown fields nor wrong types in it are found',
  messages: {
    kind: (p: { apiVersion: string; kind: string; count: number }) =>
      `${p.count === 1 ? 'an object' : `${p.count} objects`} of ${p.apiVersion} ${p.kind} ${p.count === 1 ? 'was' : 'were'} not checked against a schema`,
    partly: (p: { apiVersion: string; kind: string; count: number }) =>
      `${p.count === 1 ? 'an object' : `${p.count} objects`} of ${p.apiVersion} ${p.kind} ${p.count === 1 ? 'was' : 'were'} checked only in the types of the fields that dbspan writes`,
  },
});

export const badDefinition = defineDiagnostic({
  id: 'manifest/bad-definition',
  severity: 'error',
  why: 'a definition without group, kind and versions describes nothing, and the API server refuses it',
  messages: {
    missing: (p: { field: string }) => `the CustomResourceDefinition has no usable ${p.field}`,
    oldVersion: (p: { apiVersion: string }) =>
      `a CustomResourceDefinition of ${p.apiVersion} is served by no API server since Kubernetes 1.22`,
  },
});

export const builtIn = defineDiagnostic({
  id: 'manifest/built-in',
  severity: 'error',
  why: 'the API server checks what belongs together in built-in kinds, and refuses the object',
  source: 'kubernetes/kubernetes pkg/apis/{core,apps}/validation/validation.go',
  messages: { text: (p: { text: string }) => p.text },
});
