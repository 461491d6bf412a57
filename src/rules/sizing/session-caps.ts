import { mariadbNumber } from '../../server-options/index.js';
import type { Asked } from './servers.js';

const mebibyte = 2 ** 20;

/** Least that max_session_mem_used may be without statements of ordinary clients failing. Source: measured, docs/sizing.md */
export const leastSessionCap = 8 * mebibyte;

/** max_allowed_packet when nobody says. */
export const defaultPacket = 16 * mebibyte;

/** Bytes of an option that was asked for; undefined when it was not, or is no number. */
export function bytesOf(asked: readonly Asked[], key: string): number | undefined {
  const text = asked.find((each) => each.key === key)?.text;
  return text === undefined ? undefined : mariadbNumber(text.trim());
}

/** True for a cap that bounds something: above a tebibyte it does not. */
export function isCap(bytes: number): boolean {
  return bytes <= 2 ** 40;
}
