import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareOutputs } from '../src/changes/index.js';
import { statesOf } from '../src/commit-states.js';
import { compile } from '../src/compile.js';
import { readManifests } from '../src/manifests/index.js';
import { type JsonObject, outputDigest } from '../src/output/ownership.js';
import type { OutputFile } from '../src/output/tree.js';
import type { Plan } from '../src/plan/index.js';
import { type ChangePlan, planChange } from '../src/plan-change.js';
import { change, goodTopology } from '../src/rules/testing.js';
import { type Synthesis, synthesize } from '../src/synthesize.js';
import { drawnTopologies } from './survives.testing.js';

/** What a topology gives; undefined for one that does not compile. */
function made(text: string): { plans: readonly Plan[]; synthesis: Synthesis } | undefined {
  const { plans, diagnostics } = compile([{ name: 't', content: text }]);
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  return { plans, synthesis: synthesize(plans) };
}

/** The way from files, as they would be committed with the values of a program, to what a topology gives. */
function planFrom(
  files: readonly OutputFile[],
  program: Synthesis['program'],
  { plans, synthesis }: { plans: readonly Plan[]; synthesis: Synthesis },
): ChangePlan {
  const owned = new Map(files.map(({ path, source }) => [path, { sha256: '', source }]));
  const index = {
    dbspan: '0',
    input: '',
    output: outputDigest(owned),
    program: program as unknown as readonly JsonObject[],
    files: owned,
  };
  return planChange({ files, index }, plans, synthesis);
}

function isError({ severity }: { severity: string }): boolean {
  return severity === 'error';
}

/** What is wrong with the commits from one topology to another. */
function defectsBetween(before: string, after: string): string[] {
  const [old, young] = [made(before), made(after)];
  if (!old || !young) return [];
  const plan = planFrom(old.synthesis.files, old.synthesis.program, young);
  const defects: string[] = [];
  for (const { id, primary } of plan.diagnostics)
    if (primary.span.end < primary.span.start || primary.span.end > primary.span.file.text.length)
      defects.push(`${id} has no place`);
  const { commits } = plan.commits;
  const last = commits.at(-1)?.files ?? [];
  const contents = new Map(young.synthesis.files.map(({ path, content }) => [path, content]));
  for (const { path, content } of last)
    if (contents.get(path) !== content) defects.push(`the last commit leaves ${path} as it is not to be`);
  if (commits.some(({ number }, index) => number !== index + 1)) defects.push('commits are not numbered');
  const said = plan.diagnostics.filter(isError);
  let previous: readonly OutputFile[] = old.synthesis.files;
  const states = statesOf(plan.commits, young.synthesis.files);
  for (const [index, { files, commit }] of states.entries()) {
    const name = `commit ${index + 1} of ${states.length}`;
    // The plan is made anew from what each commit left, as `synth --step` does.
    defects.push(
      ...strayMoves(
        name,
        previous,
        files,
        commit.moves.map(({ object }) => object),
      ),
    );
    defects.push(...lostMajorities(name, previous, files));
    previous = files;
    if (index === states.length - 1) continue;
    const rest = planFrom(files, young.synthesis.program, young);
    const left = states.length - index - 1;
    if (rest.commits.commits.length !== left)
      defects.push(`after ${name} there are ${rest.commits.commits.length} left, not ${left}`);
    if (said.length > 0) continue;
    for (const { id, message } of rest.diagnostics.filter(isError))
      defects.push(`after ${name}: ${id} ${message}`);
  }
  return defects;
}

/** Objects that differ between two commits though no move of the second is about them, and moves that do nothing. */
function strayMoves(
  name: string,
  previous: readonly OutputFile[],
  files: readonly OutputFile[],
  moved: readonly ChangePlan['change']['objects'][number][],
): string[] {
  const byPath = (list: readonly OutputFile[]) => new Map(list.map((file) => [file.path, file]));
  const changed = compareOutputs(byPath(previous), byPath(files)).objects.flatMap(({ before, after }) =>
    [before, after].flatMap((object) => object?.file.path ?? []),
  );
  const named = new Set(
    moved.flatMap(({ before, after }) => [before, after].flatMap((object) => object?.file.path ?? [])),
  );
  return [...new Set(changed)]
    .filter((path) => !named.has(path))
    .map((path) => `${name} changes ${path} and does not say so`);
}

/** Members that vote, by database, as the objects say. */
function votesIn(files: readonly OutputFile[]): Map<string, number> {
  const votes = new Map<string, number>();
  const add = (key: string, count: number) => votes.set(key, (votes.get(key) ?? 0) + count);
  for (const { path, content } of files) {
    if (!/\/\d\d-[^/]*\/(?:mariadb|statefulset|deployment)\./.test(path)) continue;
    for (const { kind, name, namespace, root } of readManifests({ name: path, content }).manifests) {
      const key = `${path.split('/')[0]} ${namespace}`;
      const replicas = root.at('spec', 'replicas').number ?? 1;
      const instance = root.at('metadata', 'labels', 'app.kubernetes.io/instance').text;
      const component = root.at('metadata', 'labels', 'app.kubernetes.io/component').text;
      if (kind === 'StatefulSet') add(`${key}/${instance ?? name}`, replicas);
      else if (kind === 'Deployment' && component === 'arbitrator') add(`${key}/${instance}`, replicas);
      else if (kind === 'MariaDB' && root.at('spec', 'replication').value === undefined)
        add(`${key}/${name}`, replicas);
    }
  }
  return votes;
}

