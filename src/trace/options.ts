import type { DatabasePlan } from '../plan/index.js';
import { leastSuspect, suspectRoundTrips } from '../sizing/index.js';
import { optionLines } from './option-text.js';
import { isContainer } from './place.js';
import type { Field } from './table.js';

/** Why an option of a server has its value: what the sizing says, which stands above it in the text. */
export function optionFormula(database: DatabasePlan, { root, pointer }: Field): string | undefined {
  const text = textAround(root, pointer);
  if (!text) return undefined;
  const line = optionLines(text.content).find(({ key }) => key === text.rest[0]);
  const part = text.rest[1];
  return part === undefined || !line ? line?.why : partFormula(database, String(part), line.why);
}

function textAround(root: unknown, pointer: Field['pointer']) {
  let value = root;
  for (const [index, step] of pointer.entries()) {
    if (typeof value === 'string') return { content: value, rest: pointer.slice(index) };
    if (!isContainer(value)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return undefined;
}

/** The formula of one of the options of Galera's library, of which the text says the reasons of all in one. */
export function partFormula(
  { sizingRequest: { roundTrip }, source }: DatabasePlan,
  key: string,
  why = '',
): string | undefined {
  const given = Object.keys(source.config ?? {}).find(
    (name) =>
      name.toLowerCase().replaceAll('-', '_') === 'wsrep_provider_options' &&
      String(source.config?.[name])
        .split(';')
        .some((part) => part.split('=')[0]?.trim() === key),
  );
  if (given !== undefined) return `config.${given}`;
  if (key === 'gcache.page_size')
    return 'files for what the ring does not hold, no larger than the ring, at most 128M';
  if (key === 'gcache.recover') return 'fixed: the cache is used again after a restart';
  const longest = roundTrip === undefined ? '' : `; the longest is ${Math.round(roundTrip)} ms`;
  switch (key) {
    case 'evs.suspect_timeout':
      return `${suspectRoundTrips} round trips between the clusters, at least ${leastSuspect} s${longest}`;
    case 'evs.inactive_timeout':
    case 'evs.install_timeout':
      return `4 x evs.suspect_timeout${longest}`;
    case 'gmcast.listen_addr':
      return 'listens to IPv6, since pods get such addresses first';
    case 'pc.recovery':
      return 'the start script decides, from what all members say';
    case 'evs.join_retrans_period':
      return `2 round trips, where they take more than the usual second${longest}`;
  }
  if (key.startsWith('socket.ssl')) return 'tls.secret: members encrypt what they tell each other';
  const reasons = why.split('; ');
  const family = key.split('.')[0] ?? key;
  return reasons.find((reason) => new RegExp(`^[^:]*\\b${family}\\b`).test(reason)) ?? why;
}
