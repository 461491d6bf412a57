// kubectl reads back every string exactly as the topology says it, also those that look like something else to a reader of
// YAML 1.1: in names, in free text, in server options, in a Corefile.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { findKustomize } from '../../scripts/find-kustomize.mjs';
import { hasKubectl, readAsKubectl } from '../../scripts/read-yaml.mjs';
import { readTree } from '../../scripts/trees.mjs';
import { check, clustersIn, dbspan, root, run, skip, suite, temporaryFolder } from './harness.mjs';

/** Names of clusters: DNS labels that some reader takes for a number, a truth value, nothing, or a time. */
const names =
  'on off yes no y n true false null nan inf 0 1 12 007 0x1f 0o7 0b1 1e3 2-1 2001-01-01 e1 0e0'.split(' ');

/** Names of network interfaces and of accounts, which may have capital letters and dots. */
const words = [
  ...'17.2 17.10 1.5 1_000 0777 0o7 0o777 08 1e3 1E3 1.e3 6.02E23 1e400 0x1F 0X1F 0b1 0B1'.split(' '),
  ...'0b1_0 1__0 0o_7 On ON OFF y Y N Yes NO True TRUE FALSE tRue null Null NULL NaN Inf'.split(' '),
  ...'Infinity undefined 2024-01-01 2024-1-1'.split(' '),
];

/** Text of any kind. */
const texts = [
  ...words,
  ...'1. .5 +1 -1 +.5 -0 -0o17 -0x1f 1e+3 on off ~ .inf .Inf -.inf +.inf .nan .NaN 12:30:45 12:30 1:2'.split(
    ' ',
  ),
  ...'190:20:30.15 2024-01-01T00:00:00Z << = *a &a !a !!str %a @a `a - -- --- ... ? : a: #a [a {a a]'.split(
    ' ',
  ),
  ...'a} [] {} a,b , "a" \'a\' a"b a\'b a\\b \\ > | >- |a $A $(A) {{a}} 10.1.0.0/16 1Gi 500m'.split(' '),
  ...'é e\u0301 ß 漢字 😀 \u202e \u200b \u00a0 a\u00a0 \u2028 İstanbul ٣'.split(' '),
  ...['2001-12-14 21:59:43.10 -5', '- a', '? a', ': a', 'a: b', 'a #b', ' a', 'a ', '  ', 'a   ', '{{ a }}'],
];

/** Text of several lines, or with tabs: an option is one line, but an annotation or a Corefile need not be. */
const lines = ['a\nb', 'a\n', '\na', 'a\n\nb\n', ' a\n b', 'a \nb ', 'a\n ', 'a\tb', '\ta', 'a\t', 'a\r\nb'];
lines.push('a\rb', '\n', '#\n- a', 'a\n\n', '\n\na', '\t\n', 'a\n\tb');

/** How each server takes an option that it does not know. */
const optional = { mariadb: 'loose_', postgres: 'reading.' };

/** What no YAML reader keeps. dbspan may refuse it, but must not write something else. */
const hopeless = [
  '\u0000',
  '\u0007',
  '\u001b[0m',
  '\u007f',
  '\u0085',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udc00a',
];

await suite(async () => {
  if (!hasKubectl()) {
    skip('kubectl reads back what was meant', 'kubectl is not here');
    return;
  }
  const scratch = temporaryFolder();
  const { compile, printYaml, synthesizeObjects } = await import(join(root, 'lib/index.js'));

  printer(printYaml);
  compareProgram('options', program({ clusters: ['a', 'b'], options: texts }));
  for (const clusters of chunks(names)) compareProgram('names of clusters', program({ clusters }));
  for (const interfaces of chunks(words)) {
    const clusters = interfaces.map((_, index) => `c${index}`);
    compareProgram('interfaces', program({ clusters, interfaces }));
  }
  const accounts = words.filter((word) => /^[a-zA-Z0-9.-]{2,}$/.test(word));
  compareProgram('accounts', program({ clusters: ['a', 'b'], accounts }));
  compareProgram('a Corefile', program({ clusters: ['a', 'b'], corefile: nastyCorefile() }));
  for (const text of hopeless) {
    const code = text.codePointAt(0)?.toString(16).padStart(4, '0');
    const label = `an option with U+${code} is refused, or kept`;
    const topology = program({ clusters: ['a', 'b'], options: [text] });
    writeFileSync(join(scratch, 'hopeless.yaml'), topology.text);
    const validation = dbspan(['validate', join(scratch, 'hopeless.yaml')]);
    if (validation.code === 1)
      check(label, /hopeless\.yaml:\d+:\d+/.test(validation.stderr), validation.stderr);
    else compareProgram(label, topology);
  }

  /** What the topology says, what the library makes of it, and what kubectl reads from the files: all the same. */
  function compareProgram(name, { text, said, files }) {
    const folder = join(scratch, `${Math.random()}`);
    mkdirSync(folder);
    const path = join(folder, 'topology.yaml');
    const out = join(folder, 'out');
    writeFileSync(path, text);
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
    const { code, stderr } = dbspan(['synth', path, '-o', out]);
    if (code !== 0) {
      check(`${name}: compiles`, false, stderr);
      return;
    }
    const { plans } = compile([{ name: path, content: text }], { readFile: (file) => files[file] });
    const meant = plans.flatMap(synthesizeObjects).map(({ object }) => JSON.parse(JSON.stringify(object)));
    const read = readFiles(out);
    const missing = meant.filter((object) => !read.some((other) => isDeepStrictEqual(object, other)));
    check(
      `${name}: kubectl reads ${read.length} objects as they were meant`,
      missing.length === 0 && read.length > 0,
      missing.map((object) => `read otherwise: ${JSON.stringify(object)}`),
    );
    compareSaid(`${name}: every string is there, exactly`, said, stringsIn(read));
    const tool = findKustomize();
    if (!tool) {
      skip(`${name}: and through kustomize`, 'neither kustomize 5 nor kubectl 1.27 is here');
      return;
    }
    const built = clustersIn(out).flatMap((cluster) => {
      const [command, ...given] = tool.command;
      const { stdout } = run(command, [...given, join(out, cluster)]);
      return readAsKubectl(stdout);
    });
    compareSaid(`${name}: and through kustomize`, said, stringsIn(built));
  }
});

