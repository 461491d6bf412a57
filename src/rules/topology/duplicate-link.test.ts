import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology, relatedOf } from '../testing.js';

const links = (...lines: readonly string[]): string =>
  `${goodTopology}links:\n${lines.map((line) => `  - ${line}\n`).join('')}`;

describe('topology/duplicate-link', () => {
  test.each(['[fra, ams]', '[ams, fra]'])('reports %s after [fra, ams]', (between) => {
    const text = links('{ between: [fra, ams], rtt: 7ms }', `{ between: ${between}, rtt: 9ms }`);
    const [one, other] = between.slice(1, -1).split(', ');
    expect(findingsOf(text)).toEqual([
      `error topology/duplicate-link 34:16 the link between ${one} and ${other} is described twice`,
    ]);
    expect(relatedOf(text)[0]).toEqual(['33:16 first here']);
  });

  test('is content with a link each', () => {
    const three = change(goodTopology, 'slice:\n', '  - name: oslo\n    distribution: k3s\nslice:\n');
    expect(
      findingsOf(
        `${three}links: [{ between: [fra, ams] }, { between: [fra, oslo] }, { between: [ams, oslo] }]\n`,
      ),
    ).toEqual([]);
  });
});
