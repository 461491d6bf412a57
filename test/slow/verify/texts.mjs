// Files whose text matters: what kubectl reads from it is not what every reader of YAML does.
const kitchen = (spec) => `apiVersion: verify.dbspan.dev/v1
kind: Kitchen
metadata:
  name: kitchen
  namespace: default
spec:
  text: abc
${spec
  .split('\n')
  .map((line) => `  ${line}`)
  .join('\n')}
`;

const specs = {
  'yes is a flag': 'flag: yes',
  'off is a flag': 'flag: off',
  'y is a flag': 'flag: y',
  'yes is no text': 'memory: yes',
  'quoted yes is text': 'memory: "5Gi"\nnamespace: "yes"',
  'n is no text': 'namespace: n',
  octal: 'whole: 010',
  'octal out of range': 'whole: 014',
  'octal of YAML 1.2': 'whole: 0o10',
  hexadecimal: 'whole: 0x8',
  binary: 'whole: 0b100',
  underscores: 'large: 1_000',
  'a number as text': 'namespace: 1_0',
  'a float that is whole': 'whole: 4.0',
  'an exponent': 'large: 1e3',
  'an exponent as text': 'namespace: 1e3',
  'a time is text': 'formats:\n  date: 2026-01-31',
  'sexagesimal is text': 'namespace: 1:30',
  'tilde is null': 'maybe: ~',
  'nothing is null': 'maybe:',
  'null is no default': 'least: ~',
  infinity: 'double: .inf',
  'not a number': 'namespace: .nan',
  'an anchor': 'list: &list [a, b]\nset: *list',
  'a merge key': 'counted: &counted\n  a: 1\nclosed: 1',
  'merged fields': 'either: &either\n  a: x\nnever:\n  <<: *either',
  'merged and overridden': 'either: &either\n  a: x\nnever:\n  <<: *either\n  a: z',
  'a merge of a list': 'either: &one\n  a: x\nopen: &two\n  known: u\nnever:\n  <<: [*one]',
  'a tag': 'namespace: !!str 5',
  'a comment only': '# nothing',
  'a block text': 'text: |-\n  abc',
  'a large whole number': 'large: 9223372036854775807',
  'a larger whole number': 'large: 9223372036854775808',
  plus: 'whole: +4',
  'a trailing dot': 'whole: 4.',
};

/** [{ id, category, what, text }] */
export function texts() {
  const made = Object.entries(specs).map(([what, spec]) => ({
    id: what.replace(/\W+/g, '-'),
    category: 'yaml',
    what,
    text: kitchen(spec.startsWith('text:') ? spec.replace(/^text: /, 'namespace: ') : spec),
  }));
  const whole = kitchen('flag: true');
  return [
    ...made,
    {
      id: 'list',
      category: 'yaml',
      what: 'a List',
      text: `apiVersion: v1\nkind: List\nitems:\n  - ${whole.trimEnd().replaceAll('\n', '\n    ')}\n`,
    },
    {
      id: 'list-wrong',
      category: 'yaml',
      what: 'a List with a wrong item',
      text: `apiVersion: v1\nkind: List\nitems:\n  - ${whole.trimEnd().replace('true', '"x"').replaceAll('\n', '\n    ')}\n`,
    },
    {
      id: 'empty-documents',
      category: 'yaml',
      what: 'empty documents',
      text: `---\n---\n# nothing\n---\n${whole}---\n`,
    },
    {
      id: 'json',
      category: 'yaml',
      what: 'JSON',
      text: '{\n\t"apiVersion": "v1",\n\t"kind": "ConfigMap",\n\t"metadata": {"name": "a"}\n}\n',
    },
    {
      id: 'data-number',
      category: 'yaml',
      what: 'a number in a ConfigMap',
      text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { port: 3306 }\n',
    },
    {
      id: 'data-flag',
      category: 'yaml',
      what: 'a flag in a ConfigMap',
      text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { debug: on }\n',
    },
    {
      id: 'name-number',
      category: 'yaml',
      what: 'a number as a name',
      text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: 5 }\n',
    },
    {
      id: 'no-name',
      category: 'yaml',
      what: 'no name',
      text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n',
    },
    { id: 'no-kind', category: 'yaml', what: 'no kind', text: 'apiVersion: v1\nmetadata: { name: a }\n' },
    {
      id: 'no-apiversion',
      category: 'yaml',
      what: 'no apiVersion',
      text: 'kind: ConfigMap\nmetadata: { name: a }\n',
    },
  ];
}
