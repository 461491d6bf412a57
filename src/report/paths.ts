import { posix } from 'node:path';

/** A path as reviews know it: from the root of the repository, with slashes on every system. An absolute path stays one. */
export function repositoryPath(folder: string, path: string): string {
  const slashed = path.replaceAll('\\', '/');
  if (slashed.startsWith('/') || /^[A-Za-z]:\//.test(slashed) || isNoFile(path)) return slashed;
  return posix.normalize(posix.join(folder.replaceAll('\\', '/'), slashed));
}

/** A path as a URI reference: relative to the root of the repository, or `file:` where it is absolute. */
export function uriOf(folder: string, path: string): string {
  const resolved = repositoryPath(folder, path);
  if (/^[A-Za-z]:\//.test(resolved)) return `file:///${resolved.slice(0, 2)}${encodePath(resolved.slice(2))}`;
  if (resolved.startsWith('//')) return `file:${encodePath(resolved)}`;
  return resolved.startsWith('/') ? `file://${encodePath(resolved)}` : encodePath(resolved);
}

/** Standard input: `<stdin>`. */
function isNoFile(path: string): boolean {
  return path.startsWith('<');
}

/** encodeURIComponent throws for half a surrogate pair, and leaves some characters that not every reader takes. */
function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) =>
      encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
}
