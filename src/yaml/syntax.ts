import { defineDiagnostic } from '../diagnostics/index.js';

// The kinds of finding that come from the text itself, before its meaning is looked at.

export const notUtf8 = defineDiagnostic({
  id: 'syntax/not-utf8',
  severity: 'error',
  why: 'YAML is read as UTF-8; guessing another encoding would change names without a word',
  messages: {
    invalid: (p: { byte: string; offset: number }) =>
      `not UTF-8: byte ${p.byte} at offset ${p.offset} is not valid`,
    utf16: () => 'the file is UTF-16, not UTF-8',
  },
});

export const tooLarge = defineDiagnostic({
  id: 'syntax/too-large',
  severity: 'error',
  why: 'a file of this size is a mistake or hostile, and reading it could exhaust the memory',
  messages: {
    file: (p: { size: number; limit: number }) =>
      `the file has ${p.size} bytes; the most dbspan reads is ${p.limit}`,
  },
});

export const empty = defineDiagnostic({
  id: 'syntax/empty',
  severity: 'error',
  why: 'there is nothing to compile',
  messages: { file: () => 'the file holds no document' },
});

export const severalDocuments = defineDiagnostic({
  id: 'syntax/several-documents',
  severity: 'error',
  why: 'one file is one topology; several files are given as several arguments',
  messages: { second: (p: { count: number }) => `the file holds ${p.count} documents, a topology is one` },
});

export const controlCharacter = defineDiagnostic({
  id: 'syntax/control-character',
  severity: 'error',
  why: 'kubectl and the API server refuse such characters, or read them back as something else',
  messages: {
    raw: (p: { code: string }) => `the character ${p.code} may not stand in a file`,
    escaped: (p: { code: string }) => `this text contains the character ${p.code}`,
  },
});

export const tab = defineDiagnostic({
  id: 'syntax/tab',
  severity: 'error',
  why: 'YAML knows only spaces as indentation',
  messages: { indent: () => 'a tab indents this line' },
});

export const malformed = defineDiagnostic({
  id: 'syntax/malformed',
  severity: 'error',
  why: 'what follows cannot be read with certainty',
  messages: { yaml: (p: { problem: string }) => p.problem },
});

export const duplicateKey = defineDiagnostic({
  id: 'syntax/duplicate-key',
  severity: 'error',
  why: 'most YAML readers keep the last one and say nothing, so half of what is written would be lost',
  messages: { key: (p: { key: string }) => `\`${p.key}\` is given twice` },
});

export const badKey = defineDiagnostic({
  id: 'syntax/bad-key',
  severity: 'error',
  why: 'every key is plain text',
  messages: {
    notText: () => 'a key must be text',
    merge: () => 'merge keys (`<<`) are not part of YAML 1.2',
    mergeValue: () => 'a merge key (`<<`) takes a mapping, or a list of mappings',
  },
});

export const badTag = defineDiagnostic({
  id: 'syntax/tag',
  severity: 'error',
  why: 'a tag changes how a value is read, and readers differ in what they make of it',
  messages: { tag: (p: { tag: string }) => `the tag \`${p.tag}\` is not supported` },
});

export const badAlias = defineDiagnostic({
  id: 'syntax/alias',
  severity: 'error',
  why: 'aliases are allowed where they repeat something that stands complete before them, within bounds',
  messages: {
    unknown: (p: { name: string }) => `there is no anchor \`&${p.name}\` before this alias`,
    cycle: (p: { name: string }) => `\`*${p.name}\` stands inside what it repeats`,
    bomb: (p: { limit: number }) => `aliases expand this file to more than ${p.limit} values`,
  },
});

export const tooDeep = defineDiagnostic({
  id: 'syntax/too-deep',
  severity: 'error',
  why: 'nothing that people write nests this deep; such a file is broken or hostile',
  messages: { nesting: (p: { limit: number }) => `nested deeper than ${p.limit} levels` },
});
