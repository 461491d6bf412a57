import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from './compile.js';
import { defineDiagnostic, Findings } from './diagnostics/index.js';
import { fixAll } from './fix.js';
import { change, goodTopology } from './rules/testing.js';

const examine = (texts: ReadonlyMap<string, string>) =>
  compile([...texts].map(([name, content]) => ({ name, content }))).diagnostics;

/** The text after all fixes, and how many there were. */
function fixed(text: string): { readonly text: string; readonly applied: number } {
  const [result] = fixAll(new Map([['t', text]]), examine);
  return { text: result?.text ?? text, applied: result?.applied ?? 0 };
}

const mistakes: readonly (readonly [title: string, right: string, wrong: string])[] = [
  ['a version that YAML reads as a number', 'version: "11.8"', 'version: 11.8'],
  ['a version that YAML would shorten', 'version: "16.10"', 'version: 16.10'],
  [
    'a key in another case',
    'networkInterface: eth0\n    kubesliceDNS: 10.43.0.100',
    'network_interface: eth0\n    kubesliceDNS: 10.43.0.100',
  ],
  ['a word in another case', 'engine: mariadb', 'engine: MariaDB'],
  ['a word for true', 'hub: true', 'hub: "yes"'],
  [
    'quotes around a number',
    'subnet: 10.7.0.0/16\n  maxClusters: 4',
    'subnet: 10.7.0.0/16\n  maxClusters: "4"',
  ],
];

/** The good topology with the right form of every mistake in it. */
const right = change(
  change(goodTopology, '  subnet: 10.7.0.0/16\n', '  subnet: 10.7.0.0/16\n  maxClusters: 4\n'),
  '"11.8.5"',
  '"11.8"',
);

describe('certain fixes', () => {
  test.each(mistakes.filter(([, form]) => right.includes(form)))('mend %s', (_, form, wrong) => {
    expect(fixed(change(right, form, wrong))).toEqual({ text: right, applied: 1 });
  });

  test('mend a version by its text and not by its value', () => {
    const text = change(goodTopology, '"11.8.5"', '16.10 # as said');
    expect(fixed(text).text).toBe(change(goodTopology, '"11.8.5"', '"16.10" # as said'));
  });

  test('remove an item that stands twice, with its line and nothing else', () => {
    const text = change(
      goodTopology,
      '    networkInterface: eth0\n    kubesliceDNS: 10.43.0.100\n',
      `    networkInterface: eth0
    kubesliceDNS: 10.43.0.100
    zones:
      - a # the first
      - b
      # the old name
      - a # again
      - c
`,
    );
    expect(fixed(text).text).toBe(change(text, '      - a # again\n', ''));
  });

  test('leave what has no certain fix', () => {
    for (const [from, to] of [
      ['engine: mariadb', 'engine: marriadb'],
      [
        'networkInterface: eth0\n    kubesliceDNS: 10.43.0.100',
        'networkInterfase: eth0\n    kubesliceDNS: 10.43.0.100',
      ],
      ['20Gi', '20'],
    ] as const) {
      const text = change(goodTopology, from, to);
      expect(fixed(text)).toEqual({ text, applied: 0 });
    }
  });

  test('remove an unused waiver with its lines, and keep the comment of the next', () => {
    const waiver = (rule: string): string =>
      `  - rule: ${rule} # ticket\n    reason: lab without data\n    until: "2027-01-31"\n`;
    const wiped = change(goodTopology, 'survive: none', 'deletionPolicy: WipeOut # a lab\n    survive: none');
    const text = `${wiped}waivers:\n${waiver('slice/ceiling-low')}  # agreed on Monday\n${waiver('kubedb/wipe-out')}`;
    expect(fixed(text)).toEqual({ text: change(text, waiver('slice/ceiling-low'), ''), applied: 1 });
  });

  test('keep comments and layout, and change nothing the second time, whatever is wrong together', () => {
    const present = mistakes.filter(([, form]) => right.includes(form));
    fc.assert(
      fc.property(fc.subarray([...present]), fc.boolean(), fc.boolean(), (chosen, comments, windows) => {
        const dress = (text: string): string => {
          const commented = comments ? text.replace(/\n/g, ' # kept\n').replace(/^/, '# head\n') : text;
          return windows ? commented.replaceAll('\n', '\r\n') : commented;
        };
        const wrong = chosen.reduce((text, [, form, bad]) => change(text, form, bad), right);
        const once = fixed(dress(wrong));
        expect(once.text).toBe(dress(right));
        expect(once.applied).toBe(chosen.length);
        expect(fixed(once.text)).toEqual({ text: once.text, applied: 0 });
      }),
      { numRuns: 200 },
    );
  });
});

test('many fixes take time in proportion', () => {
  const text = 'a\n'.repeat(30_000);
  const start = performance.now();
  const fixed = fixAll(new Map([['t', text]]), (texts) => {
    const file = { name: 't', text: texts.get('t') ?? '' };
    const findings = new Findings();
    for (const { index } of file.text.matchAll(/a/g)) {
      const span = { file, start: index, end: index + 1 };
      findings.report(manyKind, 'plain').at(span).edit(span, 'bb');
    }
    return findings.list();
  });
  expect(fixed).toEqual([{ name: 't', text: 'bb\n'.repeat(30_000), applied: 30_000 }]);
  expect(performance.now() - start).toBeLessThan(2000);
});

const manyKind = defineDiagnostic({
  id: 'test/many',
  severity: 'error',
  why: 'because',
  messages: { plain: () => 'plain' },
});
