import { defineDiagnostic } from '../diagnostics/index.js';

// The kinds of finding that come from the language's schema.

export const wrongLanguage = defineDiagnostic({
  id: 'schema/wrong-language',
  severity: 'error',
  why: 'dbspan compiles documents of apiVersion dbspan/v1alpha1 and kind Topology',
  messages: {
    missing: (p: { field: string }) => `this is not a topology: it has no \`${p.field}\``,
    other: (p: { field: string; found: string; expected: string }) =>
      `this is not a topology: \`${p.field}\` is ${p.found}, not ${p.expected}`,
    notAMapping: (p: { found: string }) => `this is not a topology: it is ${p.found}, not a mapping`,
  },
});

export const unknownKey = defineDiagnostic({
  id: 'schema/unknown-key',
  severity: 'error',
  why: 'a key that is not read is a setting that silently does nothing',
  messages: {
    key: (p: { key: string; place: string }) => `\`${p.key}\` is not a field of ${p.place}`,
    option: (p: { key: string; problem: string }) => `\`${p.key}\` is ${p.problem}`,
  },
});

export const missingKey = defineDiagnostic({
  id: 'schema/missing-key',
  severity: 'error',
  why: 'it has no default that would be right for everyone',
  messages: {
    key: (p: { key: string; place: string }) => `${p.place} lacks \`${p.key}\``,
    together: (p: { key: string; with: string; place: string }) =>
      `${p.place} has \`${p.with}\` but no \`${p.key}\``,
  },
});

export const wrongType = defineDiagnostic({
  id: 'schema/wrong-type',
  severity: 'error',
  why: 'the value cannot be read as what it must be',
  messages: {
    type: (p: { path: string; found: string; expected: string }) =>
      `\`${p.path}\` is ${p.found}, expected ${p.expected}`,
  },
});

export const numericVersion = defineDiagnostic({
  id: 'schema/numeric-version',
  severity: 'error',
  why: 'YAML reads an unquoted 16.10 as the number 16.1, which is the version of another release',
  messages: {
    number: (p: { path: string; source: string }) =>
      `\`${p.path}\` is the number ${p.source}, a version is text`,
  },
});

export const notAllowed = defineDiagnostic({
  id: 'schema/not-allowed',
  severity: 'error',
  why: 'the field knows a fixed set of values',
  messages: {
    value: (p: { path: string; found: string }) => `\`${p.path}\` cannot be ${p.found}`,
  },
});

export const malformedValue = defineDiagnostic({
  id: 'schema/malformed-value',
  severity: 'error',
  why: 'Kubernetes or one of the controllers would refuse or misread it',
  messages: {
    pattern: (p: { path: string; found: string; problem: string }) =>
      `\`${p.path}\`: ${p.found} is ${p.problem}`,
    length: (p: { path: string; length: number; limit: number }) =>
      `\`${p.path}\` has ${p.length} characters, at most ${p.limit} are possible`,
    emptyText: (p: { path: string }) => `\`${p.path}\` is empty`,
    tooShort: (p: { path: string; limit: number }) => `\`${p.path}\` needs at least ${p.limit} characters`,
  },
});

export const outOfRange = defineDiagnostic({
  id: 'schema/out-of-range',
  severity: 'error',
  why: 'the API server, a webhook or the database refuses it',
  messages: {
    number: (p: { path: string; found: string; range: string }) => `\`${p.path}\` is ${p.found}, ${p.range}`,
    few: (p: { path: string; limit: number; found: number }) =>
      `\`${p.path}\` needs at least ${p.limit} ${p.limit === 1 ? 'entry' : 'entries'}, it has ${p.found}`,
    many: (p: { path: string; limit: number; found: number }) =>
      `\`${p.path}\` takes at most ${p.limit} entries, it has ${p.found}`,
  },
});

export const duplicateItem = defineDiagnostic({
  id: 'schema/duplicate-item',
  severity: 'error',
  why: 'each entry of this list stands once',
  messages: { item: (p: { path: string; found: string }) => `\`${p.path}\` names ${p.found} twice` },
});
