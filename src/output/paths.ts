/** As much of a Kubernetes object as its file name needs. */
export interface NamedObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string | undefined };
}

/** What ext4, xfs, APFS and NTFS allow for one part of a path, in bytes of UTF-8. */
const MAX_PART_BYTES = 255;

/**
 * `<kind>.<namespace>.<name>.yaml`, or `<kind>.<name>.yaml` for an object without a namespace. The kind is lower-cased;
 * the API group is not part of it, so two groups' kinds of one name meet, and `writeTree` reports the collision.
 *
 * @throws TypeError when a part holds anything but `a-z`, `0-9`, `-` and, in the name, `.`; or when the whole is longer
 *   than 255 bytes. Kubernetes allows more in a few names (`system:node`); no file system is bound to.
 */
export function objectFileName(object: NamedObject): string {
  const { name, namespace } = object.metadata;
  const kind = object.kind.toLowerCase();
  requireMatch('kind', kind, /^[a-z0-9-]+$/);
  if (namespace !== undefined) requireMatch('namespace', namespace, /^[a-z0-9-]+$/);
  requireMatch('name', name, /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/);
  const fileName = namespace === undefined ? `${kind}.${name}.yaml` : `${kind}.${namespace}.${name}.yaml`;
  if (fileName.length > MAX_PART_BYTES) {
    throw new TypeError(
      `the file name ${fileName} has ${fileName.length} bytes; file systems allow ${MAX_PART_BYTES}`,
    );
  }
  return fileName;
}

/**
 * Whether a path is one that dbspan may write below its output directory on every system: relative, forward slashes,
 * no empty, `.` or `..` part, no backslash, colon (drives, NTFS streams), control character or half of a surrogate pair,
 * no part above 255 bytes, and none called `__proto__`, which would poison a reader of the index.
 */
export function isSafeRelativePath(path: string): boolean {
  if (path.length <= MAX_PART_BYTES && USUAL_PATH.test(path)) return true;
  if (UNSAFE_CHARACTER.test(path)) return false;
  return path.split('/').every(isSafePart);
}

/** Nearly every path of ours is, and this costs a tenth of the full answer. */
const USUAL_PATH = /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/;

const UNSAFE_CHARACTER = /[\u0000-\u001f\u007f\\:]|\p{Surrogate}/u;

function isSafePart(part: string): boolean {
  if (part === '' || part === '.' || part === '..' || part === '__proto__') return false;
  return part.length * 3 <= MAX_PART_BYTES || Buffer.byteLength(part) <= MAX_PART_BYTES;
}

function requireMatch(what: string, value: string, allowed: RegExp): void {
  if (allowed.test(value)) return;
  throw new TypeError(`the ${what} ${JSON.stringify(value)} cannot be part of a file name`);
}
