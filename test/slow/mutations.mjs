// `dbspan verify` says what an API server says: objects that are wrong in hundreds of ways are given to both. The server is
// ../shared/tools/apiserver, as for the suite `apiserver`. With --update, docs/verify-corpus.md is written anew.
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { isPair, parseAllDocuments, parseDocument } from 'yaml';
import { existingServer, missingServer, shared, startServer } from './apiserver-tool.mjs';
import { check, dbspan, note, root, run, skip, suite, temporaryFolder } from './harness.mjs';
import { installCrds } from './verify/crds.mjs';
import { knownDifferences } from './verify/differences.mjs';
import { mutationsOf } from './verify/mutate.mjs';
import { clientOf, judge } from './verify/server.mjs';
import { texts } from './verify/texts.mjs';
import { wrongOnes } from './verify/wrong.mjs';

const update = process.argv.includes('--update');
const verbose = process.argv.includes('--verbose');
const page = join(root, 'docs/verify-corpus.md');

await suite(async () => {
  const reason = missingServer();
  if (reason !== undefined) {
    skip('dbspan verify agrees with an API server', reason);
    return;
  }
  const scratch = temporaryFolder();
  const crds = join(scratch, 'crds');
  cpSync(join(shared, 'crds'), crds, { recursive: true });
  cpSync(join(root, 'test/slow/crds'), join(crds, 'ours'), { recursive: true });
  cpSync(join(root, 'test/slow/verify/crds'), join(crds, 'kitchen'), { recursive: true });
  const environment = existingServer() ?? startServer(scratch);
  installCrds(crds, environment);

  const right = [...samples(), ...ownObjects()];
  const cases = [];
  for (const { name, object } of right) {
    cases.push({ id: `${name}-right`, category: 'right', what: 'as it is', path: '', object });
    const most = name.includes('Kitchen') ? 260 : name.startsWith('sample') ? 70 : 12;
    cases.push(...mutationsOf(name, object, most));
  }
  for (const [index, { category, what, object }] of wrongOnes(right).entries())
    cases.push({ id: `made-${index}`, category, what, path: '', object });
  const results = await compare(cases, crds, scratch, environment);
  const textResults = compareTexts(crds, scratch, environment);
  report([...results, ...textResults]);
});

function samples() {
  const documents = parseAllDocuments(readFileSync(join(root, 'test/slow/verify/samples.yaml'), 'utf8'));
  return documents.map((document) => {
    const object = document.toJS();
    return { name: `sample-${object.kind}-${object.apiVersion.replace(/\W/g, '-')}`, object };
  });
}

/** One object of each kind that dbspan writes, from its own output and from the golden scenarios. */
function ownObjects() {
  const found = new Map();
  for (const file of [...yamlBelow(join(root, 'dist')), ...yamlBelow(join(root, 'test/golden'))].sort()) {
    if (!/\/(?:dist)\/[^/]+\/\d\d[^/]*\/[^/]+\.yaml$/.test(file) || file.endsWith('kustomization.yaml'))
      continue;
    const object = parseAllDocuments(readFileSync(file, 'utf8'))[0].toJS();
    const key = `own-${object.kind}-${object.apiVersion.replace(/\W/g, '-')}`;
    if (!found.has(key)) found.set(key, object);
    else if (!found.has(`${key}-2`) && JSON.stringify(object.spec) !== JSON.stringify(found.get(key).spec))
      found.set(`${key}-2`, object);
  }
  return [...found].map(([name, object]) => ({ name, object }));
}

function yamlBelow(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return yamlBelow(path);
    return name.endsWith('.yaml') ? [path] : [];
  });
}

async function compare(cases, crds, scratch, environment) {
  const folder = join(scratch, 'objects');
  mkdirSync(folder);
  for (const { id, object } of cases)
    writeFileSync(join(folder, `${id}.json`), JSON.stringify(object, undefined, 1));
  const ours = verdictsOf(folder, crds);
  const kas = clientOf(environment.KAS_KUBECONFIG, 'kas');
  const core = environment.KAS_CORE === '0' ? undefined : clientOf(environment.KAS_KUBECONFIG, 'core-1.20');
  const results = [];
  for (const each of cases) {
    let theirs = await judge(kas, each.object);
    // Rules written by hand for built-in kinds are known to the old server alone.
    if (theirs.accepted && core && isBuiltIn(each.object)) {
      const old = await judge(core, each.object, { apply: false, strict: false });
      if (!old.accepted && old.message !== 'no such kind')
        theirs = { ...old, message: `[1.20] ${old.message}`, old: true };
    }
    results.push({
      ...each,
      theirs,
      ours: oursOf(ours.get(`${each.id}.json`), { theirs, object: each.object }),
    });
  }
  return results;
}

