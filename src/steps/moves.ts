import type { ObjectChange, OutputObject } from '../changes/index.js';
import type { Move, State } from './model.js';

/** What one transition of an object comes to: without a state before it is the old object, without one after it the new. */
export function doneBetween(
  object: ObjectChange,
  from: State | undefined,
  to: State | undefined,
): Move['does'] {
  const isOldBefore = object.before !== undefined && (!from || from.value !== undefined);
  const isNewBefore = from?.beside === true;
  const isOldAfter = to !== undefined && to.value !== undefined;
  const isNewAfter = object.after !== undefined && (!to || to.beside === true);
  if (isOldBefore && isOldAfter) return isNewAfter && !isNewBefore ? 'added' : 'changed';
  if (isOldBefore && isNewAfter) return isNewBefore ? 'removed' : object.kind;
  return isNewAfter ? 'added' : 'removed';
}

/** The object that a move is about: of one with two names, the old one while nothing else is done to the new. */
export function objectOf({ object, does }: Move): OutputObject {
  const { before, after } = object;
  return does === 'removed' || does === 'changed' ? (before ?? after) : (after ?? before);
}