/** The printer by itself: every text as a value, and as a key. */
function printer(printYaml) {
  const all = [...texts, ...lines, ''];
  const wrong = [];
  for (const text of all) {
    const object = {
      apiVersion: 'v1',
      kind: 'Any',
      metadata: { name: 'x' },
      value: text,
      list: [text, { text }],
    };
    if (text !== '') object.map = { [text]: text };
    const [read] = readAsKubectl(printYaml(object));
    if (!isDeepStrictEqual(read, object))
      wrong.push(`${JSON.stringify(object)} read as ${JSON.stringify(read)}`);
  }
  check(`${all.length} texts as values and keys`, wrong.length === 0, wrong);
}

function compareSaid(name, said, found) {
  const wrong = Object.entries(said).filter(([key, text]) => found.get(key) !== text);
  check(name, wrong.length === 0, [
    wrong.map(
      ([key, text]) => `${key}: ${JSON.stringify(text)} came back as ${JSON.stringify(found.get(key))}`,
    ),
  ]);
}

/** A slice has room for 32 members. */
function chunks(list) {
  const parts = [];
  for (let first = 0; first < list.length; first += 24) parts.push(list.slice(first, first + 24));
  return parts;
}

/** A Corefile as kubeadm writes it, with every text in a comment. */
function nastyCorefile() {
  const plain = readFileSync(join(root, 'spec/examples/corefiles/fra.Corefile'), 'utf8');
  return `${texts.map((text) => `# ${text}\n`).join('')}${plain}`;
}

/** A topology that says some strings, and the strings by a key under which they must be found again. */
function program({ clusters, interfaces = [], accounts = [], options = [], corefile }) {
  const said = {};
  const listed = clusters.map((name, index) => {
    const hub = index === 0 ? '\n    hub: true\n    apiServer: https://hub.example.com:6443' : '';
    const distribution = corefile === undefined ? 'k3s' : 'kubeadm\n    corefile: Corefile';
    return `  - name: "${name}"${hub}
    distribution: ${distribution}
    networkInterface: ${quoted(interfaces[index] ?? 'eth0')}
    kubesliceDNS: 10.43.40.${index + 1}`;
  });
  const database = (name, engine, version) => `  - name: ${name}
    namespace: demo
    provider: kubedb
    engine: ${engine}
    version: "${version}"
    placement:
      - cluster: "${clusters[0]}"
        replicas: 3
    storage: { size: 20Gi }
    resources: { memory: 4Gi, cpu: "1" }
    config: { ${options.map((text, index) => `${optional[engine]}option_${index}: ${quoted(text)}`).join(', ')} }
`;
  const text = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: nasty }
clusters:
${listed.join('\n')}
slice:
  name: nasty
  subnet: 10.200.0.0/16
  maxClusters: 32
  clusters: [${clusters.map(quoted).join(', ')}]
  serviceAccounts: { readWrite: [${['admin', ...accounts].map(quoted).join(', ')}] }
databases:
${database('db-a', 'mariadb', '11.8.5')}${database('db-b', 'postgres', '17.9-bookworm')}`;

  for (const name of clusters) said[`name ${name}`] = name;
  for (const [index, name] of interfaces.entries()) said[`interface ${clusters[index]}`] = name;
  for (const name of accounts) said[`account ${name}`] = name;
  for (const [index, value] of options.entries()) {
    for (const engine of ['MariaDB', 'Postgres']) said[`${engine} option_${index}`] = value;
  }
  if (corefile !== undefined) said['corefile'] = true;
  return { text, said, files: corefile === undefined ? {} : { Corefile: corefile } };
}

/** JSON's quotes are YAML's, but YAML has no use for halves of surrogate pairs. */
function quoted(text) {
  return JSON.stringify(text);
}

/** Every object of an output folder, read by kubectl. */
function readFiles(out) {
  const manifests = [...readTree(out)].filter(
    ([path]) => /\.yaml$/.test(path) && !/(^|\/)(kustomization\.yaml$|values\/)/.test(path),
  );
  return readAsKubectl(manifests.map(([, text]) => text).join('\n---\n'));
}

/** What objects say, by the same keys. */
function stringsIn(objects) {
  const found = new Map();
  for (const { kind, metadata, spec, data } of objects) {
    if (kind === 'Cluster') {
      found.set(`name ${metadata.name}`, metadata.name);
      found.set(`interface ${metadata.name}`, spec.networkInterface);
    }
    for (const account of (kind === 'Project' && spec.serviceAccount?.readWrite) || []) {
      found.set(`account ${account}`, account);
    }
    for (const file of Object.values(spec?.configuration?.inline ?? {})) {
      for (const [, option, text] of file.matchAll(/^(?:loose_|reading\.)(option_\d+) = ([^\n]*)$/gm)) {
        found.set(`${kind} ${option}`, unquote(kind, text));
      }
    }
    if (data?.Corefile) {
      found.set(
        'corefile',
        texts.every((text) => data.Corefile.includes(`# ${text}\n`)),
      );
    }
  }
  return found;
}

/** Reads a value as the server does in its configuration file. */
function unquote(engine, text) {
  if (engine === 'MariaDB') return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/gs, '$1') : text;
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'").replace(/\\(.)/gs, '$1') : text;
}
