import type { DatabasePlan } from '../../plan/plan.js';
import {
  type Budget,
  configurationFile,
  type LinkTimes,
  linkTimes,
  type Mebibytes,
  mebibytes,
  mergeSettings,
  optionKey,
  type ServerSizing,
  type Setting,
  type SizingRequest,
  type StartUp,
  sizeServer,
  startUp,
  usualTransferRate,
} from '../../sizing/index.js';
import { type LinkFigures, receiversOf } from './asked.js';

/** One server with everything that is shown of it. */
export interface Sized {
  /** `namespace/name` of a database of a topology, or the name of a file. */
  readonly name: string | undefined;
  readonly request: SizingRequest;
  readonly sizing: ServerSizing;
  readonly figures: LinkFigures;
  /** Undefined when it cannot be guaranteed: then there is nothing to set. */
  readonly settings: readonly Setting[] | undefined;
  readonly configuration: string | undefined;
  /** Data that transfers are reckoned with; undefined when nothing says. */
  readonly data: Mebibytes | undefined;
  readonly link: LinkTimes | undefined;
  readonly startUp: StartUp | undefined;
}

/** Sizes a server that stands in no topology and reckons its transfers. */
export function sized(request: SizingRequest, figures: LinkFigures, name?: string): Sized {
  const sizing = inOptions(sizeServer(request));
  const settings = [...sizing.settings, ...keptWal(request)];
  return {
    name,
    request,
    sizing,
    figures,
    ...written(request, sizing, settings),
    ...timesOf(request, sizing, figures),
  };
}

/** Options of the command line in place of the fields of a topology that arithmetic names as its reasons. */
const optionOf: Readonly<Record<string, string>> = {
  bufferPool: '--pool',
  maxConnections: '--connections',
  sharedBuffers: '--shared-buffers',
  workMem: '--work-mem',
  gcache: 'asked for',
  data: '--data',
  mode: '--mode',
};

function inOptions(sizing: ServerSizing): ServerSizing {
  const reworded = (text: string): string =>
    text.replace(/\bsizing\.(\w+)/g, (whole, field: string) => optionOf[field] ?? whole);
  const budget = <B extends Budget>(given: B): B => ({
    ...given,
    parts: given.parts.map((part) => ({ ...part, how: reworded(part.how) })),
  });
  return {
    ...sizing,
    settings: sizing.settings.map((setting) => ({ ...setting, why: reworded(setting.why) })),
    memory: budget(sizing.memory),
    volume: sizing.volume && budget(sizing.volume),
  };
}

/** A database of a topology, as it was sized, with the times of its transfers. */
export function ofPlan(
  { name, namespace, sizingRequest, sizing }: DatabasePlan,
  figures: LinkFigures,
): Sized {
  const settings = inReadingOrder(sizing.settings, sizingRequest);
  return {
    name: `${namespace}/${name}`,
    request: sizingRequest,
    sizing,
    figures,
    ...written(sizingRequest, sizing, settings),
    ...timesOf(sizingRequest, sizing, figures),
  };
}

function written(
  { mode, engine }: SizingRequest,
  { problem }: ServerSizing,
  settings: readonly Setting[],
): Pick<Sized, 'settings' | 'configuration'> {
  if (problem && mode === 'guaranteed') return { settings: undefined, configuration: undefined };
  return { settings, configuration: configurationFile(engine, mergeSettings(settings, [])) };
}

function timesOf(
  request: SizingRequest,
  sizing: ServerSizing,
  figures: LinkFigures,
): Pick<Sized, 'data' | 'link' | 'startUp'> {
  const data = request.data ?? roomOf(sizing);
  if (data === undefined) return { data, link: undefined, startUp: undefined };
  const { bandwidth, others } = figures;
  const link =
    bandwidth === undefined
      ? undefined
      : linkTimes({
          ...figures,
          bandwidth,
          data,
          receivers: receiversOf(figures),
          ...(others === undefined ? {} : { others }),
        });
  const carried = link === undefined ? usualTransferRate : (link.usable - link.replication) / 2 ** 20;
  const transferRate = Math.min(usualTransferRate, carried);
  const { recoveryLog } = sizing;
  return {
    data,
    link,
    startUp:
      transferRate <= 0 ? undefined : startUp({ data, transferRate, recoveryLog, transfers: request.galera }),
  };
}

function roomOf({ volume }: ServerSizing): Mebibytes | undefined {
  return volume === undefined || volume.room <= 0 ? undefined : volume.room;
}

function keptWal({ engine, standbys, keptWal: size, version }: SizingRequest): Setting[] {
  // Before 13 it was wal_keep_segments.
  if (engine !== 'postgres' || !standbys || size === undefined || Number.parseInt(version ?? '13', 10) < 13)
    return [];
  return [
    {
      option: 'wal_keep_size',
      value: `${Math.floor(size)}MB`,
      why: 'for standbys that were away, within 15 % of the volume',
    },
  ];
}

/** As the arithmetic goes, with what is set by hand in its place or at the end. */
function inReadingOrder(chosen: readonly Setting[], { options }: SizingRequest): Setting[] {
  const order = new Map(chosen.map(({ option }, index) => [optionKey(option), index]));
  const place = ({ option }: Setting): number => order.get(optionKey(option)) ?? order.size;
  return mergeSettings(chosen, options).sort((a, b) => place(a) - place(b));
}

/** A size that is asked of somebody: rounded up, and exact. */
export function mebibytesText(size: Mebibytes): string {
  const whole = mebibytes(Math.ceil(size - 1e-9));
  for (const [factor, name] of [
    [2 ** 20, 'Ti'],
    [2 ** 10, 'Gi'],
  ] as const) {
    if (whole % factor === 0) return `${whole / factor}${name}`;
  }
  return `${whole}Mi`;
}
