import { compile } from '../../compile.js';
import { hasErrors } from '../../diagnostics/index.js';
import {
  type DatabasePlan,
  dataOf,
  linkBudgets,
  type Narrow,
  type Plan,
  timesThrough,
} from '../../plan/index.js';
import { bytesPerSecond, mebibytes } from '../../sizing/index.js';
import type { Input } from '../../topology/index.js';
import { nearest } from '../../yaml/suggest.js';
import type { Arguments } from '../command.js';
import { tooManyWarnings } from '../findings.js';
import { readInputs, readReferred } from '../inputs.js';
import { CannotRun, type Io } from '../io.js';
import { today } from '../today.js';
import type { LinkFigures } from './asked.js';
import { databasesTable } from './ladder.js';
import { type Page, pageOf, print } from './output.js';
import { ofPlan, type Sized } from './sized.js';
import { refuseForeign } from './uses.js';

/** `dbspan size [FILE…]`: every database of a program. */
export async function sizeTopologies({ options, positionals }: Arguments, io: Io): Promise<number> {
  refuseForeign(
    options,
    ['database'],
    'a topology, which says it itself',
    'name the engine to size a server that stands in no topology: --engine mariadb',
  );
  const inputs = await read(positionals, io);
  const { plans, diagnostics, waived } = compile(inputs, {
    readFile: (path, from) => readReferred(path, from, io),
    today: today(io),
  });
  const all = plans.flatMap((plan) => plan.databases.map((database) => sizedOf(database, plan)));
  const sizes = hasErrors(diagnostics) ? [] : chosen(all, options['database']);
  if (options['format'] === 'conf' && sizes.length > 1) {
    const names = sizes.map(({ name = '' }) => name).slice(0, 9);
    throw new CannotRun(
      'a file is for one database, and the program has several',
      `name one with --database: ${names.join(', ')}${sizes.length > names.length ? ', …' : ''}`,
    );
  }
  const problems = tooManyWarnings(diagnostics, options);
  const code = hasErrors(diagnostics) || problems.length > 0 ? 1 : 0;
  const files = inputs.map(({ name }) => name);
  const page = hasErrors(diagnostics) ? undefined : pageOfAll(sizes);
  return print({ code, files, sizes, page, diagnostics, waived, problems }, options, io);
}

/** Who has no topology is told of the other use. */
async function read(positionals: readonly string[], io: Io): Promise<Input[]> {
  try {
    return await readInputs(positionals, io);
  } catch (error) {
    if (positionals.length > 0 || !(error instanceof CannotRun)) throw error;
    throw new CannotRun(
      error.message,
      'name a file, or size a server that stands in no topology: dbspan size --engine mariadb',
    );
  }
}

function sizedOf(database: DatabasePlan, plan: Plan): Sized {
  return ofPlan(database, figuresOf(database, plan));
}

/** Through what is slowest for it, as the rules about links reckon: beside the writes of other databases. */
function figuresOf(database: DatabasePlan, plan: Plan): LinkFigures {
  const { replicas, sizingRequest } = database;
  const { gcache } = sizingRequest;
  const asked = gcache && 'rideOut' in gcache ? gcache : undefined;
  const own = { replicas, writeRate: asked?.writeRate, rideOut: asked?.rideOut };
  const narrow = slowestFor(database, plan);
  const passenger = narrow?.passengers.find((each) => each.database === database);
  if (!narrow || !passenger) return { ...own, bandwidth: undefined };
  const others = bytesPerSecond(narrow.replication - (passenger.replication ?? 0));
  return { ...own, bandwidth: narrow.bandwidth, receivers: passenger.receivers, others };
}

/** The link, or the ceiling, through which a full copy takes longest. */
function slowestFor(database: DatabasePlan, plan: Plan): Narrow | undefined {
  const data = dataOf(database)?.size ?? mebibytes(1);
  let slowest: Narrow | undefined;
  let longest = 0;
  for (const narrow of linkBudgets(plan).byDatabase.get(database) ?? []) {
    const { fullTransfer } = timesThrough(narrow, data, undefined);
    if (slowest && fullTransfer <= longest) continue;
    [slowest, longest] = [narrow, fullTransfer];
  }
  return slowest;
}

function chosen(all: readonly Sized[], wanted: Arguments['options'][string]): readonly Sized[] {
  if (typeof wanted !== 'string') return all;
  const found = all.filter(({ name }) => name === wanted || name?.endsWith(`/${wanted}`));
  if (found.length > 0) return found;
  const names = all.flatMap(({ name = '' }) => [name, name.slice(name.indexOf('/') + 1)]);
  const meant = nearest(wanted, names);
  throw new CannotRun(
    `the program has no database ${wanted}`,
    meant
      ? `did you mean ${meant}?`
      : all.length === 0
        ? 'it has none at all'
        : `databases: ${all
            .slice(0, 9)
            .map(({ name }) => name)
            .join(', ')}${all.length > 9 ? ', …' : ''}`,
  );
}

function pageOfAll(sizes: readonly Sized[]): Page {
  const [first] = sizes;
  if (!first)
    return {
      verdict: 'no database is compiled here, so that there is nothing to size',
      good: true,
      tables: [],
    };
  if (sizes.length === 1) {
    const page = pageOf(first);
    return { ...page, verdict: `${first.name}: ${page.verdict}` };
  }
  const short = sizes.filter(({ sizing }) => sizing.problem !== undefined).length;
  return {
    verdict:
      short === 0
        ? `all ${sizes.length} databases have the memory they need`
        : `${short} of ${sizes.length} databases have less memory than they can take`,
    good: short === 0,
    tables: [databasesTable(sizes)],
    remarks: [`One in full: dbspan size --database ${first.name}`],
  };
}
