import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sha256 } from '../../output/content.js';
import { outputDigest, printIndex } from '../../output/ownership.js';

/** What git gets of this machine: nothing. */
export const gitEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

/** A folder of its own for a test. */
export class Workspace {
  readonly path = mkdtempSync(join(tmpdir(), 'dbspan-old-'));

  at(path: string): string {
    return join(this.path, path);
  }

  write(path: string, content: string | Buffer): void {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    writeFileSync(this.at(path), content);
  }

  /** Writes files with an ownership index of them. */
  writeOutput(directory: string, files: Readonly<Record<string, string>>): void {
    for (const [path, content] of Object.entries(files)) this.write(`${directory}/${path}`, content);
    this.write(`${directory}/.dbspan.json`, indexOf(files));
  }

  git(...given: readonly string[]): string {
    return execFileSync('git', ['-c', 'protocol.file.allow=always', ...given], {
      cwd: this.path,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...gitEnvironment,
        GIT_AUTHOR_NAME: 'a',
        GIT_AUTHOR_EMAIL: 'a@example.org',
        GIT_COMMITTER_NAME: 'a',
        GIT_COMMITTER_EMAIL: 'a@example.org',
      },
    }).trim();
  }

  commit(): void {
    this.git('add', '--all', '--force');
    this.git('commit', '--quiet', '--allow-empty', '--message', 'x');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** The text of an index of files. */
export function indexOf(files: Readonly<Record<string, string>>): string {
  const owned = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      { sha256: sha256(Buffer.from(content)), source: 'shop/slice' },
    ]),
  );
  return printIndex({
    dbspan: '0.1.0',
    input: '0'.repeat(64),
    output: outputDigest(owned),
    program: [],
    files: owned,
  });
}
