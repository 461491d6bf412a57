import { expect, test, vi } from 'vitest';
import { Pacer } from './pacer.js';

test('rests once in 200 files', async () => {
  const onRest = vi.fn();
  const pacer = new Pacer({ onRest });
  const rests: Promise<void>[] = [];
  for (let file = 0; file < 1000; file += 1) {
    const rest = pacer.step();
    if (rest !== undefined) rests.push(rest);
  }
  await Promise.all(rests);
  expect(onRest).toHaveBeenCalledTimes(5);
});

test('lets the event loop in', async () => {
  let turned = false;
  setImmediate(() => {
    turned = true;
  });
  await new Pacer().rest();
  expect(turned).toBe(true);
});

test('stops at the first rest after an abort', async () => {
  const controller = new AbortController();
  const pacer = new Pacer({ signal: controller.signal });
  await pacer.rest();
  controller.abort();
  await expect(pacer.rest()).rejects.toThrow(/interrupted/);
  expect(() => pacer.stopIfAborted()).toThrow(/interrupted/);
});
