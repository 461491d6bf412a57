import { plainRequest, type SizingRequest } from './request.js';
import { mebibytes } from './units.js';

/** A request for one MariaDB server of 1 GiB of which nothing else is said, and what a test changes of it. */
export function request(change: Partial<SizingRequest> = {}): SizingRequest {
  return plainRequest('mariadb', mebibytes(1024), { version: '10.11', ...change });
}

/** Options as a map. */
export function options(
  values: Readonly<Record<string, string | number | boolean>>,
): SizingRequest['options'] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}
