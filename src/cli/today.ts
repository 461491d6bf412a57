import { CannotRun, type Io } from './io.js';

/**
 * The day on which waivers are judged, in UTC: today's, or that of SOURCE_DATE_EPOCH (seconds since 1970).
 *
 * @throws CannotRun when SOURCE_DATE_EPOCH is not a time
 */
export function today({ environment }: Io): string {
  const given = environment['SOURCE_DATE_EPOCH'];
  if (given === undefined || given === '') return dayOf(Date.now());
  if (!/^\d{1,11}$/.test(given))
    throw new CannotRun(
      `SOURCE_DATE_EPOCH is not a time: ${given}`,
      'it counts seconds since 1970-01-01, as date +%s prints them; or unset it',
    );
  return dayOf(Number(given) * 1000);
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
