import { sizeMariadb } from './mariadb.js';
import { sizePostgres } from './postgres-server.js';
import type { ServerSizing, SizingRequest } from './request.js';

/** Sizes one server. Pure: the same request gives the same sizes. */
export function sizeServer(request: SizingRequest): ServerSizing {
  return request.engine === 'mariadb' ? sizeMariadb(request) : sizePostgres(request);
}
