// What a folder takes on its disk.
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const period = 100;
const block = 512;

/** Bytes that a folder and all below it take now. What goes away meanwhile counts nothing. */
export function takenBy(folder) {
  let sum = 0;
  const seen = new Set();
  for (const path of ['', ...entriesOf(folder)]) {
    try {
      const { ino, blocks } = lstatSync(join(folder, path));
      if (!seen.has(ino)) sum += blocks * block;
      seen.add(ino);
    } catch {}
  }
  return sum;
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { recursive: true });
  } catch {
    return [];
  }
}

/** Looks at a folder ten times a second until it is stopped; gives the most it took. */
export function watchFolder(folder) {
  let most = takenBy(folder);
  const look = () => {
    most = Math.max(most, takenBy(folder));
  };
  const timer = setInterval(look, period);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return most;
    },
  };
}
