import { expect, test } from 'vitest';
import { mebibytes, plainRequest, type SizingRequest, sizeServer } from './index.js';

const request = plainRequest('mariadb', mebibytes(2048), {
  version: '11.8.5',
  galera: true,
  volume: mebibytes(20_480),
});

const settingsOf = (change: Partial<SizingRequest>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    sizeServer({ ...request, ...change }).settings.map(({ option, value }) => [option, value]),
  );

test('a session may take the packet that is asked for', () => {
  expect(
    settingsOf({ options: [{ name: 'max_allowed_packet', value: '16M' }] })['max_session_mem_used'],
  ).toBe('16M');
});

test('a packet is no larger than the session that is asked for', () => {
  const options = [{ name: 'max_session_mem_used', value: '8M' }];
  expect(settingsOf({ memory: mebibytes(65_536), options })['max_allowed_packet']).toBe('8M');
});

test('pages have their default size where nothing is chosen', () => {
  const pages = (mode: SizingRequest['mode']): number | undefined =>
    sizeServer({
      ...request,
      mode,
      gcache: { size: mebibytes(64) },
      memory: mebibytes(512),
    }).volume?.parts.find(({ part }) => part === 'its pages')?.size;
  expect(pages('target')).toBe(128);
  expect(pages('guaranteed')).toBe(64);
});

test('a Postgres admits as many connections as fit beside the work_mem that is asked for', () => {
  const postgres: Partial<SizingRequest> = { engine: 'postgres', galera: false, memory: mebibytes(1024) };
  const usual = sizeServer({ ...request, ...postgres }).connections;
  const wide = sizeServer({ ...request, ...postgres, workMem: mebibytes(16) });
  expect(wide.problem).toBeUndefined();
  expect(wide.connections).toBeLessThan(usual);
  expect(
    sizeServer({ ...request, ...postgres, workMem: mebibytes(16), connections: usual }).problem,
  ).toBeDefined();
});

test('the buffers that an operator sets count where nothing is chosen', () => {
  const asIs: Partial<SizingRequest> = { engine: 'postgres', galera: false, mode: 'asIs' };
  expect(sizeServer({ ...request, ...asIs }).pool).toBe(128);
  expect(sizeServer({ ...request, ...asIs, operatorBuffers: mebibytes(512) }).pool).toBe(512);
});
