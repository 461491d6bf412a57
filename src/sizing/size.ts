import { sizeMariadb } from './mariadb.js';
import { sizePostgres } from './postgres-server.js';
import type { ServerSizing, SizingRequest } from './request.js';

/** Servers of a large program are mostly alike. */
const known = new Map<string, ServerSizing>();
const mostKnown = 1000;

/** Sizes one server. Pure: the same request gives the same sizes. */
export function sizeServer(request: SizingRequest): ServerSizing {
  const key = JSON.stringify(request);
  const found = known.get(key);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const sized = request.engine === 'mariadb' ? sizeMariadb(request) : sizePostgres(request);
  known.set(key, sized);
  return sized;
}
