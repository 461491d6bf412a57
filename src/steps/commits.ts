import { type ChangeSubject, isObjectFile, type ObjectChange, type OutputText } from '../changes/index.js';
import { printYaml } from '../yaml/print.js';
import type { Commit, CommitPlan, Move, Reason, Sequence } from './model.js';
import { doneBetween } from './moves.js';
import { type Layout, Order } from './order.js';

/** Lays a change out in commits. The new output must be dbspan's, one object a file; so must the old one where it is in several steps. */
export function planCommits(change: ChangeSubject, sequences: readonly Sequence[]): CommitPlan {
  const order = new Order();
  for (const { arrange } of sequences) arrange(change, order);
  const layout = order.layout();
  const reasons = reasonsBetween(layout);
  const commits: Commit[] = [];
  for (let number = 1; number <= layout.total; number += 1)
    commits.push({
      number,
      moves: movesOf(number, change, order, layout),
      preparations: order.preparationsOf(number, layout),
      reasons: reasons.get(number) ?? [],
      files: filesOf(number, change, order, layout),
    });
  return { commits, needed: layout.needed };
}

function movesOf(number: number, change: ChangeSubject, order: Order, layout: Layout): Move[] {
  const moves: Move[] = [];
  for (const object of change.objects) {
    const states = order.statesOf(object);
    for (let stage = 0; stage <= states.length; stage += 1) {
      if (layout.commitOf({ object, stage }) !== number) continue;
      const does = doneBetween(object, states[stage - 1], states[stage]);
      moves.push({ object, does, what: states[stage]?.what, last: stage === states.length });
    }
  }
  return moves;
}

/** What holds the next commit back: every reason as late as it can be seen to, and once for all orders that one look settles. */
function reasonsBetween({ edges, commitOf }: Layout): Map<number, Reason[]> {
  const told = new Map<string, number>();
  const found = new Map<number, Reason[]>();
  const keys = new Map<Reason, string>();
  const spans = edges.map(({ first, second, reason }) => ({
    from: commitOf(first),
    until: commitOf(second) - 1,
    reason,
  }));
  for (const { from, until, reason } of spans.sort((a, b) => a.until - b.until)) {
    const key = keys.get(reason) ?? JSON.stringify([reason.why, reason.waits]);
    keys.set(reason, key);
    if ((told.get(key) ?? 0) >= from) continue;
    told.set(key, until);
    found.set(until, [...(found.get(until) ?? []), reason]);
  }
  return found;
}

/** The new output, with the objects whose turn has not come as they were, and those on their way in their state. */
function filesOf(number: number, change: ChangeSubject, order: Order, layout: Layout): OutputText[] {
  const files = new Map<string, OutputText>();
  for (const [path, file] of change.after) if (isContent(path)) files.set(path, file);
  if (number < layout.total) {
    for (const { path, before } of change.texts) {
      if (!isContent(path)) continue;
      if (before) files.set(path, before);
      else files.delete(path);
    }
  }
  for (const object of change.objects) put(object, number, order, layout, files);
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Kustomizations follow from the files beside them, the runbook and the like from the commit. */
function isContent(path: string): boolean {
  return isObjectFile(path) || /^[^/]+\/values\//.test(path);
}

function put(
  object: ObjectChange,
  number: number,
  order: Order,
  layout: Layout,
  files: Map<string, OutputText>,
): void {
  const states = order.statesOf(object);
  let done = 0;
  while (done <= states.length && layout.commitOf({ object, stage: done }) <= number) done += 1;
  if (done > states.length) return;
  const { before, after } = object;
  const state = states[done - 1];
  if (after && !state?.beside) files.delete(after.file.path);
  if (done === 0) {
    if (before) files.set(before.file.path, before.file);
    return;
  }
  const value = state?.value;
  const file = (before ?? after).file;
  if (value !== undefined) files.set(file.path, { ...file, content: printYaml(value) });
}
