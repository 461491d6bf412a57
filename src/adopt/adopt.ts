import type { Diagnostic } from '../diagnostics/index.js';
import type { ManifestInput } from '../manifests/index.js';
import { buildPlan, kubedbNamespace, type Plan, type ReadFile, sliceMembers } from '../plan/index.js';
import {
  type Database,
  keySpan,
  readTopology,
  type Slice,
  spanOf,
  type Topology,
  valueSpan,
} from '../topology/index.js';
import { assumeInterfaces, guessDistributions, settleStorageClasses } from './clusters.js';
import { type ComparedObject, compareObjects } from './compare.js';
import { readDns, readValues } from './dns.js';
import { readGaleraClusters } from './galera.js';
import { gather } from './gather.js';
import { joinFleets } from './groups.js';
import { isLabel } from './kinds.js';
import { readKubedb } from './kubedb.js';
import { readSlice } from './kubeslice.js';
import { readMariadbOperator } from './mariadb-operator.js';
import type {
  AdoptOptions,
  Assumption,
  Companion,
  GivenObject,
  MadeObject,
  Origin,
  Synthesize,
} from './model.js';
import { originsOf } from './origins.js';
import { printTopology } from './print.js';
import { Reading } from './reading.js';
import { Tidy } from './tidy.js';
import { keepValid, Trials } from './trials.js';

/** What compiles a topology, and makes its objects. It stands above this layer. */
export interface Compiler {
  readonly compile: (
    text: string,
    name: string,
    readFile: ReadFile,
  ) => { readonly diagnostics: readonly Diagnostic[]; readonly plans: readonly Plan[] };
  readonly synthesize: Synthesize;
}

/** A running setup as a topology, with the proof. */
export interface Adoption {
  /** The text of the topology; undefined when the input holds nothing that a topology can say. */
  readonly text: string | undefined;
  /** Files that the topology refers to. */
  readonly companions: readonly Companion[];
  readonly objects: readonly ComparedObject[];
  /** Objects that stand twice in the input, and are not the same. */
  readonly repeated: readonly GivenObject[];
  readonly assumptions: readonly Assumption[];
  /** Where the values of the topology come from. */
  readonly origins: readonly Origin[];
  /** What the manifests could not be read for. */
  readonly unreadable: readonly Diagnostic[];
  /** What the compiler finds about the topology. */
  readonly findings: readonly Diagnostic[];
  /** True when the topology compiles without an error. */
  readonly isCompiled: boolean;
}

/**
 * Reads manifests into a topology that compiles back to them, and compares what it compiles to with what was there. The readers only
 * propose: whatever they get wrong, or do not see, the comparison tells.
 */
export function adopt(inputs: readonly ManifestInput[], options: AdoptOptions, compiler: Compiler): Adoption {
  const gathered = gather(inputs, options);
  const reading = new Reading(gathered, options);
  const topology = readAll(reading, inputs, compiler);
  const common = { repeated: gathered.repeated, unreadable: gathered.diagnostics };
  if (!topology) {
    const objects = compareObjects(gathered.objects, []);
    return {
      ...common,
      text: undefined,
      companions: [],
      objects,
      assumptions: [],
      origins: [],
      findings: [],
      isCompiled: false,
    };
  }
  const assumptions = joinFleets(topology, reading.assumptions);
  const byPath = new Map(reading.companions.map(({ path, content }) => [path, content]));
  const readFile: ReadFile = (path) => byPath.get(path);
  const print = (): string => printTopology(topology, assumptions, { schema: options.schema, head });
  const name = options.file ?? 'topology.yaml';
  let text = print();
  let compiled = compiler.compile(text, name, readFile);
  if (compiled.plans.length === 0 && dropRefusedOptions(topology, text, compiled.diagnostics)) {
    text = print();
    compiled = compiler.compile(text, name, readFile);
  }
  const { diagnostics, plans } = compiled;
  const made = plans.length > 0 ? plans.flatMap(compiler.synthesize) : withoutRules(text, readFile, compiler);
  return {
    ...common,
    text,
    companions: reading.companions,
    objects: compareObjects(gathered.objects, made),
    assumptions,
    origins: originsOf(topology),
    findings: diagnostics,
    isCompiled: plans.length > 0,
  };
}

/**
 * Takes out options that the rules refuse, since dbspan or the operator sets them; that they are gone is told by the comparison.
 * Returns whether there were any.
 */
function dropRefusedOptions(topology: Topology, text: string, diagnostics: readonly Diagnostic[]): boolean {
  const read = readTopology({ name: 'adopted', content: text }).topology;
  let dropped = false;
  for (const { severity, primary } of diagnostics) {
    if (severity !== 'error') continue;
    const { start } = primary.span;
    for (const [index, { config }] of (read?.databases ?? []).entries()) {
      const own = topology.databases[index]?.config;
      if (!config || !own || start < spanOf(config).start || start > spanOf(config).end) continue;
      const option = Object.keys(config).find((each) => {
        return keySpan(config, each).start <= start && start <= valueSpan(config, each).end;
      });
      if (option === undefined || !Object.hasOwn(own, option)) continue;
      delete own[option];
      dropped = true;
    }
  }
  for (const database of topology.databases)
    if (database.config && Object.keys(database.config).length === 0) delete database.config;
  return dropped;
}

