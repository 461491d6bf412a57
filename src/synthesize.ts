import { createHash } from 'node:crypto';
import { ApiObject, App } from 'cdk8s';
import { Charts, originOf, systems, type WaveChart } from './charts/index.js';
import { collision } from './collision.js';
import { checkConformance } from './conformance.js';
import { type Diagnostic, Findings, type Span } from './diagnostics/index.js';
import type { Manifest } from './imports/index.js';
import { kustomizationsOf } from './kustomizations.js';
import { objectFileName } from './output/paths.js';
import type { OutputFile } from './output/tree.js';
import type { Plan, Wave } from './plan/index.js';
import { renderRunbook } from './report/runbook.js';
import type { Topology } from './topology/index.js';
import { printYaml } from './yaml/print.js';

/** An object of the output with its place and its origin. */
export interface SynthesizedObject {
  readonly cluster: string;
  readonly wave: Wave;
  readonly object: Manifest;
  /** Where in the program it comes from: `shop/databases[orders]`, the topology's name and a path in it. */
  readonly source: string;
  readonly span: Span;
}

/** The output of a program. */
export interface Synthesis {
  readonly files: readonly OutputFile[];
  /** SHA-256 of what was compiled: the topologies' values and the files they refer to, not their layout or comments. */
  readonly input: string;
  /** The values of the topologies, in the order of their names. */
  readonly program: readonly Topology[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The objects of one plan, in the order of clusters and waves. */
export function synthesizeObjects(plan: Plan): SynthesizedObject[] {
  const charts = new Charts(new App());
  for (const system of systems) system.build(charts, plan);
  return charts.list().flatMap((chart) => objectsOf(chart, plan));
}

function objectsOf(chart: WaveChart, plan: Plan): SynthesizedObject[] {
  const objects: SynthesizedObject[] = [];
  for (const construct of chart.node.findAll()) {
    if (!ApiObject.isApiObject(construct)) continue;
    const origin = originOf(construct);
    if (!origin) throw new Error(`${construct.node.path} does not say where it comes from`);
    objects.push({
      cluster: chart.cluster,
      wave: chart.wave,
      object: construct.toJson() as Manifest,
      source: `${plan.name}/${origin.pointer}`,
      span: origin.span,
    });
  }
  return objects;
}

/** Every file of a program's output but the ownership index. Pure: the same plans give the same bytes. */
export function synthesize(plans: readonly Plan[]): Synthesis {
  const ordered = byName(plans);
  const tree = treeOf(ordered);
  tree.addKustomizations();
  tree.add({
    path: 'RUNBOOK.md',
    content: renderRunbook(ordered),
    source: ordered.map(({ name }) => name).join(', '),
  });
  return {
    files: tree.files(),
    input: digest(ordered),
    program: ordered.map(({ topology }) => topology),
    diagnostics: tree.diagnostics(),
  };
}

/** What `synthesize` would find, without the files. */
export function findCollisions(plans: readonly Plan[]): readonly Diagnostic[] {
  return treeOf(byName(plans)).diagnostics();
}

function byName(plans: readonly Plan[]): Plan[] {
  return [...plans].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The objects and values of a program. */
function treeOf(ordered: readonly Plan[]): Tree {
  const tree = new Tree();
  for (const plan of ordered) {
    for (const object of synthesizeObjects(plan)) {
      checkConformance(object, tree.findings);
      tree.addObject(object);
    }
    for (const system of systems) {
      for (const { cluster, name, content, pointer } of system.values?.(plan) ?? []) {
        tree.addValues(cluster.name, name, content, `${plan.name}/${pointer}`, plan);
      }
    }
  }
  return tree;
}

interface Placed extends OutputFile {
  readonly span: Span | undefined;
}

class Tree {
  readonly #files = new Map<string, Placed>();
  readonly #waves = new Map<string, Map<Wave, string[]>>();
  readonly findings = new Findings();

  add(file: OutputFile, span?: Span): void {
    // V8 keeps a text that was put together as a tree of its pieces, three times its size; asking for its last character
    // makes it one piece.
    file.content.charCodeAt(file.content.length - 1);
    this.#files.set(file.path, { ...file, span });
  }

  addObject({ cluster, wave, object, source, span }: SynthesizedObject): void {
    const metadata = object.metadata as { name: string; namespace?: string };
    const name = objectFileName({ kind: object.kind, metadata });
    const path = `${cluster}/${wave}/${name}`;
    const content = printYaml(object);
    const present = this.#files.get(path);
    if (present) {
      if (present.content === content) return;
      const shown =
        metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`;
      const open = this.findings
        .report(collision, 'object', { kind: object.kind, name: shown, cluster })
        .at(span, 'from here')
        .fix('rename one of the two, or describe both in one topology');
      if (present.span) open.related(present.span, 'and from here');
      return;
    }
    this.add({ path, content, source }, span);
    const clusterWaves = getOrMake(this.#waves, cluster, () => new Map<Wave, string[]>());
    getOrMake(clusterWaves, wave, () => []).push(name);
  }

  addValues(cluster: string, name: string, content: string, source: string, plan: Plan): void {
    const path = `${cluster}/values/${name}`;
    const present = this.#files.get(path);
    if (present && present.content !== content) {
      this.findings
        .report(collision, 'values', { name, cluster })
        .at({ file: plan.file, start: 0, end: 0 })
        .fix('give both topologies the same releases and the same hub');
      return;
    }
    this.add({ path, content, source });
  }

  addKustomizations(): void {
    for (const file of kustomizationsOf(this.#waves)) this.add(file);
  }

  files(): OutputFile[] {
    return [...this.#files.values()]
      .map(({ path, content, source }) => ({ path, content, source }))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  diagnostics(): Diagnostic[] {
    return this.findings.list();
  }
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** Digest of the values that were compiled; the order of keys and of the files does not count. */
function digest(plans: readonly Plan[]): string {
  const hash = createHash('sha256');
  for (const { topology, clusters } of plans) {
    hash.update(canonical(topology));
    for (const { dns } of clusters) if (dns && 'corefile' in dns) hash.update(`\0${dns.corefile}`);
    hash.update('\n');
  }
  return hash.digest('hex');
}

function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}
