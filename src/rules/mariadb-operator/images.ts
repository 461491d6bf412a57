import type { Field } from '../../manifests/index.js';

/** What an image says of itself. */
export interface Image {
  /** What follows the name; undefined when there is none, or only a digest. */
  readonly tag: string | undefined;
  readonly digest: boolean;
  /** The version in the tag, as the operator reads it. */
  readonly version: { readonly major: number; readonly minor: number } | undefined;
}

/** The image of a MariaDB; undefined when it takes that of the operator. */
export function imageOf(spec: Field): Image | undefined {
  const { text } = spec.at('image');
  if (!text) return undefined;
  const [reference = '', digest] = text.split('@');
  const last = reference.slice(reference.lastIndexOf('/') + 1);
  const colon = last.indexOf(':');
  const tag = colon === -1 ? undefined : last.slice(colon + 1);
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(tag ?? '') ?? [];
  return {
    tag,
    digest: digest !== undefined,
    version: major === undefined ? undefined : { major: Number(major), minor: Number(minor) },
  };
}