/** What a topology with errors would come to, as far as it can be told. */
function withoutRules(text: string, readFile: ReadFile, { synthesize }: Compiler): readonly MadeObject[] {
  const { file, topology } = readTopology({ name: 'adopted', content: text });
  if (!file || !topology) return [];
  try {
    return synthesize(buildPlan(topology, file, readFile));
  } catch {
    return [];
  }
}

const head = [
  'Written by dbspan adopt. FILL IN marks what no manifest says.',
  'Every field is explained by your editor, through the line above, and by: dbspan explain FIELD',
];

function readAll(
  reading: Reading,
  inputs: readonly ManifestInput[],
  compiler: Compiler,
): Topology | undefined {
  const { gathered, options } = reading;
  for (const { name } of options.clusters ?? []) reading.cluster(name);
  const slice = readSlice(reading);
  readKubedb(reading, slice !== undefined);
  readMariadbOperator(reading);
  readGaleraClusters(reading);
  for (const { clusters } of reading.entries) for (const name of clusters) reading.cluster(name);
  if (slice && gathered.hub !== undefined) reading.cluster(gathered.hub);
  if (reading.entries.length === 0 && !slice) return undefined;
  readDns(reading);
  readValues(reading, inputs);
  settleStorageClasses(reading);
  const topology = assemble(reading, slice);
  if (!keepValid(topology)) return undefined;
  const trials = new Trials(reading, topology.slice, compiler.synthesize);
  const tidy = new Tidy(trials);
  const present = new Set(topology.databases);
  const tidied: Database[] = [];
  for (const [index, entry] of reading.entries.entries()) {
    options.onProgress?.(index, reading.entries.length);
    if (!present.has(entry.database)) continue;
    const database = tidy.tidy(entry);
    if (database) tidied.push(database);
  }
  topology.databases = tidied;
  guessDistributions(reading);
  if (topology.slice) {
    assumeInterfaces(reading, sliceMembers(topology));
    leaveOutDefaults(topology, topology.slice);
  }
  keepValid(topology);
  return topology;
}

function assemble(reading: Reading, slice: Slice | undefined): Topology {
  const { gathered } = reading;
  const clusters = [...reading.clusters.values()].filter(({ name }) => isLabel(name));
  const hub = slice && clusters.find(({ name }) => name === gathered.hub);
  if (hub) {
    hub.hub = true;
    if (gathered.hubGuess !== undefined)
      reading.assume(`clusters[${hub.name}].hub`, 'true', gathered.hubGuess);
  }
  if (!gathered.isHomeNamed && reading.clusters.has(gathered.home))
    reading.assume(
      `clusters[${gathered.home}].name`,
      gathered.home,
      'no manifest names its cluster; --cluster NAME does',
    );
  return {
    apiVersion: 'dbspan/v1alpha1',
    kind: 'Topology',
    metadata: { name: nameOf(reading, slice) },
    ...(reading.kubernetes === undefined ? {} : { releases: { kubernetes: reading.kubernetes } }),
    // The hub first, as it is read first; the others as the slice has them.
    clusters: hub ? [hub, ...clusters.filter((each) => each !== hub)] : clusters,
    ...(slice ? { slice } : {}),
    databases: reading.entries.map(({ database }) => database),
  };
}

/** The program is called like the project of its slice, its one namespace, its one database or its one cluster. */
function nameOf({ options, entries, clusters }: Reading, slice: Slice | undefined): string {
  const namespaces = new Set(entries.map(({ database }) => database.namespace));
  const candidates = [
    options.name,
    slice?.project,
    namespaces.size === 1 && !namespaces.has('default') ? [...namespaces][0] : undefined,
    entries.length === 1 ? entries[0]?.database.name : undefined,
    options.folder,
    clusters.size === 1 ? [...clusters.keys()][0] : undefined,
  ];
  return candidates.find((each) => each !== undefined && isLabel(each)) ?? 'adopted';
}

/** Takes out of the slice what follows from the rest. */
function leaveOutDefaults(topology: Topology, slice: Slice): void {
  if (slice.project === topology.metadata.name) delete slice.project;
  const { clusters: said, ...rest } = slice;
  const usual = sliceMembers({ ...topology, slice: rest });
  if (said && usual.join() === said.join()) delete slice.clusters;
  const own = topology.databases
    .filter(({ provider }) => provider === 'kubedb')
    .map(({ namespace }) => namespace);
  const namespaces = [...new Set([...own, kubedbNamespace])];
  const isUsual =
    slice.namespaces?.length === namespaces.length &&
    namespaces.every((each) => slice.namespaces?.includes(each));
  if (isUsual) delete slice.namespaces;
}
