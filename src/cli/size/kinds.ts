import { defineDiagnostic } from '../../diagnostics/index.js';

/** A server that can take more memory than its container has. */
export const killed = defineDiagnostic({
  id: 'size/killed',
  severity: 'error',
  why: 'the kernel kills the server in the middle of its work when it has taken all memory of its container, and the next start repeats it',
  source: 'measured: docs/sizing.md',
  messages: {
    over: (p: { limit: string; worst: string; cache: string; connections: number }) =>
      `with ${p.limit} of memory the server would be killed: with ${p.cache} and ${p.connections} connections it takes ${p.worst} at worst`,
    tight: (p: { limit: string; worst: string; cache: string; connections: number; reserve: string }) =>
      `with ${p.limit} of memory the server may be killed: with ${p.cache} and ${p.connections} connections it takes ${p.worst} at worst, and of the reserve of ${p.reserve} too little is left`,
  },
});

/** A volume that what the file allows can fill. */
export const volumeFilled = defineDiagnostic({
  id: 'size/volume-filled',
  severity: 'error',
  why: 'a server whose volume is full stops writing, and may not start again until there is room',
  source: 'measured: docs/sizing.md',
  messages: {
    volume: (p: { limit: string; worst: string }) =>
      `a volume of ${p.limit} can be filled: at worst the server takes ${p.worst} of it`,
  },
});

/** A file whose sizes may stand elsewhere. */
export const includes = defineDiagnostic({
  id: 'size/includes',
  severity: 'info',
  why: 'an option of an included file can replace any of these, and is not judged',
  source: 'MariaDB/server mysys/my_default.c; postgres/postgres src/backend/utils/misc/guc-file.l',
  messages: {
    file: (p: { line: string }) => `${p.line} names other files, which are not read`,
  },
});
