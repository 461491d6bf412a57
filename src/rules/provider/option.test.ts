import { describe, expect, test } from 'vitest';
import { findingsOf, goodTopology } from '../testing.js';

const config = (...lines: readonly string[]): string =>
  `${goodTopology}    config:\n${lines.map((line) => `      ${line}\n`).join('')}`;

describe('provider/option', () => {
  test.each([
    ['9007199254740993', '9007199254740992'],
    ['0x10', '16'],
    ['1e3', '1000'],
    ['1.50', '1.5'],
  ])('reports the number %s, which would be written as %s', (written, read) => {
    expect(findingsOf(config(`max_allowed_packet: ${written}`))).toEqual([
      `error provider/option 33:27 max_allowed_packet is written ${written}, which YAML reads as ${read}`,
    ]);
  });

  test('is content with numbers that stay what they are, and with text', () => {
    expect(
      findingsOf(
        config('max_connections: 25', 'long_query_time: 1.5', 'init_connect: "0x10"', 'slow_query_log: true'),
      ),
    ).toEqual([]);
  });
});
