/** What an image's name says of the MariaDB server in it. */
export interface ServerImage {
  /** Without tag and digest: `registry:5000/mariadb`. */
  readonly repository: string;
  /** `latest` stands for none, unless a digest says which image it is. */
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  /** As far as the tag says it: `11.8.8` or `11.8`; undefined for `11`, `lts`, `latest` and a digest alone. */
  readonly version: string | undefined;
  /** Built on Red Hat's UBI, which has the library of Galera elsewhere. */
  readonly ubi: boolean;
  /** Only a digest says which image it is, so that nobody can read the version from it. */
  readonly digestOnly: boolean;
  /** The tag is moved to another server from time to time: one that names no patch of a version. */
  readonly moving: boolean;
}

/** Reads the name of an image, as `docker.io/library/mariadb:10.11.18-jammy@sha256:...`. */
export function serverVersionOfImage(image: string): ServerImage {
  const [named = '', digest] = image.trim().split('@', 2);
  // A colon before a slash parts a host from its port.
  const [, repository = named, written] = /^(.*?)(?::([^/:]*))?$/.exec(named) ?? [];
  const tag = written === '' ? undefined : written;
  const version = tag === undefined ? undefined : versionOf(tag);
  const digestOnly = digest !== undefined && tag === undefined;
  return {
    repository,
    tag: tag ?? (digestOnly ? undefined : 'latest'),
    digest,
    version,
    ubi: tag !== undefined && /(?:^|-)ubi\d*(?:-|$)/.test(tag),
    digestOnly,
    moving: digest === undefined && !/^\d+\.\d+\.\d+$/.test(version ?? ''),
  };
}

/** MariaDB is at 10 or later; other numbers are those of who built the image, such as a date. */
function versionOf(tag: string): string | undefined {
  const [, version, major] = /^v?((\d+)(?:\.\d+){1,2})(?![\w.])/.exec(tag) ?? [];
  return Number(major) >= 10 && Number(major) < 100 ? version : undefined;
}