function isBuiltIn({ apiVersion }) {
  return !apiVersion.includes('.') || /^[a-z.]+\.k8s\.io\//.test(apiVersion);
}

/** The errors of `dbspan verify` by file: those of the schema, and apart from them those of the rules, which know more than an API server. */
function verdictsOf(folder, crds) {
  const { code, stdout, stderr } = dbspan(['verify', folder, '--crds', crds, '--format', 'json']);
  if (code !== 0 && code !== 1) throw new Error(`dbspan verify ended with ${code}: ${stderr}${stdout}`);
  const byFile = new Map();
  for (const diagnostic of JSON.parse(stdout).diagnostics) {
    if (diagnostic.severity !== 'error') continue;
    const file = diagnostic.place.file.split('/').at(-1);
    const verdict = byFile.get(file) ?? { schema: [], rules: [] };
    byFile.set(file, verdict);
    verdict[/^(?:manifest|syntax)\//.test(diagnostic.id) ? 'schema' : 'rules'].push(diagnostic);
  }
  return byFile;
}

/**
 * What dbspan has against an object. Where a rule and the schema refuse one value, the rule alone speaks, so that its error counts at the
 * place that the server names.
 */
function oursOf(verdict, { theirs, object }) {
  const { schema, rules } = verdict ?? { schema: [], rules: [] };
  if (schema.length > 0 || theirs.accepted || !object) return schema;
  return rules.filter((finding) => samePlace({ theirs, ours: [finding], object }));
}

/** Files whose text is what matters are given to kubectl, as it reads them. */
function compareTexts(crds, scratch, environment) {
  const folder = join(scratch, 'texts');
  mkdirSync(folder);
  const all = texts();
  for (const { id, text } of all) writeFileSync(join(folder, `${id}.yaml`), text);
  const ours = verdictsOf(folder, crds);
  return all.map((each) => {
    const { code, stdout, stderr } = run(environment.KUBECTL, [
      '--kubeconfig',
      environment.KAS_KUBECONFIG,
      'apply',
      '--server-side',
      '--dry-run=server',
      '--validate=strict',
      '-f',
      join(folder, `${each.id}.yaml`),
    ]);
    const theirs = { accepted: code === 0, message: stderr || stdout, fields: [] };
    return { ...each, path: '', theirs, ours: oursOf(ours.get(`${each.id}.yaml`), { theirs }) };
  });
}

function report(results) {
  const table = new Map();
  const differing = [];
  const excused = new Map();
  const misplaced = [];
  for (const result of results) {
    const row = table.get(result.category) ?? {
      total: 0,
      refused: 0,
      agree: 0,
      fields: 0,
      sameField: 0,
      known: 0,
    };
    table.set(result.category, row);
    row.total += 1;
    const refused = result.ours.length > 0;
    if (!result.theirs.accepted) row.refused += 1;
    if (refused === !result.theirs.accepted) {
      row.agree += 1;
      if (refused && result.theirs.fields.length > 0) {
        row.fields += 1;
        if (samePlace(result)) row.sameField += 1;
        else misplaced.push(result);
      }
      continue;
    }
    const known = knownDifferences.find(({ applies }) => applies(result));
    if (known) {
      row.known += 1;
      excused.set(known.why, (excused.get(known.why) ?? 0) + 1);
    } else differing.push(result);
  }
  for (const { id, what, path, theirs, ours } of differing)
    note(
      `${id} ${path} ${what}: server ${theirs.accepted ? 'accepts' : `refuses: ${theirs.message.slice(0, 300)}`}; dbspan ${
        ours.length === 0
          ? 'accepts'
          : `refuses: ${ours
              .map(({ id: kind, message }) => `${kind} ${message}`)
              .join('; ')
              .slice(0, 200)}`
      }`,
    );
  if (verbose)
    for (const { id, what, path, theirs, ours } of misplaced)
      note(
        `place: ${id} ${path} ${what}: server ${theirs.fields.join(', ')} (${theirs.message.slice(0, 160)}); dbspan ${ours
          .map(({ message }) => message)
          .join('; ')
          .slice(0, 200)}`,
      );
  check(
    `dbspan verify and the API server agree about ${results.length} objects`,
    differing.length === 0,
    `${differing.length} differ`,
  );
  check('at least 300 objects were compared', results.length >= 300);
  const text = pageOf(results.length, table, excused);
  if (update) writeFileSync(page, text);
  else check('docs/verify-corpus.md is up to date (--update writes it)', readFileSync(page, 'utf8') === text);
}

/** Whether one of our findings stands at a field that the server names, at one on the way to it or below it. */
function samePlace({ theirs, ours, object }) {
  const named = new Set(theirs.fields.map(withoutIndexes));
  const text = JSON.stringify(object, undefined, 1);
  const document = parseDocument(text);
  const places = ours.map(({ place, message }) => {
    const lacks = /lacks `([^`]+)`$/.exec(message)?.[1];
    const path = pathAt(document.contents, offsetOf(text, place.line, place.column));
    return withoutIndexes([...path, ...(lacks ? [lacks] : [])].join('.'));
  });
  return [...named].some((field) => places.some((each) => each.startsWith(field) || field.startsWith(each)));
}

function withoutIndexes(path) {
  return path
    .replaceAll(/\["?([^\]"]*)"?\]/g, (_, inside) => (/^\d+$|=/.test(inside) ? '' : `.${inside}`))
    .replaceAll(/\.\d+(?=\.|$)/g, '')
    .replace(/^\./, '')
    .replace(/clusterIPs/, 'clusterIP');
}

function offsetOf(text, line, column) {
  return (
    text
      .split('\n')
      .slice(0, line - 1)
      .reduce((sum, each) => sum + each.length + 1, 0) +
    column -
    1
  );
}

/** The path of the field or item at an offset. */
function pathAt(node, offset, path = []) {
  for (const [index, each] of (node?.items ?? []).entries()) {
    const [key, value] = isPair(each) ? [each.key, each.value] : [undefined, each];
    const [start, end] = [(key ?? value).range[0], (value ?? key).range[1]];
    if (offset >= start && offset < end) return pathAt(value, offset, [...path, key ? key.value : index]);
  }
  return path;
}

function pageOf(total, table, excused) {
  const lines = [
    '# How well `dbspan verify` agrees with an API server',
    '',
    `Written by \`node test/slow/mutations.mjs --update\`: ${total} objects, nearly all with one mistake in them, were given to`,
    '`dbspan verify --crds` and to the API server library of Kubernetes 1.36 (creation and server-side apply, dry run, strict field',
    'validation). What built-in kinds are refused for by hand-written code comes from a whole API server of 1.20.',
    '',
    '| mistakes about | objects | refused by the server | same verdict | explained below | same field named |',
    '|---|---:|---:|---:|---:|---:|',
  ];
  const sum = { total: 0, refused: 0, agree: 0, known: 0, fields: 0, sameField: 0 };
  for (const [category, row] of [...table].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const key of Object.keys(sum)) sum[key] += row[key];
    lines.push(
      `| ${category} | ${row.total} | ${row.refused} | ${row.agree} | ${row.known} | ${row.sameField} of ${row.fields} |`,
    );
  }
  lines.push(
    `| all | ${sum.total} | ${sum.refused} | ${sum.agree} | ${sum.known} | ${sum.sameField} of ${sum.fields} |`,
    '',
  );
  lines.push(
    '"Same field named" counts the refusals in which the server names a field: dbspan points at that field, at one on the way to it or below it.',
    '',
  );
  if (excused.size > 0) {
    lines.push('## Differences', '');
    for (const [why, count] of [...excused].sort(([a], [b]) => (a < b ? -1 : 1)))
      lines.push(`- ${count}: ${why}`);
    lines.push('');
  }
  return `${lines.join('\n')}`;
}
