import { printedProviderOptions } from './option.js';

/** What a provider option takes. */
export type ProviderType = 'period' | 'integer' | 'boolean' | 'share' | 'any';

/**
 * Types of the provider's options, found by trying values on Galera 26.4.23: it prints none. One line each type; `key<most` for
 * those with a limit. Periods are ISO 8601 (`PT5S`) or seconds. What it prints besides (`tables/galera-26.4.ts`) may be anything.
 */
const typed: Readonly<Record<Exclude<ProviderType, 'any'>, string>> = {
  period: `evs.causal_keepalive_period evs.delay_margin evs.delayed_keep_period evs.inactive_check_period evs.inactive_timeout
    evs.install_timeout evs.join_retrans_period evs.keepalive_period evs.stats_report_period evs.suspect_timeout
    evs.view_forget_timeout gmcast.peer_timeout gmcast.time_wait pc.announce_timeout pc.linger pc.wait_prim_timeout
    repl.causal_read_timeout`,
  integer: `evs.send_window evs.user_send_window evs.max_install_timeouts gcache.keep_pages_size gcache.mem_size gcache.page_size
    gcache.size gcs.fc_debug gcs.fc_limit gcs.max_packet_size gcs.recv_q_hard_limit gmcast.mcast_ttl gmcast.segment<255
    pc.weight<255 repl.max_ws_size`,
  boolean: `evs.use_aggregate gcache.recover gcs.fc_master_slave gcs.fc_single_primary gcs.sync_donor pc.checksum
    pc.ignore_quorum pc.ignore_sb pc.npvo pc.recovery pc.wait_prim`,
  share: 'gcs.fc_factor gcs.max_throttle gcs.recv_q_soft_limit',
};

/** Taken, and printed only when they are given. */
const unprinted = `gcs.vote_policy gcs.stateless ist.keep_keys ist.recv_bind socket.dynamic socket.ssl socket.ssl_ca socket.ssl_cert
  socket.ssl_cipher socket.ssl_compression socket.ssl_key socket.ssl_password_file socket.ssl_reload gmcast.isolate gmcast.group
  pc.bootstrap cert.max_length cert.length_check evs.evict`;

/** A key of the provider's options. */
export interface ProviderOption {
  readonly type: ProviderType;
  readonly most: number | undefined;
}

let options: ReadonlyMap<string, ProviderOption> | undefined;

/** Options of the provider by key. */
export function providerOptions(): ReadonlyMap<string, ProviderOption> {
  if (options) return options;
  const known = new Map<string, ProviderOption>();
  for (const key of [...printedProviderOptions().keys(), ...unprinted.split(/\s+/)])
    known.set(key, { type: 'any', most: undefined });
  for (const [type, words] of Object.entries(typed) as [ProviderType, string][])
    for (const word of words.split(/\s+/)) {
      const [key = '', most] = word.split('<');
      known.set(key, { type, most: most === undefined ? undefined : Number(most) });
    }
  options = known;
  return options;
}

/** One `key = value` of the string; the value is undefined when there is no equals sign. */
export interface ProviderPart {
  readonly key: string;
  readonly value: string | undefined;
  /** Where it begins in the string. */
  readonly offset: number;
}

/** Takes the string apart as the provider does. */
export function providerParts(text: string): ProviderPart[] {
  const parts: ProviderPart[] = [];
  let offset = 0;
  for (const piece of text.split(';')) {
    const equals = piece.indexOf('=');
    const key = (equals === -1 ? piece : piece.slice(0, equals)).trim();
    const value = equals === -1 ? undefined : piece.slice(equals + 1).trim();
    if (piece.trim() !== '') parts.push({ key, value, offset: offset + piece.search(/\S/) });
    offset += piece.length + 1;
  }
  return parts;
}

/** What the provider would have taken; undefined when it takes the value. */
export function providerRefusal({ type, most }: ProviderOption, value: string): string | undefined {
  switch (type) {
    case 'period':
      return periodSeconds(value) === undefined ? 'seconds, or a period such as PT5S' : undefined;
    case 'integer': {
      const number = providerInteger(value);
      if (number === undefined)
        return 'a whole number, with K, M, G or T for powers of 1024 and nothing after it';
      return most !== undefined && number > most ? `at most ${most}` : undefined;
    }
    case 'boolean':
      return /^(?:yes|no|true|false|on|off|1|0|y|n|t|f)$/i.test(value) ? undefined : 'yes or no';
    case 'share': {
      const number = /^\d*\.?\d+$/.test(value) ? Number(value) : 2;
      return number > 1 ? 'a number from 0 to 1' : undefined;
    }
    default:
      return undefined;
  }
}

/** Bytes or a count: `128M`. */
export function providerInteger(text: string): number | undefined {
  const [, digits, letter] = /^(\d+)([kmgt])?$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return Number(digits) * 1024 ** (letter === undefined ? 0 : 'kmgt'.indexOf(letter.toLowerCase()) + 1);
}

/** Seconds of a period such as `PT1M30S` or `5`. */
export function periodSeconds(text: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
    text,
  );
  if (!match || text === 'P') return undefined;
  const [, years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match;
  const wholeDays = Number(years) * 365 + Number(months) * 30 + Number(days);
  return ((wholeDays * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}
