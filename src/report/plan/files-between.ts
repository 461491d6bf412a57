import type { CommitFile } from './model.js';

/** Files by path, with the digest of each: the shape of an ownership index. */
export type Digests = ReadonlyMap<string, { readonly sha256: string }>;

/** What one commit writes and takes away, sorted by path. */
export function filesBetween(before: Digests, after: Digests): CommitFile[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path): CommitFile[] => {
    const [old, young] = [before.get(path)?.sha256, after.get(path)?.sha256];
    if (old === young) return [];
    const change = old === undefined ? 'added' : young === undefined ? 'removed' : 'changed';
    return [{ path, change, sha256: young }];
  });
}
