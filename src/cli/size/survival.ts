import {
  type Diagnostic,
  Findings,
  type SourceFile,
  type Span,
  sortDiagnostics,
} from '../../diagnostics/index.js';
import { rulesOf } from '../../rules/catalogue.js';
import { type ConfigOption, type Engine, mariadbName, type ServerFile } from '../../server-options/index.js';
import {
  type Budget,
  type BudgetPart,
  fits,
  type GivenOption,
  leastMebibytes,
  type Mebibytes,
  mebibytes,
  plainRequest,
  type SizingRequest,
  sizeServer,
  sizeText,
} from '../../sizing/index.js';
import type { LinkFigures } from './asked.js';
import { includes, killed, volumeFilled } from './kinds.js';
import { contentOf, includesOf } from './read-file.js';
import { mebibytesText, type Sized, sized } from './sized.js';
import { columnSize, outgrowsVolume, remedies } from './words.js';

/** What a file is judged by. */
export interface Circumstances {
  readonly engine: Engine;
  readonly version: string | undefined;
  /** True when it is said to be a member of a Galera cluster; the file may say it as well. */
  readonly galera: boolean;
  /** Undefined: how much it needs is what is asked. */
  readonly memory: Mebibytes | undefined;
  readonly volume: Mebibytes | undefined;
  readonly data: Mebibytes | undefined;
}

/** What became of a file. */
export interface Survival {
  readonly diagnostics: readonly Diagnostic[];
  readonly sizes: Sized;
  /** Least memory with which the file as it is survives; undefined when none is enough. */
  readonly enough: Mebibytes | undefined;
  /** The same server as dbspan would size it; undefined when the memory holds none. */
  readonly better: Sized | undefined;
}

const alone: LinkFigures = { replicas: 1, bandwidth: undefined, writeRate: undefined, rideOut: undefined };

/** Judges a file of a server that stands alone. Pure. */
export function judge(file: SourceFile, circumstances: Circumstances): Survival {
  const { engine, version, volume, data } = circumstances;
  const findings = new Findings();
  const content = contentOf(file, engine, version);
  const galera = engine === 'mariadb' && (circumstances.galera || isMember(content.options));
  const whole: Span = { file, start: 0, end: 0 };
  const subject: ServerFile = {
    engine,
    database: file.name,
    version,
    galera,
    options: content.options,
    unreadable: content.unreadable,
    key: file.name,
    carrier: 'file',
    keySpan: whole,
  };
  for (const rule of rulesOf('serverFile')) rule.run('serverFile', subject, findings);
  for (const { line, span } of includesOf(file, engine)) {
    findings
      .report(includes, 'file', { line })
      .at(span)
      .fix('check each of them, or all of them joined into one');
  }
  const options = standing(content.options);
  const requestFor = (memory: Mebibytes): SizingRequest =>
    plainRequest(engine, memory, { mode: 'asIs', version, galera, volume, data, options });
  const enough = leastMebibytes(1, (memory) => fits(sizeServer(requestFor(mebibytes(memory))).memory));
  const memory = circumstances.memory ?? enough ?? mebibytes(1024);
  const sizes = sized(requestFor(memory), alone, file.name);
  const better = betterOf(sizes);
  const places = new Places(content.options, engine, whole);
  if (circumstances.memory !== undefined) reportMemory(sizes, better, enough, places, findings);
  if (outgrowsVolume(sizes) && sizes.sizing.volume) {
    const { limit, total } = sizes.sizing.volume;
    findings
      .report(volumeFilled, 'volume', { limit: sizeText(limit), worst: sizeText(total) })
      .at(places.of(engine === 'mariadb' ? ['innodb_log_file_size'] : ['max_wal_size']))
      .fix('give it a larger volume, or keep less on it: dbspan size --engine says how much');
  }
  return { diagnostics: sortDiagnostics(findings.list()), sizes, enough, better };
}

/** What stands of the options: the last of those with one name. A switch without a value is on. */
function standing(options: readonly ConfigOption[]): GivenOption[] {
  const last = new Map<string, GivenOption>();
  for (const { name, value } of options) {
    last.delete(name);
    last.set(name, { name, value: value ?? true });
  }
  return [...last.values()];
}

const memberOptions = new Set(['wsrep-provider-options', 'wsrep-slave-threads', 'wsrep-cluster-address']);

/** Whether the file is of a member of a Galera cluster: `wsrep_on` says it, else anything a member alone needs. */
function isMember(options: readonly ConfigOption[]): boolean {
  let says: boolean | undefined;
  let looks = false;
  for (const { name, value = '' } of options) {
    const { key } = mariadbName(name);
    if (key === 'wsrep-on') says = !/^(?:off|0|false)$/i.test(value);
    if (key === 'wsrep-provider') looks = value !== '' && value !== 'none';
    if (memberOptions.has(key)) looks = true;
  }
  return says ?? looks;
}

