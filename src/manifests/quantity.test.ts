import { expect, test } from 'vitest';
import { quantity } from './quantity.js';

test.each([
  ['1024Mi', '1Gi'],
  ['0.6', '600m'],
  [0.5, '500m'],
  ['1.2Gi', '1288490188800m'],
  ['1.5Gi', '1536Mi'],
  ['20Gi', '20Gi'],
  ['1000m', '1'],
  ['2000', '2k'],
  ['512', '512'],
  ['0.5Ki', '512'],
  [2, '2'],
  ['0Gi', '0'],
  ['-1024Mi', '-1Gi'],
  ['.5', '500m'],
  ['5.', '5'],
  ['1e3', '1e3'],
])('%s comes back as %s', (written, canonical) => {
  expect(quantity(written)?.canonical).toBe(canonical);
});

test.each(['', '.', 'Gi', '1GB', '1 Gi', '1ki', 'ten', true, null, undefined, '1e99'])(
  '%s is no amount',
  (text) => {
    expect(quantity(text)).toBeUndefined();
  },
);

test('amounts of different spelling can be compared', () => {
  expect(quantity('1Gi')?.nano).toBe(quantity('1024Mi')?.nano);
  expect(quantity('1e3')?.nano).toBe(quantity('1k')?.nano);
  expect(quantity('500m')?.nano).toBeLessThan(quantity('1')?.nano ?? 0n);
  expect(quantity('1e-12')?.nano).toBe(1n);
});
