import { describe, expect, test } from 'vitest';
import { compile } from './compile.js';
import { locationOf } from './diagnostics/index.js';
import { change, goodTopology } from './rules/testing.js';

const today = '2026-11-21';

/** With a warning at 20:5 of the database, by WipeOut, and at 22:14 of the slice, by its ceiling. */
const warned = change(
  change(goodTopology, 'survive: none', 'deletionPolicy: WipeOut'),
  '  subnet: 10.7.0.0/16\n',
  '  subnet: 10.7.0.0/16\n  bandwidth: { ceiling: 5Mbps }\n',
);

function judged(text: string, day: string | undefined = today): { found: string[]; waived: string[] } {
  const { diagnostics, waived } = compile(
    [{ name: 't', content: text }],
    day === undefined ? {} : { today: day },
  );
  return {
    found: diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map((each) => `${each.severity} ${each.id} ${locationOf(each).slice(2)} ${each.message}`)
      .filter((each) => !each.includes('survival/cluster-loss')),
    waived: waived.map(({ diagnostic, reason, until }) => `${diagnostic.id} ${reason} ${until}`),
  };
}

const waiver = (rule: string, more = '', until = '2027-01-31'): string =>
  `waivers:\n  - rule: ${rule}\n    reason: lab without data\n    until: "${until}"\n${more}`;

const wipeOut = expect.stringMatching(/^warning kubedb\/wipe-out /);
const ceiling = expect.stringMatching(/^warning slice\/ceiling-low /);

describe('a waiver of sizes', () => {
  const sized = (line: string): string => `${goodTopology}    ${line}\n`;

  test('holds for what is taken as it is in mode target', () => {
    const text = sized('sizing: { mode: target }') + waiver('sizing/memory-risked');
    expect(judged(text).found).toEqual([]);
    expect(judged(text).waived).toEqual(['sizing/memory-risked lab without data 2027-01-31']);
  });

  test('holds for no guarantee, and for no contradiction', () => {
    for (const line of ['sizing: { maxConnections: 2000 }', 'sizing: { mode: target, bufferPool: 2Gi }']) {
      const { found, waived } = judged(sized(line) + waiver('sizing/memory-exceeded'));
      expect(found).toContainEqual(expect.stringMatching(/^error sizing\/memory-exceeded /));
      expect(waived).toEqual([]);
    }
  });
});

