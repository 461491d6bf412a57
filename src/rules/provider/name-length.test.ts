import { describe, expect, test } from 'vitest';
import { operatorTopology, siteTopology } from '../sites.testing.js';
import { change, findingsOf } from '../testing.js';

const id = 'provider/name-length';
const called = (name: string, text = siteTopology): string =>
  change(text, '- name: wiki\n', `- name: ${name}\n`);

describe(id, () => {
  test.each([siteTopology, operatorTopology])('reports a name that is too long for a StatefulSet', (text) => {
    const name = 'w'.repeat(53);
    expect(findingsOf(called(name, text))).toEqual([
      `error ${id} 12:11 the name ${name} has 53 characters, and may have 52`,
    ]);
    expect(findingsOf(called('w'.repeat(52), text))).toEqual([]);
  });

  test('reports hosts that are too long for DNS', () => {
    const domain = `${'d'.repeat(60)}.${'d'.repeat(60)}`;
    const text = change(called('w'.repeat(40)), 'nodes: 6', `nodes: 6\n    domain: ${domain}`);
    expect(findingsOf(text)).toEqual([]);
    const long = change(text, 'namespace: wiki', `namespace: ${'n'.repeat(63)}`);
    expect(findingsOf(long)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^error ${id} 13:11 the hosts of w+ would have names of \\d+ characters, and may have 253$`,
        ),
      ),
    ]);
  });
});
