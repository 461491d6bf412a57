import type { ObjectChange } from '../changes/index.js';

/**
 * Whether a database under another name, or on another cluster, can stand beside the old one. In another namespace a distributed one cannot:
 * the work orders of its pods and volumes carry its name alone, and meet those of the old one.
 */
export function standsBeside(object: ObjectChange): boolean {
  if (object.kind !== 'renamed' && object.kind !== 'moved') return false;
  const { before, after } = object;
  if (before.manifest.group !== 'kubedb.com' || before.manifest.name !== after.manifest.name) return true;
  if (before.manifest.namespace === after.manifest.namespace) return true;
  return ![before, after].every(({ manifest }) => manifest.root.at('spec', 'distributed').flag === true);
}