/** Databases of which half of the votes or more go at once, unless one member is left, which goes on alone. A database that goes as a whole has none to lose. */
function lostMajorities(
  name: string,
  previous: readonly OutputFile[],
  files: readonly OutputFile[],
): string[] {
  const now = votesIn(files);
  return [...votesIn(previous)].flatMap(([key, count]) => {
    const left = now.get(key);
    return left !== undefined && left > 1 && left * 2 <= count && left < count
      ? [`${name} leaves ${left} of ${count} votes of ${key}`]
      : [];
  });
}

const folders = fileURLToPath(new URL('changes/', import.meta.url));
const pairs = readdirSync(folders).filter((name) => existsSync(`${folders}${name}/before.yaml`));

test.each(pairs.sort())('%s: its commits lead where they should, forth and back', (name) => {
  const [before = '', after = ''] = ['before', 'after'].map((side) =>
    readFileSync(`${folders}${name}/${side}.yaml`, 'utf8'),
  );
  expect(defectsBetween(before, after)).toEqual([]);
  const [old, young] = [made(before), made(after)];
  if (!old || !young) throw new Error('does not compile');
  const { commits } = planFrom(old.synthesis.files, old.synthesis.program, young).commits;
  if (commits.length > 1) expect(defectsBetween(after, before)).toEqual([]);
  const none = planFrom(old.synthesis.files, old.synthesis.program, old);
  expect([none.change.objects, none.change.texts, none.diagnostics]).toEqual([[], [], []]);
});

type Edit = (text: string) => string;

/** Changes that people make, each somewhere in a topology; where there is nothing to change, nothing changes. */
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map(
    (count): Edit =>
      (text) =>
        text.replace(/replicas: \d+/, `replicas: ${count}`),
  ),
  fc.integer({ min: 1, max: 3 }).map(
    (kept): Edit =>
      (text) =>
        text.replace(
          /replicas: \[([\d, ]+)\]/,
          (_, list) => `replicas: [${list.split(', ').slice(0, kept).join(', ')}]`,
        ),
  ),
  fc.constantFrom<Edit>(
    (text) => text.replaceAll(/\bams\b/g, 'lon'),
    (text) => text.replace(/ {2}- name: (?:orders|wiki)\n/, '  - name: ledger\n'),
    (text) => text.replace(/size: \d+Gi/, 'size: 80Gi'),
    (text) => text.replace(/size: \d+Gi/, 'size: 10Gi'),
    (text) => text.replace(/memory: 4Gi/, 'memory: 8Gi'),
    (text) => text.replace(/survive: \S+/, 'survive: none'),
    (text) => text.replace('slice:\n  name: shop', 'slice:\n  name: mall'),
    (text) => text.replace('subnet: 10.7.0.0/16', 'subnet: 10.9.0.0/16'),
    (text) =>
      text
        .replace('  - name: fra\n    hub: true', '  - name: hub\n    hub: true')
        .replaceAll('cluster: fra', 'cluster: hub'),
    (text) => text.replace('distribution: k3s', 'distribution: rke2'),
    (text) => text.replace('"11.8.5"', '"11.4.9"'),
    (text) =>
      text.replace(/arbitrator: \{[^}]*\}/, 'arbitrator: { image: "registry.example.com/garbd:26.4.24" }'),
  ),
);

const numRuns = Number(process.env['STEPS_RUNS'] ?? 150);
const seed = Number(process.env['STEPS_SEED'] ?? 20261122);

test('so do those between any topology and the same with a few changes', () => {
  const counts = { tried: 0, compiled: 0 };
  const defects: string[] = [];
  fc.assert(
    fc.property(drawnTopologies, fc.array(edits, { minLength: 1, maxLength: 3 }), ({ text }, chosen) => {
      const before = text.replace(/survive: \S+/, 'survive: none');
      const after = chosen.reduce((given, edit) => edit(given), before);
      if (after === before) return;
      counts.tried += 1;
      if (!made(before) || !made(after)) return;
      counts.compiled += 1;
      for (const each of defectsBetween(before, after)) defects.push(`${each}\n${before}---\n${after}`);
    }),
    { numRuns, seed },
  );
  expect(defects).toEqual([]);
  expect(counts.compiled).toBeGreaterThan(numRuns / 20);
});

test('a database that goes to another namespace comes to an end', () => {
  const after = change(goodTopology, '    namespace: shop\n', '    namespace: mall\n');
  expect(defectsBetween(goodTopology, after)).toEqual([]);
});
