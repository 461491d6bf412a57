/**
 * Whether volumes of a class are folders on a node: such a volume takes what the node's disk has, whatever size was asked for,
 * cannot grow, and is bound to its node.
 */
export function isLocalPath(storageClass: string | undefined): boolean {
  return storageClass === 'local-path';
}