/** The same server as dbspan sizes it: with as many connections as the file admits, or as can be. */
function betterOf({ request, sizing }: Sized): Sized | undefined {
  const asked: SizingRequest = {
    ...request,
    mode: 'guaranteed',
    options: [],
    connections: sizing.connections,
  };
  const first = sized(asked, alone);
  if (!first.sizing.problem) return first;
  const second = sized({ ...asked, connections: first.sizing.problem.connections }, alone);
  return second.sizing.problem ? undefined : second;
}

/** The command that prints a file that survives. */
export function betterCommand({ request }: Sized): string {
  const { engine, memory, galera, version, connections, volume, data } = request;
  const parts = ['dbspan size --engine', engine, '--memory', mebibytesText(memory)];
  if (galera) parts.push('--galera');
  if (version !== undefined) parts.push('--version', version);
  if (connections !== undefined) parts.push('--connections', String(connections));
  if (volume !== undefined) parts.push('--volume', mebibytesText(volume));
  if (data !== undefined) parts.push('--data', mebibytesText(data));
  return `${parts.join(' ')} --format conf`;
}

/** Where options stand. Of two that mean the same the later counts. */
class Places {
  readonly #spans = new Map<string, ConfigOption>();
  readonly #engine: Engine;
  readonly #none: Span;

  constructor(options: readonly ConfigOption[], engine: Engine, whole: Span) {
    this.#engine = engine;
    for (const option of options) this.#spans.set(this.#key(option.name), option);
    const [first] = options;
    this.#none = first?.nameSpan ?? whole;
  }

  #key(name: string): string {
    return this.#engine === 'mariadb' ? mariadbName(name).key.replaceAll('-', '_') : name.toLowerCase();
  }

  option(name: string): ConfigOption | undefined {
    return this.#spans.get(name);
  }

  /** Place of the first of some options that is there, else of the first option of the file. */
  of(names: readonly string[]): Span {
    for (const name of names) {
      const option = this.#spans.get(name);
      if (option) return option.nameSpan;
    }
    return this.#none;
  }
}

function reportMemory(
  sizes: Sized,
  better: Sized | undefined,
  enough: Mebibytes | undefined,
  places: Places,
  findings: Findings,
): void {
  const { sizing, request } = sizes;
  const { limit, total, parts } = sizing.memory;
  if (fits(sizing.memory)) return;
  const postgres = request.engine === 'postgres';
  const taken = takenOf(sizing.memory);
  const pool = postgres ? 'shared_buffers' : 'innodb_buffer_pool_size';
  const part = (name: string): BudgetPart | undefined => parts.find((each) => each.part === name);
  const cache = part(postgres ? 'shared buffers' : 'buffer pool');
  const sessions = part('connections');
  const heavy = [
    { name: pool, part: cache },
    { name: 'max_connections', part: sessions },
  ].sort((a, b) => (b.part?.size ?? 0) - (a.part?.size ?? 0));
  const [first, second] = heavy;
  const parameters = {
    limit: sizeText(limit),
    worst: sizeText(taken),
    cache: `${postgres ? 'shared_buffers' : 'a pool'} of ${sizeText(sizing.pool)}`,
    connections: sizing.connections,
  };
  const label = (each: typeof first): string =>
    each?.part ? `${each.part.part}: ${columnSize(each.part.size, limit)}, ${each.part.how}` : '';
  const open = (
    taken > limit
      ? findings.report(killed, 'over', parameters)
      : findings.report(killed, 'tight', { ...parameters, reserve: sizeText(mebibytes(total - taken)) })
  )
    .at(places.of([first?.name ?? pool, second?.name ?? pool]), label(first))
    .fix(remedyText(sizes, better, enough));
  const other = second && places.option(second.name);
  if (other && places.option(first?.name ?? '')) open.related(other.nameSpan, label(second));
}

/** What a budget adds up to without what is kept free. */
export function takenOf({ total, parts }: Budget): Mebibytes {
  const reserve = parts.find(({ part }) => part === 'reserve')?.size ?? 0;
  return mebibytes(total - reserve);
}

function remedyText(sizes: Sized, better: Sized | undefined, enough: Mebibytes | undefined): string {
  const { problem } = sizes.sizing;
  // Its own figure is for a file as dbspan writes it; here it is for this one.
  const own = { ...sizes, sizing: { ...sizes.sizing, problem: problem && { ...problem, memory: enough } } };
  const found = remedies(own);
  const others = found.length === 0 ? '' : `what would do: ${found.join(', or ')}`;
  if (!better)
    return others === ''
      ? 'no file survives with this memory'
      : `${others}; no file survives with this memory`;
  const file = `a file that survives is printed by: ${betterCommand(better)}`;
  return others === '' ? file : `${others}; ${file}`;
}
