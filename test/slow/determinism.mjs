// The same program gives the same bytes, wherever and however it is compiled: in any time zone and locale, from any folder,
// with its keys in any order, from standard input, over an older output, and through the cdk8s CLI.
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import process from 'node:process';
import { parse, stringify } from 'yaml';
import { differences, readTree } from '../../scripts/trees.mjs';
import {
  check,
  dbspan,
  dbspanProgram,
  programs,
  root,
  run,
  suite,
  synthesize,
  temporaryFolder,
} from './harness.mjs';

const surroundings = [
  { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' },
  { TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
  { TZ: 'Asia/Kathmandu', LC_ALL: 'ar_EG.UTF-8', LANG: 'ja_JP.SJIS', LC_NUMERIC: 'fr_FR' },
  { TZ: ':nonsense', LC_ALL: 'nonsense', FORCE_COLOR: '3', CI: 'true', TERM: 'dumb', HOME: '/nonexistent' },
];

/** Ways to write the same topology. The order of lists says something, that of keys does not. */
const rewritings = [
  ['keys reversed', (text) => stringify(reversed(parse(text)))],
  ['keys reversed and flow style', (text) => stringify(reversed(parse(text)), { collectionStyle: 'flow' })],
  ['as JSON', (text) => JSON.stringify(parse(text))],
  ['without comments, with CRLF', (text) => stringify(parse(text)).replaceAll('\n', '\r\n')],
  ['with a byte order mark', (text) => `\ufeff${text}`],
];

await suite(() => {
  const scratch = temporaryFolder();
  for (const program of programs) checkProgram(program, join(scratch, basename(program, '.yaml')));
  checkSeveral(join(scratch, 'several'));
});

function checkProgram(program, folder) {
  const name = basename(program);
  const expected = join(folder, 'expected');
  mkdirSync(folder);
  synthesize(relative(root, program), expected);
  let count = 0;
  const fresh = () => join(folder, `out-${++count}`);
  const same = (how, out) => checkSame(`${name}: ${how}`, expected, out);

  for (const environment of surroundings) {
    const out = fresh();
    synthesize(program, out, { environment });
    same(`TZ=${environment.TZ} LC_ALL=${environment.LC_ALL}`, out);
  }

  for (const [how, directory] of [
    ['from /', '/'],
    ['from its own folder', dirname(program)],
    ['from the output folder’s parent', folder],
  ]) {
    const out = fresh();
    synthesize(relative(directory, program), relative(directory, out), { directory });
    same(how, out);
  }

  for (const mask of ['0000', '0077']) {
    const out = fresh();
    const shell = `umask ${mask} && exec "$@"`;
    run('sh', ['-c', shell, 'sh', process.execPath, dbspanProgram, 'synth', program, '-o', out]);
    same(`umask ${mask}`, out);
  }

  const link = join(folder, 'link');
  symlinkSync(root, link);
  const throughLink = fresh();
  synthesize(join(link, relative(root, program)), throughLink);
  same('through a symbolic link', throughLink);

  for (const [how, rewrite] of rewritings) {
    const copy = join(folder, how.replaceAll(' ', '-'));
    const out = fresh();
    copyProgram(program, join(copy, 'other-name.yml'), rewrite);
    synthesize(join(copy, 'other-name.yml'), out);
    same(how, out);
  }

  const fromInput = fresh();
  const { code, stderr } = dbspan(['synth', '-', '-o', fromInput], {
    directory: dirname(program),
    input: readFileSync(program),
  });
  if (code === 0) same('from standard input', fromInput);
  else check(`${name}: from standard input`, false, stderr);

  const over = fresh();
  synthesize(
    programs.find((other) => other !== program),
    over,
  );
  const replaced = dbspan(['synth', program, '-o', over, '--never-applied']);
  if (replaced.code !== 0) throw new Error(replaced.stderr);
  same('over the output of another program', over);
  synthesize(program, over);
  same('a second time', over);

  same('through npx cdk8s synth', throughCdk8s(program, join(folder, 'cdk8s')));
}

function reversed(value) {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

/** With the Corefiles it refers to. */
function copyProgram(program, to, rewrite = (text) => text) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(join(root, 'spec/examples/corefiles'), join(dirname(to), 'corefiles'), { recursive: true });
  writeFileSync(to, rewrite(readFileSync(program, 'utf8')));
}

/** As in a clone whose default program this is. */
function throughCdk8s(program, folder) {
  copyProgram(program, join(folder, 'spec/topology.yaml'));
  cpSync(join(root, 'cdk8s.yaml'), join(folder, 'cdk8s.yaml'));
  for (const part of ['bin', 'lib', 'node_modules']) symlinkSync(join(root, part), join(folder, part));
  const { code, stdout, stderr } = run('npx', ['cdk8s', 'synth', '--no-check-upgrade'], {
    directory: folder,
    environment: { npm_config_offline: 'true' },
  });
  if (code !== 0) throw new Error(`npx cdk8s synth ended with ${code}\n${stdout}${stderr}`);
  return join(folder, 'dist');
}

/** Several files are one program, in whatever order they are named. */
function checkSeveral(folder) {
  const names = [
    'kubedb-mariadb-guide.yaml',
    'three-clusters-five-replicas.yaml',
    'two-databases-one-slice.yaml',
  ];
  const given = names.map((name) => join(folder, 'in', name));
  for (const [index, name] of names.entries()) copyProgram(join(root, 'spec/examples', name), given[index]);
  const ways = [given, given.toReversed(), [given[1], given[0], given[2], given[1]], [join(folder, 'in')]];
  for (const [index, files] of ways.entries()) {
    const out = join(folder, `out-${index}`);
    synthesize(files, out);
    if (index === 0) continue;
    const how =
      files.length === 1 ? 'their folder' : files.map((file) => names.indexOf(basename(file))).join(' ');
    checkSame(`three files: ${how}`, join(folder, 'out-0'), out);
  }
}

function checkSame(name, expected, out) {
  const different = differences(expected, out);
  const [first] = different;
  check(name, different.length === 0, [
    different,
    first === undefined ? [] : [`${first}:`, firstDifference(expected, out, first)],
  ]);
}

function firstDifference(expected, out, path) {
  const [left, right] = [expected, out].map((folder) => readTree(folder).get(path)?.split('\n') ?? []);
  const line = left.findIndex((text, index) => text !== right[index]);
  return [`line ${line + 1}`, `  ${left[line]}`, `  ${right[line]}`];
}
