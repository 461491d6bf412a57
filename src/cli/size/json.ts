import { type Budget, type Seconds, toBytes } from '../../sizing/index.js';
import type { Sized } from './sized.js';

/** One server as `--format json` prints it; `spec/report.schema.json` describes it. Sizes in bytes, times in seconds. */
export function sizedToJson(each: Sized): Readonly<Record<string, unknown>> {
  const { name, request, sizing, settings, configuration, link, startUp } = each;
  const { problem, volume } = sizing;
  return {
    ...(name === undefined ? {} : { name }),
    engine: request.engine,
    galera: request.galera,
    ...(request.version === undefined ? {} : { version: request.version }),
    mode: request.mode,
    memory: toBytes(request.memory),
    pool: toBytes(sizing.pool),
    connections: sizing.connections,
    perConnection: toBytes(sizing.perConnection),
    bounded: sizing.bounded,
    ...(sizing.gcache === undefined ? {} : { gcache: toBytes(sizing.gcache) }),
    settings: settings ?? [],
    environment: settings ? sizing.environment : {},
    budgets: {
      memory: budgetToJson(sizing.memory),
      ...(volume ? { volume: { ...budgetToJson(volume), room: toBytes(volume.room) } } : {}),
      ...(link
        ? {
            link: {
              usable: Math.floor(link.usable),
              replication: Math.ceil(link.replication),
              fullTransfer: timeToJson(link.fullTransfer),
              ...(link.catchUp === undefined ? {} : { catchUp: timeToJson(link.catchUp) }),
            },
          }
        : {}),
      ...(startUp
        ? {
            startUp: {
              total: timeToJson(startUp.total),
              parts: startUp.parts.map(({ part, time, how }) => ({ part, time: timeToJson(time), how })),
              probe: startUp.probe,
            },
          }
        : {}),
    },
    ...(problem
      ? {
          problem: {
            ...(problem.memory === undefined ? {} : { memory: toBytes(problem.memory) }),
            ...(problem.connections === undefined ? {} : { connections: problem.connections }),
            ...(problem.pool === undefined ? {} : { pool: toBytes(problem.pool) }),
          },
        }
      : {}),
    ...(configuration === undefined ? {} : { configuration }),
  };
}

function budgetToJson({ limit, total, parts }: Budget): Readonly<Record<string, unknown>> {
  return {
    limit: toBytes(limit),
    total: toBytes(total),
    parts: parts.map(({ part, size, how }) => ({ part, bytes: toBytes(size), how })),
  };
}

/** Whole seconds; null for what never ends. */
function timeToJson(time: Seconds): number | null {
  return Number.isFinite(time) ? Math.ceil(time) : null;
}
