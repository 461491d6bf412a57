import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import nodeFs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { FileSystem } from './file-system.js';
import { isProcessAlive, Lock } from './lock.js';
import { lockPath } from './siblings.js';
import { locate, type Target } from './target.js';
import { hookedFileSystem, systemError, temporaryDirectory } from './testing.js';

function target(): Target {
  return locate(nodeFs, join(temporaryDirectory(), 'dist'));
}

async function take(where: Target, fs: FileSystem = nodeFs, wait = 0): Promise<Lock> {
  return Lock.take(fs, where, { wait });
}

/** What this process writes into a lock, as it would look from another. */
async function holder(where: Target): Promise<string> {
  const lock = await take(where);
  const text = nodeFs.readlinkSync(lockPath(where));
  lock.release();
  return text;
}

describe('a lock', () => {
  test('is held by one at a time', async () => {
    const where = target();
    const lock = await take(where);
    expect(lock.isHeld()).toBe(true);
    await expect(take(where)).rejects.toMatchObject({
      problems: [{ kind: 'system', message: expect.stringContaining(`(pid=${process.pid} `) }],
    });
    lock.release();
    expect(nodeFs.readdirSync(where.parent)).toEqual([]);
    (await take(where)).release();
  });

  test('is waited for', async () => {
    const where = target();
    const first = await take(where);
    const second = take(where, nodeFs, 20_000);
    setTimeout(() => first.release(), 60);
    expect((await second).isHeld()).toBe(true);
    expect(first.isHeld()).toBe(false);
    first.release();
    expect((await second).isHeld()).toBe(true);
  });

  test('is not waited for after an abort', async () => {
    const where = target();
    await take(where);
    const waiting = Lock.take(nodeFs, where, { wait: 20_000, signal: AbortSignal.abort() });
    await expect(waiting).rejects.toThrow(/interrupted/);
  });

  test('of a dead process is taken over', async () => {
    const where = target();
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const text = (await holder(where)).replace(/pid=\d+ start=\d*/, `pid=${dead} start=1`);
    nodeFs.symlinkSync(text, lockPath(where));
    const lock = await take(where);
    expect(lock.isHeld()).toBe(true);
    expect(nodeFs.readdirSync(where.parent)).toEqual(['.dist.dbspan-lock']);
  });

  test('of a living process is respected, but not for a process id used again', async () => {
    const where = target();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    await once(child, 'spawn');
    const text = (await holder(where)).replace(/pid=\d+ start=\d*/, `pid=${child.pid} start=`);
    nodeFs.symlinkSync(text, lockPath(where));
    await expect(take(where)).rejects.toThrow(/another dbspan/);
    if (process.platform !== 'linux') return;
    nodeFs.rmSync(lockPath(where));
    nodeFs.symlinkSync(text.replace('start=', 'start=1'), lockPath(where));
    expect((await take(where)).isHeld()).toBe(true);
  });

  test('of another machine is respected until it is ten minutes old', async () => {
    const where = target();
    for (const text of [(await holder(where)).replace('host=', 'host=other-'), 'nonsense']) {
      nodeFs.rmSync(lockPath(where), { force: true });
      nodeFs.symlinkSync(text, lockPath(where));
      await expect(take(where)).rejects.toThrow(/another dbspan/);
      const before = Date.now() / 1000 - 601;
      nodeFs.lutimesSync(lockPath(where), before, before);
      const lock = await take(where);
      expect(lock.isHeld()).toBe(true);
    }
  });

  test('is a file where there are no symbolic links', async () => {
    const where = target();
    const fs = hookedFileSystem((operation) => {
      if (operation === 'symlinkSync') throw systemError('EPERM', 'symlink');
    });
    const lock = await take(where, fs);
    expect(nodeFs.lstatSync(lockPath(where)).isFile()).toBe(true);
    await expect(take(where, fs)).rejects.toThrow(/another dbspan/);
    await expect(take(where)).rejects.toThrow(/another dbspan/);
    lock.release();
    expect(nodeFs.readdirSync(where.parent)).toEqual([]);
  });

  test('that cannot be removed does not bar the way', async () => {
    const where = target();
    const fs = hookedFileSystem((operation) => {
      if (operation === 'unlinkSync') throw systemError('EIO', 'unlink');
    });
    (await take(where, fs)).release();
    expect(nodeFs.readdirSync(where.parent)).toEqual(['.dist.dbspan-lock']);
    expect((await take(where)).isHeld()).toBe(true);
  });

  test('that appears while a stale one is removed is put back', async () => {
    const where = target();
    const fresh = await holder(where);
    nodeFs.symlinkSync(fresh.replace(/start=\d*/, 'start=1'), lockPath(where));
    let raced = process.platform !== 'linux';
    const fs = hookedFileSystem((operation) => {
      if (operation !== 'renameSync' || raced) return;
      raced = true;
      nodeFs.rmSync(lockPath(where));
      nodeFs.symlinkSync(fresh.replace(/run=.*/, 'run=other'), lockPath(where));
    });
    await expect(take(where, fs)).rejects.toThrow(/run=other/);
    expect(nodeFs.readdirSync(where.parent)).toEqual(['.dist.dbspan-lock']);
  });
});

describe('isProcessAlive', () => {
  test('knows the living from the dead', () => {
    expect(isProcessAlive(nodeFs, process.pid)).toBe(true);
    expect(isProcessAlive(nodeFs, process.pid, process.platform === 'linux' ? '1' : '')).toBe(
      process.platform !== 'linux',
    );
    expect(isProcessAlive(nodeFs, spawnSync(process.execPath, ['-e', '']).pid)).toBe(false);
  });
});
