import type { Report, Span } from '../../diagnostics/index.js';
import type { DatabasePlan } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';

/** What kubedb/names says. */
export const messages = {
  form: (p: { database: string }) =>
    `${p.database} is no name for a database: letters, digits and hyphens, a letter first, at most 63`,
  long: (p: { database: string; limit: number; kind: string }) =>
    `${p.database} has ${p.database.length} characters, ${p.kind} may have ${p.limit}`,
  ordinal: (p: { database: string }) => `${p.database} ends like the name of a replica`,
  volume: (p: { database: string; other: string }) =>
    `${p.database} is called like the volumes of ${p.other}`,
  shared: (p: { database: string; cluster: string }) =>
    `two databases called ${p.database} share the cluster ${p.cluster}`,
  sharedElsewhere: (p: { database: string; cluster: string; file: string }) =>
    `${p.file} has a database called ${p.database} on ${p.cluster} as well`,
  volumeElsewhere: (p: { database: string; other: string; cluster: string; file: string }) =>
    `on ${p.cluster} the pods of ${p.database} are called like the volumes of ${p.other}, one of the two in ${p.file}`,
  policyElsewhere: (p: { policy: string; database: string; other: string; file: string }) =>
    `${p.database} has the same PlacementPolicy, ${p.policy}, as ${p.other} of ${p.file}`,
  policyShared: (p: { policy: string; database: string; other: string }) =>
    `${p.other} and ${p.database} have the same PlacementPolicy, ${p.policy}`,
};

export type NameReport = Report<typeof messages>;

/** Where the name of a database stands. */
export function nameSpan({ source }: DatabasePlan): Span {
  return valueSpan(source, 'name');
}

/** Where the name of its PlacementPolicy comes from. */
export function policySpan({ source }: DatabasePlan): Span {
  return source.kubedb?.placementPolicy === undefined
    ? valueSpan(source, 'name')
    : valueSpan(source.kubedb, 'placementPolicy');
}

/**
 * A Galera cluster is checked by the webhook. The others are limited by a label of their pods, the name and a hash of 10
 * characters in 63; a Postgres may get an arbiter, whose name is longer by 8.
 */
export function lengthLimit(
  engine: DatabasePlan['engine'],
  replicas: number,
): { readonly limit: number; readonly kind: string } {
  if (engine === 'postgres') return { limit: 44, kind: 'a Postgres' };
  return replicas > 1 ? { limit: 32, kind: 'a MariaDB cluster' } : { limit: 52, kind: 'a MariaDB' };
}

/** A name such as orders-1. */
export function reportOrdinal(name: string, span: Span, report: NameReport): void {
  report('ordinal', { database: name })
    .at(span, `pods are called ${name}-0 and so on`)
    .fix(`join the number on: ${name.replace(/(-\d+)+$/, (end) => end.replaceAll('-', ''))}`);
}