describe('a waiver', () => {
  test('takes the warnings of a rule out of the findings, and keeps their reason', () => {
    const { found, waived } = judged(warned + waiver('kubedb/wipe-out'));
    expect(found).toEqual([ceiling]);
    expect(waived).toEqual(['kubedb/wipe-out lab without data 2027-01-31']);
  });

  test.each([
    ['databases[orders]', 'kubedb/wipe-out'],
    ['databases[shop/orders]', 'kubedb/wipe-out'],
    ['databases[0].deletionPolicy', 'kubedb/wipe-out'],
    ['databases', 'kubedb/wipe-out'],
    ['slice', 'slice/ceiling-low'],
    ['slice.bandwidth.ceiling', 'slice/ceiling-low'],
  ])('may be for %s', (subject, rule) => {
    expect(judged(warned + waiver(rule, `    for: ${subject}\n`)).waived).toHaveLength(1);
  });

  test('for something else does not hold, and says so', () => {
    expect(judged(warned + waiver('kubedb/wipe-out', '    for: slice\n')).found).toEqual([
      ceiling,
      wipeOut,
      'warning waiver/unused 34:11 kubedb/wipe-out finds nothing in slice, so there is nothing to waive',
    ]);
  });

  test('of a rule that finds nothing is reported, unless errors keep rules from running', () => {
    expect(judged(goodTopology + waiver('kubedb/wipe-out')).found).toEqual([
      'warning waiver/unused 33:11 kubedb/wipe-out finds nothing, so there is nothing to waive',
    ]);
    const broken = change(goodTopology, 'cluster: ams', 'cluster: oslo');
    expect(judged(broken + waiver('kubedb/wipe-out')).found).toEqual([
      expect.stringMatching(/^error topology\/unknown-cluster/),
    ]);
  });

  test('holds on its last day, and not on the next', () => {
    const text = warned + waiver('kubedb/wipe-out', '', today);
    expect(judged(text).waived).toHaveLength(1);
    expect(judged(text, '2026-11-22')).toEqual({
      found: [
        ceiling,
        wipeOut,
        'warning waiver/expired 36:12 the waiver of kubedb/wipe-out ended on 2026-11-21; today is 2026-11-22',
      ],
      waived: [],
    });
  });

  test('does not expire where nobody says which day it is', () => {
    const { waived } = compile([
      { name: 't', content: warned + waiver('kubedb/wipe-out', '', '2020-01-01') },
    ]);
    expect(waived).toHaveLength(1);
  });

  test('that has ended and finds nothing is unused', () => {
    expect(judged(goodTopology + waiver('kubedb/wipe-out', '', '2020-01-01')).found).toEqual([
      expect.stringContaining('warning waiver/unused 33:11'),
    ]);
  });

  test.each([
    ['slice/no-such', '', 'error waiver/unknown-rule 33:11 there is no rule slice/no-such'],
    [
      'slice/missing',
      '',
      'error waiver/not-a-warning 33:11 slice/missing is an error, and errors cannot be waived',
    ],
    [
      'dns/corefile',
      '    for: clusters[oslo]\n',
      /^error waiver\/(not-a-warning 33:11|unknown-subject 36:10)/,
    ],
    [
      'kubedb/wipe-out',
      '    for: clusters[oslo]\n',
      'error waiver/unknown-subject 36:10 there is no clusters[oslo] in this file',
    ],
    ['kubedb/wipe-out', '    for: "[]"\n', 'error waiver/unknown-subject 36:10 there is no [] in this file'],
  ])('that is wrong is an error: %s %s', (rule, more, expected) => {
    const { found } = judged(goodTopology + waiver(rule, more));
    expect(found).toEqual([typeof expected === 'string' ? expected : expect.stringMatching(expected)]);
  });

  test('must end on a day that exists', () => {
    expect(judged(warned + waiver('kubedb/wipe-out', '', '2027-02-29')).found).toContain(
      'error waiver/no-such-day 36:12 there is no day 2027-02-29',
    );
  });

  test('holds only for the file it stands in', () => {
    const other = warned
      .replace('name: shop', 'name: other')
      .replaceAll('slice:\n  name: shop', 'slice:\n  name: other');
    const { waived } = compile([
      { name: 'a', content: warned + waiver('kubedb/wipe-out') },
      { name: 'b', content: other },
    ]);
    expect(waived.map(({ diagnostic }) => diagnostic.primary.span.file.name)).toEqual(['a']);
  });
});

describe('a waiver hides no more than it says', () => {
  const second = change(
    warned,
    '  - name: orders\n    namespace: shop\n',
    '  - name: shop\n    namespace: wiki\n    provider: kubedb\n    engine: mariadb\n    version: "11.8.5"\n    placement: [{ cluster: fra, replicas: [0, 2] }, { cluster: ams, replicas: [1] }]\n    deletionPolicy: WipeOut\n    storage: { size: 20Gi }\n  - name: orders\n    namespace: shop\n',
  );

  test.each(['databases[shop]', 'databases[wiki/shop]', 'databases[0]', 'databases[orders]'])(
    '%s is one database',
    (subject) => {
      expect(judged(second + waiver('kubedb/wipe-out', `    for: ${subject}\n`)).waived).toHaveLength(1);
    },
  );

  test('a namespace is no database', () => {
    const { found } = judged(second + waiver('kubedb/wipe-out', '    for: databases[wiki]\n'));
    expect(found).toContainEqual(expect.stringContaining('there is no databases[wiki] in this file'));
  });
});
