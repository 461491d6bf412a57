import { compile } from '../compile.js';
import { type Diagnostic, Findings, locationOf, positionAt, sortDiagnostics } from '../diagnostics/index.js';
import { ManifestSet, readManifests } from '../manifests/index.js';
import { type JsonObject, outputDigest } from '../output/ownership.js';
import type { FileContent } from '../plan/index.js';
import { type ChangePlan, planChange } from '../plan-change.js';
import { synthesize } from '../synthesize.js';
import { rulesOf } from './catalogue.js';

/** A topology with one database over two clusters, in which every rule is content. Tests change a piece of it. */
export const goodTopology = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata:
  name: shop
clusters:
  - name: fra
    hub: true
    distribution: k3s
    apiServer: https://10.2.0.56:6443
    networkInterface: eth0
    kubesliceDNS: 10.43.0.100
  - name: ams
    distribution: k3s
    networkInterface: eth0
    kubesliceDNS: 10.43.0.101
slice:
  name: shop
  subnet: 10.7.0.0/16
databases:
  - name: orders
    namespace: shop
    provider: kubedb
    engine: mariadb
    version: "11.8.5"
    placement:
      - cluster: fra
        replicas: [0, 2]
      - cluster: ams
        replicas: [1]
    survive: none
    storage: { size: 20Gi }
`;

/** What {@link database} may say otherwise. */
export interface DatabaseText {
  readonly name: string;
  readonly namespace?: string;
  readonly engine?: 'mariadb' | 'postgres';
  readonly version?: string;
  readonly placement?: string;
  readonly size?: string;
}

/** One more kubedb database, to be put at the end of {@link goodTopology}. Its name stands at 32:11, 8 lines further for each. */
export function database(text: DatabaseText): string {
  const engine = text.engine ?? 'mariadb';
  return `  - name: ${text.name}
    namespace: ${text.namespace ?? 'shop'}
    provider: kubedb
    engine: ${engine}
    version: ${text.version ?? (engine === 'mariadb' ? '11.8.5' : '17.9-bookworm')}
    placement: ${text.placement ?? '[{ cluster: fra, replicas: [0, 2] }, { cluster: ams, replicas: [1] }]'}
    survive: none
    storage: { size: ${text.size ?? '20Gi'} }
`;
}

/** Replaces one piece of a text; throws when it does not occur exactly once, so that a test cannot pass by accident. */
export function change(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`not exactly once in the text: ${from}`);
  return text.replace(from, () => to);
}

/** Files that a topology refers to, by path. */
export type TestFiles = Readonly<Record<string, FileContent>>;

function diagnosticsOf(text: string, files: TestFiles): readonly Diagnostic[] {
  return compile([{ name: 't', content: text }], { readFile: (path) => files[path] }).diagnostics;
}

/** Findings of a topology as `severity id line:column message`, sorted; notes only when asked for. */
export function findingsOf(text: string, notes = false, files: TestFiles = {}): string[] {
  return diagnosticsOf(text, files)
    .filter(({ severity }) => notes || severity !== 'info')
    .map((each) => `${each.severity} ${each.id} ${locationOf(each).slice(2)} ${each.message}`);
}

/** What to do about each finding of a topology, notes included, in the order of the findings. */
export function fixesOf(text: string, files: TestFiles = {}): (string | undefined)[] {
  return diagnosticsOf(text, files).map(({ fix }) => fix);
}

/** The other places of each finding of a topology, notes included, as `line:column remark`. */
export function relatedOf(text: string, files: TestFiles = {}): string[][] {
  return diagnosticsOf(text, files).map(({ related }) =>
    related.map(({ span, text: remark }) => {
      const { line, column } = positionAt(span.file, span.start);
      return `${line}:${column} ${remark}`;
    }),
  );
}

function manifestDiagnosticsOf(text: string): readonly Diagnostic[] {
  const { manifests, diagnostics } = readManifests({ name: 'm', content: text });
  const findings = new Findings();
  const set = new ManifestSet(manifests);
  for (const rule of rulesOf('manifests')) rule.run('manifests', set, findings);
  return sortDiagnostics([...diagnostics, ...findings.list()]);
}

/** Findings of the rules about manifests, as `severity id line:column message`, sorted; notes too. */
export function manifestFindingsOf(text: string): string[] {
  return manifestDiagnosticsOf(text).map(
    (each) => `${each.severity} ${each.id} ${locationOf(each).slice(2)} ${each.message}`,
  );
}

/** What to do about each finding of one rule in manifests, in the order of the findings. */
export function manifestFixesOf(id: string, text: string): (string | undefined)[] {
  return manifestDiagnosticsOf(text).flatMap((each) => (each.id === id ? [each.fix] : []));
}

/** Findings of a program of several files, as `severity id file:line:column message`, sorted; notes only when asked for. */
export function programFindingsOf(files: Readonly<Record<string, string>>, notes = false): string[] {
  const inputs = Object.entries(files).map(([name, content]) => ({ name, content }));
  return compile(inputs)
    .diagnostics.filter(({ severity }) => notes || severity !== 'info')
    .map((each) => `${each.severity} ${each.id} ${locationOf(each)} ${each.message}`);
}

/** What one topology gives, as it would be committed. Throws when it does not compile. */
function outputOf(text: string, files: TestFiles) {
  const { plans, diagnostics } = compile([{ name: 't', content: text }], {
    readFile: (path) => files[path],
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ id, message }) => `${id}: ${message}`).join('\n'));
  return { plans, synthesis: synthesize(plans) };
}

/** The change from the output of one topology to that of another. */
export function changePlanOf(before: string, after: string, files: TestFiles = {}): ChangePlan {
  const { synthesis: old } = outputOf(before, files);
  const owned = new Map(old.files.map(({ path, source }) => [path, { sha256: '', source }]));
  const index = {
    dbspan: '0',
    input: old.input,
    output: outputDigest(owned),
    program: old.program as unknown as readonly JsonObject[],
    files: owned,
  };
  const { plans, synthesis } = outputOf(after, files);
  return planChange({ files: old.files, index }, plans, synthesis);
}

/** The change from files that dbspan did not write, by path, to the output of a topology. */
export function changePlanFrom(committed: Readonly<Record<string, string>>, after: string): ChangePlan {
  const files = Object.entries(committed).map(([path, content]) => ({ path, content }));
  const { plans, synthesis } = outputOf(after, {});
  return planChange({ files, index: undefined }, plans, synthesis);
}

/** Findings about the change from one topology to another, as `severity id line:column message` in the new one, sorted; notes too. */
export function changeFindingsOf(before: string, after: string, files: TestFiles = {}): string[] {
  return changePlanOf(before, after, files).diagnostics.map(
    (each) => `${each.severity} ${each.id} ${locationOf(each).slice(2)} ${each.message}`,
  );
}

/** The commits of the change from one topology to another: what each does, `Kind name (what)`. */
export function commitsOf(before: string, after: string, files: TestFiles = {}): string[][] {
  return changePlanOf(before, after, files).commits.commits.map(({ moves }) =>
    moves.map(({ object, what }) => {
      const { kind, name } = (object.after ?? object.before).manifest;
      return what === undefined ? `${kind} ${name}` : `${kind} ${name} (${what})`;
    }),
  );
}
