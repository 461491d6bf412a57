import type { PageAssets } from '../report/graph/page.js';
import { type Palette, palette, wantsColour } from '../report/palette.js';

/** The streams and surroundings of one run. */
export interface Io {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  /** Folder of the documentation that comes with the program. */
  readonly documentation: string;
  /** The script and the style of the page that shows what survives, read when they are asked for. */
  readonly pageAssets: () => PageAssets;
  /** Aborted when the user interrupts the run. Whoever asks for it answers for that; until then a signal ends the process. */
  readonly signal: AbortSignal;
}

/** Colours for a stream. */
export function paletteOf(io: Io, stream: 'stdout' | 'stderr'): Palette {
  return palette(wantsColour(io[stream], io.environment));
}

/** Columns of the terminal that shows the output; undefined where it is none. Narrower than 40 nothing is readable. */
export function widthOf({ stdout }: Io): number | undefined {
  return stdout.isTTY && stdout.columns > 0 ? Math.max(40, stdout.columns) : undefined;
}

/** Something that keeps a command from running at all: exit code 2. The message is one plain sentence. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
  readonly remedy: string | undefined;

  constructor(message: string, remedy?: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** Whether an error is a CannotRun. By its name: a command that is built apart has a class of its own. */
export function isCannotRun(error: unknown): error is CannotRun {
  return error instanceof Error && error.name === 'CannotRun';
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EPERM: 'the operation is not permitted',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  ELOOP: 'it goes around in symbolic links',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
};

/** Why a call to the operating system failed, in words. */
export function systemReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return reasons[code ?? ''] ?? (error instanceof Error ? error.message : String(error));
}
